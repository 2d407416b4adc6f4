import { assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { achieved, auditOf, countAchieveCalls, firstAction, read } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";

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
