import { assertEquals, assertRejects } from "@std/assert";
import { type Kv, type KvKey, StoreError } from "./kv.ts";
import {
  CLAIM_TIMEOUT_MS,
  type LastRecord,
  type OnceOptions,
  OUTCOME_TTL_MS,
  RECORD_TTL_MS,
  runOnce,
} from "./once.ts";

const START = Date.UTC(2026, 1, 10, 9);
const RECORD: KvKey = ["last", "digest"];
const OLD_RECORD: KvKey = ["last", "digest under the old key"];
const DONE = { status: "done", code: "triggered", at: START } as const;
const UNKNOWN = { status: "unknown", code: "outcome_unknown", at: START } as const;

/** What Agillic refused: it is certain that nothing was done. */
class Refused extends Error {}

/** A store in memory, a clock that waiting moves, and what was sent. */
async function openOnce() {
  const kv = await Deno.openKv(":memory:");
  const clock = { now: START };
  const sent: string[] = [];
  return {
    kv,
    clock,
    sent,
    run: (nonce: string, options: Partial<OnceOptions> = {}) =>
      runOnce({
        kv,
        nonce,
        recordKeys: [RECORD],
        coolDownMs: 60_000,
        record: { ticketId: "101", agent: "sealed name" },
        perform: () => {
          sent.push(nonce);
          return Promise.resolve("triggered");
        },
        explain: (error) =>
          error instanceof Refused
            ? { status: "failed", code: "refused" }
            : { status: "unknown", code: "outcome_unknown" },
        now: () => clock.now,
        delay: (ms) => {
          clock.now += ms;
          return Promise.resolve();
        },
        ...options,
      }),
    last: async (key = RECORD) => (await kv.get<LastRecord>(key)).value,
    [Symbol.dispose]: () => kv.close(),
  };
}

/** The store, except that what `change` does to each transaction happens to it before it is used. */
function withTransactions(kv: Kv, change: (transaction: Deno.AtomicOperation) => void): Kv {
  return {
    get: kv.get.bind(kv),
    getMany: kv.getMany.bind(kv),
    set: kv.set.bind(kv),
    atomic: () => {
      const transaction = kv.atomic();
      change(transaction);
      return transaction;
    },
  };
}

const broken = () => Promise.reject(new Error("The database is locked"));

Deno.test("runOnce answers a repetition with the stored outcome and sends nothing again", async () => {
  using once = await openOnce();

  const first = await once.run("nonce");
  once.clock.now += 3_600_000;
  const second = await once.run("nonce");

  assertEquals(first, { outcome: DONE, repeated: false });
  assertEquals(second, { outcome: DONE, repeated: true });
  assertEquals(once.sent, ["nonce"]);
});

Deno.test("runOnce answers a repetition of a failure with that failure, also within the cool-down", async () => {
  using once = await openOnce();
  const failed = { status: "failed", code: "refused", at: START } as const;

  await once.run("nonce", { perform: () => Promise.reject(new Refused()) });

  assertEquals(await once.run("nonce"), { outcome: failed, repeated: true });
  assertEquals(once.sent, []);
});

Deno.test("runOnce lets parallel repetitions wait for the one that is sent", async () => {
  using once = await openOnce();
  const answer = Promise.withResolvers<string>();
  const perform = () => {
    once.sent.push("nonce");
    return answer.promise;
  };
  // Real turns of the event loop, so that all of them are waiting before Agillic answers.
  let polls = 0;
  const delay = () => {
    if (++polls === 40) answer.resolve("triggered");
    return Promise.resolve();
  };

  const results = await Promise.all(
    Array.from({ length: 10 }, () => once.run("nonce", { perform, delay })),
  );

  assertEquals(once.sent, ["nonce"]);
  assertEquals(results.filter((result) => "outcome" in result && !result.repeated).length, 1);
  for (const result of results) assertEquals("outcome" in result && result.outcome, DONE);
});

Deno.test("runOnce takes a claim without an outcome for unknown after the claim timeout, for good", async () => {
  using once = await openOnce();
  await once.kv.set(["action", "nonce"], { at: START, outcome: null });
  once.clock.now += 4_000;

  assertEquals(await once.run("nonce"), { outcome: UNKNOWN, repeated: true });
  assertEquals(once.clock.now, START + CLAIM_TIMEOUT_MS);
  assertEquals(await once.run("nonce"), { outcome: UNKNOWN, repeated: true });
  assertEquals(once.sent, []);
});

Deno.test("runOnce answers what a slow process stored while it was waited for", async () => {
  using once = await openOnce();
  await once.kv.set(["action", "nonce"], { at: START, outcome: null });
  const delay = async (ms: number) => {
    once.clock.now += ms;
    if (once.clock.now === START + 5_000) {
      await once.kv.set(["action", "nonce"], { at: START, outcome: DONE });
    }
  };

  assertEquals(await once.run("nonce", { delay }), { outcome: DONE, repeated: true });
  assertEquals(once.clock.now, START + 5_000);
});

Deno.test("runOnce waits no longer than the claim timeout for a claim by a clock that is ahead", async () => {
  using once = await openOnce();
  await once.kv.set(["action", "nonce"], { at: START + 3_600_000, outcome: null });

  const result = await once.run("nonce");

  assertEquals("outcome" in result && result.outcome.status, "unknown");
  assertEquals(once.clock.now, START + CLAIM_TIMEOUT_MS);
});

Deno.test("runOnce keeps what was done last when the next action fails", async () => {
  using once = await openOnce();
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
  using once = await openOnce();

  await once.run("first", { perform: () => Promise.reject(new Refused()) });

  assertEquals(await once.last(), null);
  assertEquals(await once.run("second"), { outcome: DONE, repeated: false });
});

