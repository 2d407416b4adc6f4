/** What went wrong, in English: the catalogue that decides which keys and placeholders exist. */
export const problems = {
  "problem.details": "For your administrator",
  "problem.copyDetails": "Copy for your administrator",
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
  "problem.requester_not_chosen.next": "Once somebody is, what Agillic knows appears here.",
  "problem.event_not_valid.title": "Event not found in Agillic",
  "problem.event_not_valid.what": "The event “{event}” is not valid in this Agillic instance.",
  "problem.event_not_valid.next":
    "An administrator can correct the event’s name in the app’s settings.",
  "problem.table_not_found.title": "Table not found",
  "problem.table_not_found.what":
    "Agillic has no such one-to-many table, or it is no longer in the app’s settings.",
  "problem.table_not_found.next":
    "Forward this to your administrator, who corrects “Tables” in the app’s settings.",
  "problem.context_not_valid.title": "Values not accepted",
  "problem.context_not_valid.what":
    "Agillic does not take the values of the event “{event}”. Nothing was triggered.",
  "problem.context_not_valid.next":
    "An administrator can compare the event’s context in the app’s settings with Agillic.",
  "problem.values_invalid.title": "Check the values",
  "problem.values_invalid.what": "Nothing was triggered.",
  "problem.values_invalid.next": "Correct what is marked, then trigger again.",
  "problem.email_field_not_unique.title": "Agillic cannot tell recipients apart",
  "problem.email_field_not_unique.what": "The email field {field} is not set as unique in Agillic.",
  "problem.email_field_not_unique.next":
    "An administrator can set the email field as unique in Agillic.",
  "problem.phone_field_not_unique.title": "Agillic cannot tell recipients apart",
  "problem.phone_field_not_unique.what": "The phone field {field} is not set as unique in Agillic.",
  "problem.phone_field_not_unique.next":
    "An administrator can set the phone field as unique in Agillic.",
  "problem.token_invalid.title": "No access to Agillic",
  "problem.token_invalid.what": "The Base64 encoded token is invalid.",
  "problem.token_invalid.next":
    "An administrator can enter a valid one in “Base64 Encoded Token” in the app’s settings.",
  "problem.creation_event_missing.title": "Recipients cannot be created yet",
  "problem.creation_event_missing.what": "No event is set for the double opt-in.",
  "problem.creation_event_missing.next":
    "An administrator can set “Double Opt-in Event for Creation” in the app’s settings.",
  "problem.recipient_exists.title": "Already created",
  "problem.recipient_exists.what": "Somebody else has just created this recipient.",
  "problem.recipient_exists.next": "Nothing was created again or triggered.",
  "problem.settings_invalid.title": "The app’s settings need correcting",
  "problem.settings_invalid.what": "This cannot be shown because of these settings:",
  "problem.settings_invalid.next": "An administrator can correct them in Zendesk’s Admin Center.",
  "problem.input_refused.title": "This cannot be shown",
  "problem.input_refused.what":
    "Something that was typed, or that Zendesk sent, looks like a password or a token, so it was refused.",
  "problem.input_refused.next":
    "Check what was typed, and the requester’s name and address in Zendesk. If they are right, tell your administrator.",
  "problem.rate_limited.title": "Agillic is busy",
  "problem.rate_limited.what": "Agillic takes no more calls for a moment. Nothing was changed.",
  "problem.rate_limited.next": "Wait a little, then try again.",
  "problem.agillic_timeout.title": "Agillic took too long",
  "problem.agillic_timeout.what": "No answer came within ten seconds.",
  "problem.agillic_timeout.next": "Try again. If that does not help, tell your administrator.",
  "problem.agillic_unavailable.title": "Agillic cannot be reached",
  "problem.agillic_unavailable.what": "Agillic is unavailable, or did not answer.",
  "problem.agillic_unavailable.next": "Try again. If that does not help, tell your administrator.",
  "problem.agillic_answer_unknown.title": "Agillic gave an unknown answer",
  "problem.agillic_answer_unknown.what": "The app cannot read the answer.",
  "problem.agillic_answer_unknown.next":
    "Try again. If that does not help, tell your administrator.",
  "problem.requester_changed.title": "The requester has changed",
  "problem.requester_changed.what":
    "This was shown for another requester or ticket. Nothing was sent.",
  "problem.requester_changed.next": "Check who is shown now, then trigger again.",
  "problem.action_expired.title": "Out of date",
  "problem.action_expired.what":
    "A button works for 30 minutes, and only while the app’s settings stay the same. Nothing was sent.",
  "problem.action_expired.next": "Check that everything is still right, then trigger again.",
  "problem.cooling_down.title": "Triggered just now",
  "problem.cooling_down.what": "It was triggered a moment ago. Nothing was sent again.",
  "problem.cooling_down.next": "It can be triggered again {wait}.",
  "problem.done_meanwhile.title": "Already started",
  "problem.done_meanwhile.what":
    "{agent} started this {when}, after it was shown here. Nothing was sent again.",
  "problem.done_meanwhile.next": "Check what came of it, then trigger again if it is still needed.",
  "problem.outcome_unknown.title": "Outcome unknown",
  "problem.outcome_unknown.what":
    "Agillic did not answer in time. It may have been triggered, or not.",
  "problem.outcome_unknown.next": "Check the history before you trigger it again.",
  "problem.reveal_limit.title": "Enough shown for now",
  "problem.reveal_limit.what":
    "You have asked for as many hidden values as the app shows in an hour.",
  "problem.reveal_limit.next": "The next one can be shown {wait}.",
  "problem.read_only.title": "Read-only",
  "problem.read_only.what": "Actions are switched off at present. Nothing was sent.",
  "problem.read_only.next": "Ask your administrator when they will be switched on again.",
  "problem.activity_not_allowed.title": "Activity is not shown to you",
  "problem.activity_not_allowed.what": "Only some agents may see who triggered what.",
  "problem.activity_not_allowed.next": "Ask your administrator if you need it.",
  "problem.store_unavailable.title": "Actions are not possible now",
  "problem.store_unavailable.what":
    "The app cannot record the action, so it sent nothing. What is shown is still right.",
  "problem.store_unavailable.next": "Try again in a few minutes.",
  "problem.session_required.title": "Not signed in",
  "problem.session_required.what": "Zendesk did not let the app sign in.",
  "problem.session_required.next":
    "Try again, or reload the page. If that does not help, tell your administrator.",
  "problem.page_expired.title": "This page is too old",
  "problem.page_expired.what": "Its sign-in has expired.",
  "problem.page_expired.next": "Reload the whole Zendesk page in your browser.",
  "problem.other_release.title": "The app was updated",
  "problem.other_release.what": "This page is from another version. Nothing was changed.",
  "problem.other_release.next": "Reload it to go on.",
  "problem.not_from_zendesk.title": "Open this app in Zendesk",
  "problem.not_from_zendesk.what":
    "This page was not opened from a Zendesk account that this app serves.",
  "problem.not_from_zendesk.next": "Open a ticket in Zendesk, and the app next to it.",
  "problem.internal.title": "Something went wrong",
  "problem.internal.what": "The app could not finish this.",
  "problem.internal.next": "Try again. If that does not help, tell your administrator.",
  "problem.requester_unreadable.title": "Customer could not be read",
  "problem.requester_unreadable.what": "Zendesk did not say who the customer is.",
  "problem.requester_unreadable.next": "Try again. If that does not help, reload the page.",
  "problem.connection.title": "No connection",
  "problem.connection.what": "The app could not reach its server.",
  "problem.connection.next": "Check your connection, then try again.",
} as const;

/** What every other language has to say of problems. */
export type ProblemCopy = Record<keyof typeof problems, string>;
