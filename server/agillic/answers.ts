import { z } from "zod";
import { AgillicError } from "./errors.ts";
import type { Answer, Operation } from "./operation.ts";

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

/** The body, or `agillic_answer_unknown`: no message quotes it, since it is about a person. */
export function parseAnswer<T>(operation: Operation, answer: Answer, schema: z.ZodType<T>): T {
  const body = parseJson(answer.text);
  if (body === undefined) throw unknownAnswer(operation, answer, "the body is not JSON");
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw unknownAnswer(operation, answer, "the JSON has an unexpected shape");
}

/** The answer has a status that this operation does not know. */
export function unexpectedStatus(operation: Operation, answer: Answer): AgillicError {
  return unknownAnswer(operation, answer, `Agillic answered ${answer.status}`);
}

/** What Agillic says of a refusal: the `message` of its JSON, or plain text; "" for any other JSON, and for HTML. */
export function errorWords({ text }: Answer): string {
  const body = parseJson(text);
  if (isRecord(body) && typeof body.message === "string") return body.message;
  return /^\s*[[{"<]/.test(text) ? "" : text;
}

function unknownAnswer(operation: Operation, answer: Answer, detail: string): AgillicError {
  return new AgillicError("agillic_answer_unknown", `${operation.action} failed: ${detail}`, {
    status: answer.status,
  });
}

/** Undefined where the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
