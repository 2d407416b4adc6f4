import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
import type { Agent } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const countProxied = () => desk.zendesk.calls.filter(({ proxied }) => proxied).length;
const SIXTEEN_MINUTES = 16 * 60_000;

Deno.test("opening a ticket shows the requester's Person Data, the events and the history", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("communications");

  const names = await sidebar.find("[data-field]").evaluateAll((rows) =>
    rows.map((row) => row.getAttribute("data-field"))
  );
  assertEquals(names.slice(0, 4), ["FIRSTNAME", "LASTNAME", "EMAIL", "MSISDN"]);
  assertEquals(names.length, 12);
  assertEquals(await sidebar.find("[data-field=EMAIL] dd span").innerText(), "mette@example.dk");
  assertEquals(await sidebar.find("[data-event-slot]").count(), 3);
  assertEquals(await sidebar.find("[data-communication]").count(), 14);
  assertEquals(agent.requests.filter((request) => !request.includes("/assets/")).slice(1), [
    "GET /sidebar",
    "GET /communications",
  ]);
});

Deno.test("the next ticket needs no call through Zendesk's proxy and one request until its recipient is there", async () => {
  const agent = await desk.visit();
  await (await agent.open("ticket:101")).loaded("recipient");
  assertEquals(countProxied(), 1);
  const before = agent.requests.length;
  const next = await agent.open("ticket:103");
  await next.shows("[data-field=EMAIL]");

  assertEquals(await next.find("[data-field=FIRSTNAME] dd span").innerText(), "Ulla");
  assertEquals(countProxied(), 1);
  const [shell, ...others] = agent.requests.slice(before)
    // Fetched from the browser's cache, or loading itself behind the recipient.
    .filter((request) => !/ \/(assets|communications)/.test(request));
  assert(shell?.startsWith("POST /shell?"));
  assertEquals(others, ["GET /sidebar"]);
});

Deno.test("a session that has expired on the server is renewed unseen", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 401/);
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("communications");
  desk.clock.aheadMs = SIXTEEN_MINUTES;
  const before = agent.requests.length;
  await sidebar.find("#recipient-refresh").click();
  await until("the part is asked for again", () => agent.requests.length === before + 2);
  await sidebar.loaded("recipient");

  assertEquals(agent.requests.slice(before), ["GET /recipient", "GET /recipient"]);
  assertEquals(countProxied(), 2);
  assertEquals(await sidebar.everHeld("data-problem"), false);
});

Deno.test("a session that the browser knows to be over is renewed before it is used", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("communications");
  await sidebar.frame.evaluate(() => {
    const [key = ""] = Object.keys(sessionStorage);
    const { session } = JSON.parse(sessionStorage.getItem(key) ?? "");
    sessionStorage.setItem(key, JSON.stringify({ session, expiresAt: "2020-01-01T00:00:00Z" }));
  });
  const before = agent.requests.length;
  await sidebar.find("#events-refresh").click();
  await until("the session is renewed", () => countProxied() === 2);
  await sidebar.loaded("events");
  assertEquals(agent.requests.slice(before), ["GET /events"]);
});

Deno.test("two parts whose session has expired share one renewal", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 401/);
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("communications");
  desk.clock.aheadMs = SIXTEEN_MINUTES;
  desk.zendesk.set({ proxyLatencyMs: 200 });
  await sidebar.find("#recipient-refresh").click();
  await sidebar.find("#communications-refresh").click();
  await sidebar.loaded("recipient");
  await sidebar.loaded("communications");
  assertEquals(countProxied(), 2);
});

Deno.test("where the browser keeps no storage the app signs in for each ticket and works", async () => {
  const agent = await desk.visit({
    initScript: `if (location.pathname === "/shell") {
      Object.defineProperty(globalThis, "sessionStorage", {
        get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
      });
    }`,
  });
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("communications");
  assertEquals(countProxied(), 1);
});

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
  agent.faults.expect(/status of 422/, /Can not sign in/);
  desk.zendesk.set({ installation422: true });
  const sidebar = await agent.open("ticket:101");
  await sidebar.shows("[data-problem=session_required]");
  desk.zendesk.set({ installation422: false });
  await sidebar.find("#retry-session").click();
  await sidebar.shows("[data-field=EMAIL]");
});

Deno.test("when Zendesk never answers the app says so", async () => {
  const agent = await desk.visit();
  await agent.page.clock.install();
  await agent.page.route("**/host/app_frame.js", async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    await route.fulfill({ response, body: script.replace("host.receive(event.data);", "") });
  });
  await agent.page.reload();
  const sidebar = await agent.open("ticket:101");
  await sidebar.shows(".skeleton");
  await agent.page.clock.fastForward(20_000);
  await sidebar.shows("[data-problem=connection]");
});

