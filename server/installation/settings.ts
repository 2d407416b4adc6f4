import type { EventSlot, SECRET_NAME, SettingName, TOKEN_NAME } from "../../contract/settings.ts";

/** An event that an agent may trigger, as the administrator configured it. */
export type ConfiguredEvent = {
  slot: EventSlot;
  /** The name in Agillic. */
  name: string;
  /** What the agent reads instead of the name. */
  label: string;
  description: string;
  /** What the agent is asked for before it is triggered; null for nothing. */
  context: EventContext | null;
  /** The event that undoes it, such as one that ends a pause; null for none. */
  resumeEvent: string | null;
};

/** What is sent with an event: values by the keys of a context schema of Agillic. */
export type EventContext = { schema: string; parameters: readonly EventParameter[] };

/** One value that is sent with an event. */
export type EventParameter = {
  key: string;
  label: string;
  type: "text" | "number" | "date" | "choice";
  isRequired: boolean;
  /** Of a choice; else none. */
  choices: readonly string[];
};

/** A one-to-many table that an agent may open. */
export type ConfiguredTable = {
  /** The name in Agillic. */
  name: string;
  /** What the agent reads instead of the name. */
  title: string;
  /** In the configured order, in whichever case they were written. */
  columns: readonly string[];
};

/** The installation's settings, checked. `token` is a secret: never log or show it. */
export type Settings = {
  /** Base64 of key:secret, without “Basic ”. */
  token: string;
  /** Whether it is exchanged for a bearer token instead of being sent. */
  oauth: boolean;
  views: { recipient: boolean; events: boolean; communications: boolean; creation: boolean };
  emailField: string;
  /** By which those are looked up whom no address finds; null where they are not. */
  phoneField: string | null;
  /** In the configured order. */
  personDataFields: readonly string[];
  /** Person Data field, or `FIELD@da` for one language alone → what the agent reads instead. */
  labels: Readonly<Record<string, string>>;
  /** Fields whose values are withheld until an agent asks for one of them; not all of them need be shown. */
  maskedFields: readonly string[];
  /** Whether the instance keeps unsubscribes and complaints by sending domain. */
  domainBasedUnsubscribe: boolean;
  doubleOptInEvent: string | null;
  events: readonly ConfiguredEvent[];
  coolDownSeconds: number;
  environment: "staging" | "production" | null;
  /** Whether what was done is noted on the ticket, and the tag that the ticket gets ("" for none). */
  noteOnTicket: boolean;
  ticketTag: string;
  /** The target groups that may be shown, in the configured order. */
  targetGroups: readonly string[];
  tables: readonly ConfiguredTable[];
};

/** The name of a parameter in the manifest. */
export type Parameter = SettingName | typeof TOKEN_NAME | typeof SECRET_NAME;

/** What is wrong with a setting; the words are the views'. */
export type SettingFaultCode =
  | "missing"
  | TokenFault
  | "secret_unknown"
  | "no_view"
  | "no_event"
  | "field_name_spaces"
  | "field_name_lower_case"
  | "field_name_characters"
  | "duplicate"
  | "description_without_name"
  | "label_without_name"
  | "context_without_name"
  | "resume_event_without_name"
  | "context_malformed"
  | "line_malformed"
  | "too_many_lines"
  | "label_malformed"
  | "label_without_field"
  | "label_language_unknown"
  | "not_a_number"
  | "not_an_environment"
  | "not_a_tag"
  | "table_malformed"
  | "table_characters"
  | "not_a_checkbox"
  | "view_not_allowed"
  | "not_allowed"
  | "holds_credential"
  | "too_long";

/** Why a text cannot be Agillic's credential; `_inside` is said of what it decodes to. */
export type TokenFault =
  | "token_with_scheme"
  | "token_line_break"
  | "token_space"
  | "token_quotes"
  | "not_base64"
  | "token_no_colon"
  | "token_half"
  | "token_line_break_inside"
  | "token_space_inside"
  | "token_quotes_inside";

/**
 * One faulty setting: the manifest's parameter, the fault, and which entry of a list it is about, from 1 (null where
 * the setting is one value). What the setting holds is left out: it may be anything, also a secret.
 */
export type SettingFault = {
  parameter: Parameter;
  code: SettingFaultCode;
  position: number | null;
};

/** The settings without what is faulty in them, null where nothing can be shown without that; and every fault. */
export type ParsedSettings = { settings: Settings | null; faults: readonly SettingFault[] };
