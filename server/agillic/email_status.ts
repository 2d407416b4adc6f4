import type { Calls } from "./calls.ts";
import { readSign } from "./communication.ts";
import { AgillicError } from "./errors.ts";
import { listTableRows, type TableRow } from "./one_to_many.ts";
import type { RecipientKey } from "./paths.ts";

/** The fixed table in which an instance may keep unsubscribes and complaints, with a row a sending domain. */
const EMAIL_STATUS = "EMAIL_STATUS";

// What is shown of a recipient must not wait long for what a table adds to it.
const MAX_MS = 3_000;

/** The rows in it of a recipient, by the key that found them; null where there is no such table. */
export async function listEmailStatus(
  calls: Calls,
  key: RecipientKey,
): Promise<TableRow[] | null> {
  const rows = await listTableRows(calls, key, EMAIL_STATUS, calls.deadlineMs(MAX_MS));
  if (rows === null || rows.every(isReadable)) return rows;
  // What is not understood must not be taken for "has not unsubscribed".
  const message = `Listing the rows of ${EMAIL_STATUS} failed: a row cannot be understood`;
  throw new AgillicError("agillic_answer_unknown", message, { status: 200 });
}

function isReadable(row: TableRow): boolean {
  return row.has("DOMAIN") &&
    ["UNSUBSCRIBED", "COMPLAINT"].every((flag) => readSign(row.get(flag) ?? "").happened !== null);
}
