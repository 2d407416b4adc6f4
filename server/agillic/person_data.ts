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

// As Agillic writes a Boolean. Spelt in another way it may be somebody's name: True is a surname.
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["TRUE", true],
  ["true", true],
  ["FALSE", false],
  ["false", false],
]);

// Whole numbers stay texts: they may be telephone numbers, postcodes or identifiers. Of more than 15 digits a number
// would lose some.
const DECIMAL = /^-?(?=[\d.]{3,16}$)(?:0|[1-9]\d*)\.(\d{1,6})$/;

/** Types one value of Person Data; a field that the recipient does not have is empty. */
export function parsePersonDataValue(given: string | undefined): PersonDataValue {
  const raw = given?.trim() ?? "";
  if (raw === "") return { kind: "empty", raw };
  const isTrue = BOOLEANS.get(raw);
  if (isTrue !== undefined) return { kind: "boolean", raw, isTrue };
  const time = parseDate(raw) ?? parseTime(raw);
  if (typeof time === "number") return { kind: "instant", raw, epochMs: time };
  if (time !== null) return { kind: "day", raw, ...time };
  const fraction = DECIMAL.exec(raw)?.[1];
  if (fraction === undefined) return { kind: "text", raw };
  return { kind: "decimal", raw, number: Number(raw), fractionDigits: fraction.length };
}
