/** The answer card: what it says, at once and when the history is there, and where its lines lead. */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { Sidebar } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const HISTORY = /:listCommunicationHistory/;
const CAUSE = "#summary-cause-1";

const textOf = (sidebar: Sidebar, selector: string) => sidebar.find(selector).innerText();

for (const [width, agentId] of [[270, 9001], [270, 9003], [340, 9001], [700, 9001]] as const) {
  Deno.test(`the history completes the card of ${agentId} without moving anything, ${width} px wide`, async () => {
    const agent = await desk.visit({ agentId });
    await agent.resizeTray(width);
    for (const place of ["ticket:101", "ticket:104", "ticket:103"] as const) {
      const release = desk.holdCalls(HISTORY);
      const sidebar = await agent.open(place);
      await sidebar.shows("#communications[aria-busy]");
      const [events, card] = [sidebar.find("#events"), sidebar.find("#summary")];
      const before = [await events.boundingBox(), await card.boundingBox()];
      release();
      await sidebar.loaded("communications");
      await sidebar.shows("#summary .line");
      const moved = (await sidebar.shifts()).flatMap(({ moved }) => moved);
      assertEquals([await events.boundingBox(), await card.boundingBox()], before, place);
      assertEquals(moved, [], place);
    }
  });
}

for (const agentId of [9001, 9002, 9003, 9004, 9005]) {
  Deno.test(`verdict, badges and channels are read whole by ${agentId} where the tray is narrowest`, async () => {
    const agent = await desk.visit({ agentId });
    await agent.resizeTray(270);
    for (const place of ["ticket:103", "ticket:104", "ticket:105"] as const) {
      const sidebar = await agent.openLoaded(place);
      const cut = await sidebar.find(".verdict, #summary .empty, .badges li, .toolbar span")
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth)
            .map(({ textContent }) => textContent)
        );
      assertEquals(cut, [], place);
    }
  });
}

Deno.test("a name on the card is cut before the time beside it", async () => {
  const agent = await desk.visit({ agentId: 9003 });
  await agent.resizeTray(340);
  const sidebar = await agent.openLoaded("ticket:101");
  const [cutNames, cutTimes] = await sidebar.find("#summary").evaluate((card) =>
    ["bdi", "small"].map((name) =>
      [...card.querySelectorAll(`.line ${name}`)]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map(({ textContent }) => textContent)
    )
  );
  assertEquals(cutNames, ["Your parcel is ready"]);
  assertEquals(cutTimes, []);
});

Deno.test("with text twice as large no channel lies under the fold's button", async () => {
  const agent = await desk.visit();
  await agent.resizeTray(340);
  const sidebar = await agent.openLoaded("ticket:105");
  const [ends, button] = await sidebar.find(".toolbar").evaluate((toolbar) => {
    for (const [selector, size] of [[".channels", 28], [".channels label, summary", 24]] as const) {
      for (const one of toolbar.querySelectorAll<HTMLElement>(selector)) {
        one.style.fontSize = `${size}px`;
      }
    }
    return [".channels label", "summary"].map((selector) =>
      [...toolbar.querySelectorAll(selector)].filter((one) => one.checkVisibility())
        .map((one) => one.getBoundingClientRect())
    ).map((boxes) => boxes.map(({ left, right }) => [left, right]));
  });
  assert(ends && button?.[0]);
  const left = button[0][0] ?? 0;
  assertEquals(ends.filter(([, right = 0]) => right > left), []);
});

Deno.test("a line of the card leads to its row, which takes the focus and is in sight", async () => {
  const agent = await desk.visit({ viewport: { width: 1_200, height: 700 } });
  const sidebar = await agent.openLoaded("ticket:101");
  const steps = () => agent.page.evaluate(() => history.length);
  const before = await steps();
  const row = sidebar.find("[data-communication][data-cause]").first();
  for (
    const lead of [() => sidebar.find(CAUSE).click(), () => sidebar.find(CAUSE).press("Enter")]
  ) {
    await agent.page.evaluate(() => document.querySelector("main, body")?.scrollTo(0, 0));
    await lead();
    assert(await row.evaluate((element) => element === document.activeElement));
    await until("it is in sight", async () => {
      const box = await row.boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= 700;
    });
  }
  assertEquals(await row.locator("strong").innerText(), await textOf(sidebar, `${CAUSE} bdi`));
  assertEquals(await steps(), before);
});

