import { assertEquals, assertGreaterOrEqual, assertThrows } from "@std/assert";
import { FakeTime } from "@std/testing/time";

Deno.test("FakeTime stands still until it is told to go on", () => {
  using time = new FakeTime("2026-11-01T00:00:00Z");
  const fired: string[] = [];
  const after = (name: string) => () => fired.push(`${name} after ${time.now - time.start} ms`);
  setTimeout(after("timeout"), 1_000);
  const interval = setInterval(after("interval"), 600);
  time.tick(999);
  assertEquals(fired, ["interval after 600 ms"]);
  time.tick(1);
  assertEquals(fired, ["interval after 600 ms", "timeout after 1000 ms"]);
  clearInterval(interval);
  time.tick(1_000);
  assertEquals(fired.length, 2);
  assertEquals(new Date().toISOString(), "2026-11-01T00:00:02.000Z");
});

Deno.test("FakeTime.tickAsync lets promises settle before it goes on", async () => {
  using time = new FakeTime(0);
  let woken = 0;
  const walk = Promise.resolve().then(() => new Promise<void>((done) => setTimeout(done, 100)))
    .then(() => woken = Date.now());
  await time.tickAsync(100);
  await walk;
  assertEquals(woken, 100);
});

Deno.test("FakeTime gives the real clock back, and there is one at a time", () => {
  const real = Date.now();
  {
    using _time = new FakeTime(0);
    assertEquals(Date.now(), 0);
    assertThrows(() => new FakeTime(0));
  }
  assertGreaterOrEqual(Date.now(), real);
});
