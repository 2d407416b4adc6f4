import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Agent, Sidebar } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const ROWS = "[data-communication]";
const channelsOf = (sidebar: Sidebar) =>
  sidebar.find(ROWS).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-channel")));

async function openLoaded(agent: Agent, ticket: number): Promise<Sidebar> {
  const sidebar = await agent.open(`ticket:${ticket}`);
  await sidebar.loaded("communications");
  return sidebar;
}

Deno.test("the filter shows one channel, as many as its button says, and keeps the focus", async () => {
  const agent = await desk.visit();
  const sidebar = await openLoaded(agent, 101);
  const counts = await sidebar.find(".filter button").allInnerTexts();
  assertEquals(counts[0], "All 14");

  await sidebar.find("#channel-EMAIL").press("Enter");
  await sidebar.shows("#channel-EMAIL[aria-pressed=true]");
  await sidebar.loaded("communications");
  const shown = await channelsOf(sidebar);
  assert(shown.every((channel) => channel === "EMAIL"));
  assertEquals(await sidebar.find("#channel-EMAIL").innerText(), `E-mail ${shown.length}`);
  assertEquals(await sidebar.focused(), "channel-EMAIL");

  await sidebar.find("#communications-refresh").click();
  await sidebar.loaded("communications");
  assertEquals(await channelsOf(sidebar), shown);

  await sidebar.find("#channel-ALL").click();
  await sidebar.shows("#channel-ALL[aria-pressed=true]");
  assertEquals((await channelsOf(sidebar)).length, 14);
});

Deno.test("Show more goes on to the end, without repeating, and leads the focus to the first new row", async () => {
  const agent = await desk.visit();
  const sidebar = await openLoaded(agent, 105);
  assertEquals(await sidebar.find(ROWS).count(), 25);
  await sidebar.find("#communications-more").focus();
  await sidebar.find("#communications-more").press("Enter");
  await sidebar.find(ROWS).nth(49).waitFor();
  await until(
    "the first new row has the focus",
    () => sidebar.find(ROWS).nth(25).evaluate((row) => row.matches(":focus")),
  );

  while (await sidebar.find("#communications-more").count() > 0) {
    const before = await sidebar.find(ROWS).count();
    await sidebar.find("#communications-more").click();
    await sidebar.find(ROWS).nth(before).waitFor();
  }
  const names = await sidebar.find(`${ROWS} strong`).allInnerTexts();
  assertEquals(names.length, 300);
  assertEquals(new Set(names).size, 300);
  const ids = await sidebar.find("[id]").evaluateAll((all) => all.map(({ id }) => id));
  assertEquals(new Set(ids).size, ids.length);
});

Deno.test("rows that come while the agent writes the reply do not take the focus from it", async () => {
  const agent = await desk.visit();
  const sidebar = await openLoaded(agent, 105);
  const written = Promise.withResolvers<void>();
  await agent.page.route("**/communications?before=*", async (route) => {
    await written.promise;
    await route.continue();
  });
  await sidebar.find("#communications-more").click();
  await agent.page.locator("#reply").pressSequentially("Hello ");
  written.resolve();
  await sidebar.find(ROWS).nth(49).waitFor();
  await agent.page.keyboard.type("there");
  assertEquals(await agent.page.inputValue("#reply"), "Hello there");
});

Deno.test("a part whose refresh fails keeps what it showed, marked as old, and leaves the others alone", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/);
  const sidebar = await openLoaded(agent, 101);
  desk.agillic.set({ down: true });
  for (const part of ["recipient", "communications"]) {
    await sidebar.find(`#${part}-refresh`).click();
    await sidebar.shows(`#${part}-notice [data-problem=agillic_unavailable]`);
    await sidebar.shows(`#${part} .stale`);
    assertEquals(await sidebar.focused(), `${part}-refresh`);
  }
  assertEquals(await sidebar.find("[data-field=EMAIL] dd span").innerText(), "mette@example.dk");
  assertEquals(await sidebar.find(ROWS).count(), 14);
  assertEquals(await sidebar.find("#events [data-problem]").count(), 0);

  desk.agillic.set({ down: false });
  await sidebar.find("#recipient-retry").click();
  await sidebar.find("#recipient .stale").waitFor({ state: "hidden" });
  assertEquals(await sidebar.find("#recipient [data-problem]").count(), 0);
  await sidebar.shows("#communications .stale");
  await sidebar.find("#communications-refresh").click();
  await sidebar.find("#communications .stale").waitFor({ state: "hidden" });
});

