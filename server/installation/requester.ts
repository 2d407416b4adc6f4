/** What the shell says of the ticket and who looks at it: validated input, never proof. */
export type Requester = {
  /** The Zendesk user id of the requester; empty when the place has none yet. */
  id: string;
  /** Null when there is no address, or none that could be one. */
  email: string | null;
  /** Further addresses of the same Zendesk user, without `email`; at most 5. */
  otherEmails: readonly string[];
  /** Empty on a new ticket and on a user's page. */
  ticketId: string;
  /** Epoch ms; null when unknown. */
  ticketCreatedAt: number | null;
  /** The requester's own locale, such as `da`; empty when unknown. */
  locale: string;
};

/** How the agent reads: BCP 47 locale, IANA time zone, and the name shown to colleagues. */
export type AgentPreferences = { locale: string; timeZone: string; name: string };

/** Reads a request header by its name. */
export type HeaderReader = (name: string) => string | undefined;

const MAX_OTHER_EMAILS = 5;

function decodeHeader(value: string | undefined): string {
  try {
    return decodeURIComponent(value ?? "").trim();
  } catch {
    return "";
  }
}

// Not zod: these are read from every request, and a pattern each is all there is to say.
// Agillic is the judge of addresses; this only keeps out what can not be one.
const EMAIL = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u;
const MAX_EMAIL_LENGTH = 254;
const ID = /^\d{1,20}$/;
const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
// Whether there is such a zone is for the formatter to say, which is made once a zone: Intl is slow.
const TIME_ZONE = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/;

function parseEmail(text: string): string | null {
  return text.length <= MAX_EMAIL_LENGTH && EMAIL.test(text) ? text : null;
}

/** Reads the requester from the percent-encoded request headers. */
export function parseRequester(header: HeaderReader): Requester {
  const read = (name: string) => decodeHeader(header(name));
  const address = parseEmail(read("requester-email"));
  const createdAt = Date.parse(read("ticket-created-at"));
  const others = read("requester-other-emails").split(/\s+/).map(parseEmail)
    .filter((other) => other !== null && other !== address);
  return {
    id: matching(ID, read("requester-id")),
    email: address,
    otherEmails: [...new Set(others)].filter((other) => other !== null).slice(0, MAX_OTHER_EMAILS),
    ticketId: matching(ID, read("ticket-id")),
    ticketCreatedAt: Number.isNaN(createdAt) ? null : createdAt,
    locale: matching(LOCALE, read("requester-locale")),
  };
}

/** Reads how the agent reads; English and UTC where the headers do not say. */
export function parseAgentPreferences(header: HeaderReader): AgentPreferences {
  const read = (name: string) => decodeHeader(header(name));
  return {
    locale: matching(LOCALE, read("agent-locale"), "en"),
    timeZone: matching(TIME_ZONE, read("agent-time-zone"), "UTC"),
    name: read("agent-name").slice(0, 100),
  };
}

function matching(pattern: RegExp, text: string, otherwise = ""): string {
  return pattern.test(text) ? text : otherwise;
}
