import { assertEquals } from "@std/assert";
import { checkClock, watchDates } from "./clock.ts";

const NOW = Date.UTC(2026, 1, 10, 9, 12, 5);

/** A clock after one answer whose Date header is this much before ours; null for an answer without one. */
async function watched(aheadMs: number | null, date?: string) {
  const theirs = date ?? (aheadMs === null ? null : new Date(NOW - aheadMs).toUTCString());
  const { fetch, clock } = watchDates({
    fetch: () => Promise.resolve(new Response("[]", { headers: theirs ? { Date: theirs } : {} })),
    now: () => NOW,
  });
  const response = await fetch("https://agillic.example/", {});
  assertEquals(await response.text(), "[]");
  return clock;
}

const CASES: Record<string, [aheadMs: number, code: string, seconds: string]> = {
  "as good as equal": [0, "clock_good", "1"],
  "tolerably ahead": [30_000, "clock_good", "30"],
  "tolerably behind": [-29_000, "clock_good", "30"],
  "too far ahead": [31_000, "clock_ahead", "31"],
  "too far behind": [-30_000, "clock_behind", "31"],
};

for (const [what, [aheadMs, code, seconds]] of Object.entries(CASES)) {
  Deno.test(`checkClock finds a clock that is ${what}`, async () => {
    const { code: found, params } = checkClock(await watched(aheadMs), NOW);
    assertEquals([found, params], [code, { seconds }]);
  });
}

Deno.test("checkClock does not know the difference without a date that can be read", async () => {
  assertEquals(checkClock(await watched(null), NOW).state, "unknown");
  assertEquals(checkClock(await watched(0, "yesterday"), NOW).state, "unknown");
});

Deno.test("checkClock does not count an answer that came before", async () => {
  assertEquals(checkClock(await watched(0), NOW + 1).code, "clock_unknown");
});
