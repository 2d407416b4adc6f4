import {
  type CHECKBOX_SETTINGS,
  type EventSlot,
  type SettingName,
  TEXT_SETTINGS,
  TOKEN_NAME,
} from "../../contract/settings.ts";
import { holdsCredential } from "../credentials.ts";
import { findFieldNameFault, isCredential } from "./agillic_values.ts";
import { isAdmitted, type Limits } from "./limits.ts";
import type { SettingClaims } from "./setting_claims.ts";
import type { ConfiguredEvent, SettingFaultCode, Settings } from "./settings.ts";

const DEFAULT_COOL_DOWN_SECONDS = 60;
const MAX_COOL_DOWN_SECONDS = 86_400;
const MAX_TOTAL_LENGTH = 16_000;

/** Tells a fault; `position` is the entry of a list, from 1. */
export type Report = (
  parameter: SettingName | typeof TOKEN_NAME,
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
  let [longest, total]: [SettingName, number] = [TEXT_SETTINGS[0], 0];
  for (const name of TEXT_SETTINGS) {
    const text = claims[name];
    if (holdsCredential(text)) {
      report(name, "holds_credential");
      claims[name] = "";
    }
    total += text.length;
    if (text.length > claims[longest].length) longest = name;
  }
  if (total > MAX_TOTAL_LENGTH) report(longest, "too_long");
}

/** Agillic's credential, without “Basic”. */
export function parseToken(given: string, report: Report): string {
  // The header copied whole is the commonest slip: the seed asks for it without “Basic”.
  const token = given.trim().replace(/^Basic\s+/i, "");
  // One that is not filled in may come as its placeholder.
  if (token === "" || token.startsWith("{{")) report(TOKEN_NAME, "missing");
  else if (!isCredential(token)) report(TOKEN_NAME, "not_base64");
  return token;
}

function reportFieldName(
  parameter: SettingName,
  name: string,
  report: Report,
  position: number | null = null,
): void {
  const fault = findFieldNameFault(name);
  if (fault !== null) report(parameter, fault, position);
}

/** The Person Data field that holds the address. */
export function parseEmailField(claims: SettingClaims, limits: Limits, report: Report): string {
  const name = claims.email_person_data_field;
  if (name === "") report("email_person_data_field", "missing");
  else if (!isAdmitted(limits.emailFields, name)) report("email_person_data_field", "not_allowed");
  else reportFieldName("email_person_data_field", name, report);
  return name;
}

/** The fields that are shown, in their order. */
export function parsePersonDataFields(
  claims: SettingClaims,
  limits: Limits,
  report: Report,
): readonly string[] {
  const names = claims.person_data_field_list.split(",").map((name) => name.trim()).filter(Boolean);
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    const position = index + 1;
    if (seen.has(name)) report("person_data_field_list", "duplicate", position);
    seen.add(name);
    reportFieldName("person_data_field_list", name, report, position);
    if (!isAdmitted(limits.personData, name)) {
      report("person_data_field_list", "not_allowed", position);
    }
  }
  if (names.length === 0 && claims.enable_recipient_view) {
    report("person_data_field_list", "missing");
  }
  return names;
}

/** What agents read instead of a field's name. */
export function parseLabels(claims: SettingClaims, report: Report): Record<string, string> {
  const labels: Record<string, string> = {};
  const pairs = claims.person_data_labels.split(",").map((pair) => pair.trim()).filter(Boolean);
  for (const [index, pair] of pairs.entries()) {
    const [, name, label] = /^([^=]+?)\s*=\s*(.+)$/.exec(pair) ?? [];
    if (!name || !label) report("person_data_labels", "label_malformed", index + 1);
    else if (Object.hasOwn(labels, name)) report("person_data_labels", "duplicate", index + 1);
    else labels[name] = label;
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
  if (!isAdmitted(limits.events, name)) report("double_opt_in_event", "not_allowed");
  return name;
}

/** The event of a slot; none where it is empty. */
export function parseEvent(
  slot: EventSlot,
  claims: SettingClaims,
  limits: Limits,
  report: Report,
): ConfiguredEvent[] {
  const name = claims[`event_${slot}_name`];
  const description = claims[`event_${slot}_description`];
  const label = claims[`event_${slot}_label`];
  if (name === "") {
    if (description !== "") report(`event_${slot}_name`, "description_without_name");
    else if (label !== "") report(`event_${slot}_name`, "label_without_name");
    return [];
  }
  if (!isAdmitted(limits.events, name)) report(`event_${slot}_name`, "not_allowed");
  return [{ slot, name, label: label || name, description }];
}

/** Seconds. */
export function parseCoolDown(claims: SettingClaims, report: Report): number {
  const text = claims.cool_down_seconds;
  if (text === "") return DEFAULT_COOL_DOWN_SECONDS;
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(seconds <= MAX_COOL_DOWN_SECONDS)) report("cool_down_seconds", "not_a_number");
  return seconds;
}

/** What the badge says; null for none. */
export function parseEnvironment(claims: SettingClaims, report: Report): Settings["environment"] {
  const name = claims.agillic_environment.toLowerCase();
  if (name === "") return null;
  if (name === "staging" || name === "production") return name;
  report("agillic_environment", "not_an_environment");
  return null;
}