Deno.test("a line whose row the filter hides leads to it in the whole history", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("#communications-tools").click();
  await sidebar.find("label:has(#channel-PRINT)").click();
  const rows = sidebar.find("[data-communication]");
  await until("only print is listed", async () => await rows.count() === 1);
  await sidebar.find(CAUSE).click();
  const name = await textOf(sidebar, `${CAUSE} bdi`);
  await sidebar.find("[data-communication]:focus").filter({ hasText: name }).waitFor();
});

Deno.test("a history that fails leaves what Person Data says, and says that the rest is not known", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/, /ERR_FAILED/, /Failed to fetch/);
  const sidebar = await agent.openLoaded("ticket:101");
  const known = await textOf(sidebar, "#summary");
  assert(/\d of \d e-mails opened/.test(known), known);

  await agent.page.route("**/communications?*", (route) => route.abort(), { times: 1 });
  await sidebar.find("#communications-refresh").click();
  await sidebar.shows("#communications-notice [data-problem=connection]");
  assertEquals(
    await textOf(sidebar, "#summary"),
    "Mette Holm\nStaging\n\nWhat was sent cannot be said right now.",
  );
  desk.agillic.set({ down: true });
  await sidebar.find("#communications-refresh").click();
  await sidebar.shows("#communications-notice [data-problem=agillic_unavailable]");
  await sidebar.shows("#summary .stale");
  desk.agillic.set({ down: false });
  await sidebar.find("#communications-refresh").click();
  await sidebar.find("#summary .stale").waitFor({ state: "hidden" });
  assertEquals(await textOf(sidebar, "#summary"), known);
});

Deno.test("a recipient who can be read in the end has the card, with what the history had said", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/);
  desk.agillic.set({ failNext: 9, onlyRoutes: ["GET /recipients/:id"] });
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.shows("#recipient-retry");
  assertEquals(await sidebar.find("#summary").isVisible(), false);
  desk.agillic.set({ failNext: 0 });
  const before = agent.requests.length;
  await sidebar.find("#recipient-retry").click();
  await sidebar.shows("[data-view=summary] [data-verdict=opened]");
  await sidebar.shows("#summary .line");
  assertEquals(agent.requests.slice(before), ["GET /recipient"]);
});

Deno.test("a refreshed recipient keeps what the history said, and the focus in the card", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  const known = await textOf(sidebar, "#summary");
  await sidebar.find("#recipient").evaluate((part) => part.setAttribute("data-old", ""));
  await sidebar.find("#summary").evaluate((card) => card.setAttribute("data-old", ""));
  await sidebar.find("#recipient-refresh").click();
  await sidebar.find(CAUSE).focus();
  await sidebar.shows("#recipient:not([data-old])");
  await sidebar.shows("#summary:not([data-old])");
  assertEquals(await textOf(sidebar, "#summary"), known);
  assertEquals(await sidebar.focused(), "summary-cause-1");
});

Deno.test("the requester is switched while the history is waited for: nothing of the old card is left", async () => {
  const agent = await desk.visit();
  const release = desk.holdCalls(HISTORY);
  const sidebar = await agent.open("ticket:101");
  await sidebar.find("#summary-heading").getByText("Mette Holm").waitFor();
  await agent.changeRequester(503);
  release();
  await sidebar.showsPerson("unsubscribed@example.dk");
  await sidebar.loaded("communications");
  await sidebar.shows("#summary [data-verdict=unsubscribed]");
  assertNotEquals(await textOf(sidebar, "#summary-heading"), "Mette Holm");
  const held = ["How was your order?", "4 of 7 e-mails opened", 'data-verdict="opened"'];
  assertEquals(await sidebar.heldOf(held), []);
});
