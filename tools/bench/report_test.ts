import { assertEquals } from "@std/assert";
import { createReport } from "./report.ts";

Deno.test("a report aligns its tables and keeps its verdicts for the end", () => {
  const lines: string[] = [];
  const report = createReport((line) => lines.push(line));
  report.expect("ratio", 0.604, { atMost: 0.7 });
  report.expect("bytes", 31, { atMost: 30 });
  report.table("Speed", ["", "req/s"], [["ours", "9"], ["the proxy", "10,000"]]);
  report.summary();
  assertEquals(lines, [
    "\nSpeed",
    "              req/s",
    "  ours            9",
    "  the proxy  10,000",
    "\nMust hold",
    "  pass  ratio: 0.6 (wanted ≤ 0.7)",
    "  FAIL  bytes: 31 (wanted ≤ 30)",
  ]);
});
