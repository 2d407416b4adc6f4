import type { EventSlot } from "../../contract/settings.ts";

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
  /** Whether the instance keeps unsubscribes and complaints by sending domain. */
  domainBasedUnsubscribe: boolean;
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

/** Settings that are whole, or every fault in them. */
export type ParsedSettings =
  | { settings: Settings; faults: readonly [] }
  | { settings: null; faults: readonly SettingFault[] };
