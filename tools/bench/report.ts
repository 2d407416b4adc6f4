/** Prints figures side by side as they come, and in the end what had to hold. */
export type Report = {
  table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): void;
  note(text: string): void;
  /** A figure that must not be above a bound. */
  expect(what: string, figure: number, bound: { atMost: number }): void;
  summary(): void;
};

/** `print`: one line. */
export function createReport(print: (line: string) => void): Report {
  const verdicts: string[] = [];
  return {
    table(title, columns, rows) {
      const all = [columns, ...rows];
      const widths = columns.map((_, at) => Math.max(...all.map((row) => (row[at] ?? "").length)));
      print(`\n${title}`);
      for (const row of all) {
        const cells = row.map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
        );
        print(`  ${cells.join("  ")}`);
      }
    },
    note: (text) => print(`  ${text}`),
    expect(what, figure, bound) {
      const holds = figure <= bound.atMost;
      const wanted = `≤ ${bound.atMost}`;
      verdicts.push(`${holds ? "pass" : "FAIL"}  ${what}: ${round(figure)} (wanted ${wanted})`);
    },
    summary() {
      print("\nMust hold");
      for (const verdict of verdicts) print(`  ${verdict}`);
    },
  };
}

function round(figure: number): string {
  return String(Math.round(figure * 100) / 100);
}
