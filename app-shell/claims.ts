/** The settings that Zendesk's proxy signs for the server, named like the manifest's parameters. */
export const SETTING_NAMES = [
  "base64_encoded_token",
  "enable_recipient_view",
  "enable_event_trigger_view",
  "enable_communication_history_view",
  "enable_recipient_creation_view",
  "email_person_data_field",
  "person_data_field_list",
  "double_opt_in_event",
  "event_1_name",
  "event_1_description",
  "event_1_label",
  "event_2_name",
  "event_2_description",
  "event_2_label",
  "event_3_name",
  "event_3_description",
  "event_3_label",
  "person_data_labels",
  "cool_down_seconds",
  "agillic_environment",
] as const;

/** The parameter that signs; it never leaves Zendesk. */
export const SECRET_NAME = "settings_secret";

/** The claims that the proxy fills in and signs: this code never sees a setting's value. */
export function claimsOf(installationId: string): Record<string, string> {
  const placeholders = SETTING_NAMES.map((name) => [name, `{{setting.${name}}}`]);
  return { installation_id: installationId, ...Object.fromEntries(placeholders) };
}
