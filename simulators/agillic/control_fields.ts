import type { Context } from "hono";
import type { NewCommunication } from "./controls.ts";
import { Refusal } from "./refusal.ts";

/** Whether a call comes from the simulator's own page. */
export function isForm(c: Context): boolean {
  return c.req.header("Content-Type")?.startsWith("application/x-www-form-urlencoded") ?? false;
}

/** The fields of a JSON object or a form. Throws a Refusal for anything else. */
export async function readFields(c: Context): Promise<Record<string, unknown>> {
  if (isForm(c)) return await c.req.parseBody();
  let body: unknown;
  try {
    body = await c.req.json();
  } catch {
    throw new Refusal(400, "MALFORMED_BODY", "The body is neither JSON nor a form");
  }
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body };
  throw new Refusal(400, "MALFORMED_BODY", "The body must be a JSON object");
}

/** The fields that are filled. Throws a Refusal for one that is no string. */
export function readStrings(fields: Record<string, unknown>): Record<string, string> {
  const strings: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== "string") {
      throw new Refusal(400, "MALFORMED_BODY", `The field ${name} must be a string`);
    }
    if (value !== "") strings[name] = value;
  }
  return strings;
}

/** A communication with ISO times. Throws a Refusal for missing, unknown and malformed fields. */
export function readCommunication(fields: Record<string, unknown>): NewCommunication {
  const { name, channel, storedEmailUrl, sentAt, openedAt, clickedAt, bouncedAt, ...others } =
    readStrings(fields);
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) {
    throw new Refusal(400, "MALFORMED_BODY", `A communication has no field ${unknown}`);
  }
  if (!name || !channel) {
    throw new Refusal(400, "MALFORMED_BODY", "A communication must have a name and a channel");
  }
  return {
    name,
    channel,
    ...(storedEmailUrl === undefined ? {} : { storedEmailUrl }),
    ...readMoments({ sentAt, openedAt, clickedAt, bouncedAt }),
  };
}

function readMoments(texts: Record<string, string | undefined>): Record<string, number> {
  const moments: Record<string, number> = {};
  for (const [name, text] of Object.entries(texts)) {
    if (text === undefined) continue;
    const at = Date.parse(text);
    if (Number.isNaN(at)) {
      throw new Refusal(400, "MALFORMED_BODY", `The field ${name} must be an ISO time: ${text}`);
    }
    moments[name] = at;
  }
  return moments;
}

/** A whole number, also as a form writes it. */
export function readWhole(name: string, value: unknown, most = Number.MAX_SAFE_INTEGER): number {
  const whole = typeof value === "string" && value !== "" ? Number(value) : value;
  if (typeof whole === "number" && Number.isSafeInteger(whole) && whole >= 0 && whole <= most) {
    return whole;
  }
  throw new Refusal(400, "MALFORMED_BODY", `${name} must be a whole number, at most ${most}`);
}
