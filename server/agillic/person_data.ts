import { type Day, parseDate, parseTime } from "./timestamps.ts";

/** A value of Person Data, typed by its shape; `raw` is what Agillic has, without outer space. */
export type PersonDataValue =
  & { readonly raw: string }
  & (
    | { readonly kind: "empty" | "text" }
    | { readonly kind: "boolean"; readonly isTrue: boolean }
    | { readonly kind: "day" } & Day
    | { readonly kind: "instant"; readonly epochMs: number }
    | { readonly kind: "decimal"; readonly number: number; readonly fractionDigits: number }
  );

// Whole numbers stay texts: they may be telephone numbers, postcodes or identifiers.
const DECIMAL = /^-?(?:0|[1-9]\d{0,11})\.(\d{1,6})$/;

/** Types one value of Person Data; a field that the recipient does not have is empty. */
export function parsePersonDataValue(given: string | undefined): PersonDataValue {
  const raw = given?.trim() ?? "";
  if (raw === "") return { kind: "empty", raw };
  const word = raw.toLowerCase();
  if (word === "true" || word === "false") return { kind: "boolean", raw, isTrue: word === "true" };
  const time = parseDate(raw) ?? parseTime(raw);
  if (typeof time === "number") return { kind: "instant", raw, epochMs: time };
  if (time !== null) return { kind: "day", raw, ...time };
  const fraction = DECIMAL.exec(raw)?.[1];
  if (fraction === undefined) return { kind: "text", raw };
  return { kind: "decimal", raw, number: Number(raw), fractionDigits: fraction.length };
}
