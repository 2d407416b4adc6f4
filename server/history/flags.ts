import { readSign } from "../agillic/communication.ts";

/** Fields by name, as Person Data and the rows of one-to-many tables have them. */
export type Fields = ReadonlyMap<string, string>;

/** Written where there is no value, which is no "no": a claim about a customer needs a clear one. */
const NO_VALUE: ReadonlySet<string> = new Set(["", "-", "n/a", "null", "none"]);

/** Whether a field holds a yes; null where it holds neither yes nor no. */
export function readFlag(fields: Fields, name: string): boolean | null {
  const text = fields.get(name)?.trim() ?? "";
  return NO_VALUE.has(text.toLowerCase()) ? null : readSign(text).happened;
}
