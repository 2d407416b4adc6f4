import type { JSX } from "hono/jsx/jsx-runtime";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import { breakable } from "./breakable.tsx";
import { CopyButton } from "./copy_button.tsx";
import { ids } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import type { ShownPersonData } from "./person_data.ts";
import { Problem, type ProblemContent } from "./problem.tsx";
import { shortened, SHOWN } from "./shortened.ts";

/** One field of Person Data, as it is shown and as Agillic has it. */
export type PersonDataRow =
  & { name: string; label: string }
  & ShownPersonData
  & {
    /** Agillic has no such field. */
    isUnknown?: boolean;
    /** The value is withheld, and empty here; or it was, and the agent has asked for it. */
    masking?: "masked" | "revealed";
  };

type RowProps = { language: Language; row: PersonDataRow };

/** A field and its value; a long one is folded. `problem`: why a masked one is not told. */
export function PersonData(
  { language, row: { label, ...row }, problem }: RowProps & { problem?: ProblemContent },
): JSX.Element {
  const shown = { ...row, label: shortened(label) };
  const Value = valueOf(row);
  return (
    <div data-field={row.name} {...(row.masking === "masked" && { "data-masked": "" })}>
      <dt title={row.name}>{breakable(shown.label)}</dt>
      {/* The button that asked for the value is gone: the focus goes on to the value. */}
      <dd {...(row.masking === "revealed" && { tabindex: -1 })}>
        <Value language={language} row={shown} />
      </dd>
      {problem && (
        <dd>
          <Problem {...problem} language={language} place={ids.reveal(row.name)} />
        </dd>
      )}
    </div>
  );
}

function valueOf({ isUnknown, masking, value }: Omit<PersonDataRow, "label">) {
  if (isUnknown) return UnknownField;
  if (masking === "masked") return MaskedValue;
  return value.length > SHOWN.unfolded ? FoldedValue : WholeValue;
}

/** A hyphen would say that the field has no value. */
function UnknownField({ language }: RowProps): JSX.Element {
  return <span class="empty">{say(language, "recipient.notInAgillic")}</span>;
}

/** Whether there is a value at all is withheld, too. */
function MaskedValue({ language, row: { name, label } }: RowProps): JSX.Element {
  const words = say(language, "recipient.reveal");
  return (
    <button
      type="button"
      class="bare"
      id={ids.reveal(name)}
      aria-label={`${words}: ${label}`}
      hx-post={paths.personDataValue(name)}
      hx-target="closest [data-field]"
      hx-swap="outerHTML"
      hx-sync="this:drop"
    >
      {words}
    </button>
  );
}

function WholeValue({ language, row }: RowProps): JSX.Element {
  const { value, raw, more } = row;
  return (
    <>
      {raw === value || raw === ""
        ? <span>{breakable(value)}</span>
        : <span title={shortened(raw)}>{breakable(value)}</span>}
      {more && <CutNote {...{ language, more }} />}
      {!isEmpty(row) && <CopyValue {...{ language, row }} value={value} />}
    </>
  );
}

/** The beginning of a value, and all that is shown of it for whoever asks. */
function FoldedValue({ language, row }: RowProps): JSX.Element {
  const { name, label, value, more } = row;
  return (
    <>
      <span>{shortened(value, SHOWN.unfolded)}</span>
      <details>
        <summary id={ids.showAll(name)}>
          {say(language, "recipient.showAll")}
          <span class="visually-hidden">{`: ${label}`}</span>
        </summary>
        <span id={ids.wholeValue(name)}>{value}</span>
        {more && <CutNote {...{ language, more }} />}
      </details>
      <CopyValue {...{ language, row }} from={ids.wholeValue(name)} />
    </>
  );
}

/** Not on the way of the Tab key, where “Copy all” is; that one leaves out what is masked. */
function CopyValue(
  { language, row: { name, label, masking }, ...copied }:
    & RowProps
    & ({ value: string; from?: undefined } | { value?: undefined; from: string }),
): JSX.Element {
  return (
    <CopyButton
      id={ids.copyField(name)}
      label={say(language, "copyField", { label })}
      isSkippedByTab={masking === undefined}
      {...copied}
    />
  );
}

function CutNote({ language, more }: { language: Language; more: Counted }): JSX.Element {
  return <small>{sayCount(language, "recipient.moreCharacters", more)}</small>;
}

/** Whether Agillic has no value for the field, as far as that is said. */
export function isEmpty({ isUnknown, masking, value }: PersonDataRow): boolean {
  return !isUnknown && masking !== "masked" && value === "-";
}
