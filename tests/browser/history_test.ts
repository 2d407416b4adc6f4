import { assert, assertEquals } from "@std/assert";
import type { Sidebar } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const ROWS = "[data-communication]";
const channelsOf = (sidebar: Sidebar) =>
  sidebar.find(ROWS).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-channel")));

Deno.test("the filter shows one channel, as many as its button says, and keeps the focus", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  const counts = await sidebar.find(".filter button").allInnerTexts();
  assertEquals(counts[0], "All 14");

  await sidebar.find("#channel-EMAIL").press("Enter");
  await sidebar.shows("#channel-EMAIL[aria-pressed=true]");
  await sidebar.loaded("communications");
  const shown = await channelsOf(sidebar);
  assert(shown.every((channel) => channel === "EMAIL"));
  assertEquals(await sidebar.find("#channel-EMAIL").innerText(), `E-mail ${shown.length}`);
  assertEquals(await sidebar.focused(), "channel-EMAIL");
  await until(
    "it is read aloud",
    async () => (await sidebar.announced()).at(-1) === `E-mail: ${shown.length} communications`,
  );

  await sidebar.find("#communications-refresh").click();
  await sidebar.loaded("communications");
  assertEquals(await channelsOf(sidebar), shown);

  await sidebar.find("#channels-all").click();
  await sidebar.shows("#channels-all[aria-pressed=true]");
  assertEquals((await channelsOf(sidebar)).length, 14);
});

Deno.test("a channel without a button is chosen in the list by keyboard, and the focus stays", async () => {
  const agent = await desk.visit();
  for (let index = 0; index < 30; index++) {
    const channel = `CHANNEL_${index + 10}`;
    desk.agillic.addCommunication("empty@example.dk", { name: channel, channel });
  }
  const sidebar = await agent.openLoaded("ticket:102");
  await sidebar.find("#channels-other").focus();
  assertEquals(await sidebar.find(".filter button[aria-pressed]").count(), 11);

  await agent.page.keyboard.type("CHANNEL_25");
  await agent.page.keyboard.press("Tab");
  await agent.page.keyboard.press("Enter");
  await until("one channel is shown", async () => (await channelsOf(sidebar)).length === 1);
  assertEquals(await channelsOf(sidebar), ["CHANNEL_25"]);
  assertEquals(await sidebar.find("#channels-other").inputValue(), "CHANNEL_25");
  assertEquals(await sidebar.focused(), "channels-show");
});

Deno.test("Show more goes on to the end, without repeating, and leads the focus to the first new row", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:105");
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

Deno.test("a part whose refresh fails keeps what it showed, marked as old, and leaves the others alone", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/);
  const sidebar = await agent.openLoaded("ticket:101");
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
  const sidebar = await agent.openLoaded("ticket:101");
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

Deno.test("when the history's refresh after an event does not reach the server, Try again refreshes it alone", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  await agent.page.clock.install();
  await agent.page.reload();
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  await agent.page.route("**/communications/since/**", (route) => route.abort(), { times: 1 });
  await agent.page.clock.fastForward(10_000);
  await sidebar.shows("#communications-notice [data-problem=connection]");
  await sidebar.shows("#event-1-result .done");
  const before = agent.requests.length;
  await sidebar.find("#retry-connection").click();
  await sidebar.find(ROWS).getByText("Welcome to Acme").waitFor();
  assertEquals(agent.requests.slice(before), ["GET /communications"]);
});
