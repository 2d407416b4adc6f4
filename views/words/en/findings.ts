/** What the configuration check finds, and how to correct it: the catalogue that decides which keys exist. */
export const findings = {
  "words.settings_good": "Every setting is filled in correctly.",
  "words.token_good": "Agillic accepts the token. It is sent with each call (Basic).",
  "words.token_exchanged":
    "Agillic accepts the token, and exchanges it for a short-lived one (OAuth2).",
  "words.exchange_failed":
    "Agillic does not exchange the token for a short-lived one (OAuth2), so nothing can be shown.",
  "words.fields_known": "All fields that are shown are in Agillic: {count}.",
  "words.fields_none": "No fields are chosen, and the Recipient View is off.",
  "words.field_unknown": "Agillic has no Person Data field {field}.",
  "words.email_field_unique": "Agillic finds recipients by {field}, which is unique.",
  "words.phone_field_unique": "Agillic finds recipients by {field}, too, which is unique.",
  "words.event_known": "Agillic knows the event “{event}”.",
  "words.creation_off": "Not needed: the Recipient Creation View is off.",
  "words.email_status_readable": "Agillic’s table EMAIL_STATUS can be read.",
  "words.email_status_missing":
    "Agillic has no table EMAIL_STATUS, so agents are not told who has unsubscribed.",
  "words.email_status_unchecked":
    "The table EMAIL_STATUS can be checked only on a test recipient who is in Agillic.",
  "words.groups_known": "All target groups that may be shown are in Agillic: {count}.",
  "words.group_unknown": "Agillic has no target group “{group}”.",
  "words.tables_known": "Agillic has all tables and columns that may be shown. Tables: {count}.",
  "words.table_unknown": "Agillic has no one-to-many table {table}.",
  "words.column_unknown": "Agillic’s table {table} has no column {column}.",
  "words.discovery_missing": "Could not be checked: Agillic does not list them.",
  "words.test_recipient_missing": "The event “{event}” cannot be checked without a test recipient.",
  "words.test_recipient_malformed":
    "The event “{event}” was not checked: the test recipient is not an e-mail address.",
  "words.test_recipient_not_found":
    "The event “{event}” was not checked: the test recipient was not found in Agillic.",
  "words.after_settings": "Not checked: the settings must be corrected first.",
  "words.after_token": "Not checked: the token must be corrected first.",
  "words.after_email_field": "Not checked: the email field must be corrected first.",
  "words.after_agillic": "Not checked: Agillic gave no usable answer.",
  "words.webhook_verifiable":
    "What is paused is resumed when Zendesk says that the ticket is solved. Signing secrets: {secrets}.",
  "words.webhook_secret_missing":
    "The server has no signing secret for Zendesk’s webhook, so it does not resume what an event pauses.",
  "words.store_good": "Actions can be recorded.",
  "words.store_unusable": "Actions cannot be recorded, so agents can trigger and create nothing.",
  "words.clock_good": "Within {seconds} s of Agillic’s clock.",
  "words.clock_ahead": "The clock of the machine that checks is {seconds} s ahead of Agillic’s.",
  "words.clock_behind": "The clock of the machine that checks is {seconds} s behind Agillic’s.",
  "words.clock_unknown": "No answer from Agillic said what time it is.",
  "words.keys_good":
    "The server can open what it seals. Session keys: {keys}. Settings secrets: {secrets}.",
  "words.keys_unusable": "The server cannot open what it seals.",
  "words.read_only_off": "Actions are switched on.",
  "words.read_only_unneeded": "Actions are switched off on the server, and the settings show none.",
  "words.read_only_on":
    "Actions are switched off on the server, so agents can trigger and create nothing.",

  "next.setting_faulty": "Correct it in the app’s settings, in Zendesk’s Admin Center.",
  "next.token_invalid":
    "Update “{label}” in the app’s settings with a valid value: the Base64 value of an API key and its secret.",
  "next.exchange_failed":
    "Correct the token in the app’s settings, or clear “{label}” there so that it is sent with each call.",
  "next.field_close": "Did you mean {close}? Correct “{label}” in the app’s settings.",
  "next.field_unknown":
    "Correct “{label}” in the app’s settings: Agillic lists its fields under Settings -> System Settings -> Person Data.",
  "next.name_unknown":
    "Correct “{label}” in the app’s settings: write the name exactly as it stands in Agillic.",
  "next.email_field_not_unique":
    "Set the email field as unique in Agillic, under Settings -> System Settings -> Person Data, or name a unique one in “{label}” in the app’s settings.",
  "next.phone_field_not_unique":
    "Set the phone field as unique in Agillic, under Settings -> System Settings -> Person Data, or clear “{label}” in the app’s settings.",
  "next.event_not_valid": "Correct the Agillic event name in “{label}” in the app’s settings.",
  "next.creation_event_missing":
    "Set up an event and the necessary flow in Agillic, and name the event in “{label}” in the app’s settings.",
  "next.email_status_missing":
    "Clear “{label}” in the app’s settings, or switch domain-based unsubscribe on in Agillic.",
  "next.test_recipient": "Check again with a test recipient who is in Agillic.",
  "next.webhook_secret_missing":
    "On the server: set WEBHOOK_SECRETS, or webhookSecrets in ACCOUNTS, to the webhook’s signing secret in Zendesk.",
  "next.store_unusable":
    "On the server: check that a database is attached, that DATABASE_URL can be reached, or that KV_PATH names a file that can be written.",
  "next.clock":
    "Set the machine’s clock by NTP: when it is off by more than 60 s, Zendesk’s signatures are refused.",
  "next.keys_unusable": "On the server: set a new SESSION_KEYS. deno task keys makes one.",
  "next.read_only_on": "On the server: set READ_ONLY to 0 to switch them on again.",
} as const;

/** What every other language has to say. */
export type FindingCopy = Record<keyof typeof findings, string>;
