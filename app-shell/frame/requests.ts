import type { SessionKeeper } from "./session.ts";
import { listOtherEmails, type Place, type ZafClient } from "./zaf.ts";

/** The one person that may be shown now. A new one is made whenever that may have changed. */
export type Presence = {
  /** Unguessable and meaningless; sent with each request and echoed by its answer. */
  readonly echo: string;
  /** Null until Zendesk has said who it is. */
  place: Place | null;
  /** The server's sealed word for a recipient found otherwise than by the requester's address. */
  recipient: string | null;
  /** The server's word on delivery to the recipient, which the history is told. */
  recipientState: string | null;
  /** Other addresses of the requester, once they were asked for. */
  otherEmails: readonly string[] | null;
};

/** Nobody, yet. */
export function createPresence(): Presence {
  return {
    echo: crypto.randomUUID(),
    place: null,
    recipient: null,
    recipientState: null,
    otherEmails: null,
  };
}

/** The answer came for somebody who is no longer shown; htmx drops it without a word. */
function staleAnswer(): DOMException {
  return new DOMException("The requester has changed", "AbortError");
}

/** What requests are made with. */
export type RequestOptions = {
  client: ZafClient;
  sessions: SessionKeeper;
  /** The presence of this moment. */
  present: () => Presence;
};

/** Makes the `fetch` that htmx uses for a request made for `presence`. */
export function createFetch(
  { client, sessions, present }: RequestOptions,
): (presence: Presence, url: string, init: RequestInit) => Promise<Response> {
  async function send(presence: Presence, url: string, init: RequestInit, session: string) {
    if (present() !== presence) throw staleAnswer();
    const headers = { ...headersOf(presence), ...init.headers, Authorization: `Bearer ${session}` };
    // For its cache the browser would ask for one at a time, and let a quick answer wait for a slow one.
    const response = await fetch(url, { ...init, headers, cache: "no-store" });
    if (present() === presence) return response;
    // An answer that nobody reads would keep its connection.
    await response.body?.cancel();
    throw staleAnswer();
  }

  async function sendInSession(
    presence: Presence,
    url: string,
    init: RequestInit,
  ): Promise<Response> {
    const session = await sessions.get();
    const response = await send(presence, url, init, session);
    // Nothing was done: the session is looked at before everything else.
    return response.status === 401
      ? await send(presence, url, init, await sessions.renew(session))
      : response;
  }

  async function sendWithOtherEmails(
    presence: Presence,
    url: string,
    init: RequestInit,
  ): Promise<Response> {
    const response = await sendInSession(presence, url, init);
    const { place } = presence;
    const unknown = response.headers.get("Recipient") === "unknown";
    if (!unknown || presence.otherEmails !== null || place === null) return response;
    presence.otherEmails = await listOtherEmails(client, place.requester);
    return presence.otherEmails.length === 0 ? response : await sendInSession(presence, url, init);
  }

  return async (presence, url, init) => {
    const response = await sendWithOtherEmails(presence, url, init);
    const echo = response.headers.get("Requester");
    if (echo === null) throw new Error("Can not show the answer: it is not from the app's server");
    if (echo !== presence.echo) throw staleAnswer();
    const recipient = response.headers.get("Recipient");
    if (recipient !== null && recipient !== "unknown") presence.recipient = recipient;
    presence.recipientState = response.headers.get("Recipient-State") ?? presence.recipientState;
    speak(response.headers.get("Content-Language"));
    return response;
  };
}

/** The page speaks the browser's language until the first answer comes in the agent's. */
function speak(language: string | null): void {
  const page = document.documentElement;
  // Saying what it already says would have the browser work out the looks of everything anew.
  if (language && language !== page.lang) page.lang = language;
}

function headersOf(
  { echo, place, recipient, recipientState, otherEmails }: Presence,
): Record<string, string> {
  const plain: Record<string, string | undefined> = {
    "Requester-Email": place?.requester.email,
    "Requester-Id": place?.requester.id,
    "Requester-Locale": place?.requester.locale,
    "Requester-Other-Emails": otherEmails?.join(" "),
    "Ticket-Id": place?.ticket.id,
    "Ticket-Created-At": place?.ticket.createdAt,
    "Agent-Locale": place?.agent.locale,
    "Agent-Time-Zone": place?.agent.timeZone,
    "Agent-Name": place?.agent.name,
    "Agent-Role": place?.agent.role,
  };
  const headers: Record<string, string> = { Requester: echo };
  for (const [name, value] of Object.entries(plain)) {
    if (value) headers[name] = encodeURIComponent(value);
  }
  if (recipient !== null) headers.Recipient = recipient;
  if (recipientState !== null) headers["Recipient-State"] = recipientState;
  return headers;
}
