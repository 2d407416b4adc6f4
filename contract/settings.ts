/** The places for events in the settings. */
export const EVENT_SLOTS = [1, 2, 3] as const;
/** One of the places for events. */
export type EventSlot = typeof EVENT_SLOTS[number];

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
  "domain_based_unsubscribe",
  "note_on_ticket",
] as const;

/** All settings that are written, but for the credential. */
export const TEXT_SETTINGS = [
  "email_person_data_field",
  "person_data_field_list",
  "person_data_labels",
  "double_opt_in_event",
  ...EVENT_SLOTS.flatMap((slot) =>
    [`event_${slot}_name`, `event_${slot}_label`, `event_${slot}_description`] as const
  ),
  "cool_down_seconds",
  "agillic_environment",
  "ticket_tag",
  "target_groups",
  "tables",
] as const;

/** The settings that Zendesk's proxy signs for the server, named like the manifest's parameters. */
export const SETTING_NAMES = [...CHECKBOX_SETTINGS, ...TEXT_SETTINGS] as const;
/** The name of a setting. */
export type SettingName = typeof SETTING_NAMES[number];
export { SECRET_NAME, TOKEN_NAME } from "./session.ts";
