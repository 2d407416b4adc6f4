import type { JSX } from "hono/jsx/jsx-runtime";
import { ids } from "../../../contract/ids.ts";
import { parsePersonDataValue } from "../../../server/agillic/person_data.ts";
import { paths } from "../../../contract/paths.ts";
import { showPersonData } from "../../../views/person_data.ts";
import { Problem, type ProblemProps } from "../../../views/problem.tsx";
import { TableRows, type TableRowsProps } from "../../../views/tables.tsx";
import { TargetGroups } from "../../../views/target_groups.tsx";
import type { Setting, State } from "../state.ts";
import { richRecipient } from "./recipient.tsx";

const ORDERS = { name: "ORDERS", title: "Orders" };
const GROUPS = /<div id="groups".*?<\/div>/s;
const ROWS = /<div id="rows-ORDERS".*?<\/div>/s;

/** The recipient with something in a place that loads itself. */
function withPlace(place: RegExp, content: (setting: Setting) => JSX.Element): State {
  return {
    render: (setting) => richRecipient(setting, { withTargetGroups: true, tables: [ORDERS] }),
    alter: (html, setting) =>
      html.replace(place, () => String(content(setting)))
        // The recipient was announced before.
        .replace(/(<section id="recipient"[^>]*?) data-announce="[^"]*"/, "$1")
        .replace('<details data-table="ORDERS"', place === ROWS ? "$& open" : "$&"),
  };
}

function groups(...names: string[]): State {
  return withPlace(GROUPS, ({ language }) => <TargetGroups {...{ language }} groups={names} />);
}

function problem(place: RegExp, id: string, problem: Pick<ProblemProps, "code" | "retry">): State {
  return withPlace(place, ({ language }) => (
    <div id={id}>
      <Problem {...{ language }} place={id} {...problem} />
    </div>
  ));
}

const COLUMNS = [{ name: "ORDER_DATE" }, { name: "ORDER_NO" }, { name: "TOTAL" }, { name: "PAID" }];
const CELLS = [
  ["2026-11-02 14:35:00", "20017", "1249.50", "FALSE"],
  ["2026-10-21 09:02:00", "20011", "86.00", "TRUE"],
  ["2026-08-03 18:40:00", "19822", "412.25", ""],
];

function table(
  cells: readonly string[][] = CELLS,
  rest: (setting: Setting) => Partial<TableRowsProps> = () => ({}),
): State {
  return withPlace(ROWS, (setting) => (
    <TableRows
      {...ORDERS}
      language={setting.language}
      columns={COLUMNS}
      rows={cells.map((row) =>
        row.map((text) => showPersonData(parsePersonDataValue(text), setting).value)
      )}
      shown={setting.formatter.count(cells.length)}
      all={setting.formatter.count(cells.length)}
      {...rest(setting)}
    />
  ));
}

/** Target groups and one-to-many tables in the Recipient View. */
export const recipientDataStates: Record<string, State> = {
  "groups-loading": {
    render: (setting) => richRecipient(setting, { withTargetGroups: true, tables: [ORDERS] }),
  },
  "groups": groups("Loyal customers", "Newsletter"),
  "groups-none": groups(),
  "groups-many": groups(
    "Loyal customers",
    "Newsletter readers",
    "Near a shop",
    "A target group that somebody gave a very long name indeed, with commas",
  ),
  "groups-problem": problem(GROUPS, ids.groups, {
    code: "agillic_timeout",
    retry: { path: paths.groups, place: ids.groups },
  }),
  "table": table(),
  "table-none": table([]),
  "table-more": table(
    CELLS,
    ({ formatter }) => ({ shown: formatter.count(50), all: formatter.count(1_120) }),
  ),
  "table-unknown-column": table(
    CELLS,
    () => ({ columns: [...COLUMNS.slice(0, 3), { name: "PAYED", isUnknown: true }] }),
  ),
  "table-wide": table(
    [["Maximilian-Alexander von und zu Hohenstein", "b".repeat(200), "يوسف حداد", "-"]],
    () => ({ columns: COLUMNS.map(({ name }) => ({ name: `THE_COLUMN_${name}_OF_OLD` })) }),
  ),
  "table-problem": problem(ROWS, ids.tableRows("ORDERS"), {
    code: "agillic_unavailable",
    retry: { path: paths.table("ORDERS"), place: ids.tableRows("ORDERS") },
  }),
  "table-not-found": problem(ROWS, ids.tableRows("ORDERS"), { code: "table_not_found" }),
};
