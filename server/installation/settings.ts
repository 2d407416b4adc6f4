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
  | "not_allowed";

/** One faulty setting: the manifest's parameter, the fault, and the part of the value it is about ("" for none). */
export type SettingFault = { parameter: string; code: SettingFaultCode; value: string };

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

type Report = (parameter: SettingName, code: SettingFaultCode, value?: string) => void;

/** Reads the settings' claims; never throws, and names every fault at once. */
export function parseSettings(
  claims: Record<string, unknown>,
  limits: SettingLimits,
): ParsedSettings {
  const c = parseClaims(claims);
  const faults: SettingFault[] = [];
  const report: Report = (parameter, code, value = "") => faults.push({ parameter, code, value });

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

function reportFieldName(parameter: SettingName, name: string, report: Report): void {
  const fault = findFieldNameFault(name);
  if (fault !== null) report(parameter, fault, name);
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
  for (const name of names) {
    if (seen.has(name)) report("person_data_field_list", "duplicate", name);
    seen.add(name);
    reportFieldName("person_data_field_list", name, report);
    if (limits.allowedPersonData !== null && !limits.allowedPersonData.includes(name)) {
      report("person_data_field_list", "not_allowed", name);
    }
  }
  if (names.length === 0 && claims.enable_recipient_view) {
    report("person_data_field_list", "missing");
  }
  return names;
}

function parseLabels(claims: SettingClaims, report: Report): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const pair of claims.person_data_labels.split(",").map((p) => p.trim()).filter(Boolean)) {
    const [, name, label] = /^([^=]+?)\s*=\s*(.+)$/.exec(pair) ?? [];
    if (!name || !label) report("person_data_labels", "label_malformed", pair);
    else if (Object.hasOwn(labels, name)) report("person_data_labels", "duplicate", name);
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
  if (isForbidden(name, limits)) report("double_opt_in_event", "not_allowed", name);
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
    if (description !== "") report(`event_${slot}_name`, "description_without_name", description);
    else if (label !== "") report(`event_${slot}_name`, "label_without_name", label);
    return [];
  }
  if (isForbidden(name, limits)) report(`event_${slot}_name`, "not_allowed", name);
  return [{ slot, name, label: label || name, description }];
}

function parseCoolDown(claims: SettingClaims, report: Report): number {
  const text = claims.cool_down_seconds;
  if (text === "") return DEFAULT_COOL_DOWN_SECONDS;
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(seconds <= MAX_COOL_DOWN_SECONDS)) report("cool_down_seconds", "not_a_number", text);
  return seconds;
}

function parseEnvironment(claims: SettingClaims, report: Report): Settings["environment"] {
  const name = claims.agillic_environment.toLowerCase();
  if (name === "") return null;
  if (name === "staging" || name === "production") return name;
  report("agillic_environment", "not_an_environment", claims.agillic_environment);
  return null;
}
