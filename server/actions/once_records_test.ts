import { assertEquals } from "@std/assert";
import {
  DONE,
  keep,
  openOnce,
  PLACE,
  Refused,
  START,
  UNKNOWN,
  withTransactions,
} from "./once_fixture.ts";
import { ACTIVITY_TTL_MS, OUTCOME_TTL_MS, RECORD_TTL_MS } from "./store.ts";

const OLD_PLACE = "digest under the old key";

Deno.test("runOnce keeps what was done last when the next action fails", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  await once.run("first");
  const before = await once.last();
  once.clock.now += 60_000;

  await once.run("second", {
    perform: () => Promise.reject(new Refused()),
    record: { ticketId: "102", agent: "somebody else" },
  });

  assertEquals(await once.last(), before);
  assertEquals(before?.ticketId, "101");
});

Deno.test("runOnce leaves no record of a first action that failed, and no cool-down", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));

  await once.run("first", { perform: () => Promise.reject(new Refused()) });

  assertEquals(await once.last(), null);
  assertEquals(await once.run("second"), { outcome: DONE, repeated: false });
});

Deno.test("runOnce records an unknown outcome, with its cool-down", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));

  const first = await once.run("first", { perform: () => Promise.reject(new Error("reset")) });
  const last = await once.last();

  assertEquals(first, { outcome: UNKNOWN, repeated: false });
  assertEquals([last?.outcome, last?.at], ["unknown", START]);
  assertEquals("coolingDown" in await once.run("second"), true);
});

Deno.test("runOnce keeps outcomes for a day, records and activity for 90 days", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  const kept: [Deno.KvKey, number | undefined][] = [];
  const watched = withTransactions(once.kv, (transaction) => {
    const set = transaction.set.bind(transaction);
    transaction.set = (key, value, options) => {
      kept.push([key, options?.expireIn]);
      return set(key, value, options);
    };
  });

  await once.run("nonce", { store: keep(watched) });

  const outcome: typeof kept[number] = [["action", "nonce"], OUTCOME_TTL_MS];
  const record: typeof kept[number] = [["last", PLACE], RECORD_TTL_MS];
  const activity: typeof kept[number] = [
    ["activity", "acme", "77", START, "nonce"],
    ACTIVITY_TTL_MS,
  ];
  assertEquals(kept, [outcome, record, outcome, activity, record]);
  assertEquals(OUTCOME_TTL_MS, 24 * 3_600_000);
  assertEquals([RECORD_TTL_MS, ACTIVITY_TTL_MS], Array(2).fill(90 * 24 * 3_600_000));
});

Deno.test("runOnce reads the records of every key and writes the first", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  await once.run("before the rotation", { places: [OLD_PLACE] });
  const places = [PLACE, OLD_PLACE];

  const early = await once.run("too early", { places });
  once.clock.now += 60_000;
  await once.run("later", { places });

  assertEquals("coolingDown" in early && early.coolingDown.last.at, START);
  assertEquals((await once.last(PLACE))?.at, START + 60_000);
  assertEquals((await once.last(OLD_PLACE))?.at, START);
});

Deno.test("runOnce under a new key restores the old key's record when it fails", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  await once.run("before the rotation", { places: [OLD_PLACE] });
  once.clock.now += 60_000;

  await once.run("later", {
    places: [PLACE, OLD_PLACE],
    perform: () => Promise.reject(new Refused()),
  });

  assertEquals(await once.last(PLACE), await once.last(OLD_PLACE));
});

/** Starts an action whose end is for the test to choose, and waits until it is being sent. */
async function startSlowly(once: ReturnType<typeof openOnce>, nonce: string) {
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<string>();
  const result = once.run(nonce, {
    coolDownMs: 0,
    record: { ticketId: nonce, agent: "sealed name" },
    perform: () => {
      begun.resolve();
      return end.promise;
    },
  });
  await begun.promise;
  return { result, end };
}

Deno.test("runOnce records what was done although a later action overlapped it and failed", async () => {
  for (const order of [["done", "failed"], ["failed", "done"]]) {
    using once = openOnce(await Deno.openKv(":memory:"));
    const first = await startSlowly(once, "1");
    const second = await startSlowly(once, "2");
    for (const end of order) {
      if (end === "done") first.end.resolve("triggered");
      else second.end.reject(new Refused());
      await (end === "done" ? first : second).result;
    }

    const last = await once.last();
    assertEquals([last?.ticketId, last?.outcome], ["1", "done"], order.join());
  }
});

Deno.test("runOnce leaves no record of two overlapping actions that both failed", async () => {
  for (const order of [[0, 1], [1, 0]]) {
    using once = openOnce(await Deno.openKv(":memory:"));
    const actions = [await startSlowly(once, "1"), await startSlowly(once, "2")];
    for (const index of order) {
      actions[index]?.end.reject(new Refused());
      await actions[index]?.result;
    }

    assertEquals(await once.last(), null, order.join());
  }
});
