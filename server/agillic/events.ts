import {
  isAboutRecipient,
  readAboutRecipient,
  recipientNotFound,
  throwIfRefused,
} from "./about_recipient.ts";
import { isSuccess } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { AgillicError } from "./errors.ts";
import type { Operation } from "./operation.ts";
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
  if (isAboutRecipient({ answer, key }, /event/i, eventName)) throw recipientNotFound(ACHIEVE);
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
  if (isAboutRecipient({ answer, key: asked }, /event/i, eventName)) throw recipientNotFound(READ);
  return false;
}

function eventNotValid(status: number | null): AgillicError {
  const message = `${ACHIEVE.action} failed: Agillic does not know the event`;
  return new AgillicError("event_not_valid", message, { status });
}
