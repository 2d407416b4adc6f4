import { assert, assertEquals, assertFalse } from "@std/assert";
import { createAlarms } from "./alarms.ts";
import { createGate } from "./gate.ts";
import { ManualClock } from "./manual_clock_fixture.ts";

function createOneDoor() {
  const clock = new ManualClock();
  return { clock, gate: createGate(1, createAlarms(clock)) };
}

Deno.test("a gate lets through as many as it has places", () => {
  const { gate } = createOneDoor();
  assert(gate.tryEnter());
  assertFalse(gate.tryEnter());
  gate.leave();
  assert(gate.tryEnter());
  assertEquals(gate.inside, 1);
});

Deno.test("a gate lets in who has waited longest, and nobody past them", async () => {
  const { clock, gate } = createOneDoor();
  gate.tryEnter();
  const entered: string[] = [];
  for (const name of ["first", "second"]) {
    gate.enterBefore(clock.elapsed() + 1000).then(() => entered.push(name));
  }
  gate.leave();
  assertFalse(gate.tryEnter());
  await clock.advance(0);
  assertEquals(entered, ["first"]);
  gate.leave();
  await clock.advance(0);
  assertEquals(entered, ["first", "second"]);
  assertEquals(clock.timers, 0);
});

Deno.test("a gate drops who has waited too long, each at their own time", async () => {
  const { clock, gate } = createOneDoor();
  gate.tryEnter();
  const long = gate.enterBefore(clock.elapsed() + 2000);
  const startedMs = clock.elapsed();
  assertFalse(await clock.until(gate.enterBefore(clock.elapsed() + 500)));
  assertEquals(clock.elapsed() - startedMs, 500);
  gate.leave();
  assert(await long);
  gate.leave();
  assertEquals(gate.inside, 0);
  assertEquals(clock.timers, 0);
});

Deno.test("a gate drops at once whose time is over", async () => {
  const { clock, gate } = createOneDoor();
  gate.tryEnter();
  assertFalse(await clock.until(gate.enterBefore(clock.elapsed() - 1)));
});
