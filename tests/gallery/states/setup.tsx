import type { JSX } from "hono/jsx/jsx-runtime";
import {
  countFindings,
  type FindingProps,
  findingRow,
  type SetupRow,
} from "../../../views/findings.ts";
import { SetupPart } from "../../../views/setup.tsx";
import { now, type Setting, type State } from "../state.ts";

const labels = new Map([
  ["person_data_field_list", "Person Data Field List"],
  ["event_2_name", "Event 2 Name"],
]);

const good: FindingProps[] = [
  { check: "settings", state: "green", code: "settings_good" },
  { check: "token", state: "green", code: "token_good" },
  { check: "person_data_fields", state: "green", code: "fields_known", params: { count: "12" } },
  { check: "email_field", state: "green", code: "email_field_unique", params: { field: "EMAIL" } },
  { check: "phone_field", state: "green", code: "phone_field_unique", params: { field: "MSISDN" } },
  {
    check: "event",
    subject: "1",
    state: "green",
    code: "event_known",
    params: { event: "welcome_event" },
  },
  { check: "webhook", state: "green", code: "webhook_verifiable", params: { secrets: "1" } },
  { check: "store", state: "green", code: "store_good" },
  { check: "clock", state: "green", code: "clock_good", params: { seconds: "1" } },
  { check: "keys", state: "green", code: "keys_good", params: { keys: "1", secrets: "1" } },
];

const unasked: FindingProps[] = [
  {
    check: "event",
    subject: "1",
    state: "unknown",
    code: "test_recipient_missing",
    params: { event: "welcome_event" },
  },
  { check: "email_status", state: "unknown", code: "email_status_unchecked" },
];

const faulty: FindingProps[] = [
  {
    check: "person_data_fields",
    subject: "FRISTNAME",
    state: "red",
    code: "field_unknown",
    params: { field: "FRISTNAME", close: "FIRSTNAME" },
    parameter: "person_data_field_list",
  },
  {
    check: "event",
    subject: "2",
    state: "red",
    code: "event_not_valid",
    params: { event: "dwelcome_event" },
    parameter: "event_2_name",
  },
];

function setup(
  { language, formatter }: Setting,
  findings: readonly FindingProps[],
  testRecipient = "mette@example.dk",
): JSX.Element {
  const rows = findings.map((finding): SetupRow => findingRow(language, finding, labels));
  return (
    <SetupPart
      language={language}
      fetchedAt={formatter.clock(now)}
      rows={rows}
      counts={countFindings(rows, formatter.count)}
      testRecipient={testRecipient}
      report={rows.map(({ check, state, words }) => `${state}  ${check}  ${words}`).join("\n")}
    />
  );
}

/** The configuration check. */
export const setupStates: Record<string, State> = {
  "setup-good": { render: (setting) => setup(setting, good) },
  "setup-to-correct": { render: (setting) => setup(setting, [...good, ...unasked, ...faulty]) },
  "setup-without-test-recipient": {
    render: (setting) => setup(setting, [...good, ...unasked], ""),
  },
};
