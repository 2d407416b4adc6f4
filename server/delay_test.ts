import { assertEquals } from "@std/assert";
import { delay } from "./delay.ts";

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
