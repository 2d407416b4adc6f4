import { assertEquals } from "@std/assert";
import { CLAIM_TIMEOUT_MS } from "./once.ts";
import { DONE, openOnce, Refused, START, UNKNOWN } from "./once_fixture.ts";

Deno.test("runOnce answers a repetition with the stored outcome and sends nothing again", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));

  const first = await once.run("nonce");
  once.clock.now += 3_600_000;
  const second = await once.run("nonce");

  assertEquals(first, { outcome: DONE, repeated: false });
  assertEquals(second, { outcome: DONE, repeated: true });
  assertEquals(once.sent, ["nonce"]);
});

Deno.test("runOnce answers a repetition of a failure with that failure, also within the cool-down", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  const failed = { status: "failed", code: "refused", at: START } as const;

  await once.run("nonce", { perform: () => Promise.reject(new Refused()) });

  assertEquals(await once.run("nonce"), { outcome: failed, repeated: true });
  assertEquals(once.sent, []);
});

Deno.test("runOnce refuses a repetition with other values, and knows the same ones under an older key", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  await once.run("nonce", { values: ["digest"] });

  const claim = { at: START, outcome: DONE, values: "digest" };
  for (const values of [["other"], []]) {
    assertEquals(await once.run("nonce", { values }), { otherValues: claim });
  }
  assertEquals(await once.run("nonce"), { otherValues: claim });
  const rotated = await once.run("nonce", { values: ["of the new key", "digest"] });
  assertEquals(rotated, { outcome: DONE, repeated: true });
  assertEquals(once.sent, ["nonce"]);

  once.clock.now += 61_000;
  await once.run("plain");
  assertEquals("otherValues" in await once.run("plain", { values: ["digest"] }), true);
  assertEquals(once.sent, ["nonce", "plain"]);
});

Deno.test("runOnce compares the values with the record where the store has forgotten the nonce", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  await once.run("nonce", { values: ["digest"] });
  await once.kv.delete(["action", "nonce"]);

  assertEquals("otherValues" in await once.run("nonce", { values: ["other"] }), true);
  const same = await once.run("nonce", { values: ["digest"] });
  assertEquals("outcome" in same && same.repeated, true);
  assertEquals(once.sent, ["nonce"]);
});

Deno.test("runOnce lets parallel repetitions wait for the one that is sent", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
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
  using once = openOnce(await Deno.openKv(":memory:"));
  await once.kv.set(["action", "nonce"], { at: START, outcome: null });
  once.clock.now += 4_000;

  assertEquals(await once.run("nonce"), { outcome: UNKNOWN, repeated: true });
  assertEquals(once.clock.now, START + CLAIM_TIMEOUT_MS);
  assertEquals(await once.run("nonce"), { outcome: UNKNOWN, repeated: true });
  assertEquals(once.sent, []);
});

Deno.test("runOnce answers what a slow process stored while it was waited for", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
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
  using once = openOnce(await Deno.openKv(":memory:"));
  await once.kv.set(["action", "nonce"], { at: START + 3_600_000, outcome: null });

  const result = await once.run("nonce");

  assertEquals("outcome" in result && result.outcome.status, "unknown");
  assertEquals(once.clock.now, START + CLAIM_TIMEOUT_MS);
});

Deno.test("runOnce counts the cool-down from the end of the last action, across agents and nonces", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
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

  assertEquals("coolingDown" in early && early.coolingDown.waitMs, 1);
  assertEquals("outcome" in late && late.outcome.status, "done");
  assertEquals(once.sent, ["third"]);
});

Deno.test("runOnce lets one of many different actions at the same moment through its cool-down", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));

  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) => once.run(`nonce ${index}`)),
  );

  assertEquals(once.sent.length, 1);
  assertEquals(results.filter((result) => "coolingDown" in result).length, 9);
});

Deno.test("runOnce sends a nonce that was refused for the cool-down once it is over", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  await once.run("first");

  assertEquals("coolingDown" in await once.run("second"), true);
  once.clock.now += 60_000;
  await once.run("second");

  assertEquals(once.sent, ["first", "second"]);
});

Deno.test("runOnce without a cool-down sends every action, each once", async () => {
  using once = openOnce(await Deno.openKv(":memory:"));
  const nonces = ["first", "first", "second", "second", "third"];

  await Promise.all(nonces.map((nonce) => once.run(nonce, { coolDownMs: 0 })));

  assertEquals(once.sent.toSorted(), ["first", "second", "third"]);
});
