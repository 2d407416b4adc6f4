import type { AgillicClient } from "../agillic/client.ts";
import { columnName } from "../agillic/one_to_many.ts";
import type { ConfiguredTable, Settings } from "../installation/settings.ts";
import { closeTo, listSuggested } from "./close_names.ts";
import type { BlockedCode } from "./event_checks.ts";
import { failureOf, type Finding, finding } from "./finding.ts";

/** Whose target groups and tables. */
export type ShownDataCheckOptions = {
  client: Pick<AgillicClient, "listInstanceTargetGroups" | "listTables" | "listTableColumns">;
  settings: Settings;
  /** Names that may be suggested; null for no limit. */
  allowedTargetGroups: readonly string[] | null;
  allowedTables: readonly string[] | null;
  /** Null when Agillic may be asked. */
  blocked: BlockedCode | null;
};

type Check = "target_groups" | "tables";

/** Whether Agillic has the target groups and the tables that may be shown; nothing of what the settings leave empty. */
export async function checkShownData(options: ShownDataCheckOptions): Promise<Finding[]> {
  const { targetGroups, tables } = options.settings;
  return [
    ...targetGroups.length === 0 ? [] : await checked("target_groups", options, checkTargetGroups),
    ...tables.length === 0 ? [] : await checked("tables", options, checkTables),
  ];
}

async function checked(
  check: Check,
  options: ShownDataCheckOptions,
  look: (options: ShownDataCheckOptions) => Promise<Finding[]>,
): Promise<Finding[]> {
  if (options.blocked !== null) return [finding(check, options.blocked)];
  try {
    return await look(options);
  } catch (error) {
    const { code, ...failure } = failureOf(error);
    return [finding(check, code, failure)];
  }
}

async function checkTargetGroups(
  { client, settings: { targetGroups }, allowedTargetGroups }: ShownDataCheckOptions,
): Promise<Finding[]> {
  const known = await client.listInstanceTargetGroups();
  if (known === null) return [notListed("target_groups")];
  const unknown = targetGroups.filter((group) => !known.includes(group));
  if (unknown.length > 0) {
    const suggested = listSuggested(known, allowedTargetGroups);
    return unknown.map((group) =>
      finding("target_groups", "group_unknown", {
        subject: group,
        params: { group, ...closeTo(group, suggested) },
        parameter: "target_groups",
      })
    );
  }
  const count = String(targetGroups.length);
  return [finding("target_groups", "groups_known", { params: { count } })];
}

async function checkTables(options: ShownDataCheckOptions): Promise<Finding[]> {
  const { client, settings: { tables }, allowedTables } = options;
  const known = await client.listTables();
  if (known === null) return [notListed("tables")];
  const suggested = listSuggested(known, allowedTables);
  const findings = await Promise.all(
    tables.map(async (table) =>
      known.includes(table.name) ? await checkColumns(table, client) : [
        finding("tables", "table_unknown", {
          subject: table.name,
          params: { table: table.name, ...closeTo(table.name, suggested) },
          parameter: "tables",
        }),
      ]
    ),
  );
  const count = String(tables.length);
  const all = findings.flat();
  return all.length > 0 ? all : [finding("tables", "tables_known", { params: { count } })];
}

/** The columns that Agillic does not have, in whichever case they are written. */
async function checkColumns(
  { name: table, columns }: ConfiguredTable,
  client: ShownDataCheckOptions["client"],
): Promise<Finding[]> {
  const listed = await client.listTableColumns(table);
  if (listed === null) return [notListed("tables", table)];
  const known = new Set(listed.map(columnName));
  return columns.filter((column) => !known.has(columnName(column))).map((column) =>
    finding("tables", "column_unknown", {
      subject: table,
      params: { table, column, ...closeTo(column, listed) },
      parameter: "tables",
    })
  );
}

function notListed(check: Check, subject?: string): Finding {
  return finding(check, "discovery_missing", {
    status: 404,
    ...(subject !== undefined && { subject }),
  });
}
