import {
  assertEquals,
  assertMatch,
  assertNotEquals,
  assertNotMatch,
  assertStringIncludes,
} from "@std/assert";
import type { Kv } from "../../server/actions/kv_store.ts";
import type { Switches } from "../../simulators/agillic/switches.ts";
import { createTestApp } from "../app_fixture.ts";
import { afterTimeout, NOBODY, read, until } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";
import { ADDRESS, count, CREATE, done, FORM, offered, post, stepsIn } from "./creation.ts";

const ACHIEVE = "POST /recipients/:id/events/:event/:achieveEvent";

Deno.test("creation whose first step fails for certain says so and can be tried again", async () => {
  using app = await createTestApp();
  const form = await offered(app);
  app.agillic.set({ rateLimitNext: 100, onlyRoutes: [CREATE] });

  const failed = await post(app, form);

  assertEquals([failed.status, failed.problem], [503, "rate_limited"]);
  assertEquals(stepsIn(failed.html), ["failed", "waiting"]);
  assertMatch(failed.html, /<span>Create recipient and send double opt-in</);
  app.agillic.set({ rateLimitNext: 0 });
  const again = await post(app, failed);
  assertEquals([again.status, again.problem], [200, ""]);
  assertEquals(app.agillic.achieved(ADDRESS, "double_opt_in"), 1);
});

Deno.test("creation that Agillic refuses with 400 says so and creates nothing", async () => {
  using app = await createTestApp({
    intercept: (url, { method }) =>
      method === "POST" && url.pathname === "/recipients"
        ? Response.json({ status: "400", message: "No" }, { status: 400 })
        : undefined,
  });

  const failed = await post(app, await offered(app));

  assertEquals([failed.status, failed.problem], [502, "agillic_answer_unknown"]);
  assertEquals(stepsIn(failed.html), ["failed", "waiting"]);
  assertEquals(app.agillic.achieved(ADDRESS, "double_opt_in"), 0);
});

/** Ways for the first step to end so that nobody knows what became of it. */
const UNKNOWN: { name: string; switches: Partial<Switches>; created: boolean }[] = [
  { name: "no answer after it was done", switches: { stallAfterDoingNext: 1 }, created: true },
  { name: "broken after it was done", switches: { dropAfterDoingNext: 1 }, created: true },
  { name: "no answer, nothing done", switches: { hangNext: 1 }, created: false },
  { name: "broken before it was done", switches: { dropNext: 1 }, created: false },
  { name: "500", switches: { failNext: 1, failStatus: 500 }, created: false },
  { name: "503", switches: { failNext: 1, failStatus: 503 }, created: false },
];

for (const { name, switches, created } of UNKNOWN) {
  Deno.test(`creation whose first step is unknown (${name}) offers to look, and never creates again by itself`, async () => {
    using app = await createTestApp();
    const form = await offered(app);
    app.agillic.set({ ...switches, onlyRoutes: [CREATE] });

    const unknown = await read(
      afterTimeout(
        app,
        app.post("/recipient", actionIn(form.html, FORM), NOBODY),
        switches,
        () => count(app, CREATE) === 1,
      ),
    );
    const again = await post(app, form);

    for (const answer of [unknown, again]) {
      assertEquals([answer.status, answer.problem], [504, "outcome_unknown"]);
      assertEquals(stepsIn(answer.html), ["unknown", "waiting"]);
      assertStringIncludes(textOf(answer.html), "It may have created nobody@example.dk, or not.");
      assertStringIncludes(textOf(answer.html), "Try again to see whether it did.");
      assertEquals(actionIn(answer.html, FORM), "");
      // What there is to do now: look whether the recipient is there.
      assertMatch(answer.html, /<button[^>]*hx-get="\/sidebar"/);
    }
    assertEquals(done(app), [1, 0]);

    app.clock.now += 60_000;
    const looked = await read(app.get("/sidebar", NOBODY));
    assertMatch(
      looked.html,
      created ? /data-view="recipient"/ : /data-problem="recipient_not_found"/,
    );
    assertMatch(
      looked.html,
      created ? /<span>Trigger double opt-in event</ : /<span>Create recipient and send/,
    );
    const ended = await post(app, looked);
    assertEquals([ended.status, ended.problem], [200, ""]);
    assertEquals(done(app), [created ? 1 : 2, 1]);
  });
}

