import { assertEquals } from "@std/assert";
import { createAges } from "./ages.ts";
import { CLAIM_TIMEOUT_MS, type OnceResult } from "./once.ts";
import { openOnce, PLACE, START } from "./once_fixture.ts";
import type { LastRecord } from "./store.ts";

const HOUR_MS = 3_600_000;
const STEPS_MS = [-24 * HOUR_MS, -HOUR_MS, HOUR_MS, 24 * HOUR_MS];

function waitOf(result: OnceResult): number | null {
  return "coolingDown" in result ? result.coolingDown.waitMs : null;
}

/** A record as another process left it. */
function recordAt(at: number, nonce = "another"): LastRecord {
  return { at, outcome: "done", nonce, ticketId: "101", agent: "sealed name" };
}

for (const stepMs of STEPS_MS) {
  const step = `a step of the clock by ${stepMs / HOUR_MS} h`;

  Deno.test(`${step} makes a cool-down neither longer nor shorter`, async () => {
    using once = openOnce(await Deno.openKv(":memory:"));
    await once.run("first");
    once.clock.now += 20_000;
    once.clock.wrongMs = stepMs;

    assertEquals(waitOf(await once.run("second")), 40_000);
    once.clock.now += 39_999;
    assertEquals(waitOf(await once.run("second")), 1);
    once.clock.now += 1;
    assertEquals(waitOf(await once.run("second")), null);
    assertEquals(once.sent, ["first", "second"]);
  });

  Deno.test(`${step} while an action is sent leaves its cool-down what it is`, async () => {
    using once = openOnce(await Deno.openKv(":memory:"));
    await once.run("first", {
      perform: () => {
        once.clock.wrongMs = stepMs;
        return Promise.resolve("triggered");
      },
    });
    once.clock.wrongMs = 0;

    assertEquals(waitOf(await once.run("second")), 60_000);
    once.clock.now += 60_000;
    assertEquals(waitOf(await once.run("second")), null);
  });

  Deno.test(`${step} sends no nonce twice, also when the store forgot it by that clock`, async () => {
    using once = openOnce(await Deno.openKv(":memory:"));
    await once.run("nonce");
    once.clock.wrongMs = stepMs;
    once.clock.now += 60_000;
    const kept = await once.run("nonce");
    await once.kv.delete(["action", "nonce"]);
    const forgotten = await once.run("nonce");

    for (const result of [kept, forgotten]) {
      assertEquals("outcome" in result && [result.outcome.status, result.repeated], ["done", true]);
    }
    assertEquals(once.sent, ["nonce"]);
  });

  Deno.test(`${step} does not keep a repetition waiting longer than the claim timeout`, async () => {
    using once = openOnce(await Deno.openKv(":memory:"));
    await once.kv.set(["action", "nonce"], { at: START, outcome: null });
    const delay = (ms: number) => {
      once.clock.now += ms;
      once.clock.wrongMs = stepMs;
      return Promise.resolve();
    };

    const result = await once.run("nonce", { delay });

    assertEquals("outcome" in result && result.outcome.status, "unknown");
    assertEquals(once.clock.now, START + CLAIM_TIMEOUT_MS);
  });
}

Deno.test("a record from the future blocks for one cool-down from when it is first seen", async () => {
  for (const aheadMs of [1, HOUR_MS, 24 * HOUR_MS]) {
    using once = openOnce(await Deno.openKv(":memory:"));
    await once.kv.set(["last", PLACE], recordAt(START + aheadMs));

    assertEquals(waitOf(await once.run("nonce")), 60_000);
    once.clock.now += 59_999;
    assertEquals(waitOf(await once.run("nonce")), 1);
    once.clock.now += 1;
    assertEquals(waitOf(await once.run("nonce")), null);
    assertEquals(once.sent, ["nonce"]);
    // What was done now is what was done last.
    assertEquals((await once.last())?.nonce, "nonce");
  }
});

Deno.test("the record of what was done last is found beside one from the future", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  const places = [PLACE, "old place"];
  await once.kv.set(["last", "old place"], recordAt(START + 24 * HOUR_MS));
  await once.run("too early", { places });
  once.clock.now += 60_000;
  await once.run("first", { places });
  once.clock.now += 10_000;

  assertEquals(waitOf(await once.run("second", { places })), 50_000);
});

Deno.test("ages count on whatever the clock does, and are forgotten when there are many", () => {
  const clock = { now: START, elapsed: 0 };
  const ages = createAges({ now: () => clock.now, elapsed: () => clock.elapsed });
  const moment = { nonce: "nonce", at: START - 5_000 };

  assertEquals(ages.ageOf(moment), 5_000);
  clock.now -= HOUR_MS;
  clock.elapsed += 10;
  assertEquals(ages.ageOf(moment), 5_010);
  for (let count = 0; count < 2_000; count++) ages.ageOf({ nonce: `${count}`, at: START });
  // By the clock again, which says that it is in the future.
  assertEquals(ages.ageOf(moment), 0);
});
