/** The events that have settings of their own. */
export const OWN_EVENT_SLOTS = [1, 2, 3] as const;
/** The events of `more_events`, in the order of its lines. */
export const LISTED_EVENT_SLOTS = [4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** The places for events in the settings. */
export const EVENT_SLOTS = [...OWN_EVENT_SLOTS, ...LISTED_EVENT_SLOTS] as const;
/** One of the places for events. */
export type EventSlot = typeof EVENT_SLOTS[number];

/** What is filled in of an event that has settings of its own. */
export const EVENT_PARTS = ["name", "description", "label", "context", "resume_event"] as const;

/** The checkboxes that switch views on. */
export const VIEW_SETTINGS = [
  "enable_recipient_view",
  "enable_event_trigger_view",
  "enable_communication_history_view",
  "enable_recipient_creation_view",
] as const;

/** All settings that are ticked. */
export const CHECKBOX_SETTINGS = [
  ...VIEW_SETTINGS,
  "agillic_oauth",
  "domain_based_unsubscribe",
  "note_on_ticket",
] as const;

/** All settings that are written, except the credential. */
export const TEXT_SETTINGS = [
  "email_person_data_field",
  "phone_person_data_field",
  "person_data_field_list",
  "person_data_labels",
  "masked_person_data",
  "double_opt_in_event",
  ...OWN_EVENT_SLOTS.flatMap((slot) => EVENT_PARTS.map((part) => `event_${slot}_${part}` as const)),
  "more_events",
  "cool_down_seconds",
  "agillic_environment",
  "ticket_tag",
  "target_groups",
  "tables",
] as const;

/** Those whose entries are lines. */
export const MULTILINE_SETTINGS: readonly string[] = ["more_events", "target_groups", "tables"];

/** The settings that Zendesk's proxy signs for the server, named like the manifest's parameters. */
export const SETTING_NAMES = [...CHECKBOX_SETTINGS, ...TEXT_SETTINGS] as const;
/** The name of a setting. */
export type SettingName = typeof SETTING_NAMES[number];
export { SECRET_NAME, TOKEN_NAME } from "./session.ts";
