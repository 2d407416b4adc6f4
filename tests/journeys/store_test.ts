import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Kv } from "../../server/actions/kv_store.ts";
import { createTestApp } from "../app_fixture.ts";
import { achieved, auditOf, countAchieveCalls, firstAction, read, until } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";
import { done, offered, post, stepsIn } from "./creation.ts";

/** A store in memory that can be made to fail. */
async function openFailingKv() {
  const memory = await Deno.openKv(":memory:");
  const fails = { reads: false, commits: 0, all: false, hanging: false };
  let hung = 0;
  const hanging = Promise.withResolvers<void>();
  const broken = () => Promise.reject(new Error("The disk is full"));
  /** Uses the store, unless it fails. */
  async function used<Value>(isBroken: boolean, use: () => Promise<Value>): Promise<Value> {
    if (fails.hanging) {
      hung++;
      await hanging.promise;
    }
    return await (isBroken ? broken() : use());
  }
  const kv: Kv = {
    get: (key, options) => used(fails.reads, () => memory.get(key, options)),
    getMany: (keys, options) => used(fails.reads, () => memory.getMany(keys, options)),
    list: (selector, options) => {
      if (fails.reads || fails.all) throw new Error("The disk is full");
      return memory.list(selector, options);
    },
    set: (key, value, options) => used(fails.all, () => memory.set(key, value, options)),
    close: () => memory.close(),
    atomic: () => {
      const transaction = memory.atomic();
      const commit = transaction.commit.bind(transaction);
      // 1 fails the next, 2 the one after it.
      transaction.commit = () =>
        used(fails.all || fails.commits > 0 && --fails.commits === 0, commit);
      return transaction;
    },
  };
  /** Ends what hangs, and does it. */
  function resume(): void {
    fails.hanging = false;
    hanging.resolve();
  }
  return { kv, fails, hung: () => hung, resume, [Symbol.dispose]: () => memory.close() };
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
  using app = await createTestApp({
    kv: store.kv,
    intercept: ({ pathname }) => {
      if (pathname.endsWith("/:achieveEvent")) store.fails.all = true;
      return undefined;
    },
  });
  const action = await firstAction(app);
  const sent = read(app.post("/events/1", action));
  await until(() => app.log.some(({ type }) => type === "store_away"));
  app.clock.now += 5_000;
  const first = await sent;
  await app.storeIsIdle();
  store.fails.all = false;
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

Deno.test("a store that hangs keeps nothing from being shown, and actions are refused in time", async () => {
  using store = await openFailingKv();
  using app = await createTestApp({ kv: store.kv });
  const action = await firstAction(app);
  store.fails.hanging = true;
  const startedAt = app.clock.now;

  const sidebar = app.get("/sidebar");
  await until(() => app.agillic.calls.length === 1 && store.hung() > 0);
  app.clock.now += 2_000;
  const shown = await (await sidebar).text();
  const history = await app.get("/communications");
  const ready = await app.request("/readyz");
  const refused = await read(app.post("/events/1", action));

  assertEquals(app.clock.now - startedAt, 2_000);
  assertMatch(shown, /data-field="FIRSTNAME"/);
  assertMatch(shown, /hx-get="\/communications"/);
  assertMatch(textOf(shown), /When each was last triggered cannot be read right now\./);
  assertEquals(shown.match(/<button type="submit" id="event-\d-trigger"/g)?.length, 3);
  assertEquals([history.status, ready.status], [200, 200]);
  assertEquals([refused.status, refused.problem], [503, "store_unavailable"]);
  assertEquals(countAchieveCalls(app), 0);
  // It was being tried again since it was first found away.
  store.resume();
  await until(() => app.log.some(({ type }) => type === "store_back"));
  assertEquals((await app.post("/events/1", action)).status, 200);
  assertEquals(countAchieveCalls(app), 1);
});
