import { assert, assertEquals } from "@std/assert";
import type { Sidebar } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const ROWS = "[data-communication]";
const channelsOf = (sidebar: Sidebar) =>
  sidebar.find(ROWS).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-channel")));

const PICTURE = ".timeline[role=img]";

const readAloud = (sidebar: Sidebar, words: string) =>
  until("it is read aloud", async () => (await sidebar.announced()).at(-1) === words);

Deno.test("the filter is one stop for Tab; arrow keys show one channel, as many as it says", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  assertEquals(
    await sidebar.find(".toolbar .channels").first().innerText(),
    "All\n14\nE-mail\n6\nFacebook custom audience\n1",
  );
  await sidebar.find("#communications-refresh").focus();
  const stops: string[] = [];
  for (let stop = 0; stop < 3; stop++) {
    await agent.page.keyboard.press("Tab");
    stops.push(await sidebar.focused());
  }
  assertEquals(stops.slice(0, 2), ["channels-all", "communications-tools"]);
  assert(stops[2]?.startsWith("stored-"), stops[2]);

  await sidebar.find("#channels-all").focus();
  await agent.page.keyboard.press("ArrowRight");
  await readAloud(sidebar, "E-mail: 6 communications");
  const shown = await channelsOf(sidebar);
  assertEquals(shown, Array(6).fill("EMAIL"));
  assertEquals(await sidebar.focused(), "channel-EMAIL");

  await sidebar.find("#communications-refresh").click();
  await sidebar.loaded("communications");
  await sidebar.shows("#channel-EMAIL:checked");
  assertEquals(await channelsOf(sidebar), shown);

  await sidebar.find("#channels-all").check();
  await until("all are shown", async () => (await channelsOf(sidebar)).length === 10);
});

Deno.test("a search while a filter is on finds in that channel, leaves what is typed, and has a way back", async () => {
  const agent = await desk.visit({ ownClock: true });
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("#channel-EMAIL").check();
  await until("mails are shown", async () => (await channelsOf(sidebar)).length === 6);
  await sidebar.find("#communications-tools").click();
  await sidebar.shows(PICTURE);
  const before = agent.requests.length;
  // Typed faster than any agent.
  await agent.page.clock.pauseAt(Date.now() + 1_000);
  await sidebar.find("#communications-find").pressSequentially("NÉWS");
  await agent.page.clock.runFor(299);
  assertEquals(agent.requests.slice(before), []);
  await agent.page.clock.resume();
  await readAloud(sidebar, "E-mail, NÉWS: 2 communications");
  assertEquals(await channelsOf(sidebar), ["EMAIL", "EMAIL"]);
  assertEquals(agent.requests.slice(before), [
    "GET /communications/list?channel=EMAIL&find=N%C3%89WS",
  ]);
  assertEquals(await sidebar.focused(), "communications-find");
  assertEquals(await sidebar.find(PICTURE).isVisible(), false);

  await agent.page.keyboard.type("x");
  await sidebar.find("#communications-all").click();
  await until("all are shown", async () => (await channelsOf(sidebar)).length === 10);
  assertEquals(await sidebar.find("#communications-find").inputValue(), "");
  assertEquals(await sidebar.focused(), "communications-heading");
});

Deno.test("Enter in the search looks at once, and does not leave the page", async () => {
  const agent = await desk.visit({ ownClock: true });
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("#communications-tools").click();
  await agent.page.clock.pauseAt(Date.now() + 1_000);
  await sidebar.find("#communications-find").fill("parcel");
  await sidebar.find("#communications-find").press("Enter");
  await agent.page.clock.resume();
  await readAloud(sidebar, "parcel: 1 communication");
  assertEquals(agent.count("GET /communications/list?channel=all&find=parcel"), 1);
});

Deno.test("what would be inserted is seen before it is", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  const button = sidebar.find("[data-insert]").first();
  const preview = () => button.evaluate((button) => getComputedStyle(button, "::before").content);
  assertEquals(await preview(), "none");
  await button.hover();
  assert((await preview()).includes("How was your order?"));
  await sidebar.find("#communications-refresh").hover();
  await sidebar.find("#communications-refresh").focus();
  for (let stop = 0; stop < 4; stop++) await agent.page.keyboard.press("Tab");
  assert((await preview()).includes("How was your order?"));
});

Deno.test("Show more goes on to the end, without repeating, and leads the focus to the first new row", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:105");
  assertEquals(await sidebar.find(ROWS).count(), 10);
  await sidebar.find("#communications-more").focus();
  await sidebar.find("#communications-more").press("Enter");
  await sidebar.find(ROWS).nth(34).waitFor();
  await until(
    "the first new row has the focus",
    () => sidebar.find(ROWS).nth(10).evaluate((row) => row.matches(":focus")),
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
  assertEquals(await sidebar.find(ROWS).count(), 10);
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
  await agent.page.route("**/communications?*", (route) => route.abort(), { times: 1 });
  await sidebar.find("#communications-refresh").click();
  await sidebar.shows("#communications-notice [data-problem=connection]");
  await sidebar.shows("#communications .stale");
  assertEquals(await sidebar.find(ROWS).count(), 10);
  const before = agent.requests.length;
  await sidebar.find("#retry-connection").click();
  await sidebar.find("#communications .stale").waitFor({ state: "hidden" });
  assertEquals(agent.requests.slice(before), ["GET /communications?channel=all&find="]);
});

Deno.test("when the history's refresh after an event does not reach the server, Try again refreshes it alone", async () => {
  const agent = await desk.visit({ ownClock: true });
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
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
  assertEquals(agent.requests.slice(before), ["GET /communications?channel=all&find="]);
});

Deno.test("a history that comes by itself after an event leaves what is typed, and the fold as it is", async () => {
  const agent = await desk.visit({ ownClock: true });
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  const release = await agent.hold("**/communications/since/**");
  await sidebar.find("#communications-tools").click();
  await sidebar.find("#communications-find").focus();
  const looked = agent.page.waitForResponse("**/communications/since/**");
  await agent.page.clock.fastForward(7_000);
  await sidebar.find("#communications-find").pressSequentially("parc");
  release();
  await looked;
  await sidebar.shows("[data-news=arrived]");
  assertEquals(await sidebar.focused(), "communications-find");
  await agent.page.keyboard.type("el");
  await agent.page.clock.fastForward(1_000);
  await until("it is listed", async () => await sidebar.find(ROWS).count() === 1);
  assertEquals(await sidebar.find("#communications-find").inputValue(), "parcel");
});
