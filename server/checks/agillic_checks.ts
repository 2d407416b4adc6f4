import type { AgillicClient } from "../agillic/client.ts";
import type { PersonDataField } from "../agillic/discovery.ts";
import type { SettingFault, Settings } from "../installation/settings.ts";
import { listCloseNames } from "./close_names.ts";
import { checkEmailStatus } from "./email_status_check.ts";
import { type BlockedCode, checkEvents } from "./event_checks.ts";
import {
  EMAIL_FIELD_PARAMETER,
  failureOf,
  type Finding,
  finding,
  type FindingDetails,
} from "./finding.ts";
import { checkShownData, type ShownDataCheckOptions } from "./shown_data_checks.ts";
import type { TestRecipient } from "./recipient_to_check.ts";

/** What Agillic is asked about, and by whom. */
export type AgillicCheckOptions = {
  client: Pick<
    AgillicClient,
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

const FIELD_LIST_PARAMETER = "person_data_field_list";

/** Token, Person Data fields, email field and events: read only, one call for each thing that has to be asked. */
export async function checkAgillic(options: AgillicCheckOptions): Promise<Finding[]> {
  const { client, settings, allowedPersonData } = options;
  const discovery = await discover(client);
  const token = "failure" in discovery
    ? finding("token", discovery.failure.code, discovery.failure)
    : finding("token", "token_good");
  const blocked = blockOf(token);
  // Discovery that cannot be understood says nothing about the other calls.
  const isReachable = blocked === null || token.code === "agillic_answer_unknown";
  const known = "failure" in discovery ? null : namesOf(discovery.fields, allowedPersonData);

  const personData = known === null
    ? [finding("person_data_fields", blocked ?? "after_agillic")]
    : checkPersonData(settings, known);
  const email = isReachable
    ? await checkEmailField(client, settings.emailField, known)
    : finding("email_field", blocked ?? "after_agillic");
  const onRecipient = { ...options, blocked: isReachable ? blockOf(email) : blocked };
  const events = await checkEvents(onRecipient);
  return [
    token,
    ...personData,
    email,
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
    return { fields: await client.listPersonDataFields() };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** Why what comes after it is not asked; null when it may be. */
function blockOf({ state, code, check }: Finding): BlockedCode | null {
  if (state === "green") return null;
  if (code === "token_invalid") return "after_token";
  return state === "red" && check === "email_field" ? "after_email_field" : "after_agillic";
}

type KnownNames = { all: ReadonlySet<string>; suggested: readonly string[] };

function namesOf(
  fields: readonly PersonDataField[],
  allowed: readonly string[] | null,
): KnownNames {
  const names = fields.map(({ name }) => name);
  return {
    all: new Set(names),
    // What the server does not allow would be refused, and is nobody's to know.
    suggested: allowed === null ? names : names.filter((name) => allowed.includes(name)),
  };
}

function checkPersonData({ personDataFields, views }: Settings, known: KnownNames): Finding[] {
  if (personDataFields.length === 0) {
    return [finding("person_data_fields", views.recipient ? "after_settings" : "fields_none")];
  }
  const unknown = personDataFields.filter((field) => !known.all.has(field));
  if (unknown.length > 0) {
    return unknown.map((field) => unknownField("person_data_fields", field, known));
  }
  const count = String(personDataFields.length);
  return [finding("person_data_fields", "fields_known", { params: { count } })];
}

function unknownField(
  check: "person_data_fields" | "email_field",
  field: string,
  { suggested }: KnownNames,
): Finding {
  const close = listCloseNames(field, suggested).join(", ");
  return finding(check, "field_unknown", {
    subject: field,
    params: { field, ...(close && { close }) },
    parameter: check === "email_field" ? EMAIL_FIELD_PARAMETER : FIELD_LIST_PARAMETER,
  });
}

async function checkEmailField(
  client: AgillicCheckOptions["client"],
  field: string,
  known: KnownNames | null,
): Promise<Finding> {
  if (known !== null && !known.all.has(field)) return unknownField("email_field", field, known);
  const details = { params: { field }, parameter: EMAIL_FIELD_PARAMETER };
  try {
    return await client.isFieldUnique(field)
      ? finding("email_field", "email_field_unique", details)
      : finding("email_field", "email_field_not_unique", { ...details, status: 400 });
  } catch (error) {
    const failure = failureOf(error);
    return finding("email_field", failure.code, failure);
  }
}
