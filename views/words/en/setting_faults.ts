/** How to correct each fault of a setting: the catalogue that decides which keys exist. */
export const settingFaults = {
  missing: "It is not filled in. Fill it in.",
  not_base64:
    "It is not the Base64 value of an API key and its secret. Copy the value behind “Basic” in the Authorization header.",
  field_name_spaces:
    "“{value}” has a space in it. Person Data names have none: write it as Agillic does, and a comma between two names.",
  field_name_lower_case:
    "“{value}” has small letters. Agillic's names are upper case: write it exactly as it stands in Agillic.",
  field_name_characters:
    "“{value}” has a character that no Person Data name has. Letters, digits and underscores are allowed.",
  duplicate: "“{value}” is there twice. Take one away.",
  description_without_name:
    "There is a description (“{value}”) but no event name. Fill in the name, or empty the description.",
  label_without_name:
    "There is a label (“{value}”) but no event name. Fill in the name, or empty the label.",
  label_malformed:
    "“{value}” is not of the form NAME=Label. Write one pair after the other, with commas between.",
  not_a_number: "“{value}” is not a number of seconds from 0 to 86400.",
  not_an_environment: "“{value}” is neither staging nor production. Write one of them, or nothing.",
  not_a_checkbox: "It is neither checked nor unchecked. Save the app's settings again.",
  not_allowed:
    "“{value}” is not among the names that this server allows. Use one of them, or ask those who run it.",
} as const;

/** What every other language has to say. */
export type SettingFaultCopy = Record<keyof typeof settingFaults, string>;
