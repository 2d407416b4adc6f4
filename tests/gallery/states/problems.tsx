import { exactUtc } from "../../../views/format.ts";
import { ProblemPart } from "../../../views/part.tsx";
import { Problem, type ProblemCode, type ProblemProps } from "../../../views/problem.tsx";
import { hoursAgo, now, type State } from "../state.ts";

const details = { status: "502", timeUtc: exactUtc(now), requestId: "0198a1f2-77b1" };
const retry = { path: "/recipient", target: "recipient" } as const;
const params = {
  event: "dwelcome_event",
  field: "EMAIL",
  address: "nobody@example.dk",
  agent: "Anders",
};

/** What each problem has besides its words; every code has to be here. */
const problems: Record<ProblemCode, Omit<Partial<ProblemProps>, "language">> = {
  recipient_not_found: {},
  requester_without_email: {},
  user_without_email: {},
  requester_not_chosen: {},
  event_not_valid: { details },
  context_not_valid: { details },
  values_invalid: {},
  table_not_found: { details },
  email_field_not_unique: { details },
  phone_field_not_unique: { details },
  token_invalid: { details },
  creation_event_missing: { details },
  recipient_exists: {},
  settings_invalid: {
    details,
    faults: [
      { label: "Base64 Encoded Token", words: "It is empty. Fill it in." },
      { label: "Person Data Field List", words: "Entry 2 has a space in it." },
    ],
  },
  input_refused: { details },
  rate_limited: { retry, details },
  agillic_timeout: { retry, details },
  agillic_unavailable: { retry, details },
  agillic_answer_unknown: { retry, details },
  requester_changed: {},
  action_expired: {},
  cooling_down: { waitSeconds: 45 },
  done_meanwhile: {},
  outcome_unknown: {},
  reveal_limit: { details },
  read_only: { details },
  activity_not_allowed: { details },
  store_unavailable: { details },
  session_required: { retry: { path: "/sidebar", target: "sidebar" } },
  page_expired: {},
  other_release: { details },
  not_from_zendesk: {},
  internal: { retry, details },
};

/** Every problem, as a part that has nothing else to show; and those that the browser shows. */
export const problemStates: Record<string, State> = {
  ...Object.fromEntries(
    Object.entries(problems).map(([code, problem]): [string, State] => [
      `problem-${code}`,
      {
        render: ({ language, formatter }) => (
          <ProblemPart
            language={language}
            part="recipient"
            problem={{
              code: code as ProblemCode,
              params: {
                ...params,
                wait: formatter.wait(45),
                when: formatter.ago(hoursAgo(0.03), now),
              },
              ...problem,
            }}
          />
        ),
      },
    ]),
  ),
  "problem-for-an-administrator": {
    render: ({ language }) => (
      <ProblemPart
        language={language}
        part="recipient"
        problem={{ code: "token_invalid", retry, details, isAdmin: true }}
      />
    ),
  },
  ...Object.fromEntries(
    (["connection", "requester_unreadable", "page_expired"] as const).map((
      code,
    ): [string, State] => [
      `problem-shell-${code}`,
      {
        render: ({ language }) => (
          <Problem language={language} code={code} place="gallery" retryId="retry-gallery" />
        ),
      },
    ]),
  ),
};
