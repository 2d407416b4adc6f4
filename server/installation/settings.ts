import { parts } from "../../contract/parts.ts";
import { EVENT_SLOTS, type EventSlot, type SettingName } from "../../contract/settings.ts";
import { findFieldNameFault, isCredential } from "./agillic_values.ts";
import { parseClaims, type SettingClaims } from "./setting_claims.ts";

/** An event that an agent may trigger, as the administrator configured it. */
export type ConfiguredEvent = {
  slot: EventSlot;
  /** The name in Agillic. */
  name: string;
  /** What the agent reads instead of the name. */
  label: string;
  description: string;
};

/** The installation's settings, checked. `token` is a secret: never log or show it. */
export type Settings = {
  /** Base64 of key:secret, without “Basic ”. */
  token: string;
  views: { recipient: boolean; events: boolean; communications: boolean; creation: boolean };
  emailField: string;
  /** In the configured order. */
  personDataFields: readonly string[];
  /** Person Data field → what the agent reads instead. */
  labels: Readonly<Record<string, string>>;
  doubleOptInEvent: string | null;
  events: readonly ConfiguredEvent[];
  coolDownSeconds: number;
  environment: "staging" | "production" | null;
};

/** What is wrong with a setting; the words are the views'. */
export type SettingFaultCode =
  | "missing"
  | "not_base64"
  | "field_name_spaces"
  | "field_name_lower_case"
  | "field_name_characters"
  | "duplicate"
  | "description_without_name"
  | "label_without_name"
  | "label_malformed"
  | "not_a_number"
  | "not_an_environment"
  | "not_a_checkbox"
  | "not_allowed"
  | "holds_credential"
  | "too_long";

/**
 * One faulty setting: the manifest's parameter, the fault, and which entry of a list it is about, from 1 (null where
 * the setting is one value). What the setting holds is left out: it may be anything, also a secret.
 */
export type SettingFault = {
  parameter: string;
  code: SettingFaultCode;
  position: number | null;
};

/** Names that may be used whatever the settings say; null for no limit. */
export type SettingLimits = {
  allowedEvents: readonly string[] | null;
  allowedPersonData: readonly string[] | null;
};

/** Settings that are whole, or every fault in them. */
export type ParsedSettings =
  | { settings: Settings; faults: readonly [] }
  | { settings: null; faults: readonly SettingFault[] };

const DEFAULT_COOL_DOWN_SECONDS = 60;
const MAX_COOL_DOWN_SECONDS = 86_400;

type Report = (parameter: SettingName, code: SettingFaultCode, position?: number | null) => void;

/** Reads the settings' claims; never throws, and names every fault at once. */
export function parseSettings(
  claims: Record<string, unknown>,
  limits: SettingLimits,
): ParsedSettings {
  const c = parseClaims(claims);
  const faults: SettingFault[] = [];
  const report: Report = (parameter, code, position = null) =>
    faults.push({ parameter, code, position });

  const settings: Settings = {
    token: parseToken(c, report),
    views: {
      recipient: parseCheckbox(parts.recipient.setting, c, report),
      events: parseCheckbox(parts.events.setting, c, report),
      communications: parseCheckbox(parts.communications.setting, c, report),
      creation: parseCheckbox(parts.create.setting, c, report),
    },
    emailField: parseEmailField(c, report),
    personDataFields: parsePersonDataFields(c, limits, report),
    labels: parseLabels(c, report),
    doubleOptInEvent: parseDoubleOptInEvent(c, limits, report),
    events: EVENT_SLOTS.flatMap((slot) => parseEvent(slot, c, limits, report)),
    coolDownSeconds: parseCoolDown(c, report),
    environment: parseEnvironment(c, report),
  };
  return faults.length > 0 ? { settings: null, faults } : { settings, faults: [] };
}

function parseCheckbox(
  parameter: `enable_${string}` & SettingName,
  claims: SettingClaims,
  report: Report,
): boolean {
  const checked = claims[parameter];
  if (checked === null) report(parameter, "not_a_checkbox");
  return checked === true;
}

function parseToken(claims: SettingClaims, report: Report): string {
  // The header copied whole is the commonest slip: the seed asks for it without “Basic”.
  const token = claims.base64_encoded_token.replace(/^Basic\s+/i, "");
  if (token === "") report("base64_encoded_token", "missing");
  else if (!isCredential(token)) report("base64_encoded_token", "not_base64");
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

function parseEmailField(claims: SettingClaims, report: Report): string {
  const name = claims.email_person_data_field;
  if (name === "") report("email_person_data_field", "missing");
  else reportFieldName("email_person_data_field", name, report);
  return name;
}

function parsePersonDataFields(
  claims: SettingClaims,
  limits: SettingLimits,
  report: Report,
): readonly string[] {
  const names = claims.person_data_field_list.split(",").map((name) => name.trim()).filter(Boolean);
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    const position = index + 1;
    if (seen.has(name)) report("person_data_field_list", "duplicate", position);
    seen.add(name);
    reportFieldName("person_data_field_list", name, report, position);
    if (limits.allowedPersonData !== null && !limits.allowedPersonData.includes(name)) {
      report("person_data_field_list", "not_allowed", position);
    }
  }
  if (names.length === 0 && claims.enable_recipient_view) {
    report("person_data_field_list", "missing");
  }
  return names;
}

function parseLabels(claims: SettingClaims, report: Report): Record<string, string> {
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

function parseDoubleOptInEvent(
  claims: SettingClaims,
  limits: SettingLimits,
  report: Report,
): string | null {
  const name = claims.double_opt_in_event;
  if (name === "") return null;
  if (isForbidden(name, limits)) report("double_opt_in_event", "not_allowed");
  return name;
}

function isForbidden(event: string, limits: SettingLimits): boolean {
  return limits.allowedEvents !== null && !limits.allowedEvents.includes(event);
}

function parseEvent(
  slot: EventSlot,
  claims: SettingClaims,
  limits: SettingLimits,
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
  if (isForbidden(name, limits)) report(`event_${slot}_name`, "not_allowed");
  return [{ slot, name, label: label || name, description }];
}

function parseCoolDown(claims: SettingClaims, report: Report): number {
  const text = claims.cool_down_seconds;
  if (text === "") return DEFAULT_COOL_DOWN_SECONDS;
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(seconds <= MAX_COOL_DOWN_SECONDS)) report("cool_down_seconds", "not_a_number");
  return seconds;
}

function parseEnvironment(claims: SettingClaims, report: Report): Settings["environment"] {
  const name = claims.agillic_environment.toLowerCase();
  if (name === "") return null;
  if (name === "staging" || name === "production") return name;
  report("agillic_environment", "not_an_environment");
  return null;
}
