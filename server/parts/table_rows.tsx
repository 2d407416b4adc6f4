import { ids } from "../../contract/ids.ts";
import { paths } from "../../contract/paths.ts";
import { SHOWN } from "../../views/shortened.ts";
import { TableRows } from "../../views/tables.tsx";
import { columnName, type TableRow } from "../agillic/one_to_many.ts";
import type { ConfiguredTable } from "../installation/settings.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { readRecipient } from "./lookup.ts";
import { showPlaceProblem } from "./place_problem.tsx";
import { NOTHING, type Shown } from "./shown.ts";
import { newestFirst } from "./table_order.ts";

/** The recipient's rows of a one-to-many table, which has to be one of the settings. */
export async function showTable(visit: Visit, name: string, services: Services): Promise<Shown> {
  const { tables, views } = visit.settings;
  if (!views.recipient) return NOTHING;
  const table = tables.find((each) => each.name === name);
  // What was asked for is not repeated: it may be anything.
  const place = table === undefined ? ids.table("") : ids.tableRows(table.name);
  try {
    if (table === undefined) {
      throw new Problem("table_not_found", { reason: "table_not_configured" });
    }
    return await showRows(visit, table, services);
  } catch (error) {
    const path = paths.table(table?.name ?? "");
    return showPlaceProblem(error, { place, path }, visit, services.now());
  }
}

async function showRows(
  visit: Visit,
  { name, title, columns }: ConfiguredTable,
  services: Services,
): Promise<Shown> {
  const { ask, formatter, language, readPersonData } = visit;
  const { key } = await readRecipient(visit, services);
  const rows = await ask((client) => client.listTableRows(key, name));
  if (rows === null) throw new Problem("table_not_found", { upstreamStatus: 404 });
  const listed = await ask((client) => client.findListedColumns(name));
  const isUnknown = findUnknown(rows, listed);
  const read = columns.map(columnName);
  const shown = newestFirst(rows, read).slice(0, SHOWN.rows);
  const textOf = (raw: string | undefined) => {
    const { value, more } = readPersonData(raw, SHOWN.line);
    return more ? `${value}…` : value;
  };
  return {
    html: (
      <TableRows
        {...{ language, name, title }}
        columns={columns.map((column) => ({ name: column, isUnknown: isUnknown(column) }))}
        rows={shown.map((row) => read.map((column) => textOf(row.get(column))))}
        shown={formatter.count(shown.length)}
        all={formatter.count(rows.length)}
      />
    ),
  };
}

/** Agillic may leave out what is empty, so a column without values is unknown only where the list lacks it, too. */
function findUnknown(
  rows: readonly TableRow[],
  listed: readonly string[] | null,
): (column: string) => boolean {
  if (listed === null) return () => false;
  const known = new Set([...listed.map(columnName), ...rows.flatMap((row) => [...row.keys()])]);
  return (column) => !known.has(columnName(column));
}
