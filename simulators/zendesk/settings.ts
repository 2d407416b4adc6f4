/** An installation's settings by parameter name; an empty text and an absent name both mean "not filled in". */
export type Settings = Readonly<Record<string, string | boolean>>;

/** The secret with which the simulator's settings are signed, for the server that is to believe them. */
export const DEVELOPMENT_SETTINGS_SECRET = "development-settings-secret-0123456789abcdef";

/** The signing secret of the simulator's webhook, for the server that is to believe it. */
export const DEVELOPMENT_WEBHOOK_SECRET = "development-webhook-secret-0123456789abcdef";

/** Settings with which everything works against the Agillic simulator. */
export const DEFAULT_SETTINGS: Settings = {
  title: "Agillic",
  base64_encoded_token: btoa("agillic-key:agillic-secret"),
  settings_secret: DEVELOPMENT_SETTINGS_SECRET,
  agillic_oauth: false,
  enable_recipient_view: true,
  enable_event_trigger_view: true,
  enable_communication_history_view: true,
  enable_recipient_creation_view: true,
  email_person_data_field: "EMAIL",
  phone_person_data_field: "",
  person_data_field_list:
    "FIRSTNAME,LASTNAME,EMAIL,MSISDN,CITY,BIRTHDATE,CUSTOMER_SINCE,EMAIL_PERMISSION,EMAIL_PERMISSION_UPDATE,LOYALTY_POINTS,FAVOURITE_PRODUCT,MEMBER",
  person_data_labels: "FIRSTNAME=First name, LASTNAME=Last name, MSISDN=Mobile",
  masked_person_data: "",
  domain_based_unsubscribe: false,
  double_opt_in_event: "double_opt_in",
  event_1_name: "welcome_event",
  event_1_label: "Welcome mail",
  event_1_description: "Sends the welcome mail with the ten best sellers",
  event_1_context: "",
  event_1_resume_event: "",
  event_2_name: "double_opt_in",
  event_2_label: "Confirmation mail",
  event_2_description: "Sends the confirmation mail again",
  event_2_context: "",
  event_2_resume_event: "",
  event_3_name: "pause_communication",
  event_3_label: "Pause marketing",
  event_3_description: "Stops all marketing for 14 days",
  event_3_context: "",
  event_3_resume_event: "",
  more_events: "",
  cool_down_seconds: "60",
  agillic_environment: "staging",
  note_on_ticket: false,
  ticket_tag: "",
  target_groups: "",
  tables: "",
};

/** With which the simulator is served: laid over the above, for what the server has to be told of besides. */
export const SERVED_SETTINGS: Settings = { event_3_resume_event: "resume_communication" };
