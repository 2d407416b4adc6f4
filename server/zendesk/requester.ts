import { z } from "zod";

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

// Agillic is the judge of addresses; this only keeps out what can not be one.
const email = z.string().max(254).regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u);
const id = z.string().regex(/^\d{1,20}$/).catch("");
const locale = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);

// Whether there is such a zone is for the formatter to say, which is made once a zone: Intl is slow.
const timeZone = z.string().regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/).catch("UTC");

function parseEmail(text: string): string | null {
  return email.safeParse(text).data ?? null;
}

/** Reads the requester from the percent-encoded request headers. */
export function parseRequester(header: HeaderReader): Requester {
  const read = (name: string) => decodeHeader(header(name));
  const address = parseEmail(read("requester-email"));
  const createdAt = Date.parse(read("ticket-created-at"));
  const others = read("requester-other-emails").split(/\s+/).map(parseEmail)
    .filter((other) => other !== null && other !== address);
  return {
    id: id.parse(read("requester-id")),
    email: address,
    otherEmails: [...new Set(others)].filter((other) => other !== null).slice(0, MAX_OTHER_EMAILS),
    ticketId: id.parse(read("ticket-id")),
    ticketCreatedAt: Number.isNaN(createdAt) ? null : createdAt,
    locale: locale.catch("").parse(read("requester-locale")),
  };
}

/** Reads how the agent reads; English and UTC where the headers do not say. */
export function parseAgentPreferences(header: HeaderReader): AgentPreferences {
  const read = (name: string) => decodeHeader(header(name));
  return {
    locale: locale.catch("en").parse(read("agent-locale")),
    timeZone: timeZone.parse(read("agent-time-zone")),
    name: read("agent-name").slice(0, 100),
  };
}
