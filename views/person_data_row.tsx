import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import { CopyButton } from "./copy_button.tsx";
import { ids } from "../contract/ids.ts";
import type { ShownPersonData } from "./person_data.ts";
import { shortened, SHOWN } from "./shortened.ts";

/** One field of Person Data, as it is shown and as Agillic has it; `isUnknown` where Agillic has no such field. */
export type PersonDataRow = { name: string; label: string; isUnknown?: boolean } & ShownPersonData;

type RowProps = { language: Language; row: PersonDataRow };

/** A field and its value; a long one is folded. */
export function PersonData({ language, row: { label, ...row } }: RowProps): JSX.Element {
  const shown = { ...row, label: shortened(label) };
  const Value = row.isUnknown
    ? UnknownField
    : row.value.length > SHOWN.unfolded
    ? FoldedValue
    : WholeValue;
  return (
    <div data-field={row.name}>
      <dt>{breakable(shown.label)}</dt>
      <dd>
        <Value language={language} row={shown} />
      </dd>
    </div>
  );
}

/** A Person Data name has no spaces: it may break after an underscore. */
function breakable(label: string): Child[] {
  const [first, ...others] = label.split(/(?<=_)(?=.)/);
  return [first, ...others.flatMap((piece) => [<wbr />, piece])];
}

/** A hyphen would say that the field has no value. */
function UnknownField({ language }: RowProps): JSX.Element {
  return <span class="empty">{say(language, "recipient.notInAgillic")}</span>;
}

function WholeValue(
  { language, row: { name, label, value, raw, more } }: RowProps,
): JSX.Element {
  return (
    <>
      {raw === value || raw === ""
        ? <span>{value}</span>
        : <span title={shortened(raw)}>{value}</span>}
      {more && <CutNote {...{ language, more }} />}
      {value !== "-" && (
        <CopyButton
          id={ids.copyField(name)}
          value={value}
          label={say(language, "copyField", { label })}
        />
      )}
    </>
  );
}

/** The beginning of a value, and all that is shown of it for whoever asks. */
function FoldedValue({ language, row: { name, label, value, more } }: RowProps): JSX.Element {
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
      <CopyButton
        id={ids.copyField(name)}
        from={ids.wholeValue(name)}
        label={say(language, "copyField", { label })}
      />
    </>
  );
}

function CutNote({ language, more }: { language: Language; more: Counted }): JSX.Element {
  return <small>{sayCount(language, "recipient.moreCharacters", more)}</small>;
}
