import type { JSX } from "hono/jsx/jsx-runtime";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import { CopyButton, copyWords } from "./copy_button.tsx";
import { ids } from "../contract/ids.ts";
import { isEmpty, PersonData, type PersonDataRow } from "./person_data_row.tsx";
import { shortened, SHOWN } from "./shortened.ts";

/** Fields in the order that the settings give. */
export type PersonDataListProps = { language: Language; rows: readonly PersonDataRow[] };

const UNFOLDED_FIELDS = 12;
// A fold takes a line itself: so few are read sooner than they are opened.
const UNFOLDED_EMPTY = 2;

/** The fields that say something; behind one fold those after the twelfth, and the empty ones. */
export function PersonDataList({ language, rows }: PersonDataListProps): JSX.Element {
  const { shown, more, empty } = foldRows(rows);
  const folded = [
    more.length > 0 && sayCount(language, "recipient.foldedFields", countOf(more)),
    empty.length > 0 && sayCount(language, "recipient.emptyFields", countOf(empty)),
  ].filter(Boolean);
  return (
    <div {...copyWords(language)}>
      <Rows language={language} rows={shown} />
      {folded.length > 0 && (
        <details>
          <summary id={ids.foldedFields}>{folded.join(", ")}</summary>
          <Rows language={language} rows={[...more, ...empty]} />
        </details>
      )}
    </div>
  );
}

function Rows({ language, rows }: PersonDataListProps): JSX.Element | null {
  if (rows.length === 0) return null;
  return <dl>{rows.map((row) => <PersonData {...{ language, row }} />)}</dl>;
}

type FoldedRows = Record<"shown" | "more" | "empty", readonly PersonDataRow[]>;

/** A field that Agillic does not have is a mistake to be seen: it is never folded. */
function foldRows(rows: readonly PersonDataRow[]): FoldedRows {
  const allEmpty = rows.filter(isEmpty);
  const empty = allEmpty.length > UNFOLDED_EMPTY ? allEmpty : [];
  const filled = rows.filter((row) => !empty.includes(row));
  const more = filled.slice(UNFOLDED_FIELDS).filter(({ isUnknown }) => !isUnknown);
  return { shown: filled.filter((row) => !more.includes(row)), more, empty };
}

/** At most so many as are shown at all: every language writes such a number alike. */
function countOf({ length }: readonly PersonDataRow[]): Counted {
  return { number: length, text: String(length) };
}

/** Copies what is said of the fields, a line each, but nothing that is masked; null where there is nothing. */
export function CopyAll({ language, rows }: PersonDataListProps): JSX.Element | null {
  const lines = rows
    .filter((row) => !isEmpty(row) && !row.isUnknown && row.masking === undefined)
    .map(({ label, value }) => `${shortened(label)}: ${value}`);
  if (lines.length === 0) return null;
  const text = shortened(lines.join("\n"), SHOWN.value);
  return (
    <span {...copyWords(language)}>
      <CopyButton id={ids.copyAll} label={say(language, "copyAll")} value={text} />
    </span>
  );
}
