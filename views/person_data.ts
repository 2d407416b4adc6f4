import { type Counted, type Language, say } from "./words/copy.ts";
import type { CalendarDay } from "./calendar_day.ts";
import type { Formatter } from "./format.ts";
import { beginningOf, SHOWN } from "./shortened.ts";

/** A value of Person Data with its type, and as Agillic has it. */
export type PersonDataValue =
  & { readonly raw: string }
  & (
    | { readonly kind: "empty" | "text" }
    | { readonly kind: "boolean"; readonly isTrue: boolean }
    | { readonly kind: "day" } & CalendarDay
    | { readonly kind: "instant"; readonly epochMs: number }
    | { readonly kind: "decimal"; readonly number: number; readonly fractionDigits: number }
  );

/** A value of Person Data as the agent reads it, and as Agillic has it. */
export type ShownPersonData = {
  value: string;
  raw: string;
  /** How many characters were cut off, where the value is too long to be shown whole. */
  more?: Counted;
};

/** Says the value in the agent's language and time zone; empty is a hyphen, and of a text `most` characters are said. */
export function showPersonData(
  given: PersonDataValue,
  { language, formatter }: { language: Language; formatter: Formatter },
  most: number = SHOWN.value,
): ShownPersonData {
  const { raw } = given;
  switch (given.kind) {
    case "empty":
      return { value: "-", raw };
    case "text": {
      const value = beginningOf(raw, most);
      const cut = raw.length - value.length;
      return { value, raw: value, ...(cut > 0 && { more: formatter.count(cut) }) };
    }
    case "boolean":
      return { value: say(language, given.isTrue ? "yes" : "no"), raw };
    case "day":
      return { value: formatter.date(given), raw };
    case "instant":
      return { value: formatter.timestamp(new Date(given.epochMs)), raw };
    case "decimal":
      return { value: formatter.decimal(given.number, given.fractionDigits), raw };
  }
}
