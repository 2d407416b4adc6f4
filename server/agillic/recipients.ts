import { AGILLIC_ID, readAboutRecipient } from "./about_recipient.ts";
import {
  isSuccess,
  parseAnswer,
  recipientSchema,
  recipientsSchema,
  textOf,
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
export async function findRecipient(calls: Calls, key: RecipientKey): Promise<Recipient | null> {
  const found = await readAboutRecipient(calls, FIND, key, recipientPath);
  if (found.answer.status === 404) return null;
  return toRecipient(found.key, parseAnswer(FIND, found.answer, recipientSchema));
}

/** Every recipient with this value in the field, unique or not; case does not matter. */
export async function listMatchingRecipients(
  calls: Calls,
  key: RecipientKey,
): Promise<Recipient[]> {
  const answer = await calls.read(LIST_MATCHING, matchingRecipientsPath(key));
  if (!isSuccess(answer)) throw unexpectedStatus(LIST_MATCHING, answer);
  const wanted = key.value.toLowerCase();
  return parseAnswer(LIST_MATCHING, answer, recipientsSchema)
    .map((recipient) => toRecipient(key, recipient))
    // In RSQL `*` matches anything, and an address may have one: only proven matches are offered.
    .filter(({ personData }) => personData.get(key.field)?.toLowerCase() === wanted)
    .map((recipient) => ({ ...recipient, key: ownKey(recipient) }));
}

/** Creates a recipient; `exists` when a unique value is already taken. */
export async function createRecipient(
  calls: Calls,
  personData: Readonly<Record<string, string>>,
): Promise<"created" | "exists"> {
  const answer = await calls.act(CREATE, recipientsPath(), JSON.stringify({ personData }));
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
  const personData = new Map<string, string>();
  for (const name in recipient.personData) {
    const text = textOf(recipient.personData[name]);
    if (text.trim() !== "") personData.set(name, text);
  }
  return { agillicId: personData.get(AGILLIC_ID) ?? null, key, personData };
}

/** Of several with the same address, only the identifier tells which one is meant. */
function ownKey({ agillicId, key }: Recipient): RecipientKey {
  return agillicId === null ? key : { field: AGILLIC_ID, value: agillicId };
}
