import { assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { actionIn, createTestApp } from "../test_app.ts";
import { countAchieveCalls, NOBODY, read, signInAgain, textOf } from "./actions.ts";

const METTE = "mette@example.dk";

Deno.test("POST /events/1 triggers the configured event once and claims no more than that", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events")).text());

  const { status, html, problem } = await read(app.post("/events/1", action));

  assertEquals([status, problem], [200, ""]);
  assertStringIncludes(
    textOf(html),
    "Event triggered Appears in the history when Agillic has sent it.",
  );
  assertStringIncludes(html, `data-announce="Event triggered. Appears in the history`);
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

Deno.test("a triggered event loads the history again after some seconds, where it then stands", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events")).text());

  const { html } = await read(app.post("/events/1", action));
  const history = await (await app.get("/communications")).text();

  assertMatch(html, /<span[^>]* hx-get="\/communications"/);
  assertMatch(html, /<span[^>]* hx-trigger="load delay:\ds"/);
  assertStringIncludes(history, "Welcome to Acme");
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

Deno.test("the answer to a post says at once that it was last triggered now, and blocks the next", async () => {
  using app = await createTestApp();
  const { html } = await read(
    app.post("/events/1", actionIn(await (await app.get("/events")).text())),
  );

  assertMatch(textOf(html), /Last triggered now by Mette Agent, ticket #101/);
  assertMatch(textOf(html), /Can be triggered again in 60 sec\./);
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
  assertMatch(textOf(refused), /Nothing was sent again\. It can be triggered again in 35 sec\./);
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

Deno.test("an event that Agillic does not know is a 404 in the form, in the words for the administrator", async () => {
  using app = await createTestApp({ settings: { event_1_name: "dwelcome_event" } });
  const action = actionIn(await (await app.get("/events")).text());

  const { status, html, problem } = await read(app.post("/events/1", action));

  assertEquals([status, problem], [404, "event_not_valid"]);
  assertMatch(html, /^<form id="event-1"/);
  const words = textOf(html);
  assertStringIncludes(words, "Error Response Code: 404");
  assertStringIncludes(
    words,
    "The event “dwelcome_event” is not valid in this Agillic instance.",
  );
  assertStringIncludes(words, "Forward this to your administrator");
  assertNotMatch(words, /Last triggered|Can be triggered again/);
});

Deno.test("an event that failed for certain may be triggered again at once, with the new form", async () => {
  using app = await createTestApp();
  app.agillic.set({ unknownEvents: ["welcome_event"] });
  const action = actionIn(await (await app.get("/events")).text());
  const failed = await read(app.post("/events/1", action));
  app.agillic.set({ unknownEvents: [] });

  assertEquals((await read(app.post("/events/1", action))).problem, "event_not_valid");
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 0);
  assertEquals((await app.post("/events/1", actionIn(failed.html))).status, 200);
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("a wrong token, and a field that is not unique, are told in the form with Agillic's status", async () => {
  using app = await createTestApp();
  app.agillic.set({ emailUnique: false });
  const notUnique = await read(
    app.post("/events/1", actionIn(await (await app.get("/events")).text())),
  );
  assertEquals([notUnique.status, notUnique.problem], [400, "email_field_not_unique"]);
  assertStringIncludes(textOf(notUnique.html), "The email field EMAIL is not set as unique");

  app.zendesk.configure({ base64_encoded_token: btoa("agillic-key:wrong") });
  const again = await signInAgain(app);
  const action = actionIn(await (await app.get("/events", {}, again)).text());
  const refused = await read(app.post("/events/1", action, {}, again));
  assertEquals([refused.status, refused.problem], [403, "token_invalid"]);
  assertStringIncludes(textOf(refused.html), "The Base64 encoded token is invalid.");
});

Deno.test("an event for somebody who is no recipient any more says whom Agillic does not know", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events", NOBODY)).text());

  const { html, problem } = await read(app.post("/events/1", action, NOBODY));

  assertEquals(problem, "recipient_not_found");
  assertMatch(textOf(html), /nobody@example\.dk is not a recipient in Agillic\./);
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
