import { type Language, say } from "./words/copy.ts";
import type { Formatter } from "./format.ts";

/** A value of Person Data with its type, and as Agillic has it. */
export type PersonDataValue =
  & { readonly raw: string }
  & (
    | { readonly kind: "empty" | "text" }
    | { readonly kind: "boolean"; readonly isTrue: boolean }
    | {
      readonly kind: "day";
      readonly year: number;
      readonly month: number;
      readonly day: number;
    }
    | { readonly kind: "instant"; readonly epochMs: number }
    | { readonly kind: "decimal"; readonly number: number; readonly fractionDigits: number }
  );

/** A value of Person Data as the agent reads it, and as Agillic has it. */
export type ShownPersonData = { value: string; raw: string };

/** Says the value in the agent's language and time zone; empty is a hyphen. */
export function showPersonData(
  given: PersonDataValue,
  { language, formatter }: { language: Language; formatter: Formatter },
): ShownPersonData {
  const { raw } = given;
  switch (given.kind) {
    case "empty":
      return { value: "-", raw };
    case "text":
      return { value: raw, raw };
    case "boolean":
      return { value: say(language, given.isTrue ? "yes" : "no"), raw };
    case "day":
      return { value: formatter.calendarDate(given.year, given.month, given.day), raw };
    case "instant":
      return { value: formatter.timestamp(new Date(given.epochMs)), raw };
    case "decimal":
      return { value: formatter.decimal(given.number, given.fractionDigits), raw };
  }
}
