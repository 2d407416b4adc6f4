/** What went wrong, in English: the catalogue that decides which keys and placeholders exist. */
export const problems = {
  "problem.details": "Details",
  "problem.copyDetails": "Copy details",
  "problem.code": "Code",
  "problem.status": "Status",
  "problem.time": "Time (UTC)",
  "problem.request": "Request",

  "problem.recipient_not_found.title": "Recipient not found",
  "problem.recipient_not_found.what": "{address} is not a recipient in Agillic.",
  "problem.recipient_not_found.next": "No action is needed.",
  "problem.requester_without_email.title": "No e-mail address",
  "problem.requester_without_email.what":
    "The requester of this ticket has no e-mail address, and Agillic finds recipients by it.",
  "problem.requester_without_email.next": "Add the address to the requester’s profile in Zendesk.",
  "problem.user_without_email.title": "No e-mail address",
  "problem.user_without_email.what":
    "This user has no e-mail address, and Agillic finds recipients by it.",
  "problem.user_without_email.next": "Add the address to the user’s profile in Zendesk.",
  "problem.requester_not_chosen.title": "Choose a requester",
  "problem.requester_not_chosen.what": "Nobody has been chosen for this ticket yet.",
  "problem.requester_not_chosen.next": "What Agillic knows appears here as soon as somebody is.",
  "problem.event_not_valid.title": "Error Response Code: 404",
  "problem.event_not_valid.what": "The event “{event}” is not valid in this Agillic instance.",
  "problem.event_not_valid.next":
    "Forward this to your administrator, who corrects the event name in the app’s settings.",
  "problem.table_not_found.title": "Table not found",
  "problem.table_not_found.what":
    "Agillic has no such one-to-many table, or it is no longer in the app’s settings.",
  "problem.table_not_found.next":
    "Forward this to your administrator, who corrects “Tables” in the app’s settings.",
  "problem.email_field_not_unique.title": "Error Response Code: 400",
  "problem.email_field_not_unique.what": "The email field {field} is not set as unique in Agillic.",
  "problem.email_field_not_unique.next":
    "Forward this to your administrator, who sets the email field as unique in Agillic.",
  "problem.token_invalid.title": "Error Response Code: 403",
  "problem.token_invalid.what": "The Base64 encoded token is invalid.",
  "problem.token_invalid.next":
    "Forward this to your administrator, who updates “Base64 Encoded Token” in the app’s settings.",
  "problem.creation_event_missing.title": "Error Response Code: Configuration Error",
  "problem.creation_event_missing.what": "Error Response Body: Event required to create recipient",
  "problem.creation_event_missing.next":
    "Forward this to your administrator, who sets “Double Opt-in Event for Creation” in the app’s settings.",
  "problem.recipient_exists.title": "Created meanwhile",
  "problem.recipient_exists.what": "Somebody else has just created this recipient.",
  "problem.recipient_exists.next": "Nothing was created again or triggered.",
  "problem.settings_invalid.title": "The app’s settings need mending",
  "problem.settings_invalid.what": "This cannot be shown, because these settings are faulty:",
  "problem.settings_invalid.next":
    "Forward this to your administrator, who mends them in Zendesk’s Admin Center.",
  "problem.input_refused.title": "This cannot be shown",
  "problem.input_refused.what":
    "Something that Zendesk sent looks like a password or a token, so it was refused.",
  "problem.input_refused.next":
    "Check the requester’s name and address in Zendesk. If they are right, tell your administrator.",
  "problem.rate_limited.title": "Agillic is busy",
  "problem.rate_limited.what": "Agillic takes no more calls for a moment. Nothing was changed.",
  "problem.rate_limited.next": "Wait a little, then try again.",
  "problem.agillic_timeout.title": "Agillic took too long",
  "problem.agillic_timeout.what": "No answer came within ten seconds.",
  "problem.agillic_timeout.next":
    "Try again. If it stays so, forward the details to your administrator.",
  "problem.agillic_unavailable.title": "Agillic cannot be reached",
  "problem.agillic_unavailable.what": "Agillic answered that it is unavailable, or not at all.",
  "problem.agillic_unavailable.next":
    "Try again. If it stays so, forward the details to your administrator.",
  "problem.agillic_answer_unknown.title": "Agillic gave an unknown answer",
  "problem.agillic_answer_unknown.what": "The answer has a form that this app does not know.",
  "problem.agillic_answer_unknown.next":
    "Try again. If it stays so, forward the details to your administrator.",
  "problem.requester_changed.title": "The requester has changed",
  "problem.requester_changed.what":
    "This was shown for another requester or ticket. Nothing was sent.",
  "problem.requester_changed.next": "Check who is shown now, then trigger again.",
  "problem.action_expired.title": "Out of date",
  "problem.action_expired.what":
    "A button works for 30 minutes, and only while the app’s settings stay the same. Nothing was sent.",
  "problem.action_expired.next": "Check that all is still right, then trigger again.",
  "problem.cooling_down.title": "Triggered just now",
  "problem.cooling_down.what": "It was triggered a moment ago. Nothing was sent again.",
  "problem.cooling_down.next": "It can be triggered again {wait}.",
  "problem.done_meanwhile.title": "Started meanwhile",
  "problem.done_meanwhile.what":
    "{agent} started this {when}, after it was shown here. Nothing was sent again.",
  "problem.done_meanwhile.next": "Check what came of it, then trigger again if it is still needed.",
  "problem.outcome_unknown.title": "Outcome unknown",
  "problem.outcome_unknown.what":
    "Agillic did not answer in time. It may have been triggered, or not.",
  "problem.outcome_unknown.next": "Check the history before you trigger it again.",
  "problem.read_only.title": "Read-only",
  "problem.read_only.what": "Actions are switched off at present. Nothing was sent.",
  "problem.read_only.next": "Ask your administrator when they will be back.",
  "problem.store_unavailable.title": "Actions are not possible now",
  "problem.store_unavailable.what":
    "The app cannot record the action, so it sent nothing. What is shown stays right.",
  "problem.store_unavailable.next": "Try again in a few minutes.",
  "problem.session_required.title": "Not signed in",
  "problem.session_required.what": "Zendesk did not let the app sign in.",
  "problem.session_required.next":
    "Try again, or reload the page. If it stays so, forward this to your administrator.",
  "problem.page_expired.title": "This page is too old",
  "problem.page_expired.what": "Its sign-in has run out.",
  "problem.page_expired.next": "Reload the whole Zendesk page in your browser.",
  "problem.other_release.title": "This page is of another release",
  "problem.other_release.what":
    "The app was updated while this page was open. Nothing was changed.",
  "problem.other_release.next": "Reload it to go on.",
  "problem.not_from_zendesk.title": "Open this app in Zendesk",
  "problem.not_from_zendesk.what": "This page did not come from a Zendesk account served here.",
  "problem.not_from_zendesk.next": "Open a ticket in Zendesk, and the app beside it.",
  "problem.internal.title": "Something went wrong",
  "problem.internal.what": "The app could not finish this.",
  "problem.internal.next": "Try again. If it stays so, forward the details to your administrator.",
  "problem.requester_unreadable.title": "Customer could not be read",
  "problem.requester_unreadable.what": "Zendesk did not say who the customer is.",
  "problem.requester_unreadable.next": "Try again. If it stays so, reload the page.",
  "problem.connection.title": "No connection",
  "problem.connection.what": "The app could not reach its server.",
  "problem.connection.next": "Check your connection, then try again.",
} as const;

/** What every other language has to say of problems. */
export type ProblemCopy = Record<keyof typeof problems, string>;
