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
 * A communication history. Rows stay `unknown` here: what they hold is uncertain field by field,
 * and there may be thousands, so each field is looked at once, where it is used.
 */
export const historySchema = z.array(z.unknown());

const rowsSchema = z.array(z.custom<Record<string, unknown>>(isRecord));

/** The rows of a one-to-many table, bare or in an envelope. */
export const tableSchema = z.union([
  rowsSchema,
  z.object({ records: rowsSchema.nullable() }).transform(({ records }) => records ?? []),
]);

/** Discovery, whose envelope is not known: any JSON that can hold fields. */
export const discoverySchema = z.union([
  z.array(z.unknown()),
  z.custom<Record<string, unknown>>(isRecord),
]);

/** A bearer token; how long it is good for, in seconds, counts as 300 where it cannot be read. */
export const bearerSchema = z.object({
  // No header can carry another.
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  token_type: z.string().regex(/^bearer$/i).nullish(),
  expires_in: z.coerce.number().positive().catch(300),
});

/** Nothing at all, said without a list. */
export function saysNothing({ text }: Answer): boolean {
  return ["", "null"].includes(text.trim());
}

/** Whether Agillic did what was asked. */
export function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/**
 * The body, or `agillic_answer_unknown`: no message quotes it, since it is about a person. Its numbers are texts: an
 * identifier above 2^53, or an amount like 10.50, keeps its digits.
 */
export function parseAnswer<T>(
  operation: Operation,
  answer: Answer,
  schema: z.ZodType<T>,
): T {
  const body = parseJson(answer.text, NUMBER.test(answer.text) ? numberAsText : undefined);
  if (body === undefined) throw unknownAnswer(operation, answer, "the body is not JSON");
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw unknownAnswer(operation, answer, "the JSON has an unexpected shape");
}

/** The answer has a status that this operation does not know. */
export function unexpectedStatus(operation: Operation, answer: Answer): AgillicError {
  return unknownAnswer(operation, answer, `Agillic answered ${answer.status}`);
}

/** The answer cannot be understood; `detail` quotes nothing of it. */
export function unknownAnswer(
  { action }: Operation,
  { status }: Answer,
  detail: string,
): AgillicError {
  return new AgillicError("agillic_answer_unknown", `${action} failed: ${detail}`, { status });
}

/** Agillic's words about a refusal: JSON's `message`, or plain text; "" for other JSON and HTML. */
export function errorWords({ text }: Answer): string {
  const body = parseJson(text);
  if (isRecord(body) && typeof body.message === "string") return body.message;
  return /^\s*[[{"<]/.test(text) ? "" : text;
}

/** Undefined where the text is not JSON. */
function parseJson(text: string, reviver?: Reviver): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch {
    return undefined;
  }
}

// A long history without any is parsed five times as fast without a reviver.
const NUMBER = /"\s*:\s*-?\d/;

type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown;

const numberAsText: Reviver = (_key, value, context) =>
  typeof value === "number" ? context?.source ?? String(value) : value;

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The values that are not empty, as texts: absent, null and blank are alike. `nameOf` gives what each is called. */
export function filledTexts(
  record: Record<string, unknown>,
  nameOf = (name: string) => name,
): Map<string, string> {
  const filled = new Map<string, string>();
  for (const name in record) {
    const text = textOf(record[name]);
    if (text.trim() !== "") filled.set(nameOf(name), text);
  }
  return filled;
}

/** A text, number or boolean as it is written, without lone surrogates; "" for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value.toWellFormed();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
