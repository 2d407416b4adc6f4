import { PHONE_IDENTITY, UNKNOWN_RECIPIENT } from "../../contract/headers.ts";
import { AgillicError } from "../agillic/errors.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import type { Recipient } from "../agillic/recipients.ts";
import {
  type Choice,
  type NamedRecipient,
  openRecipientName,
  sealRecipientName,
} from "../installation/recipient_name.ts";
import { problemOf } from "../problem_of.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { firstNamed, isSame, listByPhone, listCandidates } from "./candidates.ts";

/** Who the requester is in Agillic. `name` is what the answer's header `Recipient` says, null for nothing. */
export type Lookup = Found | Unknown | Ambiguous;
/** One recipient; `matchedOn` is the other address, or the number, that found them, else "". */
export type Found = {
  kind: "found";
  recipient: Recipient;
  matchedOn: string;
  choice: Choice | null;
  name: string | null;
};
/** Nobody has any of the addresses and numbers; `key` is the first of them. */
export type Unknown = { kind: "unknown"; key: RecipientKey; name: string | null };
/** Several share the address or the number: whom the agent can choose, and the problem that this is. */
export type Ambiguous = {
  kind: "ambiguous";
  problem: Problem;
  matches: readonly Recipient[];
  name: string | null;
};

type Sealing = Pick<Services, "sealing">;

/** Whom a request is about: the recipient that an earlier answer named, else the requester's first address. */
export async function readRecipient(
  visit: Visit,
  { sealing }: Sealing,
): Promise<NamedRecipient> {
  const { recipientName } = visit;
  if (recipientName !== null) return await openRecipientName(sealing, visit, recipientName);
  const first = firstNamed(visit);
  if (first === null) throw withoutAddress(visit);
  return first;
}

/**
 * Looks the requester up: by the name of an earlier answer, by the address, by the other addresses, then by the phone
 * numbers. Whom an earlier answer named may be gone: then the search starts again.
 */
export async function lookUpRecipient(
  visit: Visit,
  named: NamedRecipient,
  services: Sealing,
): Promise<Lookup> {
  for (const candidate of listCandidates(visit, named)) {
    try {
      const recipient = await visit.ask((client) => client.findRecipient(candidate.key));
      if (recipient !== null) return await found(visit, services, recipient, candidate);
    } catch (error) {
      if (!(error instanceof AgillicError) || error.code !== "email_field_not_unique") throw error;
      return await ambiguous(visit, services, candidate.key, error);
    }
  }
  const { key } = firstNamed(visit) ?? named;
  const isAsked = visit.requester.otherEmails !== null;
  const name = isAsked ? await nameFirst(visit, services) : unknownRecipient(visit);
  return { kind: "unknown", key, name };
}

/** Several share what the field should tell apart. */
async function ambiguous(
  visit: Visit,
  services: Sealing,
  key: RecipientKey,
  error: AgillicError,
): Promise<Ambiguous> {
  const params = { field: key.field };
  const isPhone = key.field === visit.settings.phoneField;
  const problem = isPhone
    ? new Problem("phone_field_not_unique", {
      params,
      upstreamStatus: error.status,
      cause: error,
    })
    : problemOf(error, params);
  const keys = isPhone ? listByPhone(visit).map(({ key }) => key) : [key];
  // The matches are a help: when they cannot be found, the problem itself is what there is to say.
  const matches = await listMatches(visit, keys).catch(() => []);
  return { kind: "ambiguous", problem, matches, name: await nameFirst(visit, services) };
}

/** By the first of the keys that finds any. */
async function listMatches(
  { ask }: Visit,
  keys: readonly RecipientKey[],
): Promise<readonly Recipient[]> {
  for (const key of keys) {
    const matches = await ask((client) => client.listMatchingRecipients(key));
    if (matches.length > 0) return matches;
  }
  return [];
}

/** Why there is nothing to look up, in the words of where the agent is. */
function withoutAddress(visit: Visit): Problem {
  const { id, isUserPage } = visit.requester;
  if (id === "") return new Problem("requester_not_chosen");
  const recipient = unknownRecipient(visit);
  return new Problem(isUserPage ? "user_without_email" : "requester_without_email", { recipient });
}

/** Asks the shell for what else Zendesk has of the requester; null where that is nobody's. */
function unknownRecipient({ requester, settings }: Visit): string | null {
  if (requester.id === "") return null;
  const { phoneField } = settings;
  return phoneField === null ? UNKNOWN_RECIPIENT : `${UNKNOWN_RECIPIENT} ${PHONE_IDENTITY}`;
}

async function found(
  visit: Visit,
  services: Sealing,
  recipient: Recipient,
  named: NamedRecipient,
): Promise<Found> {
  const { choice } = named;
  // An address as Agillic spells it, a number as Zendesk does.
  const matchedOn = named.matchedOn.includes("@") ? recipient.key.value : named.matchedOn;
  const key = actingKey(visit, recipient);
  const name = await nameRecipient(visit, services, { key, matchedOn, choice });
  return { kind: "found", recipient: { ...recipient, key }, matchedOn, choice, name };
}

/** Records go by the key: who was found by phone is the same as by their address, and what was done for them is known. */
function actingKey({ settings }: Visit, { key, personData }: Recipient): RecipientKey {
  const address = personData.get(settings.emailField);
  return key.field === settings.phoneField && address !== undefined
    ? { field: settings.emailField, value: address }
    : key;
}

/**
 * The sealed name of whom later requests have to be about. Null where the requester's first address says it, and no
 * earlier answer named anybody.
 */
export async function nameRecipient(
  visit: Visit,
  { sealing }: Sealing,
  named: NamedRecipient,
): Promise<string | null> {
  const first = firstNamed(visit);
  const isFirst = first !== null && isSame(first.key, named.key);
  if (isFirst && visit.recipientName === null) return null;
  return await sealRecipientName(sealing, visit, named);
}

/** The same of the requester's first address: by it nobody is chosen any more. */
export async function nameFirst(visit: Visit, services: Sealing): Promise<string | null> {
  const first = firstNamed(visit);
  return first && await nameRecipient(visit, services, first);
}
