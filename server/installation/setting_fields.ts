import { LANGUAGE_OF_LOCALE } from "../../contract/languages.ts";
import { type CHECKBOX_SETTINGS, TEXT_SETTINGS, TOKEN_NAME } from "../../contract/settings.ts";
import { holdsCredential } from "../credentials.ts";
import { bareToken, findFieldNameFault, findTokenFault } from "./agillic_values.ts";
import { isAdmitted, type Limits, MAX_COOL_DOWN_SECONDS } from "./limits.ts";
import type { SettingClaims } from "./setting_claims.ts";
import type { Parameter, SettingFaultCode, Settings } from "./settings.ts";

const DEFAULT_COOL_DOWN_SECONDS = 60;
const MAX_TOTAL_LENGTH = 16_000;

/** Tells a fault; `position` is the entry of a list, from 1. */
export type Report = (
  parameter: Parameter,
  code: SettingFaultCode,
  position?: number | null,
) => void;

/** Whether a setting is ticked; what is neither yes nor no is a fault. */
export function parseCheckbox(
  parameter: typeof CHECKBOX_SETTINGS[number],
  claims: SettingClaims,
  report: Report,
): boolean {
  const checked = claims[parameter];
  if (checked === null) report(parameter, "not_a_checkbox");
  return checked === true;
}

/** Code in the browser composes the claims, and could have Zendesk put a secret into what is shown. */
export function refuseCredentials(claims: SettingClaims, report: Report): void {
  for (const name of TEXT_SETTINGS) {
    if (!holdsCredential(claims[name])) continue;
    report(name, "holds_credential");
    claims[name] = "";
  }
}

/** A session holds the settings, and every request the session: the longest have to go until the rest fits. */
export function refuseTooLong(claims: SettingClaims, report: Report): void {
  const byLength = TEXT_SETTINGS.toSorted((a, b) => claims[b].length - claims[a].length);
  let total = byLength.reduce((sum, name) => sum + claims[name].length, 0);
  for (const name of byLength) {
    if (total <= MAX_TOTAL_LENGTH) return;
    report(name, "too_long");
    total -= claims[name].length;
    claims[name] = "";
  }
}

/** Agillic's credential, without “Basic”. */
export function parseToken(given: string, report: Report): string {
  const token = bareToken(given);
  // One that is not filled in may come as its placeholder.
  const fault = token === "" || token.startsWith("{{") ? "missing" : findTokenFault(token);
  if (fault !== null) report(TOKEN_NAME, fault);
  return token;
}

/** The Person Data field that holds the address. */
export function parseEmailField(claims: SettingClaims, limits: Limits, report: Report): string {
  const name = claims.email_person_data_field;
  const fault = name === "" ? "missing" : findFault(name, limits.emailFields);
  if (fault !== null) report("email_person_data_field", fault);
  return name;
}

/** The Person Data field that holds the phone number; null where there is none. */
export function parsePhoneField(
  claims: SettingClaims,
  limits: Limits,
  report: Report,
): string | null {
  const name = claims.phone_person_data_field;
  if (name === "") return null;
  // By which field people may be looked up is limited, not by what.
  const fault = name === claims.email_person_data_field
    ? "duplicate"
    : findFault(name, limits.emailFields);
  if (fault === null) return name;
  report("phone_person_data_field", fault);
  return null;
}

/** The fields that are shown, in their order. */
export function parsePersonDataFields(
  claims: SettingClaims,
  limits: Limits,
  report: Report,
): readonly string[] {
  const names = listEntries(claims.person_data_field_list);
  if (names.length === 0 && claims.enable_recipient_view !== false) {
    report("person_data_field_list", "missing");
  }
  const fields = new Set<string>();
  for (const [index, name] of names.entries()) {
    const fault = fields.has(name) ? "duplicate" : findFault(name, limits.personData);
    if (fault === null) fields.add(name);
    else report("person_data_field_list", fault, index + 1);
  }
  return [...fields];
}

function listEntries(text: string): string[] {
  return text.split(",").map((entry) => entry.trim()).filter(Boolean);
}

/** What stands on the lines that are not empty; `position` counts all of them, from 1. */
export function listLines(text: string): { text: string; position: number }[] {
  return text.split("\n").map((line, index) => ({ text: line.trim(), position: index + 1 }))
    .filter(({ text }) => text !== "");
}

function findFault(
  name: string,
  allowed: readonly string[] | null,
): SettingFaultCode | null {
  return findFieldNameFault(name) ?? (isAdmitted(allowed, name) ? null : "not_allowed");
}

/** The fields whose values are withheld until they are asked for, whether they are shown or not. */
export function parseMaskedFields(claims: SettingClaims, report: Report): readonly string[] {
  const names = listEntries(claims.masked_person_data);
  for (const [index, name] of names.entries()) {
    const fault = findFieldNameFault(name);
    if (fault !== null) report("masked_person_data", fault, index + 1);
  }
  return [...new Set(names)];
}

const languageOfLabel: ReadonlyMap<string, string> = new Map(Object.entries(LANGUAGE_OF_LOCALE));

/** What agents read instead of a field's name, all of them or those of one language. */
export function parseLabels(claims: SettingClaims, report: Report): Record<string, string> {
  const labels: Record<string, string> = {};
  const fields = listEntries(claims.person_data_field_list);
  for (const [index, pair] of listEntries(claims.person_data_labels).entries()) {
    const [, name, locale, label] = /^([^=@]+)(?:@([^=]*))?=\s*(\S.*)$/.exec(pair)?.map((part) =>
      part?.trim()
    ) ?? [];
    const language = locale === undefined ? undefined : languageOfLabel.get(locale);
    const key = language === undefined ? `${name}` : `${name}@${language}`;
    const tell = (code: SettingFaultCode) => report("person_data_labels", code, index + 1);
    if (!name || !label) tell("label_malformed");
    else if (locale !== undefined && language === undefined) tell("label_language_unknown");
    else if (Object.hasOwn(labels, key)) tell("duplicate");
    else if (fields.length > 0 && !fields.includes(name)) tell("label_without_field");
    else labels[key] = label;
  }
  return labels;
}

/** The event of the creation; null where there is none. */
export function parseDoubleOptInEvent(
  claims: SettingClaims,
  limits: Limits,
  report: Report,
): string | null {
  const name = claims.double_opt_in_event;
  if (name === "") return null;
  if (isAdmitted(limits.events, name)) return name;
  report("double_opt_in_event", "not_allowed");
  return null;
}

/** Seconds; the default where they are faulty. */
export function parseCoolDown(claims: SettingClaims, report: Report): number {
  const text = claims.cool_down_seconds;
  if (text === "") return DEFAULT_COOL_DOWN_SECONDS;
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (seconds <= MAX_COOL_DOWN_SECONDS) return seconds;
  report("cool_down_seconds", "not_a_number");
  return DEFAULT_COOL_DOWN_SECONDS;
}

/** The tag that a ticket gets after an action; "" for none. */
export function parseTicketTag(claims: SettingClaims, report: Report): string {
  const tag = claims.ticket_tag;
  // What Zendesk takes: it would cut anything else, or make several tags of it.
  if (tag === "" || /^[\p{L}\p{N}_/-]{1,80}$/u.test(tag)) return tag;
  report("ticket_tag", "not_a_tag");
  return "";
}

/** What the badge says; null for none. */
export function parseEnvironment(claims: SettingClaims, report: Report): Settings["environment"] {
  const name = claims.agillic_environment.toLowerCase();
  if (name === "") return null;
  if (name === "staging" || name === "production") return name;
  report("agillic_environment", "not_an_environment");
  return null;
}
