import { assertEquals, assertRejects } from "@std/assert";
import { ManualClock } from "../agillic/manual_clock_fixture.ts";
import { createAges } from "./ages.ts";
import { keepStore } from "./kept_store.ts";
import { createMemoryStore, type MemoryStore } from "./memory_store_fixture.ts";
import { activityOf } from "./once_fixture.ts";
import { CLAIM_TIMEOUT_MS, type OnceOptions, type OnceResult, runOnce } from "./once.ts";
import { StoreError } from "./store.ts";

const DONE = { status: "done", code: "triggered" } as const;

/** One process with a store that can fail, by a clock that the test moves. */
function openProcess(memory: MemoryStore = createMemoryStore(), clock = new ManualClock()) {
  const { now, delay } = clock;
  const log: Record<string, string>[] = [];
  const sent: string[] = [];
  const store = keepStore({
    open: () => Promise.resolve(memory),
    now,
    elapsed: now,
    delay,
    random: () => 0.5,
    randomId: () => "id",
    log: (entry) => log.push(entry),
  });
  const ages = createAges({ now, elapsed: now });
  const run = (nonce: string, options: Partial<OnceOptions> = {}): Promise<OnceResult> =>
    runOnce({
      store,
      ages,
      nonce,
      places: ["digest"],
      coolDownMs: 60_000,
      record: { ticketId: "101", agent: "sealed name" },
      activityOf,
      perform: () => {
        sent.push(nonce);
        return Promise.resolve("triggered");
      },
      explain: () => ({ status: "unknown", code: "outcome_unknown" }),
      now,
      elapsed: now,
      delay,
      ...options,
    });
  return { memory, clock, log, sent, run };
}

/** How an action ended, without when. */
function endOf(result: OnceResult) {
  if (!("outcome" in result)) return "refused";
  const { outcome: { status, code }, repeated } = result;
  return { status, code, repeated };
}

Deno.test("runOnce with a store that rejects, writes nothing or hangs sends nothing, and ends within 2 s", async () => {
  for (const fault of ["reject", "refuse writes", "hang"] as const) {
    const { memory, clock, sent, run } = openProcess();
    memory.fault = fault;
    const startedAt = clock.now();

    const error = await assertRejects(() => clock.until(run("nonce")), StoreError);

    assertEquals(error.message, "Cannot claim the action: the store is unavailable");
    assertEquals(clock.now() - startedAt, fault === "hang" ? 2_000 : 0);
    memory.resume();
    await clock.advance(1_000);
    // The first to come has the store tried, and is refused meanwhile.
    if (fault === "hang") await assertRejects(() => run("nonce"), StoreError);
    await clock.advance(0);
    assertEquals(endOf(await run("nonce")), { ...DONE, repeated: false });
    assertEquals([sent, clock.timers], [["nonce"], 0]);
  }
});

Deno.test("a claim that the store makes after its limit sends nothing, then or ever", async () => {
  const { memory, clock, sent, run } = openProcess();
  const made = memory.claim;
  const late = Promise.withResolvers<void>();
  memory.claim = async (order) => {
    const answer = await made(order);
    await late.promise;
    return answer;
  };
  await assertRejects(() => clock.until(run("nonce")), StoreError);
  late.resolve();
  memory.claim = made;
  await clock.advance(2_000);
  await run("other").catch(() => {});
  await clock.advance(0);

  assertEquals(endOf(await clock.until(run("nonce"))), {
    status: "unknown",
    code: "outcome_unknown",
    repeated: true,
  });
  assertEquals(sent, []);
});

Deno.test("a claim that the store only begins after its limit is not made at all", async () => {
  const { memory, clock, sent, run } = openProcess();
  memory.fault = "hang";
  await assertRejects(() => clock.until(run("nonce")), StoreError);

  memory.resume();
  await clock.advance(0);

  assertEquals([memory.claims.size, memory.records.size, sent.length], [0, 0, 0]);
});

Deno.test("runOnce tries to store the outcome for 5 s, while the store fails or hangs", async () => {
  for (const fault of ["reject", "hang"] as const) {
    const { memory, clock, run } = openProcess();
    const told: StoreError[] = [];
    const perform = () => {
      memory.fault = fault;
      return Promise.resolve("triggered");
    };
    const first = run("nonce", { perform, onStoreError: (error) => told.push(error) });
    await clock.advance(4_000);
    memory.resume();

    assertEquals(endOf(await clock.until(first)), { ...DONE, repeated: false });
    assertEquals([told.length, memory.records.get("digest")?.outcome], [0, "done"]);
    assertEquals(endOf(await run("nonce")), { ...DONE, repeated: true });
  }
});

Deno.test("runOnce tells what really happened when the outcome cannot be stored, and a repetition is unknown", async () => {
  const { memory, clock, sent, run } = openProcess();
  const told: StoreError[] = [];
  const perform = () => {
    sent.push("nonce");
    memory.fault = "reject";
    return Promise.resolve("triggered");
  };
  const startedAt = clock.now();
  const first = await clock.until(
    run("nonce", { perform, onStoreError: (error) => told.push(error) }),
  );
  const tookMs = clock.now() - startedAt;
  memory.resume();

  assertEquals(endOf(first), { ...DONE, repeated: false });
  assertEquals(told.map(({ message }) => message), [
    "Cannot store the outcome: the store is unavailable",
  ]);
  assertEquals(tookMs > 4_000 && tookMs <= 5_000, true);
  assertEquals(endOf(await clock.until(run("nonce"))), {
    status: "unknown",
    code: "outcome_unknown",
    repeated: true,
  });
  assertEquals(sent, ["nonce"]);
});

Deno.test("a repetition waits at most the claim timeout while the store fails, and is not told that nothing was sent", async () => {
  const { memory, clock, sent, run } = openProcess();
  memory.claims.set("nonce", { at: clock.now(), outcome: null });
  const startedAt = clock.now();
  const found = run("nonce");
  await clock.advance(100);
  memory.fault = "reject";

  assertEquals(endOf(await clock.until(found)), {
    status: "unknown",
    code: "outcome_unknown",
    repeated: true,
  });
  assertEquals(clock.now() - startedAt, CLAIM_TIMEOUT_MS);
  assertEquals(sent, []);
});
