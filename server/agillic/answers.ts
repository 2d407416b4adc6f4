import { z } from "zod";
import { AgillicError } from "./errors.ts";
import type { Answer, Operation } from "./operation.ts";
import { isMarkup, upstreamMessage } from "./upstream_message.ts";

/** One recipient, as `GET /recipients/{recipient}` answers it. */
export const recipientSchema = z.object({
  personData: z.custom<Record<string, unknown>>(isRecord),
});

/** Several recipients, as the filter answers them. */
export const recipientsSchema = z.array(recipientSchema);

/**
 * A communication history. Rows stay `unknown` here: what they hold is uncertain field by field, and ten thousand of them are
 * to be read within milliseconds, so each field is looked at once, by hand, where it is used.
 */
export const historySchema = z.array(z.unknown());

/** Discovery, whose envelope is not known: any JSON that can hold fields. */
export const discoverySchema = z.union([
  z.array(z.unknown()),
  z.custom<Record<string, unknown>>(isRecord),
]);

/** Whether Agillic did what was asked. */
export function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** The body, or `agillic_answer_unknown`: no message or cause quotes it, since it is about a person. */
export function parseAnswer<T>(operation: Operation, answer: Answer, schema: z.ZodType<T>): T {
  let body: unknown;
  try {
    body = JSON.parse(answer.text);
  } catch {
    const what = answer.text.trim() === "" ? "empty" : isMarkup(answer.text) ? "markup" : "no JSON";
    throw unknownAnswer(operation, answer, `the body is ${what}`);
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw unknownAnswer(operation, answer, "the JSON has an unexpected shape");
}

/** The answer has a status that this operation does not know. */
export function unexpectedStatus(operation: Operation, answer: Answer): AgillicError {
  return unknownAnswer(operation, answer, `Agillic answered ${answer.status}`);
}

/** `agillic_answer_unknown` with what Agillic said, if it said something. */
function unknownAnswer(operation: Operation, answer: Answer, detail: string): AgillicError {
  return new AgillicError("agillic_answer_unknown", `${operation.action} failed: ${detail}`, {
    status: answer.status,
    upstreamMessage: isSuccess(answer) ? null : upstreamMessage(answer.text),
  });
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as text: numbers and booleans as they are written, everything else that is no text as "". */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
