import { assertEquals, assertNotEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { createSealing, type Sealing } from "../sealing.ts";
import { createAges } from "./ages.ts";
import { createMemoryStore } from "./memory_store_fixture.ts";
import { CLAIM_TIMEOUT_MS, runOnce } from "./once.ts";
import { activityOf, keep, keepOpened } from "./once_fixture.ts";
import {
  CREATION,
  digestRecipient,
  listLastDone,
  placesOf,
  readRecord,
  type RecordOwner,
  sealAgentName,
} from "./records.ts";
import { type LastRecord, StoreError } from "./store.ts";

const NOW = Date.UTC(2026, 1, 10, 9);
const METTE: RecordOwner = {
  subdomain: "acme",
  installationId: "77",
  recipientField: "EMAIL",
  recipientValue: "Mette@example.dk",
};
const now = () => NOW;
const elapsed = () => 0;
const ages = createAges({ now, elapsed });

function sealingWith(...fills: number[]): Sealing {
  return createSealing({ keys: fills.map((fill) => new Uint8Array(32).fill(fill)), now });
}

/** Triggers an event for a recipient, as a route does it, with nothing behind it. */
async function trigger(
  kv: Deno.Kv,
  sealing: Sealing,
  {
    event = "welcome_event",
    owner = METTE,
    agent = "Mette Agent",
    at = NOW,
    nonce = `${crypto.randomUUID()}`,
  } = {},
): Promise<void> {
  await runOnce({
    store: keep(kv),
    ages: createAges({ now: () => at, elapsed }),
    nonce,
    places: await placesOf(sealing, owner, event),
    coolDownMs: 0,
    record: { ticketId: "101", agent: await sealAgentName(sealing, agent) },
    activityOf,
    perform: () => Promise.resolve("triggered"),
    explain: () => ({ status: "unknown", code: "outcome_unknown" }),
    now: () => at,
    elapsed,
    delay: () => Promise.resolve(),
  });
}

Deno.test("listLastDone says when, by whom and where each event was last triggered", async () => {
  using kv = await Deno.openKv(":memory:");
  const sealing = sealingWith(1);
  await trigger(kv, sealing, { at: NOW - 240_000, nonce: "nonce" });

  assertEquals(
    await listLastDone({ store: keep(kv), sealing, ages, now }, METTE, [
      "double_opt_in",
      "welcome_event",
    ]),
    [null, {
      at: NOW - 240_000,
      ageMs: 240_000,
      outcome: "done",
      ticketId: "101",
      agent: "Mette Agent",
      moment: { nonce: "nonce", at: NOW - 240_000 },
    }],
  );
});

Deno.test("listLastDone knows a recipient whatever the case of the address, and nobody else", async () => {
  using kv = await Deno.openKv(":memory:");
  const sealing = sealingWith(1);
  await trigger(kv, sealing);
  const isKnown = async (change: Partial<RecordOwner>) => {
    const [last] = await listLastDone({ store: keep(kv), sealing, ages, now }, {
      ...METTE,
      ...change,
    }, [
      "welcome_event",
    ]);
    return last !== null;
  };

  assertEquals(await isKnown({ recipientValue: "METTE@EXAMPLE.DK" }), true);
  assertEquals(await isKnown({ recipientValue: "mette@example.com" }), false);
  assertEquals(await isKnown({ recipientField: "WORK_EMAIL" }), false);
  assertEquals(await isKnown({ installationId: "78" }), false);
  assertEquals(await isKnown({ subdomain: "other" }), false);
});

Deno.test("listLastDone keeps apart recipients whose identifiers differ in case alone", async () => {
  using kv = await Deno.openKv(":memory:");
  const sealing = sealingWith(1);
  const owner = { ...METTE, recipientField: "AGILLIC_ID", recipientValue: ".EbrB" };
  await trigger(kv, sealing, { owner });

  const other = { ...owner, recipientValue: ".ebrB" };
  assertEquals(
    await listLastDone({ store: keep(kv), sealing, ages, now }, other, ["welcome_event"]),
    [null],
  );
  assertNotEquals(await digestRecipient(sealing, owner), await digestRecipient(sealing, other));
});

Deno.test("no event can be called like the record of a creation by accident", async () => {
  using kv = await Deno.openKv(":memory:");
  const sealing = sealingWith(1);
  await trigger(kv, sealing, { event: "creation" });

  assertEquals(await listLastDone({ store: keep(kv), sealing, ages, now }, METTE, [CREATION]), [
    null,
  ]);
});

Deno.test("the store holds no address, no agent and no event that could be read", async () => {
  using kv = await Deno.openKv(":memory:");
  await trigger(kv, sealingWith(1), { agent: "Mette Agent" });
  await trigger(kv, sealingWith(1), { event: CREATION, agent: "Mette Agent" });

  const entries = await Array.fromAsync(kv.list({ prefix: [] }));
  const dump = JSON.stringify(entries.map(({ key, value }) => [key, value]));

  assertEquals(entries.length, 6);
  assertStringIncludes(dump, '"outcome":"done"');
  // No shorter words: keyed digests and sealed names are random letters.
  for (const word of ["mette", "Mette", "example.dk", "welcome", '"EMAIL"']) {
    assertEquals(dump.includes(word), false, word);
  }
});

Deno.test("equal names of agents are not seen to be equal in the store", async () => {
  const sealing = sealingWith(1);
  assertNotEquals(await sealAgentName(sealing, "Mette"), await sealAgentName(sealing, "Mette"));
});

Deno.test("listLastDone finds records of each listed key, the newest first", async () => {
  using kv = await Deno.openKv(":memory:");
  await trigger(kv, sealingWith(1), { at: NOW - 3_000, agent: "Before" });
  const both = { store: keep(kv), sealing: sealingWith(2, 1), ages, now };
  const agents = async (options: typeof both) =>
    (await listLastDone(options, METTE, ["welcome_event"])).map((last) => last?.agent);

  assertEquals(await agents(both), ["Before"]);
  await trigger(kv, both.sealing, { at: NOW - 1_000, agent: "After" });
  assertEquals(await agents(both), ["After"]);
  assertEquals(await agents({ ...both, sealing: sealingWith(2) }), ["After"]);
  assertEquals(await agents({ ...both, sealing: sealingWith(1) }), ["Before"]);
  assertEquals(await agents({ ...both, sealing: sealingWith(3) }), [undefined]);
});

Deno.test("listLastDone reads three events under five keys, more than the store reads at once", async () => {
  using kv = await Deno.openKv(":memory:");
  const events = ["welcome_event", "double_opt_in", "pause_communication"];
  for (const [index, event] of events.entries()) {
    await trigger(kv, sealingWith(index + 3), { event, agent: event });
  }

  const sealing = sealingWith(1, 2, 3, 4, 5);
  const lasts = await listLastDone({ store: keep(kv), sealing, ages, now }, METTE, events);

  assertEquals(lasts.map((last) => last?.agent), events);
});

Deno.test("listLastDone without a store says so, and asks for nothing when there are no events", async () => {
  const away = Object.assign(createMemoryStore(), { fault: "reject" as const });
  const options = { store: keepOpened(away), sealing: sealingWith(1), ages, now };
  await assertRejects(() => listLastDone(options, METTE, ["welcome_event"]), StoreError);
  assertEquals(await listLastDone(options, METTE, []), []);
});

Deno.test("readRecord calls a claim under way until the process that made it must be gone", async () => {
  const sealing = sealingWith(1);
  const agent = await sealAgentName(sealing, "Mette Agent");
  const claim: LastRecord = { at: NOW, outcome: null, nonce: "n", ticketId: "101", agent };
  const outcomeAt = async (ms: number, record = claim) => {
    const later = () => NOW + ms;
    const options = { sealing, ages: createAges({ now: later, elapsed }), now: later };
    return (await readRecord(record, options)).outcome;
  };

  assertEquals(await outcomeAt(CLAIM_TIMEOUT_MS - 1), "under_way");
  assertEquals(await outcomeAt(CLAIM_TIMEOUT_MS), "unknown");
  assertEquals(await outcomeAt(0, { ...claim, outcome: "unknown" }), "unknown");
});

Deno.test("readRecord says nothing of the future, and ends a claim from there like any other", async () => {
  const sealing = sealingWith(1);
  let elapsedMs = 0;
  const options = { sealing, ages: createAges({ now, elapsed: () => elapsedMs }), now };
  const ahead: LastRecord = {
    at: NOW + 86_400_000,
    outcome: null,
    nonce: "n",
    ticketId: "101",
    agent: "",
  };

  const first = await readRecord(ahead, options);
  elapsedMs += CLAIM_TIMEOUT_MS;
  const later = await readRecord(ahead, options);

  assertEquals([first.at, first.ageMs, first.outcome], [NOW, 0, "under_way"]);
  assertEquals([later.at, later.ageMs, later.outcome], [NOW, CLAIM_TIMEOUT_MS, "unknown"]);
});

Deno.test("readRecord has no name for an agent that it cannot open", async () => {
  const agent = await sealAgentName(sealingWith(1), "Mette Agent");
  const record: LastRecord = { at: NOW, outcome: "done", nonce: "n", ticketId: "", agent };
  const options = { sealing: sealingWith(2), ages, now };

  assertEquals((await readRecord(record, options)).agent, "");
  assertEquals((await readRecord({ ...record, agent: "plain" }, options)).agent, "");
});

Deno.test("digestRecipient is the same for an action's log line whatever the case of the address", async () => {
  const sealing = sealingWith(2, 1);
  const digest = await digestRecipient(sealing, METTE);

  assertEquals(
    digest,
    await digestRecipient(sealing, { ...METTE, recipientValue: "mette@EXAMPLE.dk" }),
  );
  assertNotEquals(digest, await digestRecipient(sealingWith(1), METTE));
  assertEquals(/^[\w-]{43}$/.test(digest), true);
});
