import { assertEquals, assertMatch } from "@std/assert";
import { describeVersions, hideSecrets, type ReportRow, writeReport } from "./report.ts";

const ROWS: ReportRow[] = [
  { state: "green", title: "Token", words: "Accepted.", code: "token_good" },
  {
    state: "red",
    title: "Event 1",
    words: "The event “x” is not valid.",
    next: "Correct it.",
    code: "event_not_valid",
    status: 404,
  },
  { state: "unknown", title: "Clock", words: "Not said.", code: "clock_unknown" },
];

Deno.test("writeReport writes a line a row, with what to do under the red ones", () => {
  assertEquals(
    writeReport(["Agillic sidebar", "now"], ROWS),
    `Agillic sidebar
now

✓ Token: Accepted. [token_good]
✗ Event 1: The event “x” is not valid. [event_not_valid 404]
  → Correct it.
? Clock: Not said. [clock_unknown]`,
  );
});

Deno.test("hideSecrets takes out secrets and addresses wherever they were typed", () => {
  const rows = hideSecrets([
    {
      state: "red",
      title: "Event aHVzaDpodXNo",
      words: "The event “mette@example.dk” is not valid, nor is “aHVzaDpodXNo”.",
      next: "Correct “søren+nyhed@example.dk, o'brien/kent@example.ie”.",
      code: "event_not_valid",
    },
  ], ["aHVzaDpodXNo", ""]);
  assertEquals(rows, [{
    state: "red",
    title: "Event …",
    words: "The event “…” is not valid, nor is “…”.",
    next: "Correct “…, …”.",
    code: "event_not_valid",
  }]);
});

Deno.test("describeVersions names the app's version and the runtime's", () => {
  assertMatch(describeVersions(), /^Agillic sidebar \d+\.\d+\.\d+, Deno\/\d+\.\d+\.\d+$/);
});
