/** How to correct each fault of a setting: the catalogue that decides which keys exist. */
export const settingFaults = {
  missing: "It is not filled in. Fill it in.",
  token_with_scheme:
    "There is a word before the value. Paste only what follows “Basic” in the Authorization header.",
  token_line_break: "It contains a line break. Paste the value again, on one line.",
  token_space: "It contains a space. Paste the value again, without spaces.",
  token_quotes: "It contains quotation marks. Paste only the value between them.",
  not_base64:
    "It is not the Base64 value of an API key and its secret. Encode KEY:SECRET in Base64, and paste the result.",
  token_no_colon:
    "Decoded, it contains no colon. Encode the API key, a colon and the secret together.",
  token_half:
    "Decoded, one side of the colon is empty. Encode the API key, a colon and the secret together.",
  token_line_break_inside:
    "Decoded, it contains a line break. Encode KEY:SECRET again without one: “printf” adds none, “echo” does.",
  token_space_inside:
    "Decoded, there is a space before or after the key or the secret. Encode KEY:SECRET again without it.",
  token_quotes_inside: "Decoded, it is in quotation marks. Encode KEY:SECRET again without them.",
  secret_unknown:
    "The secret in Zendesk is not the one that the server knows. Ask those who run the server for the right one, and paste it again.",
  no_view: "No view is switched on, so agents see nothing. Switch on at least one.",
  no_event: "Events are switched on, but none is filled in. Fill in a name, or switch events off.",
  field_name_spaces:
    "{subject} has a space in it. Person Data names have none: write it as Agillic does, and a comma between two names.",
  field_name_lower_case:
    "{subject} has small letters. Agillic’s names are upper case: write it exactly as it stands in Agillic.",
  field_name_characters:
    "{subject} has a character that no Person Data name has. Use letters, digits and underscores only.",
  duplicate: "{subject} is there twice. Remove one of the two.",
  description_without_name:
    "There is a description but no event name. Fill in the name, or empty the description.",
  label_without_name: "There is a label but no event name. Fill in the name, or empty the label.",
  context_without_name:
    "There is a context but no event name. Fill in the name, or empty the context.",
  resume_event_without_name:
    "There is a resume event but no event name. Fill in the name, or empty the resume event.",
  context_malformed:
    "{subject} has a context that is not of the form schema: KEY=Label, KEY=Label (number, required), KEY=Label (A|B). Correct it: the event is not shown until then.",
  line_malformed:
    "{subject} is not of the form name | label | description | context | resume event. Start with the name, and use at most five parts.",
  too_many_lines: "{subject} is one too many. Nine events fit here: remove the others.",
  label_malformed:
    "{subject} is not of the form NAME=Label. Write one pair after the other, with commas between.",
  label_without_field:
    "{subject} is for a field that is not in the list. Add the field to the list, or remove the label.",
  label_language_unknown:
    "{subject} is for a language that this app does not have. Write en, da, sv, no or de after the @, or leave both out.",
  not_a_number: "It is not a number of seconds from 0 to 86400. Write one, or leave it empty.",
  not_a_tag: "It is not a tag. Use letters, digits, “_”, “-” and “/”, without spaces.",
  table_malformed:
    "{subject} is not of the form TABLE: COLUMN, COLUMN | Title. Name the table, a colon, and one to twenty columns with commas between.",
  table_characters:
    "{subject} has a name with a character that no table or column has. Use letters, digits and underscores only.",
  not_an_environment: "It is neither staging nor production. Write one of them, or leave it empty.",
  not_a_checkbox: "It is neither checked nor unchecked. Save the app’s settings again.",
  view_not_allowed:
    "The server does not allow this view. Switch it off, or ask those who run the server.",
  not_allowed:
    "{subject} is not among the names that this server allows. Use one of them, or ask those who run it.",
  holds_credential:
    "{subject} contains something that looks like a password or a token: remove it.",
  too_long: "Together the settings are longer than 16,000 characters: shorten them.",
} as const;

/** What a fault is about: the setting, or one entry of the list that it holds. */
export const faultSubjects = {
  setting: "It",
  entry: "Entry {position}",
  line: "Line {position}",
} as const;

/** What every other language has to say of faults. */
export type SettingFaultCopy = Record<keyof typeof settingFaults, string>;

/** What every other language calls the setting, and one entry. */
export type FaultSubjectCopy = Record<keyof typeof faultSubjects, string>;
