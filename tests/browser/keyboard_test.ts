import { assert, assertEquals } from "@std/assert";
import type { Sidebar } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

// The button that copies one value is for the pointer: the Tab key goes to the one that copies all.
const CONTROLS =
  "a[href], button:not([tabindex='-1']), input:not([type=hidden], [type=radio]:not(:checked)), textarea, summary";

/** Every control of the sidebar in the order of the page, by its id. */
const controls = (sidebar: Sidebar) =>
  sidebar.find(CONTROLS).evaluateAll((all) =>
    all.filter((one) => one.checkVisibility()).map(({ id }) => id)
  );

Deno.test("Tab reaches every control in order, and the focus is seen on each", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  const wanted = await controls(sidebar);
  assert(wanted.length > 20);
  await agent.page.focus("#reload-app");
  const reached: string[] = [];
  const unseen: string[] = [];
  for (let turn = 0; turn < wanted.length; turn++) {
    await agent.page.keyboard.press("Tab");
    const { id, isSeen } = await sidebar.frame.evaluate(() => {
      const focused = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth, opacity } = getComputedStyle(focused);
      const isSeen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && opacity === "1";
      return { id: focused.id, isSeen };
    });
    reached.push(id);
    if (!isSeen) unseen.push(id);
  }
  assertEquals(reached, wanted);
  assertEquals(unseen, []);
  await agent.page.keyboard.press("Tab");
  assertEquals(await sidebar.frame.evaluate(() => document.hasFocus()), false);
});

Deno.test("Enter opens an event and then triggers it, and the focus stays on its button", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("#event-1-open").focus();
  await agent.page.keyboard.press("Enter");
  await until("its panel has the focus", async () => await sidebar.focused() === "event-1-trigger");
  await agent.page.keyboard.press("Enter");
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved("mette@example.dk", "welcome_event"), 1);
  assertEquals(await sidebar.focused(), "event-1-trigger");
});

Deno.test("the focus survives the refresh of each part", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  for (const part of ["recipient", "communications"]) {
    const answered = agent.page.waitForResponse(`**/${part}*`);
    await sidebar.find(`#${part}-refresh`).focus();
    await sidebar.find(`#${part}`).evaluate((section) => section.setAttribute("data-old", ""));
    await agent.page.keyboard.press("Enter");
    await answered;
    await sidebar.find(`#${part}:not([data-old])`).waitFor();
    assertEquals(await sidebar.focused(), `${part}-refresh`);
  }
});

Deno.test("when its control is gone the focus goes on to the heading of what came", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/, /ERR_FAILED/, /Failed to fetch/);
  desk.agillic.set({ down: true });
  const sidebar = await agent.open("ticket:101");
  await sidebar.find("#recipient-retry").focus();
  desk.agillic.set({ down: false });
  await agent.page.keyboard.press("Enter");
  await sidebar.shows("[data-field=EMAIL]");
  assertEquals(await sidebar.focused(), "recipient-heading");

  await agent.page.route("**/sidebar", (route) => route.abort(), { times: 2 });
  await agent.changeRequester(503);
  await sidebar.find("#retry-connection").focus();
  const again = agent.sends("GET", "/sidebar");
  await agent.page.keyboard.press("Enter");
  await again;
  await until(
    "the way out has it again",
    async () => await sidebar.focused() === "retry-connection",
  );
  await agent.page.keyboard.press("Enter");
  await sidebar.shows("[data-field=EMAIL]");
  assertEquals(await sidebar.focused(), "summary-heading");
});

Deno.test("what comes is read aloud once, and the same words again when it comes again", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/);
  const sidebar = await agent.openLoaded("ticket:101");
  const heard: string[] = [];
  const hears = async (...words: string[]) => {
    heard.push(...words);
    await until("it is read aloud", async () => (await sidebar.announced()).length >= heard.length);
    assertEquals(await sidebar.announced(), heard);
  };
  await hears("Recipient loaded", "14 communications");
  await sidebar.trigger(1);
  await hears("Event triggered. If Agillic sends something, it appears in the history.");
  desk.agillic.set({ down: true });
  for (let turn = 0; turn < 2; turn++) {
    await sidebar.find("#recipient-refresh").click();
    await hears(
      "Agillic cannot be reached. Agillic is unavailable, or did not answer. " +
        "Try again. If that does not help, tell your administrator.",
    );
  }
  desk.agillic.set({ down: false });
  await sidebar.find("#recipient-refresh").click();
  await hears("Recipient loaded");
});

Deno.test("of parts that come together neither takes the other's words from the live region", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  const releases = [await agent.hold("**/recipient"), await agent.hold("**/communications*")];
  for (const part of ["recipient", "communications"]) {
    await sidebar.find(`#${part}-refresh`).click();
  }
  for (const release of releases) release();
  await until("both are read aloud", async () => (await sidebar.announced()).length === 4);
  const read = await sidebar.find("#announcer p").allTextContents();
  assertEquals(read.slice(-2).sort(), ["14 communications", "Recipient loaded"]);
});

Deno.test("Tab is at the first event by its 6th stop, and at the first message by its 12th", async () => {
  const agent = await desk.visit();
  // With three links on the card and a fold in the recipient it takes one more.
  const mostOf = { 101: 12, 103: 12, 104: 12, 105: 13, 106: 12, 108: 12, 112: 12 };
  for (const [ticket, most] of Object.entries(mostOf)) {
    const sidebar = await agent.openLoaded(`ticket:${Number(ticket)}`);
    const stops = await controls(sidebar);
    const message = await sidebar.find("[data-communication] :is(a, button)").first()
      .getAttribute("id");
    const event = stops.indexOf("event-1-open") + 1;
    const row = stops.indexOf(message ?? "") + 1;
    assert(event > 0 && event <= 6, `ticket ${ticket} has its first event at stop ${event}`);
    assert(row > 0 && row <= most, `ticket ${ticket} has its first message at stop ${row}`);
  }
});

Deno.test("where something may have caused the ticket, the first stop leads to its message", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:105");
  await agent.page.focus("#reload-app");
  await agent.page.keyboard.press("Tab");
  assertEquals(await sidebar.focused(), "summary-cause-1");
  const row = await sidebar.find("#summary-cause-1").getAttribute("data-leads-to");
  await agent.page.keyboard.press("Enter");
  await until("its row has the focus", async () => await sidebar.focused() === row);
});
