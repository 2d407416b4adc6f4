import { TOKEN_NAME } from "../../contract/settings.ts";
import { AgillicError } from "../agillic/errors.ts";
import type { Parameter, SettingFault } from "../installation/settings.ts";

/** What is checked. */
export type CheckName =
  | "settings"
  | "token"
  | "person_data_fields"
  | "email_field"
  | "phone_field"
  | "event"
  | "double_opt_in_event"
  | "email_status"
  | "target_groups"
  | "tables"
  | "webhook"
  | "store"
  | "clock"
  | "keys"
  | "read_only";

/** Whether it is as it must be; `unknown` where that cannot be told. */
export type FindingState = "green" | "red" | "unknown";

/** Everything that a check can find, and how bad it is. The words are in views/words. */
const STATES = {
  settings_good: "green",
  setting_faulty: "red",
  token_good: "green",
  token_exchanged: "green",
  token_invalid: "red",
  exchange_failed: "red",
  fields_known: "green",
  fields_none: "green",
  field_unknown: "red",
  email_field_unique: "green",
  email_field_not_unique: "red",
  phone_field_unique: "green",
  phone_field_not_unique: "red",
  event_known: "green",
  event_not_valid: "red",
  creation_event_missing: "red",
  creation_off: "green",
  email_status_readable: "green",
  email_status_missing: "red",
  email_status_unchecked: "unknown",
  groups_known: "green",
  group_unknown: "red",
  tables_known: "green",
  table_unknown: "red",
  column_unknown: "red",
  discovery_missing: "unknown",
  test_recipient_missing: "unknown",
  test_recipient_malformed: "unknown",
  test_recipient_not_found: "unknown",
  after_settings: "unknown",
  after_token: "unknown",
  after_email_field: "unknown",
  after_agillic: "unknown",
  rate_limited: "unknown",
  agillic_timeout: "unknown",
  agillic_unavailable: "unknown",
  agillic_answer_unknown: "unknown",
  webhook_verifiable: "green",
  webhook_secret_missing: "red",
  store_good: "green",
  store_unusable: "red",
  clock_good: "green",
  clock_ahead: "red",
  clock_behind: "red",
  clock_unknown: "unknown",
  keys_good: "green",
  keys_unusable: "red",
  read_only_off: "green",
  read_only_unneeded: "green",
  read_only_on: "red",
} as const satisfies Record<string, FindingState>;

/** What was found. */
export type FindingCode = keyof typeof STATES;

/** What the words name; nothing in it is about a person. */
export type FindingParams = Partial<
  Record<
    | "field"
    | "close"
    | "event"
    | "group"
    | "table"
    | "column"
    | "count"
    | "seconds"
    | "keys"
    | "secrets",
    string
  >
>;

/** What is known besides the code. */
export type FindingDetails = {
  /** What of several: a field's name, an event's slot. */
  subject?: string;
  params?: FindingParams;
  /** The setting where it is corrected. */
  parameter?: Parameter;
  /** Of `setting_faulty`. */
  fault?: SettingFault;
  /** What Agillic answered with. */
  status?: number;
};

/** One thing that was checked, and what was found. */
export type Finding =
  & { check: CheckName; state: FindingState; code: FindingCode }
  & FindingDetails;

/** A finding, with the state that its code has. */
export function finding(
  check: CheckName,
  code: FindingCode,
  details: FindingDetails = {},
): Finding {
  return { check, state: STATES[code], code, ...details };
}

/** What it means for a check that a call to Agillic failed; throws what is no failure of Agillic's. */
export function failureOf(error: unknown): Pick<Finding, "code"> & FindingDetails {
  if (!(error instanceof AgillicError)) throw error;
  const { code, status } = error;
  const answered = status === null ? {} : { status };
  switch (code) {
    case "token_invalid":
      return { code, parameter: TOKEN_NAME, ...answered };
    case "email_field_not_unique":
      return { code, parameter: "email_person_data_field", ...answered };
    case "recipient_not_found":
      return { code: "test_recipient_not_found", ...answered };
    case "rate_limited":
    case "agillic_timeout":
    case "agillic_unavailable":
      return { code, ...answered };
    default:
      return { code: "agillic_answer_unknown", ...answered };
  }
}
