import { unexpectedStatus } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { AgillicError } from "./errors.ts";
import type { Answer, Operation } from "./operation.ts";
import type { AgillicPath, RecipientKey } from "./paths.ts";

/** Agillic's own identifier of a recipient: unique by its nature, and its case matters. */
export const AGILLIC_ID = "AGILLIC_ID";

/** What was answered, and by which spelling of the key. */
export type KeyedAnswer = { readonly answer: Answer; readonly key: RecipientKey };

/**
 * Reads something about a recipient: by the key as given, and after a 404 by its lower-cased value, since it is not known
 * whether Agillic's unique values are case-sensitive. The answer is a 2xx, or the 404 that remained.
 */
export async function readAboutRecipient(
  calls: Calls,
  operation: Operation,
  key: RecipientKey,
  pathOf: (key: RecipientKey) => AgillicPath,
): Promise<KeyedAnswer> {
  const deadlineMs = calls.deadlineMs();
  const found = { answer: await calls.read(operation, pathOf(key), deadlineMs), key };
  const lowerCased = lowerCasedKey(key);
  if (found.answer.status !== 404 || lowerCased === null) return judged(operation, found);
  const answer = await calls.read(operation, pathOf(lowerCased), deadlineMs);
  return judged(operation, { answer, key: lowerCased });
}

/** Throws for an answer that says more about the key than that it finds nobody. */
export function judged(operation: Operation, keyed: KeyedAnswer): KeyedAnswer {
  const { answer, key } = keyed;
  if (answer.status === 400 && key.field !== AGILLIC_ID) {
    throw new AgillicError(
      "email_field_not_unique",
      `${operation.action} failed: Agillic answered 400, the field has to be unique`,
      { status: 400 },
    );
  }
  if (answer.status >= 400 && answer.status !== 404) throw unexpectedStatus(operation, answer);
  return keyed;
}

/** `recipient_not_found`, for where a recipient was expected. */
export function recipientNotFound(operation: Operation, answer: Answer): AgillicError {
  return new AgillicError(
    "recipient_not_found",
    `${operation.action} failed: Agillic has no such recipient`,
    { status: answer.status },
  );
}

/** Null where it would be the same, or where it is no address: lower-cased, an identifier may be somebody else's. */
function lowerCasedKey({ field, value }: RecipientKey): RecipientKey | null {
  if (field === AGILLIC_ID || !value.includes("@")) return null;
  const lowerCased = value.toLowerCase();
  return lowerCased === value ? null : { field, value: lowerCased };
}