Deno.test("an event that Agillic does not know fails the second step with its name, and it goes on from there", async () => {
  using app = await createTestApp();
  app.agillic.set({ unknownEvents: ["double_opt_in"] });

  const failed = await post(app, await offered(app));

  assertEquals([failed.status, failed.problem], [404, "event_not_valid"]);
  assertEquals(stepsIn(failed.html), ["done", "failed"]);
  assertMatch(textOf(failed.html), /Error Response Code: 404/);
  assertMatch(
    textOf(failed.html),
    /The event “double_opt_in” is not valid in this Agillic instance\./,
  );
  assertNotMatch(textOf(failed.html), /is not a recipient/);
  assertMatch(failed.html, /<span>Trigger double opt-in event</);

  app.agillic.set({ unknownEvents: [] });
  const ended = await post(app, failed);
  assertEquals([ended.status, ended.problem], [200, ""]);
  assertMatch(ended.html, /data-badge="awaiting"/);
  assertEquals(done(app), [1, 1]);
});

Deno.test("a second step that is unknown is not offered again, and is not triggered again by itself", async () => {
  for (const switches of [{ stallAfterDoingNext: 1 }, { dropAfterDoingNext: 1 }]) {
    using app = await createTestApp();
    const form = await offered(app);
    app.agillic.set({ ...switches, onlyRoutes: [ACHIEVE] });

    const unknown = await read(
      afterTimeout(
        app,
        app.post("/recipient", actionIn(form.html, FORM), NOBODY),
        switches,
        () => count(app, ACHIEVE) === 1,
      ),
    );
    const again = await post(app, form);

    for (const answer of [unknown, again]) {
      assertEquals([answer.status, answer.problem], [504, "outcome_unknown"]);
      assertEquals(stepsIn(answer.html), ["done", "unknown"]);
      assertEquals(actionIn(answer.html, FORM), "");
      assertMatch(answer.html, /<button[^>]*hx-get="\/sidebar"/);
    }
    assertEquals(done(app), [1, 1]);
    const looked = await read(app.get("/sidebar", NOBODY));
    assertMatch(looked.html, /data-view="recipient"/);
    assertMatch(textOf(looked.html), /Outcome unknown: tried .* by Mette Agent, ticket #110/);
    assertNotMatch(looked.html, /data-view="create"/);
  }
});

Deno.test("a process that dies between the two steps leaves the second to be done, by whomever", async () => {
  using kv = await Deno.openKv(":memory:");
  // Once the first outcome is stored nothing more is done: the second claim never ends.
  let process: "alive" | "dying" | "dead" | "another" = "alive";
  const dying: Kv = {
    get: kv.get.bind(kv),
    getMany: (keys, options) => {
      if (process !== "dying") return kv.getMany(keys, options);
      process = "dead";
      return new Promise(() => {});
    },
    set: kv.set.bind(kv),
    list: kv.list.bind(kv),
    close: kv.close.bind(kv),
    atomic: () => {
      const transaction = kv.atomic();
      const commit = transaction.commit.bind(transaction);
      transaction.commit = async () => {
        const committed = await commit();
        if (process === "alive" && count(app, CREATE) === 1) process = "dying";
        return committed;
      };
      return transaction;
    },
  };
  using app = await createTestApp({ kv: dying });
  const form = await offered(app);
  const died = app.post("/recipient", actionIn(form.html, FORM), NOBODY);
  await until(() => process === "dead");
  process = "another";

  const anders = { Authorization: `Bearer ${await app.signIn({ agentId: 9002 })}` };
  const looked = await read(app.get("/sidebar", NOBODY, anders));
  assertMatch(looked.html, /data-view="recipient"/);
  assertEquals(stepsIn(looked.html), ["done", "waiting"]);
  const ended = await read(app.post("/recipient", actionIn(looked.html, FORM), NOBODY, anders));

  assertEquals([ended.status, ended.problem], [200, ""]);
  assertMatch(ended.html, /data-badge="awaiting"/);
  assertEquals(done(app), [1, 1]);
  // The first agent's form, sent again, finds both steps done.
  assertEquals((await post(app, form)).problem, "cooling_down");
  // The claim that never ended is given up, with nothing sent for it.
  app.clock.now += 2_000;
  assertEquals((await read(died)).problem, "store_unavailable");
  assertEquals(done(app), [1, 1]);
});

Deno.test("a second attempt just after an unknown one says how long to wait, and does nothing", async () => {
  using app = await createTestApp();
  app.agillic.set({ dropNext: 1, onlyRoutes: [CREATE] });
  await post(app, await offered(app));
  app.clock.now += 3_000;

  const early = await post(app, await offered(app));

  assertEquals([early.status, early.problem], [429, "cooling_down"]);
  assertMatch(textOf(early.html), /It can be triggered again in 8 sec \./);
  assertNotEquals(actionIn(early.html, FORM), "");
  assertEquals(done(app), [1, 0]);
  app.clock.now += 8_000;
  assertEquals((await post(app, early)).status, 200);
  assertEquals(done(app), [2, 1]);
});
