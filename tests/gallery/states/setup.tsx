import type { JSX } from "hono/jsx/jsx-runtime";
import type { SetupRow } from "../../../views/findings.ts";
import { SetupPart, type SetupPartProps } from "../../../views/setup.tsx";
import { now, type Setting, type State } from "../state.ts";

const good: SetupRow[] = [
  { check: "token", state: "green", words: "Agillic accepts the token." },
  { check: "person_data_fields", state: "green", words: "Agillic knows all 12 fields." },
  { check: "email_field", state: "green", words: "EMAIL is unique and usable." },
  { check: "event", subject: "1", state: "green", words: "Agillic knows welcome_event." },
  {
    check: "double_opt_in_event",
    state: "unknown",
    words: "Events can be checked only on a recipient.",
    mend: "Fill in a test recipient below.",
  },
  {
    check: "email_status",
    state: "red",
    words: "Agillic has no table EMAIL_STATUS, so agents are not told who has unsubscribed.",
    mend: "Clear “Domain-based Unsubscribe” in the app’s settings.",
  },
  {
    check: "target_groups",
    subject: "Loyal customer",
    state: "red",
    words: "Agillic has no target group “Loyal customer”.",
    mend: "Did you mean Loyal customers? Correct “Target Groups” in the app’s settings.",
  },
  {
    check: "tables",
    state: "unknown",
    words: "Could not be checked: Agillic does not list them.",
  },
  { check: "store", state: "green", words: "Actions can be recorded." },
  { check: "clock", state: "green", words: "Less than a second off." },
  { check: "keys", state: "green", words: "One key seals, one more opens." },
];

const bad: SetupRow[] = good.map((row) =>
  row.check === "person_data_fields"
    ? {
      ...row,
      state: "red",
      words: "Agillic does not know FRISTNAME.",
      mend: "Did you mean FIRSTNAME? Correct “Person Data Field List” in the app’s settings.",
    }
    : row
);

function setup(
  { language, formatter }: Setting,
  rows: SetupRow[],
  rest: Partial<SetupPartProps> = {},
): JSX.Element {
  return (
    <SetupPart
      language={language}
      fetchedAt={formatter.clock(now)}
      testRecipient=""
      rows={rows}
      faults={formatter.count(rows.filter(({ state }) => state === "red").length)}
      report={rows.map(({ check, state, words }) => `${state}  ${check}  ${words}`).join("\n")}
      {...rest}
    />
  );
}

/** The configuration check. */
export const setupStates: Record<string, State> = {
  "setup-good": { render: (setting) => setup(setting, good, { testRecipient: "test@example.dk" }) },
  "setup-to-mend": { render: (setting) => setup(setting, bad) },
};
