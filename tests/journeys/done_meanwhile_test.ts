/** An agent presses a button that somebody else has pressed since it was shown. */
import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { achieved, auditOf, firstAction, NOBODY, read, until } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";
import { done, FORM, offered, post } from "./creation.ts";

/** Anders, in a ticket of his own. */
async function anders(app: TestApp) {
  const headers = { Authorization: `Bearer ${await app.signIn({ agentId: 9002 })}` };
  return { place: { "Agent-Name": "Anders Admin", "Ticket-Id": "120" }, headers };
}

/** Anders triggers the first event. */
async function triggerAsAnders(app: TestApp): Promise<void> {
  const { place, headers } = await anders(app);
  const action = actionIn(await (await app.get("/events", place, headers)).text());
  assertEquals((await app.post("/events/1", action, place, headers)).status, 200);
}

Deno.test("an event that somebody else triggered since it was shown is refused, and offered anew", async () => {
  using app = await createTestApp();
  const shown = await firstAction(app);
  await triggerAsAnders(app);
  app.clock.now += 90_000;

  const refused = await read(app.post("/events/1", shown));

  assertEquals([refused.status, refused.problem], [409, "done_meanwhile"]);
  const words = textOf(refused.html);
  assertMatch(words, /Anders Admin started this 1 min ago, after it was shown here\./);
  assertMatch(words, /Nothing was sent again\./);
  assertMatch(words, /Last triggered 1 min ago by Anders Admin, ticket #120/);
  assertEquals(achieved(app), 1);
  assertEquals(auditOf(app).at(-1)?.code, "done_meanwhile");
  assertNotMatch(JSON.stringify(app.log), /Anders/);

  assertEquals((await app.post("/events/1", actionIn(refused.html))).status, 200);
  assertEquals(achieved(app), 2);
});

Deno.test("an outcome that nobody knows is news, too", async () => {
  using app = await createTestApp();
  const shown = await firstAction(app);
  app.agillic.set({ dropAfterDoingNext: 1 });
  await read(app.post("/events/1", await firstAction(app)));
  app.clock.now += 90_000;

  const refused = await read(app.post("/events/1", shown));

  assertEquals([refused.status, refused.problem], [409, "done_meanwhile"]);
  assertMatch(textOf(refused.html), /Outcome unknown: tried 1 min ago by Mette Agent/);
  assertEquals(achieved(app), 1);
});

Deno.test("what was shown beside the button is no news, and neither is what failed since", async () => {
  using app = await createTestApp();
  await triggerAsAnders(app);
  app.clock.now += 90_000;
  const shown = await firstAction(app);
  app.agillic.set({ rateLimitNext: 100 });
  assertEquals((await app.post("/events/1", await firstAction(app))).status, 503);
  app.agillic.set({ rateLimitNext: 0 });

  assertEquals((await app.post("/events/1", shown)).status, 200);
  assertEquals(achieved(app), 2);
});

Deno.test("an action under way that was shown and then failed leaves nothing newer behind", async () => {
  const answers: PromiseWithResolvers<Response>[] = [];
  let isHeld = false;
  using app = await createTestApp({
    settings: { cool_down_seconds: "0" },
    intercept: ({ pathname }) => {
      if (!isHeld || !pathname.endsWith("/:achieveEvent")) return undefined;
      const answer = Promise.withResolvers<Response>();
      answers.push(answer);
      return answer.promise;
    },
  });
  await triggerAsAnders(app);
  app.clock.now += 90_000;
  isHeld = true;
  const failing = app.post("/events/1", await firstAction(app));
  await until(() => answers.length === 1);
  const html = await (await app.get("/events")).text();
  isHeld = false;
  answers[0]?.resolve(new Response(null, { status: 404 }));

  assertMatch(html, /Being triggered/);
  assertEquals((await failing).status, 404);

  assertEquals((await app.post("/events/1", actionIn(html))).status, 200);
  assertEquals(achieved(app), 2);
});

Deno.test("an answer that was lost is the same action still, whatever others did since", async () => {
  using app = await createTestApp();
  const action = await firstAction(app);
  await app.post("/events/1", action);
  app.clock.now += 90_000;
  await triggerAsAnders(app);
  app.clock.now += 90_000;

  const again = await read(app.post("/events/1", action));

  assertEquals([again.status, again.problem], [200, ""]);
  assertEquals(achieved(app), 2);
});

Deno.test("a double opt-in that somebody else triggered since it was offered is not triggered again", async () => {
  using app = await createTestApp();
  app.agillic.set({ unknownEvents: ["double_opt_in"] });
  const half = await post(app, await offered(app));
  app.agillic.set({ unknownEvents: [] });
  const { headers } = await anders(app);
  const place = { ...NOBODY, "Agent-Name": "Anders Admin" };
  const other = actionIn(await (await app.get("/sidebar", place, headers)).text(), FORM);
  assertEquals((await app.post("/recipient", other, place, headers)).status, 200);

  for (const [minutes, code, status] of [[0, "cooling_down", 429], [2, "done_meanwhile", 409]]) {
    app.clock.now += Number(minutes) * 60_000;
    const refused = await read(app.post("/recipient", actionIn(half.html, FORM), NOBODY));
    assertEquals([refused.status, refused.problem], [status, code]);
    assertMatch(refused.html, /data-view="recipient"/);
    assertMatch(refused.html, /data-badge="awaiting"/);
    assertNotMatch(refused.html, /data-view="create"|data-state="failed"/);
  }
  assertEquals(done(app), [1, 1]);
});
