import { HISTORY_BEHIND, type RequestHeader } from "../../contract/headers.ts";
import type { Behind } from "./pieces.ts";
import type { Identities, Place } from "./zaf.ts";

/** The one person that may be shown now. A new one is made whenever that may have changed. */
export type Presence = {
  /** Unguessable and meaningless; sent with each request and echoed by its answer. */
  readonly echo: string;
  /** Null until Zendesk has said who it is. */
  place: Place | null;
  /** The server's sealed word for a recipient who was not found by the requester's address. */
  recipient: string | null;
  /** How often the agent has chosen a recipient here: what was asked for before is about another. */
  choices: number;
  /** The server's word on delivery to the recipient, which the history is told. */
  recipientState: string | null;
  /** What else Zendesk has of the requester, once it was asked. */
  identities: Identities | null;
  /** The history, where it comes behind the sidebar; to be used once. */
  history: Promise<Behind> | null;
  /** Aborted when somebody else is present. */
  readonly left: AbortController;
};

/** Nobody, yet. */
export function createPresence(): Presence {
  return {
    echo: crypto.randomUUID(),
    place: null,
    recipient: null,
    choices: 0,
    recipientState: null,
    identities: null,
    history: null,
    left: new AbortController(),
  };
}

/** What the server is told of whom a request is about; nothing of what is not known. */
export function headersOf(presence: Presence, session: string): Record<string, string> {
  const { echo, place, recipient, recipientState, identities } = presence;
  const [emails, phones] = identities ?? [];
  const headers: Record<RequestHeader, string> = {
    Authorization: `Bearer ${session}`,
    Requester: echo,
    "Requester-Email": encode(place?.requester.email),
    "Requester-Id": encode(place?.requester.id),
    "Requester-Locale": encode(place?.requester.locale),
    "Requester-Name": encode(place?.requester.name),
    "Requester-Other-Emails": encode(emails?.join(" ")),
    "Requester-Phones": encode(phones?.join(" ")),
    "Zendesk-Location": encode(place?.location),
    "Ticket-Id": encode(place?.ticket.id),
    "Ticket-Created-At": encode(place?.ticket.createdAt),
    "Agent-Locale": encode(place?.agent.locale),
    "Agent-Time-Zone": encode(place?.agent.timeZone),
    "Agent-Name": encode(place?.agent.name),
    "Agent-Role": encode(place?.agent.role),
    Recipient: recipient ?? "",
    "Recipient-State": recipientState ?? "",
    History: HISTORY_BEHIND,
  };
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
}

function encode(text = ""): string {
  // A lone surrogate, which a name in Zendesk can hold, would make it throw.
  return encodeURIComponent(text.toWellFormed());
}
