import { assertEquals } from "@std/assert";
import { createAlarms } from "./alarms.ts";
import { ManualClock } from "./manual_clock_fixture.ts";

Deno.test("alarms ring at their time, in whatever order they were set, on one timer", async () => {
  const clock = new ManualClock();
  const alarms = createAlarms(clock);
  const startedMs = clock.elapsed();
  const rung: number[] = [];
  for (const afterMs of [300, 100, 200, 100]) {
    alarms.set({ atMs: startedMs + afterMs, ring: () => rung.push(clock.elapsed() - startedMs) });
  }
  assertEquals(clock.timers, 1);
  await clock.advance(1000);
  assertEquals(rung, [100, 100, 200, 300]);
  assertEquals(clock.timers, 0);
});

Deno.test("a cancelled alarm does not ring, and the last one takes the timer along", async () => {
  const clock = new ManualClock();
  const alarms = createAlarms(clock);
  const rung: string[] = [];
  const first = { atMs: clock.elapsed() + 100, ring: () => rung.push("first") };
  const second = { atMs: clock.elapsed() + 200, ring: () => rung.push("second") };
  alarms.set(first);
  alarms.set(second);
  alarms.cancel(first);
  await clock.advance(150);
  assertEquals(rung, []);
  alarms.cancel(second);
  assertEquals(clock.timers, 0);
  await clock.advance(150);
  assertEquals(rung, []);
});

Deno.test("an alarm may set another while it rings", async () => {
  const clock = new ManualClock();
  const alarms = createAlarms(clock);
  const rung: string[] = [];
  const second = { atMs: clock.elapsed() + 200, ring: () => rung.push("second") };
  alarms.set({ atMs: clock.elapsed() + 100, ring: () => alarms.set(second) });
  await clock.advance(200);
  assertEquals(rung, ["second"]);
});
