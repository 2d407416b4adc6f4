import { assertEquals, assertRejects } from "@std/assert";
import { ManualClock } from "../agillic/manual_clock_fixture.ts";
import { keepStore, type StoreOptions } from "./kept_store.ts";
import { createMemoryStore, type MemoryStore } from "./memory_store_fixture.ts";
import { START } from "./once_fixture.ts";
import { type ClaimOrder, type Store, StoreBusy, StoreError } from "./store.ts";

const ORDER: ClaimOrder = {
  nonce: "nonce",
  places: ["place"],
  decide: () => ({ at: START, outcome: null, nonce: "nonce", ticketId: "", agent: "" }),
};

/** A kept store by a clock that the test moves; `open` is what opens it. */
function keep(memory: MemoryStore, options: Partial<StoreOptions> = {}) {
  const clock = new ManualClock();
  const log: Record<string, string>[] = [];
  const store = keepStore({
    open: () => Promise.resolve(memory),
    now: clock.now,
    elapsed: clock.now,
    delay: clock.delay,
    random: () => 0.5,
    randomId: () => "id",
    log: (entry) => log.push(entry),
    ...options,
  });
  const told = () => log.map(({ type, reason }) => `${type} ${reason}`);
  /** How long it took to be refused. */
  async function refusedAfter(use: () => Promise<unknown>): Promise<number> {
    const startedAt = clock.now();
    await assertRejects(() => clock.until(use()), StoreError);
    return clock.now() - startedAt;
  }
  return { clock, store, told, refusedAfter };
}

Deno.test("a store that is locked or changing is tried again, and nobody notices", async () => {
  const memory = createMemoryStore();
  const { clock, store, told } = keep(memory);
  const busy = () => Array.from({ length: 8 }, () => new StoreBusy());
  memory.errors = busy();
  await clock.until(store.claim(ORDER));
  memory.errors = busy();
  await clock.until(store.listLast(["place"]));

  assertEquals([told(), memory.uses.length, clock.timers], [[], 18, 0]);
});

Deno.test("pauses between attempts grow and differ, and end with the limit", async () => {
  const memory = createMemoryStore();
  memory.errors = Array.from({ length: 1_000 }, () => new StoreBusy());
  const { clock, store, refusedAfter, told } = keep(memory);

  const tookMs = await refusedAfter(() => store.claim(ORDER));

  assertEquals(tookMs > 1_500 && tookMs <= 2_000, true);
  assertEquals(memory.uses.length > 8 && memory.uses.length < 20, true);
  assertEquals([told(), clock.timers], [["store_away busy"], 0]);
});

Deno.test("a use that hangs ends after 2 s, and those that follow at once", async () => {
  const memory = createMemoryStore();
  const { clock, store, refusedAfter, told } = keep(memory);
  memory.fault = "hang";
  const uses = [
    () => store.listLast(["place"]),
    () => store.claim(ORDER),
    () => store.findClaim("nonce"),
    () => store.probe("id"),
  ];

  for (const [index, use] of uses.entries()) {
    assertEquals(await refusedAfter(use), index === 0 ? 2_000 : 0);
  }
  assertEquals(told(), ["store_away no_answer"]);
  // It was tried again by the second of them.
  memory.resume();
  await clock.advance(0);
  await store.claim(ORDER);

  assertEquals(told(), ["store_away no_answer", "store_back no_answer"]);
  assertEquals(clock.timers, 0);
});

Deno.test("a store that was away at the start is opened at most once a second, in the background", async () => {
  const memory = createMemoryStore();
  let opens = 0;
  let isThere = false;
  const open = (): Promise<Store> => {
    opens++;
    return isThere ? Promise.resolve(memory) : Promise.reject(new TypeError("No such folder"));
  };
  const { clock, store, refusedAfter, told } = keep(memory, { open });

  for (let times = 0; times < 10; times++) {
    for (let uses = 0; uses < 5; uses++) {
      assertEquals(await refusedAfter(() => store.listLast(["place"])), 0);
    }
    await clock.advance(500);
  }
  // The first use, and one a second for five seconds.
  assertEquals([opens, told()], [6, ["store_away not_opened"]]);
  isThere = true;
  await clock.advance(1_000);
  assertEquals(await refusedAfter(() => store.listLast(["place"])), 0);
  await clock.advance(0);

  assertEquals(await store.listLast(["place"]), [null]);
  assertEquals(told(), ["store_away not_opened", "store_back not_opened"]);
});

Deno.test("an opening that never ends is given up, and one that ends late is closed", async () => {
  const memory = createMemoryStore();
  const late = createMemoryStore();
  const first = Promise.withResolvers<Store>();
  let opens = 0;
  const open = () => ++opens === 1 ? first.promise : Promise.resolve(memory);
  const { clock, store, refusedAfter } = keep(memory, { open });

  assertEquals(await refusedAfter(() => store.listLast(["place"])), 2_000);
  await refusedAfter(() => store.claim(ORDER));
  await clock.advance(0);
  await store.claim(ORDER);
  first.resolve(late);
  await clock.advance(0);

  assertEquals([opens, late.uses, memory.claims.size], [2, ["close"], 1]);
  assertEquals((await store.findClaim("nonce"))?.at, START);
});

Deno.test("a store that is locked while it is opened is opened within the limit", async () => {
  const memory = createMemoryStore();
  let opens = 0;
  const open = () => ++opens < 6 ? Promise.reject(new StoreBusy()) : Promise.resolve(memory);
  const { clock, store, told } = keep(memory, { open });

  await clock.until(store.claim(ORDER));
  assertEquals([opens, told()], [6, []]);
});

Deno.test("a store that cannot be written is still read, and is not writable", async () => {
  const memory = createMemoryStore();
  const { clock, store, refusedAfter, told } = keep(memory);
  memory.fault = "refuse writes";

  assertEquals(await store.isWritable(), false);
  assertEquals(await store.listLast(["place"]), [null]);
  assertEquals(await refusedAfter(() => store.claim(ORDER)), 0);
  memory.fault = "work";
  await clock.advance(1_000);

  assertEquals(await store.isWritable(), true);
  assertEquals(told(), ["store_away failed", "store_back failed"]);
});

Deno.test("however many ask whether it is writable, it is tried once a second", async () => {
  const memory = createMemoryStore();
  const { clock, store } = keep(memory);
  const ask = () => Promise.all(Array.from({ length: 10 }, () => store.isWritable()));

  assertEquals(new Set(await ask()), new Set([true]));
  await clock.advance(999);
  await ask();
  assertEquals(memory.uses, ["probe"]);
  await clock.advance(1);
  await ask();
  assertEquals(memory.uses, ["probe", "probe"]);
});

Deno.test("whether a store that hangs is writable is answered within 2 s, then at once", async () => {
  const memory = createMemoryStore();
  const { clock, store } = keep(memory);
  memory.fault = "hang";
  const startedAt = clock.now();

  assertEquals(await clock.until(store.isWritable()), false);
  assertEquals(clock.now() - startedAt, 2_000);
  assertEquals(await store.isWritable(), false);
  assertEquals(clock.now() - startedAt, 2_000);
  memory.resume();
  await clock.advance(1_000);
  await store.isWritable();
  await clock.advance(0);
  assertEquals(await store.isWritable(), true);
});