Deno.test("a refresh that does not reach the server keeps the part, too, and Try again refreshes it alone", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await openLoaded(agent, 101);
  await agent.page.route("**/communications", (route) => route.abort(), { times: 1 });
  await sidebar.find("#communications-refresh").click();
  await sidebar.shows("#communications-notice [data-problem=connection]");
  await sidebar.shows("#communications .stale");
  assertEquals(await sidebar.find(ROWS).count(), 14);
  const before = agent.requests.length;
  await sidebar.find("#retry-connection").click();
  await sidebar.find("#communications .stale").waitFor({ state: "hidden" });
  assertEquals(agent.requests.slice(before), ["GET /communications"]);
});

Deno.test("a history that cannot be loaded at first leaves recipient and events usable", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  await agent.page.route("**/communications", (route) => route.abort(), { times: 1 });
  const sidebar = await agent.open("ticket:101");
  await sidebar.shows("#communications [data-problem=connection]");
  await sidebar.shows("[data-field=EMAIL]");
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 .done");
  await sidebar.find("#retry-connection").click();
  await sidebar.find(ROWS).first().waitFor();
});

Deno.test("a copied value can be pasted, whether or not the frame may use the clipboard", async () => {
  for (const clipboardWrite of [false, true]) {
    const agent = await desk.visit({ permissions: ["clipboard-write"] });
    agent.faults.expect(/Clipboard API has been blocked/);
    desk.zendesk.set({ clipboardWrite });
    await agent.page.reload();
    const sidebar = await openLoaded(agent, 101);
    await sidebar.find("[data-field=MSISDN]").hover();
    await sidebar.find("#copy-MSISDN").click();
    await sidebar.shows("#copy-MSISDN[data-state=done]");
    assertEquals(await sidebar.focused(), "copy-MSISDN");
    await until("it is read aloud", async () => (await sidebar.announced()).at(-1) === "Copied");
    await agent.page.locator("#reply").press("ControlOrMeta+V");
    assertEquals(await agent.page.inputValue("#reply"), "4520123456");
  }
});

Deno.test("the details of a problem can be copied", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/, /Clipboard API has been blocked/);
  desk.agillic.set({ down: true });
  const sidebar = await agent.open("ticket:101");
  await sidebar.find("#recipient-details").click();
  await sidebar.find("#recipient-details-copy").click();
  await sidebar.shows("#recipient-details-copy[data-state=done]");
  await agent.page.locator("#reply").press("ControlOrMeta+V");
  assertMatch(await agent.page.inputValue("#reply"), /^Code: agillic_unavailable\n/);
});

Deno.test("a sentence about a communication goes into the reply once, in the requester's language", async () => {
  const agent = await desk.visit();
  const sidebar = await openLoaded(agent, 101);
  const row = sidebar.find(ROWS).filter({ hasText: "How was your order?" });
  await row.locator("[data-insert]").dblclick();
  await row.locator("[data-insert][data-state=done]").waitFor();
  assertMatch(
    await agent.page.inputValue("#reply"),
    /^\S* ?Den \d.* sendte vi dig “?.?How was your order\?.? ?.*$/,
  );
  assertEquals((await agent.page.inputValue("#reply")).split("How was your order?").length, 2);
});

Deno.test("a sentence is not inserted when the ticket is another than the one it was shown for", async () => {
  const agent = await desk.visit();
  const sidebar = await openLoaded(agent, 101);
  const insert = sidebar.find("[data-insert]").first();
  await insert.evaluate((button) => button.setAttribute("data-ticket", "102"));
  await insert.click();
  await sidebar.shows("[data-insert][data-state=failed]");
  assertEquals(await agent.page.inputValue("#reply"), "");
  await until(
    "it is read aloud",
    async () =>
      (await sidebar.announced()).at(-1) === "The ticket has changed: nothing was inserted",
  );
});

Deno.test("a sentence of the requester before is not inserted any more", async () => {
  const agent = await desk.visit();
  const sidebar = await openLoaded(agent, 101);
  // The click comes first, and Zendesk's answer to it after the requester has changed.
  await sidebar.find("[data-insert]").first().evaluate((button) => {
    if (!(button instanceof HTMLElement)) return;
    button.click();
    document.getElementById("sidebar")?.replaceChildren();
  });
  await until("the agent is told", async () => (await sidebar.announced()).length > 2);
  assertEquals(await agent.page.inputValue("#reply"), "");
});
