import type { EventContext, EventParameter } from "./settings.ts";

const SCHEMA_AND_PARAMETERS = /^([^:]+):(.+)$/;
const PARAMETER = /^([\p{L}_][\p{L}\p{N}_]*)\s*=([^()]+)(?:\(([^()]*)\))?$/u;
/** What else is in the form, or in what is sent, by these names. */
const RESERVED = ["action", "name"];

/**
 * Reads `schema: KEY=Label, KEY=Label (number, required), KEY=Label (A|B)`; null when it is not of that form. Nothing
 * is guessed.
 */
export function parseEventContext(text: string): EventContext | null {
  const [, schema = "", list = ""] = SCHEMA_AND_PARAMETERS.exec(text) ?? [];
  // Not at the commas in brackets.
  const parameters = list.split(/,(?![^(]*\))/).map((entry) => parseParameter(entry.trim()));
  const keys = new Set(parameters.map((parameter) => parameter?.key));
  const isWhole = schema.trim() !== "" && keys.size === parameters.length && !keys.has(undefined);
  return isWhole
    ? { schema: schema.trim(), parameters: parameters.filter((each) => each !== null) }
    : null;
}

function parseParameter(text: string): EventParameter | null {
  const [, key, given = "", inBrackets = ""] = PARAMETER.exec(text) ?? [];
  const label = given.trim();
  if (key === undefined || label === "" || RESERVED.includes(key)) return null;
  const parameter: EventParameter = { key, label, type: "text", isRequired: false, choices: [] };
  let isTyped = false;
  for (const option of inBrackets.split(",").map((option) => option.trim()).filter(Boolean)) {
    if (option === "required") {
      parameter.isRequired = true;
      continue;
    }
    if (isTyped) return null;
    isTyped = true;
    if (option.includes("|")) {
      parameter.type = "choice";
      parameter.choices = option.split("|").map((choice) => choice.trim());
      if (parameter.choices.includes("")) return null;
    } else if (option === "text" || option === "number" || option === "date") {
      parameter.type = option;
    } else return null;
  }
  return parameter;
}
