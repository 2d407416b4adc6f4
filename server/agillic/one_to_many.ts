import { isAboutRecipient, recipientNotFound, throwIfRefused } from "./about_recipient.ts";
import { filledTexts, parseAnswer, saysNothing, tableSchema } from "./answers.ts";
import type { Calls } from "./calls.ts";
import { listDiscovered } from "./names.ts";
import type { Operation } from "./operation.ts";
import { type RecipientKey, tableColumnsPath, tableRowsPath, tablesPath } from "./paths.ts";

/** A row of a one-to-many table, by `columnName`; absent, null and empty values are all left out. */
export type TableRow = ReadonlyMap<string, string>;

const LIST_ROWS: Operation = {
  action: "Listing the rows of the table",
  method: "GET",
  route: "/recipients/:id/oneToManyTables/:table",
  kind: "read",
};
const LIST_TABLES: Operation = {
  action: "Listing the one-to-many tables",
  method: "GET",
  route: "/discovery/onetomany",
  kind: "read",
};
const LIST_COLUMNS: Operation = {
  action: "Listing the columns of the table",
  method: "GET",
  route: "/discovery/onetomany/:table",
  kind: "read",
};

/** The rows of a one-to-many table that belong to a recipient, by the key that found them; null where there is no such table. */
export async function listTableRows(
  calls: Calls,
  key: RecipientKey,
  table: string,
  deadlineMs: number = calls.deadlineMs(),
): Promise<TableRow[] | null> {
  const answer = await calls.read(LIST_ROWS, tableRowsPath(key, table), deadlineMs);
  throwIfRefused(LIST_ROWS, { answer, key });
  if (answer.status === 404) {
    if (isAboutRecipient({ answer, key }, /table/i, table)) throw recipientNotFound(LIST_ROWS);
    return null;
  }
  if (saysNothing(answer)) return [];
  const rows = parseAnswer(LIST_ROWS, answer, tableSchema);
  return rows.map((row) => filledTexts(row, columnName));
}

/** The names of the instance's one-to-many tables; null where they cannot be discovered. */
export async function listTables(calls: Calls): Promise<string[] | null> {
  return await listDiscovered(calls, LIST_TABLES, tablesPath());
}

/** The names of a table's columns, as Agillic writes them; null where they cannot be discovered. */
export async function listTableColumns(calls: Calls, table: string): Promise<string[] | null> {
  return await listDiscovered(calls, LIST_COLUMNS, tableColumnsPath(table));
}

/** `unsubscribedDate` and `Unsubscribed date` are UNSUBSCRIBED_DATE. */
export function columnName(given: string): string {
  return given.trim().replace(/([a-z])([A-Z])/g, "$1_$2").replace(/[\s-]+/g, "_").toUpperCase();
}
