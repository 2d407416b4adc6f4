import { type Counted, fill, type Language, say, sayCount } from "./words/copy.ts";
import type { FindingCopy } from "./words/en/findings.ts";
import { isolated } from "./isolated.ts";
import * as languages from "./words/languages.ts";
import { problemWords } from "./problem.tsx";
import { responseLines } from "./for_administrator.tsx";
import { shortened, shortenedEach } from "./shortened.ts";
import { type SettingFaultProps, settingFaultWords } from "./setting_faults.ts";

/** What is checked. */
export type SetupCheck =
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

/** One line of the check; `words` says what was found, `next` what to do and where. */
export type SetupRow = {
  check: SetupCheck;
  /** What of several: a field's name, an event's number. */
  subject?: string;
  state: "green" | "red" | "unknown";
  words: string;
  next?: string;
};

type KeyOf<Part extends string> = keyof FindingCopy extends infer Key
  ? Key extends `${Part}.${infer Code}` ? Code : never
  : never;
type NextKey = KeyOf<"next">;

/** What the configuration check found: worded here, or a problem that agents may meet too. */
export type FindingCode = KeyOf<"words"> | ProblemCode | "setting_faulty";

/** A finding, not yet in words. */
export type FindingProps = Pick<SetupRow, "check" | "state" | "subject"> & {
  code: FindingCode;
  params?: FindingParams;
  /** The setting where it is corrected. */
  parameter?: string;
  /** Of `setting_faulty`. */
  fault?: SettingFaultProps;
};

/** What the words name. */
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

/** Said in the words that agents read too. */
const problems = [
  "token_invalid",
  "email_field_not_unique",
  "phone_field_not_unique",
  "event_not_valid",
  "creation_event_missing",
  "rate_limited",
  "agillic_timeout",
  "agillic_unavailable",
  "agillic_answer_unknown",
] as const;
type ProblemCode = typeof problems[number];

const nexts: Partial<Record<FindingCode, NextKey>> = {
  setting_faulty: "setting_faulty",
  token_invalid: "token_invalid",
  exchange_failed: "exchange_failed",
  field_unknown: "field_unknown",
  email_field_not_unique: "email_field_not_unique",
  phone_field_not_unique: "phone_field_not_unique",
  event_not_valid: "event_not_valid",
  creation_event_missing: "creation_event_missing",
  email_status_missing: "email_status_missing",
  group_unknown: "name_unknown",
  table_unknown: "name_unknown",
  column_unknown: "name_unknown",
  test_recipient_malformed: "test_recipient",
  test_recipient_not_found: "test_recipient",
  webhook_secret_missing: "webhook_secret_missing",
  store_unusable: "store_unusable",
  clock_ahead: "clock",
  clock_behind: "clock",
  keys_unusable: "keys_unusable",
  read_only_on: "read_only_on",
};

/** A finding in words; `labels` are the settings' labels as Zendesk shows them, by parameter. */
export function findingRow(
  language: Language,
  finding: FindingProps,
  labels: ReadonlyMap<string, string>,
): SetupRow {
  const { check, state, parameter = "", fault } = finding;
  const label = labels.get(parameter) ?? parameter;
  const subject = fault === undefined ? finding.subject : label;
  const next = nextOf(language, finding, label);
  return {
    check,
    state,
    ...(subject !== undefined && { subject }),
    words: wordsOf(language, finding),
    ...(next !== null && { next }),
  };
}

/** How many findings there are of each state. */
export type SetupCounts = Readonly<Record<SetupRow["state"], Counted>>;

/** Counts findings; `count` writes a number. */
export function countFindings(
  findings: readonly Pick<SetupRow, "state">[],
  count: (number: number) => Counted,
): SetupCounts {
  const of = (wanted: SetupRow["state"]) =>
    count(findings.filter(({ state }) => state === wanted).length);
  return { red: of("red"), unknown: of("unknown"), green: of("green") };
}

/** What came of the check, for each state; empty where there is nothing to say. */
export function resultWords(
  language: Language,
  { red, unknown, green }: SetupCounts,
): Record<SetupRow["state"], string> {
  return {
    red: red.number > 0 ? sayCount(language, "setup.red", red) : say(language, "setup.nothingRed"),
    unknown: unknown.number > 0 ? sayCount(language, "setup.unknown", unknown) : "",
    green: green.number > 0 ? sayCount(language, "setup.green", green) : "",
  };
}

/** What came of the check, in one line: what to correct, and how much is not known. */
export function resultLine(language: Language, counts: SetupCounts): string {
  const { red, unknown } = resultWords(language, counts);
  return [red, unknown].filter(Boolean).join(". ");
}

/** What is checked, and which one of several. */
export function checkTitle(
  language: Language,
  { check, subject }: Pick<SetupRow, "check" | "subject">,
): string {
  const title = say(language, `setup.check.${check}`);
  return subject === undefined ? title : `${title} ${isolated(shortened(subject))}`;
}

function wordsOf(language: Language, { code, fault, params = {} }: FindingProps): string {
  if (fault !== undefined) return settingFaultWords(language, fault);
  if (isProblem(code)) {
    const { title, what } = problemWords(language, code, params);
    const response = responseLines(code).join(", ");
    return response === "" ? `${title}. ${what}` : `${what} (${response})`;
  }
  return code === "setting_faulty"
    ? ""
    : fill(languages[language].findings[`words.${code}`], shortenedEach(params));
}

function nextOf(
  language: Language,
  { code, params = {} }: FindingProps,
  label: string,
): string | null {
  const key = params.close ? "field_close" : nexts[code];
  if (key !== undefined) {
    return fill(languages[language].findings[`next.${key}`], shortenedEach({ ...params, label }));
  }
  return isProblem(code) ? problemWords(language, code).next : null;
}

function isProblem(code: FindingCode): code is ProblemCode {
  return problems.some((problem) => problem === code);
}
