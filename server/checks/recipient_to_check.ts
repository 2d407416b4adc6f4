import { z } from "zod";
import { accepted, rejected, type Result } from "../result.ts";

/** The address of a recipient on whom events are read; or why there is none. */
export type TestRecipient = Result<string, "test_recipient_missing" | "test_recipient_malformed">;

const MAX_LENGTH = 254;
// Agillic is the judge of addresses; this only keeps out what cannot be one.
const address = z.string().max(MAX_LENGTH).regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u);

/** Reads the address of a form or a flag; it is personal: never log or report it. */
export function parseTestRecipient(input: unknown): TestRecipient {
  const text = typeof input === "string" ? input.trim() : "";
  if (text === "") return rejected("test_recipient_missing");
  const parsed = address.safeParse(text);
  return parsed.success ? accepted(parsed.data) : rejected("test_recipient_malformed");
}
