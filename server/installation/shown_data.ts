import { isAdmitted, type Limits, listAdmitted } from "./limits.ts";
import type { SettingClaims } from "./setting_claims.ts";
import { listLines, type Report } from "./setting_fields.ts";
import type { ConfiguredTable, SettingFaultCode } from "./settings.ts";

// Nobody reads a wider table in a sidebar.
const MAX_COLUMNS = 20;

/** The target groups that may be shown, in their order. */
export function parseTargetGroups(
  claims: SettingClaims,
  limits: Limits,
  report: Report,
): readonly string[] {
  const allowed = listAdmitted(limits, "targetGroups");
  const groups = new Set<string>();
  for (const { text, position } of listLines(claims.target_groups)) {
    if (groups.has(text)) report("target_groups", "duplicate", position);
    else if (!isAdmitted(allowed, text)) report("target_groups", "not_allowed", position);
    else groups.add(text);
  }
  return [...groups];
}

/** The one-to-many tables that may be opened, in their order. */
export function parseTables(
  claims: SettingClaims,
  limits: Limits,
  report: Report,
): readonly ConfiguredTable[] {
  const allowed = listAdmitted(limits, "tables");
  const tables = new Map<string, ConfiguredTable>();
  for (const { text, position } of listLines(claims.tables)) {
    const table = parseTable(text);
    if (typeof table === "string") report("tables", table, position);
    else if (tables.has(table.name)) report("tables", "duplicate", position);
    else if (!isAdmitted(allowed, table.name)) report("tables", "not_allowed", position);
    else tables.set(table.name, table);
  }
  return [...tables.values()];
}

/** `TABLE: COLUMN, COLUMN | Title`, or what is wrong with it. */
function parseTable(line: string): ConfiguredTable | SettingFaultCode {
  const [, name = "", list = "", title = ""] =
    /^([^:|]+):([^|]+)(?:\|(.*))?$/.exec(line)?.map((part) => part?.trim()) ?? [];
  const columns = list.split(",").map((column) => column.trim());
  if (columns.includes("") || columns.length > MAX_COLUMNS) return "table_malformed";
  // Agillic's names are of these; they are not corrected by guessing.
  if (![name, ...columns].every((each) => /^[\p{L}\p{N}_]+$/u.test(each))) {
    return "table_characters";
  }
  const differing = new Set(columns.map((column) => column.toUpperCase()));
  if (differing.size < columns.length) return "duplicate";
  return { name, title: title || name, columns };
}
