import { listSpellings } from "../address.ts";
import { errorWords, unexpectedStatus } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { AgillicError } from "./errors.ts";
import type { Answer, Operation } from "./operation.ts";
import type { AgillicPath, RecipientKey } from "./paths.ts";

/** Agillic's own identifier of a recipient: unique by its nature, and its case matters. */
export const AGILLIC_ID = "AGILLIC_ID";

/** What was answered, and to which spelling of the key. */
export type KeyedAnswer = { readonly answer: Answer; readonly key: RecipientKey };

/**
 * Reads something about a recipient: by the key as given, and after each 404 by the next spelling of
 * its address, since it is not known which of them Agillic takes for the same. The answer is a 2xx,
 * or the 404 that remained. All spellings share the ten seconds, or end at `deadlineMs`.
 */
export async function readAboutRecipient(
  calls: Calls,
  operation: Operation,
  key: RecipientKey,
  pathOf: (key: RecipientKey) => AgillicPath,
  deadlineMs: number = calls.deadlineMs(),
): Promise<KeyedAnswer> {
  const ask = async (key: RecipientKey) => ({
    answer: await calls.read(operation, pathOf(key), deadlineMs),
    key,
  });
  let found = await ask(key);
  if (found.answer.status === 404) {
    for (const other of listOtherKeys(key)) {
      found = await ask(other);
      if (found.answer.status !== 404) break;
    }
  }
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

/**
 * A 404 is about what was asked of the recipient (`kind`, and its `name`) unless its words, names aside, are about the
 * recipient alone.
 */
export function isAboutRecipient(
  { answer, key }: KeyedAnswer,
  kind: RegExp,
  name: string = "",
): boolean {
  const words = errorWords(answer).replaceAll(key.value, "").replaceAll(name, "");
  return /recipient/i.test(words) && !kind.test(words);
}

/** `recipient_not_found`, for where a recipient was expected. */
export function recipientNotFound({ action }: Operation): AgillicError {
  const message = `${action} failed: Agillic has no such recipient`;
  return new AgillicError("recipient_not_found", message, { status: 404 });
}

/** The key by the further spellings of its address; an identifier has none: it would be somebody else's. */
export function listOtherKeys({ field, value }: RecipientKey): RecipientKey[] {
  if (field === AGILLIC_ID) return [];
  return listSpellings(value).slice(1).map((spelling) => ({ field, value: spelling }));
}
