import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const METTE = "mette@example.dk";

Deno.test("a double click on Trigger triggers once", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  desk.agillic.set({ latencyMs: 200 });
  await sidebar.openEvent(1);
  await sidebar.find("#event-1-trigger").dblclick();
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
  assertEquals(agent.count("POST /events/1"), 1);
});

Deno.test("two clicks in two frames of one ticket trigger once", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  // The same form twice: as a page that was duplicated, or a script, would have it.
  const posted = agent.page.waitForResponse("**/events/1");
  await sidebar.find("#event-1").evaluate((form) => {
    const copy = form.cloneNode(true);
    form.after(copy);
    if (form instanceof HTMLFormElement) form.requestSubmit();
  });
  await posted;
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("after triggering, the history refreshes itself until something came, and the recipient once", async () => {
  const agent = await desk.visit({ ownClock: true });
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  assertMatch(await sidebar.find("#event-1-result .done").innerText(), /^Event triggered\b/);
  const looks = () => agent.requests.filter((request) => request.includes("/since/"));
  assertEquals(looks(), []);
  await agent.page.clock.fastForward(10_000);
  await sidebar.find("[data-communication]").getByText("Welcome to Acme").waitFor();
  await sidebar.shows("#event-1-result [data-news=arrived]");
  await agent.page.clock.fastForward(40_000);
  await until("the recipient is loaded again", () => agent.count("GET /recipient") === 1);
  await sidebar.loaded("communications");
  // The history itself came behind the sidebar.
  assertEquals([looks().length, agent.count("GET /communications")], [1, 0]);
  assertEquals(await sidebar.find("[data-communication]").count(), 10);
});

Deno.test("an event cools down, says until when, and can be triggered again by itself afterwards", async () => {
  const agent = await desk.visit({ ownClock: true });
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-trigger[aria-disabled]");
  await sidebar.find("#event-1-trigger").click({ force: true });
  assertEquals(agent.count("POST /events/1"), 1);
  assertMatch(await sidebar.find("#event-1-notes").innerText(), /by Mette Agent, ticket #101/);
  desk.clock.aheadMs = 61_000;
  await agent.page.clock.fastForward(61_000);
  await sidebar.shows("#event-1-trigger:not([aria-disabled])");
  // What came of it stays beside the form that was loaded again.
  await sidebar.shows("#event-1-result .done");
  await sidebar.trigger(1);
  await until("it is triggered again", () => desk.agillic.achieved(METTE, "welcome_event") === 2);
  await sidebar.shows("#event-1-result .done");
});

Deno.test("an answer that is lost on its way does not trigger again when the agent tries again", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await agent.openLoaded("ticket:101");
  await agent.page.route("**/events/1", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await sidebar.trigger(1);
  await sidebar.shows("#event-1 [data-problem=connection]");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
  await sidebar.find("#event-1 #retry-connection").click();
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("a post that never arrived triggers once when the agent presses Trigger again", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await agent.openLoaded("ticket:101");
  await agent.page.route("**/events/1", (route) => route.abort(), { times: 1 });
  await sidebar.trigger(1);
  await sidebar.shows("#event-1 [data-problem=connection]");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 0);
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("when Agillic breaks off after triggering, the outcome is unknown and cannot be tried again at once", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 504/);
  const sidebar = await agent.openLoaded("ticket:101");
  desk.agillic.set({ dropAfterDoingNext: 1 });
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result [data-problem=outcome_unknown]");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
  await sidebar.find("#event-1-trigger").click({ force: true });
  assertEquals(agent.count("POST /events/1"), 1);
});

Deno.test("a form that was open for more than 30 minutes is refused, and works when it is shown anew", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 4(01|10)/);
  const sidebar = await agent.openLoaded("ticket:101");
  desk.clock.aheadMs = 31 * 60_000;
  await sidebar.trigger(1);
  await sidebar.shows("#event-1 [data-problem=action_expired]");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 0);
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("an event that a colleague triggered meanwhile shows it in its open panel when the agent comes back to the ticket", async () => {
  const agent = await desk.visit();
  const first = await agent.openLoaded("ticket:101");
  await first.openEvent(1);
  const stale = await first.find("#event-1 input[name=action]").inputValue();
  const second = await agent.openLoaded("ticket:102");
  await first.frame.evaluate(async (action) => {
    const { session } = JSON.parse(Object.values(sessionStorage)[0] ?? "");
    const headers = {
      Authorization: `Bearer ${session}`,
      "Requester-Email": "mette%40example.dk",
      "Requester-Id": "501",
      "Ticket-Id": "101",
      "Agent-Name": "Anders",
    };
    await fetch("/events/1", { method: "POST", headers, body: new URLSearchParams({ action }) });
  }, stale);
  await second.trigger(2);
  await second.shows("#event-2-result .done");

  await agent.page.click("#tab-ticket-101");
  await first.find("#event-1-notes").getByText("by Anders").waitFor();
  await first.shows("#event-1-trigger[aria-disabled]");
  assertNotEquals(await first.find("#event-1 input[name=action]").inputValue(), stale);
  assertEquals(agent.count("GET /events"), 1);

  // What is followed stays where it is.
  await agent.page.click("#tab-ticket-102");
  await until("the forms are loaded again", () => agent.count("GET /events") === 2);
  await second.shows("#event-2-result .done");
});

Deno.test("a form whose answer was lost is the same one still when the agent comes back", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await agent.openLoaded("ticket:101");
  await agent.page.route("**/events/1", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await sidebar.trigger(1);
  await sidebar.shows("#event-1 [data-problem=connection]");
  await agent.openLoaded("ticket:102");
  await agent.page.click("#tab-ticket-101");
  await sidebar.find("#event-1 #retry-connection").click();
  await sidebar.shows("#event-1-result .done");
  assertEquals([desk.agillic.achieved(METTE, "welcome_event"), agent.count("GET /events")], [1, 0]);
});

Deno.test("the history is not looked at while the ticket is in the back, and again when it is in front", async () => {
  const agent = await desk.visit({ ownClock: true });
  const looks = () => agent.requests.filter((request) => request.includes("/since/")).length;
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  await agent.openLoaded("ticket:102");
  await agent.page.clock.fastForward(10_000);
  assertEquals(looks(), 0);

  await agent.page.click("#tab-ticket-101");
  await until("the forms are loaded again", () => agent.count("GET /events") === 1);
  await agent.page.clock.fastForward(10_000);
  await sidebar.shows("#event-1-result [data-news=arrived]");
  assertEquals(looks(), 1);
});

Deno.test("what was triggered is noted once on the ticket, as the agent; a note that fails changes nothing and is said", async () => {
  const agent = await desk.visit();
  desk.zendesk.configure({ note_on_ticket: true, ticket_tag: "agillic" });
  agent.faults.expect(/status of 422/);
  const refused = "**/api/v2/tickets/101.json";
  await agent.page.route(refused, (route) => route.fulfill({ status: 422, body: "{}" }));
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  await sidebar.find("#event-1-result small").getByText("Zendesk has not confirmed").waitFor();
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);

  await agent.page.unroute(refused);
  const note = sidebar.find("#event-1-result-note");
  const height = async () => (await note.boundingBox())?.height;
  const before = await height();
  await note.click();
  await sidebar.shows("#event-1-result-note[data-state=done]");
  assertEquals(await height(), before);
  await sidebar.find("#event-1-result small").getByText("Noted on the ticket").waitFor();
  const notes = agent.page.locator("#comments li[data-public=false]");
  await notes.getByText("Welcome mail triggered in Agillic").waitFor();
  assertEquals(await notes.count(), 1);
  const tags = await agent.page.evaluate(async () => {
    const answer = await fetch("/api/v2/tickets/101.json");
    return (await answer.json()).ticket.tags;
  });
  assertEquals(tags, ["agillic"]);
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("a note that was written by itself is not offered again", async () => {
  const agent = await desk.visit();
  desk.zendesk.configure({ note_on_ticket: true });
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.trigger(1);
  await sidebar.find("#event-1-result small").getByText("Noted on the ticket").waitFor();
  assertEquals(await sidebar.find("#event-1-result-note").isVisible(), false);
});