Deno.test("runOnce records an unknown outcome, with its cool-down", async () => {
  using once = await openOnce();

  const first = await once.run("first", { perform: () => Promise.reject(new Error("reset")) });
  const last = await once.last();

  assertEquals(first, { outcome: UNKNOWN, repeated: false });
  assertEquals([last?.outcome, last?.at], ["unknown", START]);
  assertEquals("coolingDown" in await once.run("second"), true);
});

Deno.test("runOnce counts the cool-down from the end of the last action, across agents and nonces", async () => {
  using once = await openOnce();
  const slow = () => {
    once.clock.now += 9_000;
    return Promise.resolve("triggered");
  };
  await once.run("first", { perform: slow });
  const endsAt = START + 9_000 + 60_000;

  once.clock.now = endsAt - 1;
  const early = await once.run("second");
  once.clock.now = endsAt;
  const late = await once.run("third");

  assertEquals("coolingDown" in early && early.coolingDown.endsAt, endsAt);
  assertEquals("outcome" in late && late.outcome.status, "done");
  assertEquals(once.sent, ["third"]);
});

Deno.test("runOnce lets one of many different actions at the same moment through its cool-down", async () => {
  using once = await openOnce();

  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) => once.run(`nonce ${index}`)),
  );

  assertEquals(once.sent.length, 1);
  assertEquals(results.filter((result) => "coolingDown" in result).length, 9);
});

Deno.test("runOnce sends a nonce that was refused for the cool-down once it is over", async () => {
  using once = await openOnce();
  await once.run("first");

  assertEquals("coolingDown" in await once.run("second"), true);
  once.clock.now += 60_000;
  await once.run("second");

  assertEquals(once.sent, ["first", "second"]);
});

Deno.test("runOnce without a cool-down sends every action, each once", async () => {
  using once = await openOnce();
  const nonces = ["first", "first", "second", "second", "third"];

  await Promise.all(nonces.map((nonce) => once.run(nonce, { coolDownMs: 0 })));

  assertEquals(once.sent.toSorted(), ["first", "second", "third"]);
});

Deno.test("runOnce without a store, or with one that fails, sends nothing", async () => {
  using once = await openOnce();
  const unreadable: Kv = { ...withTransactions(once.kv, () => {}), getMany: broken };
  const unwritable = withTransactions(once.kv, (transaction) => transaction.commit = broken);

  for (const kv of [null, unreadable, unwritable]) {
    const error = await assertRejects(() => once.run("nonce", { kv }), StoreError);
    assertEquals(error.message, "Can not claim the action: the store is unavailable");
  }

  assertEquals(once.sent, []);
  assertEquals(await once.run("nonce"), { outcome: DONE, repeated: false });
});

Deno.test("runOnce tells what really happened when the outcome can not be stored, and a repetition is unknown", async () => {
  using once = await openOnce();
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
    "Can not store the outcome: the store is unavailable",
  ]);
  assertEquals(await once.run("nonce"), { outcome: UNKNOWN, repeated: true });
  assertEquals(once.sent, ["nonce"]);
});

Deno.test("runOnce waits on for the outcome while the store fails, and calls it unknown in the end", async () => {
  using once = await openOnce();
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

Deno.test("runOnce keeps outcomes for a day and records for 90 days", async () => {
  using once = await openOnce();
  const kept: [Deno.KvKey, number | undefined][] = [];
  const watched = withTransactions(once.kv, (transaction) => {
    const set = transaction.set.bind(transaction);
    transaction.set = (key, value, options) => {
      kept.push([key, options?.expireIn]);
      return set(key, value, options);
    };
  });

  await once.run("nonce", { kv: watched });

  const claimed: typeof kept = [[["action", "nonce"], OUTCOME_TTL_MS], [RECORD, RECORD_TTL_MS]];
  assertEquals(kept, [...claimed, ...claimed]);
  assertEquals(OUTCOME_TTL_MS, 24 * 3_600_000);
  assertEquals(RECORD_TTL_MS, 90 * 24 * 3_600_000);
});

Deno.test("runOnce reads the records of every key and writes the first", async () => {
  using once = await openOnce();
  await once.run("before the rotation", { recordKeys: [OLD_RECORD] });
  const recordKeys = [RECORD, OLD_RECORD];

  const early = await once.run("too early", { recordKeys });
  once.clock.now += 60_000;
  await once.run("later", { recordKeys });

  assertEquals("coolingDown" in early && early.coolingDown.last.at, START);
  assertEquals((await once.last(RECORD))?.at, START + 60_000);
  assertEquals((await once.last(OLD_RECORD))?.at, START);
});

Deno.test("runOnce under a new key restores the old key's record when it fails", async () => {
  using once = await openOnce();
  await once.run("before the rotation", { recordKeys: [OLD_RECORD] });
  once.clock.now += 60_000;

  await once.run("later", {
    recordKeys: [RECORD, OLD_RECORD],
    perform: () => Promise.reject(new Refused()),
  });

  assertEquals(await once.last(RECORD), await once.last(OLD_RECORD));
});

/** Starts an action whose end is for the test to choose, and waits until it is being sent. */
async function startSlowly(once: Awaited<ReturnType<typeof openOnce>>, nonce: string) {
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
    using once = await openOnce();
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
    using once = await openOnce();
    const actions = [await startSlowly(once, "1"), await startSlowly(once, "2")];
    for (const index of order) {
      actions[index]?.end.reject(new Refused());
      await actions[index]?.result;
    }

    assertEquals(await once.last(), null, order.join());
  }
});
