import { REQUEST_HEADERS } from "../../contract/headers.ts";
import { cleanAddress, normalAddress } from "../address.ts";

/** What the shell says of the ticket and who looks at it: validated input, never proof. */
export type Requester = {
  /** The Zendesk user id of the requester; empty when the place has none yet. */
  id: string;
  /** Null when there is no address, or none that could be one. */
  email: string | null;
  /** Further addresses of the same Zendesk user, at most MAX_OTHER_EMAILS; null while Zendesk was not asked. */
  otherEmails: readonly string[] | null;
  /** What Zendesk calls them; only shown. Empty when unknown. */
  name: string;
  /** Whether Zendesk has even more of them. */
  hasMoreEmails: boolean;
  /** Verified phone numbers of the same Zendesk user, at most MAX_PHONES. */
  phones: readonly string[];
  /** On a user's page nobody has requested anything. */
  isUserPage: boolean;
  /** Empty on a new ticket and on a user's page. */
  ticketId: string;
  /** Epoch ms; null when unknown. */
  ticketCreatedAt: number | null;
  /** The requester's own locale, such as `da`; empty when unknown. */
  locale: string;
};

/** What the shell says of the agent: input, too. */
export type AgentPreferences = {
  /** BCP 47. */
  locale: string;
  /** IANA. */
  timeZone: string;
  /** Shown to colleagues. */
  name: string;
  /** Decides what is shown, not what may be done. */
  isAdmin: boolean;
};

/** Reads a request header by its name. */
export type HeaderReader = (name: string) => string | undefined;

type HeaderKey = keyof typeof REQUEST_HEADERS;

const MAX_NAME_LENGTH = 100;
/** How many further addresses are looked up. */
export const MAX_OTHER_EMAILS = 5;
/** How many phone numbers are looked up. */
const MAX_PHONES = 3;

/** What the shell percent-encoded; empty for what is not. */
export function decodeHeader(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? "").trim();
  } catch {
    return "";
  }
}

function decodedBy(header: HeaderReader): (key: HeaderKey) => string {
  return (key) => decodeHeader(header(REQUEST_HEADERS[key]));
}

// Not zod: these are read from every request, and a pattern each is all there is to say.
// Agillic is the judge of addresses; this only keeps out what cannot be one, or is no longer the one that it was.
const EMAIL = /^[^\s@\p{Cc}\ufffd]+@[^\s@\p{Cc}\ufffd]+$/u;
const MAX_EMAIL_LENGTH = 254;
// As people write them; with the letters of an extension it is no number that could be looked up.
const PHONE = /^(?=(?:\D*\d){5,15}\D*$)\+?[\d ().\/-]{5,30}$/;
const ID = /^\d{1,20}$/;
const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;
// Whether there is such a zone is for the formatter to say, which is made once a zone: Intl is slow.
const TIME_ZONE = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/;

/** As given, since Agillic may have it so; what cannot be seen makes it no less of an address. */
function parseEmail(text: string): string | null {
  return text.length <= MAX_EMAIL_LENGTH && EMAIL.test(cleanAddress(text)) ? text : null;
}

/** Reads the requester from the percent-encoded request headers. */
export function parseRequester(header: HeaderReader): Requester {
  const read = decodedBy(header);
  const email = parseEmail(read("requesterEmail"));
  const { requesterOtherEmails, requesterPhones } = REQUEST_HEADERS;
  // Who has only numbers has no other addresses, and Zendesk was asked.
  const isAsked = [requesterOtherEmails, requesterPhones].some((name) =>
    header(name) !== undefined
  );
  const others = isAsked ? parseOthers(read("requesterOtherEmails"), email) : null;
  const createdAt = Date.parse(read("ticketCreatedAt"));
  return {
    id: matching(ID, read("requesterId")),
    email,
    otherEmails: others && others.slice(0, MAX_OTHER_EMAILS),
    name: beginningOf(read("requesterName")),
    hasMoreEmails: others !== null && others.length > MAX_OTHER_EMAILS,
    phones: parsePhones(read("requesterPhones")),
    isUserPage: read("location") === "user_sidebar",
    ticketId: matching(ID, read("ticketId")),
    ticketCreatedAt: Number.isNaN(createdAt) ? null : createdAt,
    locale: matching(LOCALE, read("requesterLocale")),
  };
}

function parseOthers(text: string, email: string | null): readonly string[] {
  const others = new Map<string, string>();
  // The first spelling of each; not by \s, of which the byte order mark is one.
  for (const other of text.split(" ").map(parseEmail)) {
    if (other === null) continue;
    const normal = normalAddress(other);
    if (!others.has(normal)) others.set(normal, other);
  }
  if (email !== null) others.delete(normalAddress(email));
  return [...others.values()];
}

function parsePhones(text: string): readonly string[] {
  const phones = text.split(",").map((phone) => phone.trim()).filter((phone) => PHONE.test(phone));
  return [...new Set(phones)].slice(0, MAX_PHONES);
}

/** Reads how the agent reads; English and UTC where the headers do not say. */
export function parseAgentPreferences(header: HeaderReader): AgentPreferences {
  const read = decodedBy(header);
  return {
    locale: matching(LOCALE, read("agentLocale"), "en"),
    timeZone: matching(TIME_ZONE, read("agentTimeZone"), "UTC"),
    name: beginningOf(read("agentName")),
    isAdmin: read("agentRole") === "admin",
  };
}

/** As much of a name as is kept; by code points, since none may be cut in half. */
function beginningOf(name: string): string {
  return [...name].slice(0, MAX_NAME_LENGTH).join("");
}

function matching(pattern: RegExp, text: string, otherwise = ""): string {
  return pattern.test(text) ? text : otherwise;
}