Deno.test("a skeleton in the right colours is there before any script has run", async () => {
  const agent = await desk.visit();
  const script = Promise.withResolvers<void>();
  await agent.page.route("**/assets/*.js", async (route) => {
    await script.promise;
    await route.continue();
  });
  await agent.switchColorScheme();
  const sidebar = await agent.open("ticket:101");
  await sidebar.shows("#sidebar .skeleton i");
  assertEquals(await backgroundOf(agent), "rgb(21, 26, 30)");
  script.resolve();
  await sidebar.shows("[data-field=EMAIL]");
  assertEquals(await sidebar.find(".skeleton[data-of=recipient]").count(), 0);
});

async function backgroundOf(agent: Agent, place = "ticket:101"): Promise<string> {
  const frame = agent.page.frameLocator(`iframe[data-place="${place}"]`);
  return await frame.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
}

Deno.test("light and dark follow Zendesk in every open ticket", async () => {
  const agent = await desk.visit();
  await (await agent.open("ticket:101")).shows("[data-field=EMAIL]");
  await (await agent.open("ticket:102")).shows("[data-field=EMAIL]");
  assertEquals(await backgroundOf(agent), "rgb(255, 255, 255)");
  await agent.switchColorScheme();
  for (const place of ["ticket:101", "ticket:102"]) {
    await until("it is dark", async () => await backgroundOf(agent, place) === "rgb(21, 26, 30)");
  }
  await agent.switchColorScheme();
  await until("it is light", async () => await backgroundOf(agent) === "rgb(255, 255, 255)");
});

Deno.test("the frame is as high as what it shows, and grows with it", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:105");
  await sidebar.loaded("communications");
  const content = () =>
    sidebar.find("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  const frame = agent.page.locator('iframe[data-place="ticket:105"]');
  const asked = async () => parseInt(await frame.getAttribute("data-resized-height") ?? "");
  const fits = async () => await asked() === await content();
  await until("the frame fits", fits);
  const before = await content();
  await sidebar.find("#communications-more").click();
  await sidebar.find("[data-communication]").nth(49).waitFor();
  await until("the frame fits again", fits);
  assertGreater(await content(), before + 1_000);
  assertEquals(
    await sidebar.frame.evaluate(() => document.documentElement.scrollHeight > innerHeight),
    false,
  );
});

Deno.test("a ticket that was opened behind others gets its height when it comes to the front", async () => {
  const agent = await desk.visit();
  const script = Promise.withResolvers<void>();
  await agent.page.route("**/sidebar", async (route) => {
    await script.promise;
    await route.continue();
  });
  const hidden = await agent.open("ticket:101");
  await agent.page.click("#views");
  script.resolve();
  await hidden.find("[data-field=EMAIL]").waitFor({ state: "attached" });
  await agent.page.click("#tab-ticket-101");
  const frame = agent.page.locator('iframe[data-place="ticket:101"]');
  await until("the frame fits", async () => {
    const height = await hidden.find("body").evaluate((body) => body.clientHeight);
    return height > 500 &&
      parseInt(await frame.getAttribute("data-resized-height") ?? "") === height;
  });
});

Deno.test("script and stylesheet are at most 24 kB gzip, and a first load at most 28 kB on the wire", async () => {
  const agent = await desk.visit();
  const devTools = await agent.page.context().newCDPSession(agent.page);
  const paths = new Map<string, string>();
  const bytes = new Map<string, number>();
  devTools.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.url.startsWith(desk.appOrigin)) {
      paths.set(requestId, new URL(response.url).pathname);
    }
  });
  devTools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId);
    if (path !== undefined) bytes.set(path, encodedDataLength);
  });
  await devTools.send("Network.enable");
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("communications");
  await until("all has been counted", () => bytes.size === 5);

  const gzip = await Promise.all(
    [...bytes.keys()].filter((path) => path.startsWith("/assets/")).map(async (path) => {
      const file = `../../app-shell/dist/${path.split("/").at(-1)}.gz`;
      return (await Deno.stat(new URL(file, import.meta.url))).size;
    }),
  );
  const assets = gzip.reduce((sum, size) => sum + size, 0);
  const firstLoad = [...bytes].filter(([path]) => path !== "/communications")
    .reduce((sum, [, size]) => sum + size, 0);
  console.log(`script and stylesheet ${assets} B gzip; first load ${firstLoad} B`, bytes);
  assertLess(assets, 24_000);
  assertLess(firstLoad, 28_000);
});
