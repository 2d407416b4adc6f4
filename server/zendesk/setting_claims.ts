import { z } from "zod";

const PLACEHOLDER = /^\{\{\s*setting\.[^}]*\}\}$/;

// Not filled in: empty, absent, null, or the placeholder itself; Zendesk documents none of them.
const text = z.preprocess(
  (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return String(value);
    return typeof value === "string" && PLACEHOLDER.test(value.trim()) ? "" : value;
  },
  z.string().trim(),
).catch("");

const checkbox = z.preprocess(
  (value) => typeof value === "string" ? value.trim().toLowerCase() : value,
  z.union([z.boolean(), z.enum(["true", "1"]).transform(() => true)]),
);
// Null is neither checked nor unchecked.
const uncheckedWhenUnset = z.preprocess((value) => {
  const unset = value === null || value === undefined || value === "" || value === "false" ||
    value === "0";
  return unset || (typeof value === "string" && PLACEHOLDER.test(value.trim())) ? false : value;
}, checkbox.nullable().catch(null));

/** The claims of the settings token, named like the manifest's parameters. */
export const SETTING_CLAIMS = {
  base64_encoded_token: text,
  enable_recipient_view: uncheckedWhenUnset,
  enable_event_trigger_view: uncheckedWhenUnset,
  enable_communication_history_view: uncheckedWhenUnset,
  enable_recipient_creation_view: uncheckedWhenUnset,
  email_person_data_field: text,
  person_data_field_list: text,
  double_opt_in_event: text,
  event_1_name: text,
  event_1_description: text,
  event_1_label: text,
  event_2_name: text,
  event_2_description: text,
  event_2_label: text,
  event_3_name: text,
  event_3_description: text,
  event_3_label: text,
  person_data_labels: text,
  cool_down_seconds: text,
  agillic_environment: text,
} as const;

/** Reads the claims, whatever Zendesk made of settings that are not filled in; takes anything. */
export const settingClaims = z.object(SETTING_CLAIMS);
/** The settings as text and checks, not looked at yet. */
export type SettingClaims = z.infer<typeof settingClaims>;
