import { assert, assertEquals } from "@std/assert";
import { UNENDED } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const ROWS = "[data-communication]";
const PICTURE = ".timeline[role=img]";

Deno.test("a mark leads to its row, also where the row is on a later page", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("#communications-tools").click();
  const marks = sidebar.find(`${PICTURE} [data-leads-to]`);
  const focusedRow = () => sidebar.find(`${ROWS}:focus`);
  const opened = marks.filter({ hasText: "Member evening" });
  await opened.click();
  await focusedRow().filter({ hasText: "Member evening" }).waitFor();
  assertEquals(await sidebar.find(ROWS).count(), 10);

  await marks.filter({ hasText: "Welcome back offer" }).click();
  await focusedRow().filter({ hasText: "Welcome back offer" }).waitFor();
  assertEquals(await sidebar.find(ROWS).count(), 1);
  await sidebar.shows(PICTURE);
  await sidebar.find("#communications-all").click();
  await until("all are shown", async () => await sidebar.find(ROWS).count() === 10);
});

Deno.test("a mark that could not lead to its row leaves the focus to what the agent does next", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("#communications-tools").click();
  await agent.page.route("**/communications?*", (route) => route.abort(), { times: 1 });
  const marks = sidebar.find(`${PICTURE} [data-leads-to]`);
  await marks.filter({ hasText: "Welcome back offer" }).click();
  await sidebar.shows("#communications-notice [data-problem=connection]");
  await sidebar.find("#communications-find").pressSequentially("welc");
  await sidebar.find(ROWS).filter({ hasText: "Welcome back offer" }).waitFor();
  await until(
    "it is read aloud",
    async () => (await sidebar.announced()).at(-1) === "welc: 1 communication",
  );
  assertEquals(await sidebar.focused(), "communications-find");
});

Deno.test("the fold and the focus in it stay when the history is loaded again", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("#communications-tools").click();
  await sidebar.shows(PICTURE);
  await sidebar.find("#communications-find").focus();
  const loaded = agent.sends("GET", "/communications?channel=all&find=");
  await sidebar.find("#communications-refresh").evaluate((button) =>
    button instanceof HTMLElement && button.click()
  );
  await loaded;
  await sidebar.loaded("communications");
  await until("the picture is asked for", () => agent.count("GET /communications/picture") === 2);
  await sidebar.shows(PICTURE);
  assertEquals(await sidebar.focused(), "communications-find");
});

Deno.test("the picture is asked for when the fold is opened, once, and can be tried again where it failed", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/);
  const sidebar = await agent.openLoaded("ticket:101");
  assertEquals(agent.count("GET /communications/picture"), 0);
  desk.agillic.set({ failNext: 9, failStatus: 500 });
  await sidebar.find("#communications-tools").press("Enter");
  await sidebar.shows(".picture [data-problem=agillic_unavailable]");
  assertEquals(await sidebar.find("[data-problem]").count(), 1);
  assertEquals(await sidebar.find(ROWS).count(), 10);

  desk.agillic.set({ failNext: 0 });
  await sidebar.find("#communications-picture-retry").press("Enter");
  await sidebar.shows(PICTURE);
  assertEquals(await sidebar.focused(), "communications-picture");
  assertEquals(await sidebar.find("[data-problem]").count(), 0);

  const asked = agent.count("GET /communications/picture");
  await sidebar.find("#communications-tools").click();
  await sidebar.find("#communications-tools").click();
  await sidebar.shows(PICTURE);
  assertEquals(agent.count("GET /communications/picture"), asked);
});

Deno.test("a picture that does not reach the server says so in its place, and Try again asks for it alone", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await agent.openLoaded("ticket:101");
  await agent.page.route("**/communications/picture", (route) => route.abort(), { times: 2 });
  await sidebar.find("#communications-tools").click();
  for (let tries = 0; tries < 2; tries++) {
    await sidebar.shows("#communications-picture:not([aria-busy]) [data-problem=connection]");
    assertEquals(await sidebar.find("#communications-picture .empty").count(), 0);
    assertEquals(await sidebar.find("#communications-notice > *").count(), 0);
    await sidebar.find("#retry-connection").press("Enter");
  }
  await sidebar.shows(PICTURE);
  assertEquals(await sidebar.focused(), "communications-picture");
  assertEquals(agent.requests.slice(-3), Array(3).fill("GET /communications/picture"));
});

Deno.test("a picture that comes after the requester was switched is never shown", async () => {
  const agent = await desk.visit({ initScript: UNENDED });
  const sidebar = await agent.openLoaded("ticket:101");
  const release = desk.holdCalls(/ommunicationHistory/);
  const asked = agent.sends("GET", "/communications/picture");
  await sidebar.find("#communications-tools").click();
  await asked;
  await agent.changeRequester(505);
  await sidebar.showsPerson("busy@example.dk");
  release();
  const answered = () => desk.log.some(({ route }) => route === "/communications/picture");
  await until("the picture has been answered", answered);
  await sidebar.loaded("communications");
  assertEquals(await sidebar.find(PICTURE).count(), 0);
  await sidebar.find("#communications-tools").click();
  await sidebar.shows(PICTURE);
  const label = await sidebar.find(PICTURE).getAttribute("aria-label");
  assert(label?.startsWith("Picture of the past three months: 300 communications."), label ?? "");
});

Deno.test("the picture comes in a place of its height: the list does not move", async () => {
  // The 101 has a channel more than the picture, the 105 columns, the 103 a short legend.
  for (const [agentId, width] of [[9001, 340], [9003, 270]] as const) {
    const agent = await desk.visit({ agentId, viewport: { width: 1_280, height: 1_400 } });
    await agent.resizeTray(width);
    for (const place of ["ticket:101", "ticket:105", "ticket:103"] as const) {
      const sidebar = await agent.openLoaded(place);
      const release = desk.holdCalls(/ommunicationHistory/);
      await sidebar.find("#communications-tools").click();
      await sidebar.shows(".picture .empty");
      const top = () =>
        sidebar.find("#communications-list").evaluate((list) => list.getBoundingClientRect().top);
      const before = await top();
      release();
      await sidebar.shows(PICTURE);
      assertEquals(await top(), before, `${place}, ${width} px wide`);
    }
  }
});
