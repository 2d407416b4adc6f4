import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { read } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";

const METTE = "mette@example.dk";

Deno.test("the answer to a post says at once that it was last triggered now, and blocks the next", async () => {
  using app = await createTestApp();
  const { html } = await read(
    app.post("/events/1", actionIn(await (await app.get("/events")).text())),
  );

  assertMatch(textOf(html), /Last triggered now by Mette Agent, ticket #101/);
  assertMatch(textOf(html), /Can be triggered again in 1 min/);
  assertMatch(html, /<button type="button" id="event-1-trigger"[^>]*aria-disabled="true"/);
});

Deno.test("POST /events/1 within the cool-down is refused with the reason and how long to wait", async () => {
  using app = await createTestApp();
  const html = await (await app.get("/events")).text();
  await app.post("/events/1", actionIn(html));
  // Another tab, which does not know of it yet.
  const other = actionIn(await (await app.get("/events")).text());
  app.clock.now += 25_000;

  const { status, html: refused, problem } = await read(app.post("/events/1", other));

  assertEquals([status, problem], [429, "cooling_down"]);
  assertMatch(textOf(refused), /Nothing was sent again\. It can be triggered again in 35 sec \./);
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 1);
  app.clock.now += 35_000;
  assertEquals((await app.post("/events/1", other)).status, 200);
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 2);
});

Deno.test("the cool-down holds for every agent and ticket, but for one recipient and event alone", async () => {
  using app = await createTestApp();
  await app.post("/events/1", actionIn(await (await app.get("/events")).text()));
  const other = {
    "Requester-Email": "empty@example.dk",
    "Requester-Id": "502",
    "Ticket-Id": "102",
  };

  const anders = { Authorization: `Bearer ${await app.signIn({ agentId: 9002 })}` };
  const again = actionIn(await (await app.get("/events", { "Ticket-Id": "120" }, anders)).text());
  const blocked = await read(app.post("/events/1", again, { "Ticket-Id": "120" }, anders));
  const forms = await (await app.get("/events", other)).text();

  assertEquals([blocked.status, blocked.problem], [429, "cooling_down"]);
  assertEquals((await app.post("/events/1", actionIn(forms), other)).status, 200);
  assertEquals(app.agillic.achieved("empty@example.dk", "welcome_event"), 1);
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("cool_down_seconds 0 lets every new action through, each once", async () => {
  using app = await createTestApp({ settings: { cool_down_seconds: "0" } });
  for (const count of [1, 2, 3]) {
    const html = await (await app.get("/events")).text();
    assertNotMatch(html, /Can be triggered again/);
    const posts = [1, 2].map(() => app.post("/events/1", actionIn(html)));
    assertEquals((await Promise.all(posts)).map(({ status }) => status), [200, 200]);
    assertEquals(app.agillic.achieved(METTE, "welcome_event"), count);
  }
});

Deno.test("a record by a clock that was a day ahead blocks an event for no longer than its cool-down", async () => {
  using kv = await Deno.openKv(":memory:");
  {
    using ahead = await createTestApp({ kv });
    ahead.clock.now += 24 * 3_600_000;
    await ahead.post("/events/1", actionIn(await (await ahead.get("/events")).text()));
    assertEquals(ahead.agillic.achieved(METTE, "welcome_event"), 1);
  }
  using app = await createTestApp({ kv });
  const html = await (await app.get("/events")).text();
  const early = await read(app.post("/events/1", actionIn(html)));
  app.clock.now += 60_000;

  assertMatch(textOf(html), /Last triggered now by Mette Agent, ticket #101/);
  assertMatch(textOf(html), /Can be triggered again in 1 min/);
  assertEquals([early.status, early.problem], [429, "cooling_down"]);
  assertNotMatch(await (await app.get("/events")).text(), /Can be triggered again/);
  assertEquals((await app.post("/events/1", actionIn(html))).status, 200);
});
