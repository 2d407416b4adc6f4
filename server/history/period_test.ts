import { assertEquals } from "@std/assert";
import { periodUntil } from "./period.ts";

Deno.test("the period is the past three months to the millisecond", () => {
  const to = new Date("2026-05-17T09:12:05.678Z");
  assertEquals(periodUntil(to), { from: new Date("2026-02-17T09:12:05.678Z"), to });
});

Deno.test("three months before a month's end is the end of a shorter month", () => {
  const periods: [to: string, from: string][] = [
    ["2026-05-31", "2026-02-28"],
    ["2028-05-31", "2028-02-29"],
    ["2028-05-29", "2028-02-29"],
    ["2026-05-29", "2026-02-28"],
    ["2026-05-28", "2026-02-28"],
    ["2026-07-31", "2026-04-30"],
    ["2026-12-31", "2026-09-30"],
    ["2026-08-31", "2026-05-31"],
    ["2026-03-31", "2025-12-31"],
    ["2026-02-28", "2025-11-28"],
    ["2028-02-29", "2027-11-29"],
    ["2026-01-01", "2025-10-01"],
    ["2100-05-29", "2100-02-28"],
  ];
  for (const [to, from] of periods) {
    const period = periodUntil(new Date(`${to}T23:59:59.999Z`));
    assertEquals(period.from.toISOString(), `${from}T23:59:59.999Z`, to);
  }
});
