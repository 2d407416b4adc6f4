import { assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import type { Kv } from "../../server/actions/kv.ts";
import type { Switches } from "../../simulators/agillic/switches.ts";
import { actionIn, createTestApp, type TestApp } from "../test_app.ts";
import { afterTimeout, auditOf, countAchieveCalls, read, textOf } from "./actions.ts";

const METTE = "mette@example.dk";
const ACHIEVE = "POST /recipients/:id/events/:event/:achieveEvent";

function achieved(app: TestApp): number {
  return app.agillic.achieved(METTE, "welcome_event");
}

async function firstAction(app: TestApp): Promise<string> {
  return actionIn(await (await app.get("/events")).text());
}

Deno.test("the same action posted again answers the same and triggers nothing", async () => {
  using app = await createTestApp();
  const action = await firstAction(app);

  for (const repeated of [false, true, true]) {
    const { status, html } = await read(app.post("/events/1", action));
    assertEquals(status, 200);
    assertStringIncludes(textOf(html), "Event triggered");
    assertEquals(auditOf(app).at(-1)?.repeated, repeated);
    app.clock.now += 5 * 60_000;
  }
  assertEquals([achieved(app), countAchieveCalls(app)], [1, 1]);
});

Deno.test("a hundred posts of one action at the same moment trigger once and answer alike", async () => {
  using app = await createTestApp();
  const action = await firstAction(app);

  const answers = await Promise.all(
    Array.from({ length: 100 }, async () => await read(app.post("/events/1", action))),
  );

  assertEquals([achieved(app), countAchieveCalls(app)], [1, 1]);
  for (const { status, html } of answers) {
    assertEquals([status, textOf(html).includes("Event triggered")], [200, true]);
  }
  assertEquals(auditOf(app).filter(({ repeated }) => repeated === false).length, 1);
});

Deno.test("different actions for one event at the same moment trigger once within the cool-down", async () => {
  using app = await createTestApp();
  const actions = await Promise.all(Array.from({ length: 10 }, () => firstAction(app)));

  const answers = await Promise.all(
    actions.map(async (action) => await read(app.post("/events/1", action))),
  );

  assertEquals([achieved(app), countAchieveCalls(app)], [1, 1]);
  assertEquals(answers.filter(({ problem }) => problem === "cooling_down").length, 9);
});

Deno.test("Agillic's 429 changed nothing, so the call is tried again within the same action", async () => {
  using app = await createTestApp();
  const action = await firstAction(app);
  app.agillic.set({ rateLimitNext: 2 });

  const { status, html } = await read(app.post("/events/1", action));

  assertEquals(status, 200);
  assertStringIncludes(textOf(html), "Event triggered");
  assertEquals([achieved(app), countAchieveCalls(app)], [1, 3]);
});

Deno.test("429 for long is rate_limited, and the form can be posted again at once", async () => {
  using app = await createTestApp();
  app.agillic.set({ rateLimitNext: 100 });
  const { status, html, problem } = await read(app.post("/events/1", await firstAction(app)));

  assertEquals([status, problem], [503, "rate_limited"]);
  assertMatch(textOf(html), /Nothing was changed\. Wait a little, then try again\./);
  assertNotMatch(textOf(html), /Last triggered|Outcome unknown|Can be triggered again/);
  assertEquals(achieved(app), 0);
  app.agillic.set({ rateLimitNext: 0 });
  assertEquals((await app.post("/events/1", actionIn(html))).status, 200);
  assertEquals(achieved(app), 1);
});

/** Agillic does it, or not, and its answer never comes or says nothing. */
const UNKNOWN: { name: string; switches: Partial<Switches>; done: number }[] = [
  { name: "the connection breaks after it was done", switches: { dropAfterDoingNext: 1 }, done: 1 },
  { name: "no answer comes after it was done", switches: { stallAfterDoingNext: 1 }, done: 1 },
  { name: "no answer comes and nothing was done", switches: { hangNext: 1 }, done: 0 },
  { name: "the connection breaks before it was done", switches: { dropNext: 1 }, done: 0 },
  { name: "every connection breaks", switches: { down: true }, done: 0 },
  { name: "it answers 500", switches: { failNext: 1, failStatus: 500 }, done: 0 },
  { name: "it answers 502", switches: { failNext: 1, failStatus: 502 }, done: 0 },
  { name: "it answers 503", switches: { failNext: 1, failStatus: 503 }, done: 0 },
  { name: "it answers 504", switches: { failNext: 1, failStatus: 504 }, done: 0 },
];

for (const { name, switches, done } of UNKNOWN) {
  Deno.test(`an action's outcome is unknown when ${name}, and it is never called again`, async () => {
    using app = await createTestApp();
    const action = await firstAction(app);
    app.agillic.set({ ...switches, onlyRoutes: [ACHIEVE] });

    const first = await read(
      afterTimeout(app, app.post("/events/1", action), () => countAchieveCalls(app) === 1),
    );
    app.agillic.set({ down: false, onlyRoutes: [] });
    app.clock.now += 5 * 60_000;
    const again = await read(app.post("/events/1", action));

    for (const { status, problem, html } of [first, again]) {
      assertEquals([status, problem], [504, "outcome_unknown"]);
      assertMatch(textOf(html), /It may have been triggered, or not\. Check the history before/);
      assertNotMatch(textOf(html), /Event triggered|Try again/);
    }
    assertEquals([achieved(app), countAchieveCalls(app)], [done, 1]);
    assertEquals(auditOf(app).map(({ outcome, repeated }) => [outcome, repeated]), [
      ["unknown", false],
      ["unknown", true],
    ]);
  });
}

Deno.test("an unknown outcome stands beside the button, and blocks it for the cool-down", async () => {
  using app = await createTestApp();
  app.agillic.set({ dropAfterDoingNext: 1 });
  const { html } = await read(app.post("/events/1", await firstAction(app)));

  assertMatch(textOf(html), /Outcome unknown: tried now by Mette Agent, ticket #101/);
  const blocked = await read(app.post("/events/1", actionIn(html)));
  assertEquals([blocked.status, blocked.problem], [429, "cooling_down"]);
  assertEquals(achieved(app), 1);
});

Deno.test("a connection that was refused sent nothing, and the action may be tried again", async () => {
  let refusing = true;
  using app = await createTestApp({
    intercept: ({ pathname }) => {
      if (!refusing || !pathname.endsWith("/:achieveEvent")) return undefined;
      throw new TypeError(
        "error sending request: client error (Connect): tcp connect error: Connection refused (os error 111)",
      );
    },
  });
  const refused = await read(app.post("/events/1", await firstAction(app)));
  refusing = false;

  assertEquals([refused.status, refused.problem], [502, "agillic_unavailable"]);
  assertEquals((await app.post("/events/1", actionIn(refused.html))).status, 200);
  assertEquals([achieved(app), countAchieveCalls(app)], [1, 1]);
});

Deno.test("Agillic's answer counts whatever stands in it", async () => {
  for (
    const fault of ["emptyBodyNext", "halfBodyNext", "htmlBodyNext", "brokenBodyNext"] as const
  ) {
    using app = await createTestApp();
    const action = await firstAction(app);
    app.agillic.set({ [fault]: 1 });

    assertEquals((await app.post("/events/1", action)).status, 200, fault);
    assertEquals(achieved(app), 1);
  }
});

Deno.test("a redirect is not followed: its outcome is unknown", async () => {
  let calls = 0;
  using app = await createTestApp({
    intercept: ({ pathname }) => {
      if (!pathname.endsWith("/:achieveEvent")) return undefined;
      calls++;
      return new Response(null, { status: 307, headers: { location: "https://other.example/" } });
    },
  });

  assertEquals(
    (await read(app.post("/events/1", await firstAction(app)))).problem,
    "outcome_unknown",
  );
  assertEquals(calls, 1);
});

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
