import type { JSX } from "hono/jsx/jsx-runtime";
import { ids } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import { placeAttributes } from "./refresh.ts";
import { shortened } from "./shortened.ts";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";

/** A one-to-many table that can be opened. */
export type TableName = { name: string; title: string };

/** The tables, each closed; the rows ask for themselves once they are seen. */
export function Tables(
  { language, tables }: { language: Language; tables: readonly TableName[] },
): JSX.Element {
  return (
    <>
      {tables.map(({ name, title }) => (
        <details data-table={name}>
          <summary id={ids.table(name)}>{shortened(title)}</summary>
          <div
            id={ids.tableRows(name)}
            hx-trigger="intersect once"
            {...placeAttributes(ids.tableRows(name), paths.table(name))}
          >
            <p class="empty">{say(language, "loading")}</p>
          </div>
        </details>
      ))}
    </>
  );
}

/** A column; `isUnknown` where Agillic has no such column. */
export type TableColumn = { name: string; isUnknown?: boolean };

/** The rows of a table, each with a text a column; `all` counts also those that are not shown. */
export type TableRowsProps = TableName & {
  language: Language;
  columns: readonly TableColumn[];
  rows: readonly (readonly string[])[];
  shown: Counted;
  all: Counted;
};

/** The rows of a table, in a region that scrolls where they are wider than the sidebar. */
export function TableRows(
  { language, name, title, columns, rows, shown, all }: TableRowsProps,
): JSX.Element {
  const params = { title: shortened(title), shown: shown.text };
  return (
    <div
      id={ids.tableRows(name)}
      tabindex={-1}
      data-announce={sayCount(language, "tables.announce", all, params)}
    >
      {rows.length === 0
        ? <p class="empty">{say(language, "tables.none")}</p>
        : (
          <div class="rows" role="region" aria-label={params.title} tabindex={0}>
            <table>
              <thead>
                <tr>{columns.map((column) => <Heading {...{ language, column }} />)}</tr>
              </thead>
              <tbody>
                {rows.map((row) => <tr>{row.map((text) => <td>{text}</td>)}</tr>)}
              </tbody>
            </table>
          </div>
        )}
      {shown.number < all.number && (
        <p class="empty">{sayCount(language, "tables.counted", all, params)}</p>
      )}
    </div>
  );
}

/** A hyphen alone would say that the column has no values. */
function Heading(
  { language, column }: { language: Language; column: TableColumn },
): JSX.Element {
  return (
    <th scope="col">
      {column.name}
      {column.isUnknown && <small>{` ${say(language, "tables.notInAgillic")}`}</small>}
    </th>
  );
}
