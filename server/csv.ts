// Where a spreadsheet may see a cell begin, whatever it takes for a separator, and what it would run as a formula.
const FORMULA = /(^|[,;|\t\r\n"])(?=[=+\-@\t\r\n＝＋－＠])/g;
const QUOTED = /[",;|\t\r\n']/;

/** Rows as CSV (RFC 4180, lines ended by LF); no cell is a formula in a spreadsheet. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\n`).join("");
}

function cellOf(text: string): string {
  const safe = text.replace(FORMULA, "$1'");
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
