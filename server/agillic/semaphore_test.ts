import { assert, assertEquals, assertFalse } from "@std/assert";
import { createAlarms } from "./alarms.ts";
import { ManualClock } from "./manual_clock_fixture.ts";
import { createSemaphore } from "./semaphore.ts";

function createOnePlace() {
  const clock = new ManualClock();
  return { clock, semaphore: createSemaphore(1, createAlarms(clock)) };
}

Deno.test("a semaphore lets through as many as it has places", () => {
  const { semaphore } = createOnePlace();
  assert(semaphore.tryAcquire());
  assertFalse(semaphore.tryAcquire());
  semaphore.release();
  assert(semaphore.tryAcquire());
  assertEquals(semaphore.taken, 1);
});

Deno.test("a semaphore lets in who has waited longest, and nobody past them", async () => {
  const { clock, semaphore } = createOnePlace();
  semaphore.tryAcquire();
  const entered: string[] = [];
  for (const name of ["first", "second"]) {
    semaphore.acquireBefore(clock.elapsed() + 1000).then(() => entered.push(name));
  }
  semaphore.release();
  assertFalse(semaphore.tryAcquire());
  await clock.advance(0);
  assertEquals(entered, ["first"]);
  semaphore.release();
  await clock.advance(0);
  assertEquals(entered, ["first", "second"]);
  assertEquals(clock.timers, 0);
});

Deno.test("a semaphore drops who has waited too long, each at their own time", async () => {
  const { clock, semaphore } = createOnePlace();
  semaphore.tryAcquire();
  const long = semaphore.acquireBefore(clock.elapsed() + 2000);
  const startedMs = clock.elapsed();
  assertFalse(await clock.until(semaphore.acquireBefore(clock.elapsed() + 500)));
  assertEquals(clock.elapsed() - startedMs, 500);
  semaphore.release();
  assert(await long);
  semaphore.release();
  assertEquals(semaphore.taken, 0);
  assertEquals(clock.timers, 0);
});

Deno.test("a semaphore drops at once whose time is over", async () => {
  const { clock, semaphore } = createOnePlace();
  semaphore.tryAcquire();
  assertFalse(await clock.until(semaphore.acquireBefore(clock.elapsed() - 1)));
});
