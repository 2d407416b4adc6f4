import { Refusal } from "./refusal.ts";

/** The recipient named in a path: by a unique field, or by the Recipient ID when `field` is null. */
export type Identifier = { field: string | null; value: string };

/**
 * Reads the path segment after `/recipients/`. Only a raw `=` parts field and value, and a raw `+`
 * is a blank: clients must send `%2B`.
 */
export function parseIdentifier(segment: string): Identifier {
  const equals = segment.indexOf("=");
  if (equals === -1) return { field: null, value: decode(segment) };
  return { field: decode(segment.slice(0, equals)), value: decode(segment.slice(equals + 1)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new Refusal(400, "MALFORMED_IDENTIFIER", `The identifier ${text} is not percent-encoded`);
  }
}
