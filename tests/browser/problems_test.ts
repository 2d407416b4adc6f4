import { assertEquals, assertMatch } from "@std/assert";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

Deno.test("while Agillic is down the sidebar says so, and Try again works when it is back", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/);
  desk.agillic.set({ down: true });
  const sidebar = await agent.open("ticket:101");
  await sidebar.shows("#recipient [data-problem=agillic_unavailable]");
  // The events need no Agillic to be shown.
  await sidebar.shows("[data-event-slot='1']");
  desk.agillic.set({ down: false });
  await sidebar.find("#recipient-retry").click();
  await sidebar.shows("[data-field=EMAIL]");
  assertEquals(await sidebar.find("#recipient [data-problem]").count(), 0);
});

Deno.test("a server that cannot be reached is said in the sidebar, and Try again works when it is back", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  await agent.page.route("**/sidebar", (route) => route.abort());
  const sidebar = await agent.open("ticket:101");
  await sidebar.shows("[data-problem=connection]");
  await agent.page.unroute("**/sidebar");
  await sidebar.find("#retry-connection").click();
  await sidebar.shows("[data-field=EMAIL]");
});

Deno.test("when Zendesk does not let the app sign in it says so, and Try again works afterwards", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 422/, /Cannot sign in/);
  desk.zendesk.set({ installation422: true });
  const sidebar = await agent.open("ticket:101");
  await sidebar.shows("[data-problem=session_required]");
  desk.zendesk.set({ installation422: false });
  await sidebar.find("#retry-session").click();
  await sidebar.shows("[data-field=EMAIL]");
});

Deno.test("when Zendesk never answers the app says so, and not that its server does not", async () => {
  const agent = await desk.visit({ ownClock: true });
  await agent.page.route("**/host/app_frame.js", async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const silent = script.replace("host.receive(event.data);", "document.body.dataset.asked = '';");
    await route.fulfill({ response, body: silent });
  });
  await agent.page.reload();
  const sidebar = await agent.open("ticket:101");
  // The skeleton is there before the script; only what it has asked can be late.
  await agent.page.locator("body[data-asked]").waitFor();
  await agent.page.clock.fastForward(20_000);
  await sidebar.shows("[data-problem=requester_unreadable]");
});

for (const [place, path] of [["ticket:101", "ticket.requester"], ["user:501", "user"]] as const) {
  Deno.test(`a ${path} that Zendesk cannot read is not without an address, and Try again reads it`, async () => {
    const agent = await desk.visit();
    desk.zendesk.set({ unreadable: { [path]: 1 } });
    await agent.page.reload();
    const sidebar = await agent.open(place);
    await sidebar.shows("[data-problem=requester_unreadable]");
    assertEquals(agent.count("GET /sidebar"), 0);
    await sidebar.find("#retry-requester").click();
    await sidebar.showsPerson("mette@example.dk");
  });
}

Deno.test("a requester without an address is told so", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:111");
  await sidebar.shows("[data-problem=requester_without_email]");
  assertEquals(await sidebar.find("#sidebar form").count(), 0);
});

Deno.test("a page of another release says so in the part that it asked for, and reloads itself hours later", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 40[14]/);
  const sidebar = await agent.openLoaded("ticket:101");
  const elsewhere = { url: `${desk.appOrigin}/history-of-another-release` };
  await agent.page.route("**/communications?*", (route) => route.continue(elsewhere), { times: 1 });
  await sidebar.find("#communications-refresh").click();
  await sidebar.shows("#communications-notice [data-problem=other_release]");
  await sidebar.shows("#communications .stale");

  // Long after what Zendesk signed for the first page has run out.
  desk.clock.aheadMs = 11 * 3_600_000;
  const reloaded = agent.sends("GET", "/sidebar");
  await sidebar.find("#communications-notice #page-reload").click();
  await reloaded;
  await sidebar.loaded("communications");
  assertEquals(agent.requests.filter((sent) => sent.startsWith("POST /shell")).length, 2);
  assertEquals(await sidebar.find("[data-problem]").count(), 0);
});

Deno.test("what the shell says itself is in the agent's language, once that is known", async () => {
  const agent = await desk.visit({ agentId: 9002 });
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await agent.openLoaded("ticket:101");
  await agent.page.route("**/recipient", (route) => route.abort());
  await sidebar.find("#recipient-refresh").click();
  await sidebar.shows("#recipient-notice [data-problem=connection]");
  const problem = sidebar.find("#recipient-notice [data-problem=connection]");
  assertMatch(await problem.innerText(), /^Ingen forbindelse\n/);
  assertEquals(await sidebar.find("#retry-connection").innerText(), "Prøv igen");
  await until(
    "it is read aloud",
    async () => (await sidebar.announced()).at(-1)?.startsWith("Ingen forbindelse") === true,
  );
});
