import { assertEquals } from "@std/assert";
import { delay, untilPassed } from "./delay.ts";

const reasonOf = (waiting: Promise<void>): Promise<unknown> =>
  waiting.then(() => null, (reason) => reason);

Deno.test("delay() is over after its time", async () => {
  assertEquals(await reasonOf(delay(0)), null);
  assertEquals(await reasonOf(delay(0, new AbortController().signal)), null);
});

Deno.test("delay() ends with the signal, for its reason, and leaves no timer behind", async () => {
  const controller = new AbortController();
  const waiting = reasonOf(delay(60_000, controller.signal));
  controller.abort("stopped");
  assertEquals(await waiting, "stopped");
  assertEquals(await reasonOf(delay(60_000, controller.signal)), "stopped");
});

Deno.test("untilPassed() waits for the clock, however early timers come", async () => {
  const asked: number[] = [];
  let now = 100;
  const early = (ms: number) => {
    asked.push(ms);
    now += ms > 1 ? ms - 1 : ms;
    return Promise.resolve();
  };
  await untilPassed(50, { elapsed: () => now, delay: early });
  assertEquals([now, asked], [150, [50, 1]]);

  const controller = new AbortController();
  const waiting = reasonOf(untilPassed(60_000, { elapsed: () => 0, delay }, controller.signal));
  controller.abort("stopped");
  assertEquals(await waiting, "stopped");
});
