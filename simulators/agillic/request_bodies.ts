import type { Context } from "hono";
import type { PersonData } from "./model.ts";
import { Refusal } from "./refusal.ts";

const maxBytes = 20 * 1024 * 1024;

/** The JSON object a write carries. Throws a Refusal for another content type or malformed JSON. */
async function readJsonObject(c: Context): Promise<Record<string, unknown>> {
  requireJsonType(c, { optional: false });
  const text = await c.req.text();
  if (text.length > maxBytes) throw new Refusal(413, "PAYLOAD_TOO_LARGE", "More than 20 MB");
  const body = parseJson(text);
  if (!isObject(body)) throw new Refusal(400, "MALFORMED_BODY", "The body is not a JSON object");
  return body;
}

/** Throws a Refusal unless the content type is JSON in UTF-8; a call without body may leave it out. */
export function requireJsonType(c: Context, { optional }: { optional: boolean }): void {
  const type = c.req.header("Content-Type");
  if (type === undefined && optional) return;
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type ?? "")) {
    throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", `${type ?? "No content type"} is unsupported`);
  }
}

/** The Person Data a write carries. Throws a Refusal unless every value is a string or null. */
export async function readPersonData(c: Context): Promise<PersonData> {
  const { personData } = await readJsonObject(c);
  if (!isObject(personData)) {
    throw new Refusal(400, "MALFORMED_BODY", "personData is not an object");
  }
  return readStrings(personData, "personData");
}

/** The context parameters of `:achieveWithContext`; `name` is the context schema. */
export async function readContext(c: Context): Promise<Record<string, string>> {
  const { context_parameters: context } = await readJsonObject(c);
  if (!isObject(context) || typeof context.name !== "string") {
    throw new Refusal(400, "MALFORMED_BODY", "context_parameters has no name");
  }
  return readStrings(context, "context_parameters");
}

function readStrings(values: Record<string, unknown>, of: string): Record<string, string> {
  const strings: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && typeof value !== "string") {
      throw new Refusal(400, "MALFORMED_BODY", `${of}.${name} is not a string`);
    }
    strings[name] = value ?? "";
  }
  return strings;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "MALFORMED_BODY", "The body is not JSON");
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
