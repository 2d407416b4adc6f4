import {
  isAboutRecipient,
  readAboutRecipient,
  recipientNotFound,
  throwIfRefused,
} from "./about_recipient.ts";
import { errorWords, isSuccess } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { AgillicError } from "./errors.ts";
import type { Answer, Operation } from "./operation.ts";
import {
  achieveEventPath,
  achieveWithContextPath,
  eventPath,
  isEventName,
  type RecipientKey,
} from "./paths.ts";

/** What is sent with an event: the name of a context schema, and its values by their keys. */
export type FilledContext = {
  readonly schema: string;
  readonly values: ReadonlyMap<string, string>;
};

const ACHIEVE: Operation = {
  action: "Triggering the event",
  method: "POST",
  route: "/recipients/:id/events/:event/:achieveEvent",
  kind: "action",
};
const ACHIEVE_WITH_CONTEXT: Operation = {
  ...ACHIEVE,
  route: "/recipients/:id/events/:event/:achieveWithContext",
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
  context: FilledContext | null,
): Promise<void> {
  if (!isEventName(eventName)) throw eventNotValid(null);
  const answer = context === null
    ? await calls.act(ACHIEVE, achieveEventPath(key, eventName))
    : await achieveWithContext(calls, key, eventName, context);
  if (isSuccess(answer)) return;
  if (context !== null && isAboutContext(answer)) throw contextNotValid(answer.status);
  throwIfRefused(ACHIEVE, { answer, key });
  if (isAboutRecipient({ answer, key }, /event/i, eventName)) throw recipientNotFound(ACHIEVE);
  throw eventNotValid(answer.status);
}

async function achieveWithContext(
  calls: Calls,
  key: RecipientKey,
  eventName: string,
  { schema, values }: FilledContext,
): Promise<Answer> {
  const body = { context_parameters: { name: schema, ...Object.fromEntries(values) } };
  const path = achieveWithContextPath(key, eventName);
  return await calls.act(ACHIEVE_WITH_CONTEXT, path, JSON.stringify(body));
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

function contextNotValid(status: number): AgillicError {
  const message = `${ACHIEVE.action} failed: Agillic does not take its context`;
  return new AgillicError("context_not_valid", message, { status });
}

/** The recipient was found by this field before: a refusal is about the context unless its words say otherwise. */
function isAboutContext(answer: Answer): boolean {
  const words = errorWords(answer);
  if (answer.status === 400 || answer.status === 422) return !/unique/i.test(words);
  return answer.status === 404 && /context|schema/i.test(words);
}
