import { assert, assertEquals } from "@std/assert";
import { UNENDED } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();
const SETTINGS = {
  target_groups: "Loyal customers\nNewsletter readers\nNear a shop",
  tables: "ORDERS: ORDER_NO, ORDER_DATE, TOTAL, PAID | Orders",
};
const ORDERS = "[data-table=ORDERS]";
const TABLE = /oneToManyTables/;

/** The answers to such requests so far. */
const answers = (route: string) => desk.log.filter((entry) => entry.route === route).length;

Deno.test("target groups come behind the recipient, in a place that was kept for them", async () => {
  const agent = await desk.visit();
  desk.zendesk.configure(SETTINGS);
  const release = desk.holdCalls(/targetGroups/);
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.showsPerson("mette@example.dk");
  const height = () =>
    sidebar.find("#recipient").evaluate((part) => part.getBoundingClientRect().height);
  const before = await height();
  release();
  await sidebar.shows("#groups li");
  assertEquals(await sidebar.find("#groups li").allTextContents(), [
    "Loyal customers",
    "Newsletter readers",
  ]);
  assertEquals(await height(), before);
  const shifts = await sidebar.shifts();
  assert(shifts.every(({ value }) => value < 0.001), JSON.stringify(shifts));
});

Deno.test("a table is asked for when it is opened, once, and can be tried again where it failed", async () => {
  const agent = await desk.visit();
  desk.zendesk.configure(SETTINGS);
  const sidebar = await agent.openLoaded("ticket:101");
  assertEquals(agent.count("GET /tables/ORDERS"), 0);
  agent.faults.expect(/status of 502/);
  desk.agillic.set({
    failNext: 9,
    failStatus: 500,
    onlyRoutes: ["GET /recipients/:id/oneToManyTables/:table"],
  });
  await sidebar.find("#table-ORDERS").press("Enter");
  await sidebar.shows(`${ORDERS} [data-problem=agillic_unavailable]`);
  assertEquals(await sidebar.find("[data-problem]").count(), 1);

  desk.agillic.set({ failNext: 0 });
  await sidebar.find("#rows-ORDERS-retry").press("Enter");
  await sidebar.shows(`${ORDERS} td`);
  assertEquals(await sidebar.find(`${ORDERS} tbody tr`).count(), 3);
  assertEquals(await sidebar.find(`${ORDERS} [data-problem]`).count(), 0);
  assertEquals(await sidebar.focused(), "rows-ORDERS");
  await until(
    "it was read aloud",
    async () => (await sidebar.announced()).includes("Orders: 3 rows"),
  );

  const asked = agent.count("GET /tables/ORDERS");
  await sidebar.find("#table-ORDERS").click();
  await sidebar.find("#table-ORDERS").click();
  await sidebar.shows(`${ORDERS} td`);
  assertEquals(agent.count("GET /tables/ORDERS"), asked);
});

Deno.test("the rows of a table that come after the requester was switched are never shown", async () => {
  const agent = await desk.visit({ initScript: UNENDED });
  desk.zendesk.configure(SETTINGS);
  const release = desk.holdCalls(TABLE);
  const sidebar = await agent.openLoaded("ticket:101");
  const asked = agent.sends("GET", "/tables/ORDERS");
  await sidebar.find("#table-ORDERS").click();
  await asked;
  await agent.changeRequester(503);
  await sidebar.showsPerson("unsubscribed@example.dk");
  release();
  await until("the table has been answered", () => answers("/tables/:name") === 1);
  await sidebar.find("#table-ORDERS").click();
  await sidebar.shows(`${ORDERS} td`);
  assertEquals(await sidebar.find(`${ORDERS} tbody tr`).count(), 1);
  assertEquals(await sidebar.heldOf(["20002", "20001"]), []);
});
