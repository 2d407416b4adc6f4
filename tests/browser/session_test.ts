import { assertEquals } from "@std/assert";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const SIXTEEN_MINUTES = 16 * 60_000;
const METTE = "mette@example.dk";

Deno.test("a session that has expired on the server is renewed unseen", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 401/);
  const sidebar = await agent.openLoaded("ticket:101");
  desk.clock.aheadMs = SIXTEEN_MINUTES;
  const before = agent.requests.length;
  await sidebar.find("#recipient-refresh").click();
  await until("the part is asked for again", () => agent.requests.length === before + 2);
  await sidebar.loaded("recipient");

  assertEquals(agent.requests.slice(before), ["GET /recipient", "GET /recipient"]);
  assertEquals(desk.countProxied(), 2);
  assertEquals(await sidebar.everHeld("data-problem"), false);
});

Deno.test("a session that the browser knows to be over is renewed before it is used", async () => {
  const agent = await desk.visit({ ownClock: true });
  const sidebar = await agent.openLoaded("ticket:101");
  desk.clock.aheadMs = SIXTEEN_MINUTES;
  await agent.page.clock.fastForward(SIXTEEN_MINUTES);
  const before = agent.requests.length;
  await sidebar.find("#communications-refresh").click();
  await until("the session is renewed", () => desk.countProxied() === 2);
  await sidebar.loaded("communications");
  assertEquals(agent.requests.slice(before), ["GET /communications?channel=all&find="]);
});

Deno.test("two parts whose session has expired share one renewal", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 401/);
  const sidebar = await agent.openLoaded("ticket:101");
  desk.clock.aheadMs = SIXTEEN_MINUTES;
  desk.zendesk.set({ proxyLatencyMs: 200 });
  await sidebar.find("#recipient-refresh").click();
  await sidebar.find("#communications-refresh").click();
  await sidebar.loaded("recipient");
  await sidebar.loaded("communications");
  assertEquals(desk.countProxied(), 2);
});

Deno.test("a page that names another release's files works with the present ones", async () => {
  const agent = await desk.visit();
  let changed = 0;
  await agent.page.route("**/shell?*", async (route) => {
    const response = await route.fetch();
    const page = await response.text();
    const body = page.replaceAll(/shell-[0-9a-f]{12}/g, () => `shell-00000000000${changed++}`);
    await route.fulfill({ response, body });
  });
  await agent.openLoaded("ticket:101");
  assertEquals(changed, 2);
});

Deno.test("where the browser keeps no storage the app signs in for each ticket and works", async () => {
  const agent = await desk.visit({
    initScript: `if (location.pathname === "/shell") {
      Object.defineProperty(globalThis, "sessionStorage", {
        get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
      });
    }`,
  });
  await agent.openLoaded("ticket:101");
  assertEquals(desk.countProxied(), 1);
});

for (const broken of ["getItem", "setItem", "removeItem"]) {
  Deno.test(`a storage whose ${broken} throws does not stop the app, which signs in once a ticket`, async () => {
    const agent = await desk.visit({
      initScript: `if (location.pathname === "/shell") {
        Storage.prototype.${broken} = () => {
          throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        };
      }`,
    });
    const sidebar = await agent.openLoaded("ticket:101");
    await sidebar.find("#communications-refresh").click();
    await sidebar.loaded("communications");
    assertEquals(desk.countProxied(), 1);
    assertEquals(await sidebar.everHeld("data-problem"), false);

    agent.faults.expect(/status of 401/);
    desk.clock.aheadMs = SIXTEEN_MINUTES;
    await sidebar.trigger(1);
    await sidebar.shows("#event-1-result .done");
    assertEquals(desk.countProxied(), 2);
  });
}

Deno.test("a page that was open for 13 hours keeps what it shows and says to reload, which its button does", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 4(01|10)/, /Cannot sign in/);
  const sidebar = await agent.openLoaded("ticket:101");
  desk.clock.aheadMs = 13 * 3_600_000;
  await sidebar.find("#recipient-refresh").click();
  await sidebar.shows("#recipient-notice [data-problem=page_expired]");
  await sidebar.shows("[data-field=EMAIL]");
  await sidebar.find("#retry-expired").click();
  // What Zendesk signed for it has run out, too: the page that comes says what is left to do.
  await sidebar.shows("main > section > [data-problem=page_expired]");
  await agent.page.reload();
  await agent.openLoaded("ticket:101");
});

Deno.test("another agent in the same browser gets a session of their own", async () => {
  const agent = await desk.visit();
  await (await agent.open("ticket:101")).loaded("communications");
  assertEquals(desk.countProxied(), 1);
  await agent.page.selectOption("#agent", "9002");
  await agent.page.waitForURL("**/agent/tickets/101");
  const sidebar = await agent.openLoaded("ticket:101");
  assertEquals(desk.countProxied(), 2);
  assertEquals(await sidebar.find("#recipient-heading").innerText(), "Modtager");
  assertEquals(
    desk.log.filter(({ route }) => route === "/sidebar").map(({ userId }) => userId),
    ["9001", "9002"],
  );
});

Deno.test("a session that expired while the form was open is renewed, and the event triggered once", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 401/);
  const sidebar = await agent.openLoaded("ticket:101");
  desk.clock.aheadMs = SIXTEEN_MINUTES;
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  assertEquals(agent.count("POST /events/1"), 2);
  assertEquals(desk.agillic.achieved(METTE, "welcome_event"), 1);
  assertEquals(await sidebar.everHeld('data-problem="session_required"'), false);
});
