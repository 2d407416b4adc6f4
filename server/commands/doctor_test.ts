import { assertEquals, assertStringIncludes } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { runDoctor } from "./doctor.ts";

const NOW = Date.UTC(2026, 1, 10, 9, 12, 5);

/** Runs it beside a simulator whose clock is behind ours; null for an Agillic that is away. */
async function run(aheadMs: number | null) {
  const simulator = createAgillicSimulator();
  const printed: string[] = [];
  const errors: string[] = [];
  const code = await runDoctor(["--settings", "settings.json"], {
    env: {},
    readTextFile: () => JSON.stringify(DEFAULT_SETTINGS),
    fetch: async (url, init) => {
      if (aheadMs === null) return new Response("", { status: 500 });
      const { body, status, headers } = await simulator.fetch(url, init);
      const dated = new Headers(headers);
      dated.set("Date", new Date(NOW - aheadMs).toUTCString());
      return new Response(body, { status, headers: dated });
    },
    now: () => NOW,
    print: (text) => printed.push(text),
    printError: (line) => errors.push(line),
  });
  assertEquals(errors, []);
  return { code, output: printed.join("\n") };
}

Deno.test("deno task doctor finds a clock that is off by what Agillic says", async () => {
  const good = await run(0);
  assertEquals(good.code, 0);
  assertStringIncludes(good.output, "✓ Clock: Within 1 s of Agillic’s clock. [clock_good]");
  const off = await run(-90_000);
  assertEquals(off.code, 1);
  assertStringIncludes(
    off.output,
    "✗ Clock: The clock of the machine that checks is 91 s behind Agillic’s. [clock_behind]\n  → ",
  );
});

Deno.test("deno task doctor can tell little while Agillic is away, calls nothing a fault, and ends with 3", async () => {
  const { code, output } = await run(null);
  assertEquals(code, 3);
  assertStringIncludes(
    output,
    "? Base64 Encoded Token: Agillic cannot be reached. Agillic is unavailable, or did not answer. [agillic_unavailable 500]",
  );
  assertStringIncludes(
    output,
    "Configuration check of 2026-02-10 09:12:05 UTC, Agillic at https://api-eu1.agillic.net",
  );
});
