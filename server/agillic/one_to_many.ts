import { throwIfRefused } from "./about_recipient.ts";
import { filledTexts, parseAnswer, saysNothing, tableSchema } from "./answers.ts";
import type { Calls } from "./calls.ts";
import type { Operation } from "./operation.ts";
import { type RecipientKey, tableRowsPath } from "./paths.ts";

/** A row of a one-to-many table, by upper-case column name; absent, null and empty values are all left out. */
export type TableRow = ReadonlyMap<string, string>;

const LIST: Operation = {
  action: "Listing the rows of the table",
  method: "GET",
  route: "/recipients/:id/oneToManyTables/:table",
  kind: "read",
};

// What is shown of a recipient must not wait long for what a table adds to it.
const MAX_MS = 3_000;

/** The rows of a one-to-many table that belong to a recipient, by the key that found them; null where there is no such table. */
export async function listTableRows(
  calls: Calls,
  key: RecipientKey,
  table: string,
): Promise<TableRow[] | null> {
  const answer = await calls.read(LIST, tableRowsPath(key, table), calls.deadlineMs(MAX_MS));
  throwIfRefused(LIST, { answer, key });
  if (answer.status === 404) return null;
  if (saysNothing(answer)) return [];
  const rows = parseAnswer(LIST, answer, tableSchema);
  return rows.map((row) => filledTexts(row, columnName));
}

/** `unsubscribedDate` and `Unsubscribed date` are UNSUBSCRIBED_DATE. */
function columnName(given: string): string {
  return given.trim().replace(/([a-z])([A-Z])/g, "$1_$2").replace(/[\s-]+/g, "_").toUpperCase();
}
