import { assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { countAchieveCalls, read } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";

const METTE = "mette@example.dk";

Deno.test("POST /events/1 triggers the configured event once and claims no more than that", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events")).text());

  const { status, html, problem } = await read(app.post("/events/1", action));

  assertEquals([status, problem], [200, ""]);
  const words = "If Agillic sends something, it appears in the history.";
  assertStringIncludes(textOf(html), `Event triggered ${words}`);
  assertStringIncludes(html, `data-announce="Event triggered. ${words}"`);
  assertNotMatch(textOf(html), /\b(?:was|is|been) sent\b|mail sent/i);
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("POST /events/:slot triggers each slot's own event", async () => {
  using app = await createTestApp();
  const html = await (await app.get("/events")).text();
  const events = ["welcome_event", "double_opt_in", "pause_communication"];

  for (const [index, event] of events.entries()) {
    const slot = index + 1;
    const { status } = await read(app.post(`/events/${slot}`, actionIn(html, `event-${slot}`)));
    assertEquals([status, app.agillic.achieved(METTE, event)], [200, 1]);
  }
  assertEquals(countAchieveCalls(app), 3);
});

Deno.test("POST /events/:slot of a slot that the settings do not have is 404, with no call to Agillic", async () => {
  using app = await createTestApp();
  const html = await (await app.get("/events")).text();

  for (const slot of ["0", "13", "04", "1.5", "first", ""]) {
    const { status } = await app.post(`/events/${slot}`, actionIn(html));
    assertEquals([slot, status], [slot, 404]);
  }
  assertEquals([...app.agillic.counts], []);
});

Deno.test("GET /events shows label and description, and the name where there is no label", async () => {
  using app = await createTestApp({
    settings: { event_2_label: "", event_2_description: "", event_3_name: "", event_3_label: "" },
  });
  app.zendesk.configure({ event_3_description: null });

  const html = await (await app.get("/events")).text();

  assertStringIncludes(html, "<strong>Welcome mail</strong>");
  assertStringIncludes(html, "<p>Sends the welcome mail with the ten best sellers</p>");
  assertStringIncludes(html, "<strong>double_opt_in</strong>");
  assertEquals([...html.matchAll(/data-event-slot="(\d)"/g)].map(([, slot]) => slot), ["1", "2"]);
  assertNotMatch(html, /welcome_event|Last triggered/);
});

Deno.test("GET /events says when each event was last triggered, by whom and in which ticket", async () => {
  using app = await createTestApp();
  await app.post("/events/1", actionIn(await (await app.get("/events")).text()));
  app.clock.now += 4 * 60_000;

  const anders = await app.signIn({ agentId: 9002 });
  const html = await (await app.get(
    "/events",
    { "Ticket-Id": "102", "Agent-Name": "Anders Admin" },
    { Authorization: `Bearer ${anders}` },
  )).text();

  assertMatch(
    textOf(html),
    /Last triggered 4 min ago by Mette Agent, ticket #101/,
  );
  assertEquals(html.match(/Last triggered/g)?.length, 1);
});

Deno.test("an address in capitals acts on the recipient that the sidebar found by it", async () => {
  using app = await createTestApp();
  const place = { "Requester-Email": "Mette@Example.dk" };
  const sidebar = await app.get("/sidebar", place);
  const recipient = { Recipient: sidebar.headers.get("Recipient") ?? "" };

  const action = actionIn(await sidebar.text());
  const { status } = await read(app.post("/events/1", action, place, recipient));

  assertEquals(status, 200);
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("the answer to a post is in the agent's language", async () => {
  using app = await createTestApp();
  const place = { "Agent-Locale": "da" };
  const { html } = await read(
    app.post("/events/1", actionIn(await (await app.get("/events", place)).text()), place),
  );

  assertMatch(textOf(html), /Hændelsen er udløst|udløst/i);
  assertNotMatch(textOf(html), /triggered/);
});
