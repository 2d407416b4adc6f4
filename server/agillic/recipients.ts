import { normalAddress } from "../address.ts";
import { AGILLIC_ID, listOtherKeys, readAboutRecipient } from "./about_recipient.ts";
import {
  filledTexts,
  isSuccess,
  parseAnswer,
  recipientSchema,
  recipientsSchema,
  unexpectedStatus,
} from "./answers.ts";
import type { Calls } from "./calls.ts";
import type { Operation } from "./operation.ts";
import {
  matchingRecipientsPath,
  type RecipientKey,
  recipientPath,
  recipientsPath,
} from "./paths.ts";

/** A person in Agillic. */
export type Recipient = {
  readonly agillicId: string | null;
  /** The key that found it: use this one to act on it. */
  readonly key: RecipientKey;
  /** By upper-case field name; absent, null and empty values are all left out. */
  readonly personData: ReadonlyMap<string, string>;
};

const FIND: Operation = {
  action: "Finding the recipient",
  method: "GET",
  route: "/recipients/:id",
  kind: "read",
};
const LIST_MATCHING: Operation = {
  action: "Listing matching recipients",
  method: "GET",
  route: "/recipients",
  kind: "read",
};

const CREATE: Operation = {
  action: "Creating the recipient",
  method: "POST",
  route: "/recipients",
  kind: "action",
};

const CHECK_FIELD: Operation = {
  action: "Checking that the field is unique",
  method: "GET",
  route: "/recipients/:id",
  kind: "read",
};

/** The recipient with this value in a unique field, or null; else `email_field_not_unique`. */
export async function findRecipient(
  calls: Calls,
  key: RecipientKey,
  deadlineMs?: number,
): Promise<Recipient | null> {
  const found = await readAboutRecipient(calls, FIND, key, recipientPath, deadlineMs);
  if (found.answer.status === 404) return null;
  return toRecipient(found.key, parseAnswer(FIND, found.answer, recipientSchema));
}

/** Every recipient with this address in the field, unique or not: by the first spelling that finds any. */
export async function listMatchingRecipients(
  calls: Calls,
  key: RecipientKey,
): Promise<Recipient[]> {
  const deadlineMs = calls.deadlineMs();
  const wanted = normalAddress(key.value);
  for (const spelled of [key, ...listOtherKeys(key)]) {
    const matches = await listMatching(calls, spelled, { wanted, deadlineMs });
    if (matches.length > 0) return matches;
  }
  return [];
}

async function listMatching(
  calls: Calls,
  key: RecipientKey,
  { wanted, deadlineMs }: { wanted: string; deadlineMs: number },
): Promise<Recipient[]> {
  const answer = await calls.read(LIST_MATCHING, matchingRecipientsPath(key), deadlineMs);
  if (!isSuccess(answer)) throw unexpectedStatus(LIST_MATCHING, answer);
  return parseAnswer(LIST_MATCHING, answer, recipientsSchema)
    .map((recipient) => toRecipient(key, recipient))
    // In RSQL `*` matches anything, and an address may have one: only proven matches are offered.
    .filter(({ personData }) => normalAddress(personData.get(key.field) ?? "") === wanted)
    .map((recipient) => ({ ...recipient, key: ownKey(recipient) }));
}

/** What creating keeps of the ten seconds, however long it takes to look for other spellings. */
const CREATE_MS = 5_000;

/** Creates a recipient with this value alone; `exists` when it, or another spelling of it, is already taken. */
export async function createRecipient(
  calls: Calls,
  key: RecipientKey,
): Promise<"created" | "exists"> {
  const deadlineMs = calls.deadlineMs();
  // Agillic itself refuses a value that is taken, but not another spelling of the same address.
  const isTaken = listOtherKeys(key).length > 0 &&
    await findRecipient(calls, key, deadlineMs - CREATE_MS) !== null;
  if (isTaken) return "exists";
  const body = JSON.stringify({ personData: { [key.field]: key.value } });
  const answer = await calls.act(CREATE, recipientsPath(), body, deadlineMs);
  if (answer.status === 409) return "exists";
  if (!isSuccess(answer)) throw unexpectedStatus(CREATE, answer);
  return "created";
}

/** Whether a field can identify a recipient: if so, an address of nobody's is a 404, else a 400. */
export async function isFieldUnique(
  calls: Calls,
  field: string,
  random: () => number,
): Promise<boolean> {
  const nobody = `${random().toString(36).slice(2)}@example.invalid`;
  const answer = await calls.read(CHECK_FIELD, recipientPath({ field, value: nobody }));
  if (answer.status === 404) return true;
  if (answer.status === 400) return false;
  throw unexpectedStatus(CHECK_FIELD, answer);
}

function toRecipient(
  key: RecipientKey,
  recipient: { personData: Record<string, unknown> },
): Recipient {
  const personData = filledTexts(recipient.personData);
  return { agillicId: personData.get(AGILLIC_ID) ?? null, key, personData };
}

/** Of several with the same address, only the identifier tells which one is meant. */
function ownKey({ agillicId, key }: Recipient): RecipientKey {
  return agillicId === null ? key : { field: AGILLIC_ID, value: agillicId };
}
