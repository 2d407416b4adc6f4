/** What the shell says with each fragment request; all but `Requester` and the sealed ones percent-encoded. */
export const REQUEST_HEADERS = {
  session: "Authorization",
  requester: "Requester",
  requesterEmail: "Requester-Email",
  requesterId: "Requester-Id",
  requesterLocale: "Requester-Locale",
  requesterName: "Requester-Name",
  requesterOtherEmails: "Requester-Other-Emails",
  requesterPhones: "Requester-Phones",
  location: "Zendesk-Location",
  ticketId: "Ticket-Id",
  ticketCreatedAt: "Ticket-Created-At",
  agentName: "Agent-Name",
  agentLocale: "Agent-Locale",
  agentTimeZone: "Agent-Time-Zone",
  agentRole: "Agent-Role",
  recipient: "Recipient",
  recipientState: "Recipient-State",
  history: "History",
} as const;

/** What `History` says of a shell that reads the history behind the rest of the sidebar, in one answer. */
export const HISTORY_BEHIND = "behind";

/** The name of a header that the shell sends. */
export type RequestHeader = typeof REQUEST_HEADERS[keyof typeof REQUEST_HEADERS];

/** What the shell reads in an answer. */
export const ANSWER_HEADERS = {
  requester: "Requester",
  recipient: "Recipient",
  recipientState: "Recipient-State",
  language: "Content-Language",
} as const;

/** The name of a header that the shell reads. */
export type AnswerHeader = typeof ANSWER_HEADERS[keyof typeof ANSWER_HEADERS];

/** In the answer's `Recipient`: the address finds nobody, so the requester's other addresses are asked for. */
export const UNKNOWN_RECIPIENT = "unknown";
/** What follows it where phone numbers are asked for, too: Zendesk's word for one. */
export const PHONE_IDENTITY = "phone_number";
