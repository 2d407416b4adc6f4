import type { TableRow } from "../agillic/one_to_many.ts";
import { parsePersonDataValue } from "../agillic/person_data.ts";
import { epochMsOf } from "../agillic/timestamps.ts";

/** The rows by the first of the columns that holds dates, the newest first; without one in Agillic's order. */
export function newestFirst(
  rows: readonly TableRow[],
  columns: readonly string[],
): readonly TableRow[] {
  for (const column of columns) {
    const times = new Map(rows.map((row) => [row, timeOf(row.get(column))]));
    const values = [...times.values()];
    if (values.includes(null) || values.every((time) => time === -Infinity)) continue;
    const time = (row: TableRow) => times.get(row) ?? -Infinity;
    // The difference is NaN where neither has a date.
    return rows.toSorted((a, b) => time(b) - time(a) || 0);
  }
  return rows;
}

/** Epoch ms; the oldest of all where there is no value, and null where it is no date. */
function timeOf(text: string | undefined): number | null {
  const value = parsePersonDataValue(text);
  switch (value.kind) {
    case "empty":
      return -Infinity;
    case "instant":
      return value.epochMs;
    case "day":
      return epochMsOf(value);
    default:
      return null;
  }
}
