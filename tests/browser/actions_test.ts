import { assertEquals, assertMatch } from "@std/assert";
import type { Agent, Sidebar } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const METTE = "mette@example.dk";
const count = (agent: Agent, request: string) =>
  agent.requests.filter((sent) => sent === request).length;

async function openMette(agent: Agent): Promise<Sidebar> {
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("communications");
  return sidebar;
}

Deno.test("a double click on Trigger triggers once", async () => {
  const agent = await desk.visit();
  const sidebar = await openMette(agent);
  desk.agillic.set({ latencyMs: 200 });
  await sidebar.find("#event-1-trigger").dblclick();
  await sidebar.shows("#event-1 .done");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
  assertEquals(count(agent, "POST /events/1"), 1);
});

Deno.test("two clicks in two frames of one ticket trigger once", async () => {
  const agent = await desk.visit();
  const sidebar = await openMette(agent);
  // The same form twice: as a page that was duplicated, or a script, would have it.
  const posted = agent.page.waitForResponse("**/events/1");
  await sidebar.find("#event-1").evaluate((form) => {
    const copy = form.cloneNode(true);
    form.after(copy);
    if (form instanceof HTMLFormElement) form.requestSubmit();
  });
  await posted;
  await sidebar.shows("#event-1 .done");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("after triggering, the history refreshes itself once and shows what was sent", async () => {
  const agent = await desk.visit();
  await agent.page.clock.install();
  await agent.page.reload();
  const sidebar = await openMette(agent);
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 .done");
  assertMatch(await sidebar.find("#event-1 .done").innerText(), /^Event triggered\b/);
  assertEquals(count(agent, "GET /communications"), 1);
  await agent.page.clock.fastForward(10_000);
  await sidebar.find("[data-communication]").getByText("Welcome to Acme").waitFor();
  await agent.page.clock.fastForward(40_000);
  await sidebar.loaded("communications");
  assertEquals(count(agent, "GET /communications"), 2);
  assertEquals(await sidebar.find("[data-communication]").count(), 15);
  await sidebar.shows("#event-1 .done");
});

Deno.test("an event cools down, says until when, and can be triggered again by itself afterwards", async () => {
  const agent = await desk.visit();
  await agent.page.clock.install();
  await agent.page.reload();
  const sidebar = await openMette(agent);
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1-trigger[aria-disabled]");
  await sidebar.find("#event-1-trigger").click({ force: true });
  assertEquals(count(agent, "POST /events/1"), 1);
  assertMatch(await sidebar.find("#event-1-notes").innerText(), /by Mette Agent, ticket #101/);
  desk.clock.aheadMs = 61_000;
  await agent.page.clock.fastForward(61_000);
  await sidebar.shows("#event-1-trigger:not([aria-disabled])");
  await sidebar.find("#event-1-trigger").click();
  await until("it is triggered again", () => desk.agillic.achieved(METTE, "welcome_event") === 2);
  await sidebar.shows("#event-1 .done");
});

Deno.test("an answer that is lost on its way does not trigger again when the agent tries again", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await openMette(agent);
  await agent.page.route("**/events/1", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 [data-problem=connection]");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
  await sidebar.find("#event-1 #retry-connection").click();
  await sidebar.shows("#event-1 .done");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("a post that never arrived triggers once when the agent presses Trigger again", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await openMette(agent);
  await agent.page.route("**/events/1", (route) => route.abort(), { times: 1 });
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 [data-problem=connection]");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 0);
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 .done");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("when Agillic breaks off after triggering, the outcome is unknown and cannot be tried again at once", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 504/);
  const sidebar = await openMette(agent);
  desk.agillic.set({ dropAfterDoingNext: 1 });
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 [data-problem=outcome_unknown]");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
  await sidebar.find("#event-1-trigger").click({ force: true });
  assertEquals(count(agent, "POST /events/1"), 1);
});

Deno.test("a session that expired while the form was open is renewed, and the event triggered once", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 401/);
  const sidebar = await openMette(agent);
  desk.clock.aheadMs = 16 * 60_000;
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 .done");
  assertEquals(count(agent, "POST /events/1"), 2);
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
  assertEquals(await sidebar.everHeld('data-problem="session_required"'), false);
});

Deno.test("a form that was open for more than 30 minutes is refused, and works when it is shown anew", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 4(01|10)/);
  const sidebar = await openMette(agent);
  desk.clock.aheadMs = 31 * 60_000;
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 [data-problem=action_expired]");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 0);
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 .done");
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
});

Deno.test("a requester is created, confirms by the mail, and is shown as having given permission", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:110");
  await sidebar.shows("#create");
  assertMatch(await sidebar.find("#create").innerText(), /nobody@example\.dk is not a recipient/);
  await sidebar.find("#create-recipient-trigger").dblclick();
  await sidebar.shows("[data-badge=awaiting]");
  assertEquals(count(agent, "POST /recipient"), 1);
  assertEquals(desk.agillic.achieved("nobody@example.dk", "double_opt_in"), 1);
  await sidebar.find("[data-communication]").getByText("Confirm your email").waitFor();
  await sidebar.shows(".verdict:has-text('Awaiting confirmation')");

  desk.agillic.clickDoubleOptIn("nobody@example.dk");
  await sidebar.find("#recipient-refresh").click();
  await sidebar.find("[data-badge=awaiting]").waitFor({ state: "detached" });
  assertEquals(await sidebar.find("[data-field=EMAIL_PERMISSION] dd span").innerText(), "Yes");
  await sidebar.find("#communications-refresh").click();
  await sidebar.shows("[data-communication][data-activity=clicked]");
  await sidebar.find(".verdict:has-text('Awaiting confirmation')").waitFor({ state: "detached" });
});

Deno.test("when the second step of the creation fails it says so, and goes on from there", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 404/);
  desk.agillic.set({ unknownEvents: ["double_opt_in"] });
  const sidebar = await agent.open("ticket:110");
  await sidebar.find("#create-recipient-trigger").click();
  await sidebar.shows("#create [data-problem=event_not_valid]");
  assertEquals(
    await sidebar.find("#create .steps li").evaluateAll((steps) =>
      steps.map((step) => step.getAttribute("data-state"))
    ),
    ["done", "failed"],
  );
  desk.agillic.set({ unknownEvents: [] });
  await sidebar.find("#create-recipient-trigger").click();
  await sidebar.shows("[data-badge=awaiting]");
  assertEquals(desk.agillic.achieved("nobody@example.dk", "double_opt_in"), 1);
  const creations = desk.agillic.calls.filter(({ method, route }) =>
    method === "POST" && route === "/recipients"
  );
  assertEquals(creations.length, 1);
});

Deno.test("creation while the connection breaks creates once", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await agent.open("ticket:110");
  await sidebar.shows("#create");
  await agent.page.route("**/recipient", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await sidebar.find("#create-recipient-trigger").click();
  await sidebar.shows("[data-problem=connection]");
  await sidebar.find("#retry-connection").click();
  await sidebar.shows("[data-field=EMAIL]");
  assertEquals(desk.agillic.achieved("nobody@example.dk", "double_opt_in"), 1);
});
