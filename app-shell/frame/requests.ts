import { type AnswerHeader, UNKNOWN_RECIPIENT } from "../../contract/headers.ts";
import { HISTORY_PATH, SIDEBAR_PATH } from "../../contract/page.ts";
import { readPieces } from "./pieces.ts";
import { headersOf, type Presence } from "./presence.ts";
import type { SessionKeeper } from "./session.ts";
import { listIdentities, type ZafClient } from "./zaf.ts";

/** A request as htmx makes it. */
export type FragmentRequest = RequestInit & { headers: Record<string, string> };

/** What requests are made with. */
export type RequestOptions = {
  client: ZafClient;
  sessions: SessionKeeper;
  /** The presence of this moment. */
  present: () => Presence;
};

/** Sends a request for the one who was present when it was made. */
export type PresenceFetch = (
  presence: Presence,
  url: string,
  request: FragmentRequest,
) => Promise<Response>;

/** The answer came for somebody who is no longer shown; it is dropped without a word. */
function staleAnswer(): DOMException {
  return new DOMException("Requester changed", "AbortError");
}

/** How all fragments are fetched: it signs in, and answers only for who is still present. */
export type Requests = {
  /** The sidebar, whose history comes later. */
  fetchSidebar(presence: Presence): Promise<string>;
  /** What htmx asks for. */
  fetchFor: PresenceFetch;
};

/** Makes what fetches all fragments. */
export function createRequests({ client, sessions, present }: RequestOptions): Requests {
  async function send(
    presence: Presence,
    url: string,
    request: FragmentRequest,
    session: string,
  ): Promise<Response> {
    if (present() !== presence) throw staleAnswer();
    // A button that chooses another recipient names them itself.
    const headers = { ...headersOf(presence, session), ...request.headers };
    // For its cache the browser would ask for one at a time, and let a quick answer wait for a slow one.
    const response = await fetch(url, { ...request, headers, cache: "no-store" });
    if (present() === presence) return response;
    // An answer that nobody reads would keep its connection.
    await response.body?.cancel();
    throw staleAnswer();
  }

  const sendInSession: PresenceFetch = async (presence, url, request) => {
    const session = await sessions.get();
    const response = await send(presence, url, request, session);
    // Nothing was done: the session is looked at before everything else.
    return response.status === 401
      ? await send(presence, url, request, await sessions.renew(session))
      : response;
  };

  const sendWithIdentities: PresenceFetch = async (presence, url, request) => {
    const response = await sendInSession(presence, url, request);
    const [word, type = ""] = (readHeader(response, "Recipient") ?? "").split(" ");
    const { place } = presence;
    if (word !== UNKNOWN_RECIPIENT || presence.identities !== null || place === null) {
      return response;
    }
    presence.identities = await listIdentities(client, place.requester, type);
    return presence.identities.flat().length === 0
      ? response
      : await sendInSession(presence, url, request);
  };

  const receive: PresenceFetch = async (presence, url, request) => {
    const { choices } = presence;
    const response = await sendWithIdentities(presence, url, request);
    const echo = readHeader(response, "Requester");
    if (echo === null) throw new Error("Not the app's server");
    if (echo !== presence.echo || choices !== presence.choices) throw staleAnswer();
    if (request.headers.Recipient !== undefined) {
      presence.choices++;
      presence.recipientState = null;
    }
    const recipient = readHeader(response, "Recipient");
    if (recipient !== null && !recipient.startsWith(UNKNOWN_RECIPIENT)) {
      presence.recipient = recipient;
    }
    presence.recipientState = readHeader(response, "Recipient-State") ?? presence.recipientState;
    speak(readHeader(response, "Content-Language"));
    return response;
  };

  async function readSidebar(presence: Presence, response: Response): Promise<string> {
    const { first, behind } = await readPieces(response);
    presence.history = behind;
    return first;
  }

  return {
    async fetchSidebar(presence) {
      const { signal } = presence.left;
      return await readSidebar(
        presence,
        await receive(presence, SIDEBAR_PATH, { headers: {}, signal }),
      );
    },
    async fetchFor(presence, url, request) {
      const { history } = presence;
      if (url === HISTORY_PATH && history !== null) {
        presence.history = null;
        const { html, status } = await history;
        return new Response(html, { status });
      }
      const response = await receive(presence, url, request);
      return url === SIDEBAR_PATH
        ? new Response(await readSidebar(presence, response), response)
        : response;
    },
  };
}

function readHeader({ headers }: Response, name: AnswerHeader): string | null {
  return headers.get(name);
}

/** The page speaks the browser's language until the first answer comes in the agent's. */
function speak(language: string | null): void {
  const page = document.documentElement;
  // Saying what it already says would have the browser work out the looks of everything anew.
  if (language && language !== page.lang) page.lang = language;
}
