import { assertEquals } from "@std/assert";
import { runGate, type Stage, type Surroundings } from "./gate_stages.ts";

/** A Deno whose calls end as `ends` says by their first argument, and write these reports. */
function surroundings(
  ends: Record<string, boolean>,
  reports: (string | null)[] = [],
): Surroundings & { calls: string[][]; lines: string[] } {
  const calls: string[][] = [];
  const lines: string[] = [];
  return {
    calls,
    lines,
    runDeno(args) {
      calls.push(args);
      return Promise.resolve(ends[args[0] ?? ""] ?? true);
    },
    readReport: () => Promise.resolve(reports.shift() ?? null),
    reportPath: () => Promise.resolve("/tmp/report.xml"),
    now: () => 0,
    print: (line) => lines.push(line),
  };
}

const report = (tests: number, failures: number, disabled = 0) =>
  `<testsuites tests="${tests}" failures="${failures}" errors="0">
     <testsuite tests="${tests}" disabled="${disabled}" errors="0" failures="${failures}">`;

const LINT: Stage = { name: "lint", args: ["lint"] };
const TYPES: Stage = { name: "types", args: ["check"] };
const TESTS: Stage = { name: "tests", args: ["test", "--parallel"], tests: true };

Deno.test("runGate closes with the tests and one for each other stage", async () => {
  const all = surroundings({}, [report(40, 0)]);
  assertEquals(await runGate([LINT, TYPES, TESTS], all), { passed: 42, failed: 0, skipped: 0 });
  assertEquals(all.lines.at(-1), "42 passed, 0 failed");
  assertEquals(all.calls.at(-1), ["test", "--parallel", "--junit-path=/tmp/report.xml"]);
});

Deno.test("runGate goes on after a stage that failed, and counts it", async () => {
  const all = surroundings({ lint: false, test: false }, [report(40, 2, 3)]);
  await runGate([LINT, TYPES, TESTS], all);
  assertEquals(all.calls.length, 3);
  assertEquals(all.lines.slice(-2), ["3 skipped", "36 passed, 3 failed"]);
});

Deno.test("runGate fails when a test file breaks before its tests run", async () => {
  const all = surroundings({ test: false }, [report(40, 0)]);
  assertEquals((await runGate([TESTS], all)).failed, 1);
  assertEquals(all.lines.at(-1), "40 passed, 1 failed");
});

Deno.test("runGate fails when no test ran, or nothing was reported", async () => {
  assertEquals((await runGate([TESTS], surroundings({}, [report(0, 0)]))).failed, 1);
  assertEquals((await runGate([TESTS], surroundings({}, [report(2, 0, 2)]))).failed, 1);
  assertEquals((await runGate([TESTS], surroundings({}))).failed, 1);
});
