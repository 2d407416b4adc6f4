import type { AgillicClient } from "../agillic/client.ts";
import type { PersonDataField } from "../agillic/discovery.ts";
import type { Parameter, SettingFault, Settings } from "../installation/settings.ts";
import { closeTo, listSuggested } from "./close_names.ts";
import { checkEmailStatus } from "./email_status_check.ts";
import { type BlockedCode, checkEvents } from "./event_checks.ts";
import { failureOf, type Finding, finding, type FindingDetails } from "./finding.ts";
import { checkShownData, type ShownDataCheckOptions } from "./shown_data_checks.ts";
import type { TestRecipient } from "./recipient_to_check.ts";

/** What Agillic is asked about, and by whom. */
export type AgillicCheckOptions = {
  client: Pick<
    AgillicClient,
    | "signIn"
    | "listPersonDataFields"
    | "isFieldUnique"
    | "hasEvent"
    | "findRecipient"
    | "listEmailStatus"
    | keyof ShownDataCheckOptions["client"]
  >;
  settings: Settings;
  /** What was left out of the settings. */
  faults: readonly SettingFault[];
  testRecipient: TestRecipient;
  /** Names that may be suggested; null for no limit. */
  allowedPersonData: readonly string[] | null;
  allowedTables: readonly string[] | null;
  allowedTargetGroups: readonly string[] | null;
};

const LOOKUP_PARAMETERS = {
  email_field: "email_person_data_field",
  phone_field: "phone_person_data_field",
} as const;

/** By what recipients are looked up. */
type LookupField = keyof typeof LOOKUP_PARAMETERS;

/** The token and what the settings name in Agillic: read only, one call for each thing that has to be asked. */
export async function checkAgillic(options: AgillicCheckOptions): Promise<Finding[]> {
  const { client, settings, allowedPersonData } = options;
  const discovery = await discover(client);
  const token = "failure" in discovery
    ? finding("token", discovery.failure.code, discovery.failure)
    : finding("token", settings.oauth ? "token_exchanged" : "token_good");
  const blocked = blockOf(token);
  // Discovery that cannot be understood says nothing about the other calls.
  const isReachable = blocked === null || token.code === "agillic_answer_unknown";
  const known = "failure" in discovery ? null : namesOf(discovery.fields, allowedPersonData);

  const personData = known === null
    ? [finding("person_data_fields", blocked ?? "after_agillic")]
    : checkPersonData(settings, known);
  const checkField = async (check: LookupField, field: string) =>
    isReachable
      ? await checkLookupField(client, check, { field, known })
      : finding(check, blocked ?? "after_agillic");
  const email = await checkField("email_field", settings.emailField);
  const phone = settings.phoneField === null
    ? []
    : [await checkField("phone_field", settings.phoneField)];
  const onRecipient = { ...options, blocked: isReachable ? blockOf(email) : blocked };
  const events = await checkEvents(onRecipient);
  return [
    token,
    ...personData,
    email,
    ...phone,
    ...events,
    ...await checkEmailStatus(onRecipient),
    ...await checkShownData({ ...options, blocked: isReachable ? null : blocked }),
  ];
}

type Discovery =
  | { fields: readonly PersonDataField[] }
  | { failure: Pick<Finding, "code"> & FindingDetails };

async function discover(client: AgillicCheckOptions["client"]): Promise<Discovery> {
  try {
    await client.signIn();
  } catch (error) {
    return { failure: signInFailureOf(error) };
  }
  try {
    return { fields: await client.listPersonDataFields() };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** An answer that refuses, or cannot be understood, says that this way of signing in does not work. */
function signInFailureOf(error: unknown): Pick<Finding, "code"> & FindingDetails {
  const failure = failureOf(error);
  return failure.code === "token_invalid" || failure.code === "agillic_answer_unknown"
    ? { ...failure, code: "exchange_failed", parameter: "agillic_oauth" }
    : failure;
}

/** Why what comes after it is not asked; null when it may be. */
function blockOf({ state, code, check }: Finding): BlockedCode | null {
  if (state === "green") return null;
  if (code === "token_invalid" || code === "exchange_failed") return "after_token";
  return state === "red" && check === "email_field" ? "after_email_field" : "after_agillic";
}

type KnownNames = { all: ReadonlySet<string>; suggested: readonly string[] };

function namesOf(
  fields: readonly PersonDataField[],
  allowed: readonly string[] | null,
): KnownNames {
  const names = fields.map(({ name }) => name);
  return { all: new Set(names), suggested: listSuggested(names, allowed) };
}

function checkPersonData(
  { personDataFields, maskedFields, views }: Settings,
  known: KnownNames,
): Finding[] {
  if (personDataFields.length === 0) {
    return [finding("person_data_fields", views.recipient ? "after_settings" : "fields_none")];
  }
  const isUnknown = (field: string) => !known.all.has(field);
  const unknown = [
    ...personDataFields.filter(isUnknown)
      .map((field) =>
        unknownField(
          field,
          { check: "person_data_fields", parameter: "person_data_field_list" },
          known,
        )
      ),
    // A name with a slip masks nothing.
    ...maskedFields.filter((field) => isUnknown(field) && !personDataFields.includes(field))
      .map((field) =>
        unknownField(field, { check: "person_data_fields", parameter: "masked_person_data" }, known)
      ),
  ];
  if (unknown.length > 0) return unknown;
  const count = String(personDataFields.length);
  return [finding("person_data_fields", "fields_known", { params: { count } })];
}

/** `parameter`: the setting that names the field. */
function unknownField(
  field: string,
  { check, parameter }: { check: LookupField | "person_data_fields"; parameter: Parameter },
  { suggested }: KnownNames,
): Finding {
  return finding(check, "field_unknown", {
    subject: field,
    params: { field, ...closeTo(field, suggested) },
    parameter,
  });
}

async function checkLookupField(
  client: AgillicCheckOptions["client"],
  check: LookupField,
  { field, known }: { field: string; known: KnownNames | null },
): Promise<Finding> {
  const parameter = LOOKUP_PARAMETERS[check];
  if (known !== null && !known.all.has(field)) {
    return unknownField(field, { check, parameter }, known);
  }
  const details = { params: { field }, parameter };
  try {
    return await client.isFieldUnique(field)
      ? finding(check, `${check}_unique`, details)
      : finding(check, `${check}_not_unique`, { ...details, status: 400 });
  } catch (error) {
    const failure = failureOf(error);
    return finding(check, failure.code, failure);
  }
}
