import { assertEquals, assertRejects } from "@std/assert";
import { type Kv, StoreError } from "./kv.ts";
import { broken, DONE, openOnce, START, UNKNOWN, withTransactions } from "./once_fixture.ts";

Deno.test("runOnce without a store, or with one that fails, sends nothing", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  const unreadable: Kv = { ...withTransactions(once.kv, () => {}), getMany: broken };
  const unwritable = withTransactions(once.kv, (transaction) => transaction.commit = broken);

  for (const kv of [null, unreadable, unwritable]) {
    const error = await assertRejects(() => once.run("nonce", { kv }), StoreError);
    assertEquals(error.message, "Cannot claim the action: the store is unavailable");
  }

  assertEquals(once.sent, []);
  assertEquals(await once.run("nonce"), { outcome: DONE, repeated: false });
});

Deno.test("runOnce tells what really happened when the outcome cannot be stored, and a repetition is unknown", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  let commits = 0;
  const failing: Kv = {
    ...withTransactions(once.kv, (transaction) => {
      if (++commits > 1) transaction.commit = broken;
    }),
    set: broken,
  };
  const told: StoreError[] = [];

  const first = await once.run("nonce", { kv: failing, onStoreError: (error) => told.push(error) });

  assertEquals(first, { outcome: DONE, repeated: false });
  assertEquals(told.map(({ message }) => message), [
    "Cannot store the outcome: the store is unavailable",
  ]);
  assertEquals(await once.run("nonce"), { outcome: UNKNOWN, repeated: true });
  assertEquals(once.sent, ["nonce"]);
});

Deno.test("runOnce waits on for the outcome while the store fails, and calls it unknown in the end", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  await once.kv.set(["action", "nonce"], { at: START, outcome: null });
  let reads = 0;
  const failingFor = (times: number): Kv => ({
    ...withTransactions(once.kv, () => {}),
    get: (key, options) => ++reads <= times ? broken() : once.kv.get(key, options),
  });

  // Not a StoreError, which says that nothing was sent: the first of them may have been.
  assertEquals(await once.run("nonce", { kv: failingFor(Infinity) }), {
    outcome: UNKNOWN,
    repeated: true,
  });
  once.clock.now = START;
  reads = 0;
  const delay = async (ms: number) => {
    once.clock.now += ms;
    await once.kv.set(["action", "nonce"], { at: START, outcome: DONE });
  };
  assertEquals(await once.run("nonce", { kv: failingFor(3), delay }), {
    outcome: DONE,
    repeated: true,
  });
  assertEquals(once.sent, []);
});
