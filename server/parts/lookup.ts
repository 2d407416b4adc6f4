import { UNKNOWN_RECIPIENT } from "../../contract/headers.ts";
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

/** Who the requester is in Agillic. `name` is what the answer's header `Recipient` says, null for nothing. */
export type Lookup = Found | Unknown | Ambiguous;
/** One recipient; `matchedOn` is the address that found them when it is not the requester's own, else "". */
export type Found = {
  kind: "found";
  recipient: Recipient;
  matchedOn: string;
  choice: Choice | null;
  name: string | null;
};
/** Nobody has any of the addresses. */
export type Unknown = { kind: "unknown"; key: RecipientKey; name: string | null };
/** Several share the address: whom the agent can choose, and the problem that this is. */
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

/** Looks the requester up: by the name of an earlier answer, by the address, then by the other addresses. */
export async function lookUpRecipient(
  visit: Visit,
  named: NamedRecipient,
  services: Sealing,
): Promise<Lookup> {
  try {
    const recipient = await find(visit, named.key);
    if (recipient !== null) return await found(visit, services, recipient, named);
    // The recipient that an earlier answer named is gone: the search starts again, and the shell is told whom it finds.
    const first = firstNamed(visit) ?? named;
    if (!isSame(first.key, named.key)) {
      const again = await find(visit, first.key);
      if (again !== null) return await found(visit, services, again, first);
    }
    return await lookUpOthers(visit, services, first.key);
  } catch (error) {
    if (!(error instanceof AgillicError) || error.code !== "email_field_not_unique") throw error;
    // The recipient that the agent chose is gone: nobody else has this identifier.
    const { key } = named.choice === null ? named : firstNamed(visit) ?? named;
    const name = await nameFirst(visit, services);
    // The matches are a help: when they cannot be found, the problem itself is what there is to say.
    const matches = await visit.ask((client) => client.listMatchingRecipients(key))
      .catch(() => []);
    return { kind: "ambiguous", problem: problemOf(error, { field: key.field }), matches, name };
  }
}

/** The address that the search starts with: the requester's own address, else the first of the others. */
function firstNamed({ requester, settings }: Visit): NamedRecipient | null {
  const { email, otherEmails } = requester;
  const [other] = otherEmails ?? [];
  const value = email ?? other;
  if (value === undefined) return null;
  const matchedOn = email === null ? value : "";
  return { key: { field: settings.emailField, value }, matchedOn, choice: null };
}

/** Why there is nothing to look up, in the words of where the agent is. */
function withoutAddress({ requester }: Visit): Problem {
  if (requester.id === "") return new Problem("requester_not_chosen");
  return new Problem(requester.isUserPage ? "user_without_email" : "requester_without_email");
}

/** Whether both are one recipient by one spelling. */
export function isSame(one: RecipientKey, other: RecipientKey): boolean {
  return one.field === other.field && one.value === other.value;
}

async function find({ ask }: Visit, key: RecipientKey): Promise<Recipient | null> {
  return await ask((client) => client.findRecipient(key));
}

async function lookUpOthers(
  visit: Visit,
  services: Sealing,
  key: RecipientKey,
): Promise<Lookup> {
  const { otherEmails } = visit.requester;
  for (const other of otherEmails ?? []) {
    if (other === key.value) continue;
    const named = { key: { field: key.field, value: other }, matchedOn: other, choice: null };
    const recipient = await find(visit, named.key);
    if (recipient !== null) return await found(visit, services, recipient, named);
  }
  // Asks the shell for the requester's other addresses, once.
  if (otherEmails === null) return { kind: "unknown", key, name: UNKNOWN_RECIPIENT };
  const name = await nameFirst(visit, services);
  return { kind: "unknown", key, name };
}

async function found(
  visit: Visit,
  services: Sealing,
  recipient: Recipient,
  named: NamedRecipient,
): Promise<Found> {
  // As Agillic spells it.
  const matchedOn = named.matchedOn === "" ? "" : recipient.key.value;
  const { choice } = named;
  const name = await nameRecipient(visit, services, { key: recipient.key, matchedOn, choice });
  return { kind: "found", recipient, matchedOn, choice, name };
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
