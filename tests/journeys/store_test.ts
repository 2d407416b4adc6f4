import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Kv } from "../../server/actions/kv_store.ts";
import { actionIn, createTestApp } from "../app_fixture.ts";
import { achieved, auditOf, countAchieveCalls, firstAction, read } from "./actions.ts";
import { textOf } from "./answers.ts";
import { done, offered, post, stepsIn } from "./creation.ts";

/** A store in memory that can be made to fail. */
async function openFailingKv() {
  const memory = await Deno.openKv(":memory:");
  const fails = { reads: false, commits: 0, sets: false };
  const broken = () => Promise.reject(new Error("The database is locked"));
  const kv: Kv = {
    get: (key, options) => fails.reads ? broken() : memory.get(key, options),
    getMany: (keys, options) => fails.reads ? broken() : memory.getMany(keys, options),
    set: (key, value, options) => fails.sets ? broken() : memory.set(key, value, options),
    atomic: () => {
      const transaction = memory.atomic();
      const commit = transaction.commit.bind(transaction);
      // 1 fails the next, 2 the one after it.
      transaction.commit = () => fails.commits > 0 && --fails.commits === 0 ? broken() : commit();
      return transaction;
    },
  };
  return { kv, fails, [Symbol.dispose]: () => memory.close() };
}

Deno.test("without a store nothing can be triggered, and reading goes on", async () => {
  using app = await createTestApp({ kv: null });
  const { status, html, problem } = await read(app.post("/events/1", await firstAction(app)));

  assertEquals([status, problem], [503, "store_unavailable"]);
  assertMatch(textOf(html), /The app cannot record the action, so it sent nothing\./);
  assertEquals(countAchieveCalls(app), 0);
  assertEquals(auditOf(app).map(({ outcome, code }) => [outcome, code]), [
    ["refused", "store_unavailable"],
  ]);
  for (const path of ["/sidebar", "/recipient", "/events", "/communications"]) {
    assertEquals((await app.get(path)).status, 200, path);
  }
});

Deno.test("a store that fails before the claim sends nothing, and the same action works once it is back", async () => {
  for (const fault of ["reads", "commits"] as const) {
    using store = await openFailingKv();
    using app = await createTestApp({ kv: store.kv });
    const action = await firstAction(app);
    Object.assign(store.fails, { reads: fault === "reads", commits: fault === "commits" ? 1 : 0 });
    const refused = await read(app.post("/events/1", action));
    store.fails.reads = false;

    assertEquals([refused.status, refused.problem], [503, "store_unavailable"]);
    assertEquals(achieved(app), 0);
    assertEquals((await app.post("/events/1", action)).status, 200);
    // What the refusal offered was the same action: it may have been claimed by a post whose answer was lost.
    assertEquals((await app.post("/events/1", actionIn(refused.html))).status, 200);
    assertEquals([achieved(app), countAchieveCalls(app)], [1, 1]);
  }
});

Deno.test("a store that fails after the call: the agent is told what happened, a repetition is unknown", async () => {
  using store = await openFailingKv();
  using app = await createTestApp({ kv: store.kv });
  const action = await firstAction(app);
  Object.assign(store.fails, { commits: 2, sets: true });

  const first = await read(app.post("/events/1", action));
  app.clock.now += 11_000;
  const again = await read(app.post("/events/1", action));

  assertStringIncludes(textOf(first.html), "Event triggered");
  assertEquals([again.status, again.problem], [504, "outcome_unknown"]);
  assertEquals([achieved(app), countAchieveCalls(app)], [1, 1]);
  assertEquals(app.log.filter(({ type }) => type === "outcome_not_stored").length, 1);
});

Deno.test("a store that fails between the two steps of a creation: what is offered goes on with the same action", async () => {
  using store = await openFailingKv();
  using app = await createTestApp({ kv: store.kv });
  const form = await offered(app);
  // The claim and the outcome of the first step are stored.
  store.fails.commits = 3;

  const refused = await post(app, form);
  const answers = await Promise.all([post(app, refused), post(app, form), post(app, refused)]);

  assertEquals([refused.status, refused.problem], [503, "store_unavailable"]);
  assertEquals(stepsIn(refused.html), ["done", "failed"]);
  assertEquals(answers.map(({ status }) => status), [200, 200, 200]);
  assertEquals(done(app), [1, 1]);
});
