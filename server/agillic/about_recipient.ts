import { unexpectedStatus } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { AgillicError } from "./errors.ts";
import type { Answer, Operation } from "./operation.ts";
import type { AgillicPath, RecipientKey } from "./paths.ts";

/** Agillic's own identifier of a recipient: unique by its nature, and its case matters. */
export const AGILLIC_ID = "AGILLIC_ID";

/** What was answered, and to which spelling of the key. */
export type KeyedAnswer = { readonly answer: Answer; readonly key: RecipientKey };

/**
 * Reads something about a recipient: by the key as given, and after a 404 by its lower-cased value,
 * since it is not known whether Agillic's unique values are case-sensitive. The answer is a 2xx, or
 * the 404 that remained.
 */
export async function readAboutRecipient(
  calls: Calls,
  operation: Operation,
  key: RecipientKey,
  pathOf: (key: RecipientKey) => AgillicPath,
): Promise<KeyedAnswer> {
  const deadlineMs = calls.deadlineMs();
  const ask = async (key: RecipientKey) => ({
    answer: await calls.read(operation, pathOf(key), deadlineMs),
    key,
  });
  let found = await ask(key);
  const lowerCased = lowerCasedKey(key);
  if (found.answer.status === 404 && lowerCased !== null) found = await ask(lowerCased);
  throwIfRefused(operation, found);
  return found;
}

/** Throws unless it is a success, or the 404 of a key that finds nobody. */
export function throwIfRefused(operation: Operation, { answer, key }: KeyedAnswer): void {
  if (answer.status === 400 && key.field !== AGILLIC_ID) {
    throw new AgillicError(
      "email_field_not_unique",
      `${operation.action} failed: Agillic answered 400, the field has to be unique`,
      { status: 400 },
    );
  }
  if (answer.status >= 400 && answer.status !== 404) throw unexpectedStatus(operation, answer);
}

/** `recipient_not_found`, for where a recipient was expected. */
export function recipientNotFound({ action }: Operation): AgillicError {
  const message = `${action} failed: Agillic has no such recipient`;
  return new AgillicError("recipient_not_found", message, { status: 404 });
}

/** Null where it would be the same, or is no address: an identifier may become somebody else's. */
function lowerCasedKey({ field, value }: RecipientKey): RecipientKey | null {
  if (field === AGILLIC_ID || !value.includes("@")) return null;
  const lowerCased = value.toLowerCase();
  return lowerCased === value ? null : { field, value: lowerCased };
}
