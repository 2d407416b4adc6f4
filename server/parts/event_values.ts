import type { ParameterFault } from "../../views/event_parameter.tsx";
import type { FilledContext } from "../agillic/events.ts";
import { holdsCredential } from "../credentials.ts";
import type { EventContext, EventParameter } from "../installation/settings.ts";
import { Problem } from "../problems.ts";

/** A value as the agent typed it ("" for none), and what is wrong with it. */
export type TypedValue = { parameter: EventParameter; typed: string; fault: ParameterFault | null };

const MOST_CHARACTERS = 200;
// Three digits behind a comma or a point are thousands to one reader and decimals to another.
const NUMBER = /^-?\d+(?:[.,](?!\d{3}$)\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Checks what was typed for the parameters of an event, by their keys. */
export function checkValues(
  context: EventContext | null,
  posted: ReadonlyMap<string, string>,
): TypedValue[] {
  return (context?.parameters ?? []).map((parameter) => {
    const typed = (posted.get(parameter.key) ?? "").trim();
    const fault = findFault(parameter, typed);
    // It must not even come back to the browser.
    return { parameter, typed: fault === "credential" ? "" : typed, fault };
  });
}

function findFault({ type, isRequired, choices }: EventParameter, typed: string) {
  if (typed === "") return isRequired ? "missing" : null;
  if (holdsCredential(typed)) return "credential";
  if (typed.length > MOST_CHARACTERS) return "too_long";
  if (/\p{Cc}/u.test(typed)) return "characters";
  switch (type) {
    case "text":
      return null;
    case "number":
      return NUMBER.test(typed) ? null : "not_a_number";
    case "date":
      return isDate(typed) ? null : "not_a_date";
    case "choice":
      return choices.includes(typed) ? null : "not_a_choice";
  }
}

/** A day that there is, as year-month-day. */
function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return DATE.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The problem of values with faults in them; null where there is none. */
export function problemOfValues(values: readonly TypedValue[]): Problem | null {
  if (values.some(({ fault }) => fault === "credential")) return new Problem("input_refused");
  return values.some(({ fault }) => fault !== null) ? new Problem("values_invalid") : null;
}

/** What is sent with the event: the values that were typed, numbers with a point. Null where it takes none. */
export function fillContext(
  context: EventContext | null,
  values: readonly TypedValue[],
): FilledContext | null {
  if (context === null) return null;
  return {
    schema: context.schema,
    values: new Map(
      values.filter(({ typed }) => typed !== "").map(({ parameter: { key, type }, typed }) => [
        key,
        type === "number" ? typed.replace(",", ".") : typed,
      ]),
    ),
  };
}
