import type { JSX } from "hono/jsx/jsx-runtime";
import { ids } from "../contract/ids.ts";
import { shortened } from "./shortened.ts";
import { type CopyKey, type Language, say } from "./words/copy.ts";

const faultKeys = {
  missing: "parameter.missing",
  too_long: "parameter.too_long",
  characters: "parameter.characters",
  not_a_number: "parameter.not_a_number",
  not_a_date: "parameter.not_a_date",
  not_a_choice: "parameter.not_a_choice",
  credential: "parameter.credential",
} as const satisfies Record<string, CopyKey>;

/** What is wrong with a value. */
export type ParameterFault = keyof typeof faultKeys;

/** One value that is sent with an event; its field is named by its key. */
export type ParameterProps = {
  key: string;
  label: string;
  type: "text" | "number" | "date" | "choice";
  isRequired: boolean;
  /** Of a choice; else none. */
  choices: readonly string[];
  /** As it was typed; "" for not yet. */
  value: string;
  fault?: ParameterFault;
};

/** The field of a value, in which all of it is seen. */
export function ParameterField(
  { language, slot, parameter }: { language: Language; slot: number; parameter: ParameterProps },
): JSX.Element {
  const { key, isRequired, fault } = parameter;
  const label = shortened(parameter.label);
  const id = ids.eventParameter(slot, key);
  return (
    <div class="parameter">
      <label for={id}>{isRequired ? say(language, "parameter.required", { label }) : label}</label>
      <Control
        {...parameter}
        attributes={{
          id,
          name: key,
          "aria-required": isRequired ? "true" : undefined,
          "aria-invalid": fault ? "true" : undefined,
          "aria-describedby": fault ? ids.parameterFault(id) : undefined,
        }}
      />
      {fault && <small id={ids.parameterFault(id)}>{say(language, faultKeys[fault])}</small>}
    </div>
  );
}

type ControlProps = Omit<ParameterProps, "key"> & {
  attributes: Record<string, string | undefined>;
};

function Control({ type, choices, value, attributes }: ControlProps): JSX.Element {
  const typed = { ...attributes, maxlength: 200, autocomplete: "off", spellcheck: false };
  switch (type) {
    case "choice":
      return (
        <select {...attributes}>
          <option value="" />
          {choices.map((choice) => (
            <option value={choice} selected={choice === value}>{choice}</option>
          ))}
        </select>
      );
    case "date":
      return <input type="date" {...attributes} value={value} />;
    case "number":
      return <input type="text" inputmode="decimal" {...typed} value={value} />;
    case "text":
      // As high as its text; where a browser cannot do that, as the longest one.
      return <textarea rows={5} {...typed}>{value}</textarea>;
  }
}
