import { assertEquals, assertThrows } from "@std/assert";
import { countTests } from "./gate_counts.ts";

const REPORT = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="deno test" tests="7" failures="2" errors="0" time="0.116">
    <testsuite name="./a_test.ts" tests="5" disabled="1" errors="0" failures="2">
        <testcase name="says &lt;testsuites tests=&quot;99&quot;&gt;" classname="./a_test.ts">
            <failure message="1 test step failed">1 test step failed.</failure>
        </testcase>
    </testsuite>
    <testsuite name="./b_test.ts" tests="2" disabled="2" errors="0" failures="0">
    </testsuite>
</testsuites>`;

Deno.test("countTests adds up what the report says", () => {
  assertEquals(countTests(REPORT), { passed: 2, failed: 2, skipped: 3 });
});

Deno.test("countTests does not take anything else for a report", () => {
  assertThrows(() => countTests("7 passed, 0 failed"), Error, "no totals");
  assertThrows(() => countTests('<testsuites tests="7">'), Error, "no failures in");
});

Deno.test("countTests reads what this Deno writes", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/some_test.ts`;
    await Deno.writeTextFile(
      file,
      `Deno.test("passes", async (t) => { await t.step("too", () => {}); });
       Deno.test("fails", () => { throw new Error("<testsuites tests='9'>"); });
       Deno.test.ignore("is skipped", () => {});`,
    );
    const args = ["test", "--no-config", "--no-check", `--junit-path=${folder}/report.xml`, file];
    const { code } = await new Deno.Command(Deno.execPath(), { args }).output();
    assertEquals(code, 1);
    const report = await Deno.readTextFile(`${folder}/report.xml`);
    assertEquals(countTests(report), { passed: 2, failed: 1, skipped: 1 });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
