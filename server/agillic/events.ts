import { readAboutRecipient, recipientNotFound, throwIfRefused } from "./about_recipient.ts";
import { errorWords, isSuccess } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { AgillicError } from "./errors.ts";
import type { Answer, Operation } from "./operation.ts";
import { achieveEventPath, eventPath, isEventName, type RecipientKey } from "./paths.ts";

const ACHIEVE: Operation = {
  action: "Triggering the event",
  method: "POST",
  route: "/recipients/:id/events/:event/:achieveEvent",
  kind: "action",
};
const READ: Operation = {
  action: "Reading the event",
  method: "GET",
  route: "/recipients/:id/events/:event",
  kind: "read",
};

/**
 * Triggers the event for the recipient, once: repeated only where Agillic says that nothing was
 * changed. Success means triggered, never that anything was sent.
 */
export async function achieveEvent(
  calls: Calls,
  key: RecipientKey,
  eventName: string,
): Promise<void> {
  if (!isEventName(eventName)) throw eventNotValid(null);
  const answer = await calls.act(ACHIEVE, achieveEventPath(key, eventName));
  if (isSuccess(answer)) return;
  throwIfRefused(ACHIEVE, { answer, key });
  if (isAboutRecipient(answer, key, eventName)) throw recipientNotFound(ACHIEVE);
  throw eventNotValid(answer.status);
}

/** Whether this instance knows the event, read on a recipient without triggering anything. */
export async function hasEvent(
  calls: Calls,
  key: RecipientKey,
  eventName: string,
): Promise<boolean> {
  if (!isEventName(eventName)) return false;
  const pathOf = (key: RecipientKey) => eventPath(key, eventName);
  const { answer, key: asked } = await readAboutRecipient(calls, READ, key, pathOf);
  if (isSuccess(answer)) return true;
  if (isAboutRecipient(answer, asked, eventName)) throw recipientNotFound(READ);
  return false;
}

function eventNotValid(status: number | null): AgillicError {
  const message = `${ACHIEVE.action} failed: Agillic does not know the event`;
  return new AgillicError("event_not_valid", message, { status });
}

/** A 404 is about the event unless its words, names aside, are about the recipient alone. */
function isAboutRecipient(answer: Answer, key: RecipientKey, eventName: string): boolean {
  const words = errorWords(answer).replaceAll(key.value, "").replaceAll(eventName, "");
  return /recipient/i.test(words) && !/event/i.test(words);
}
