import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { startDesk } from "./desk.ts";

const desk = await startDesk();

Deno.test("opening a ticket shows the requester's Person Data, the events and the history", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");

  const names = await sidebar.find("[data-field]").evaluateAll((rows) =>
    rows.map((row) => row.getAttribute("data-field"))
  );
  assertEquals(names.slice(0, 4), ["FIRSTNAME", "LASTNAME", "EMAIL", "MSISDN"]);
  assertEquals(names.length, 12);
  assertEquals(await sidebar.find("[data-field=EMAIL] dd span").innerText(), "mette@example.dk");
  assertEquals(await sidebar.find("[data-event-slot]").count(), 3);
  assertEquals(await sidebar.find("[data-communication]").count(), 10);
  assertEquals(agent.requests.filter((request) => !request.includes("/assets/")).slice(1), [
    "GET /sidebar",
  ]);
});

Deno.test("times are those of the agent's time zone, as Zendesk says it", async () => {
  const agent = await desk.visit({ agentId: 9006 });
  const sidebar = await agent.openLoaded("ticket:101");

  const times = await sidebar.find("[data-communication] time").evaluateAll((all) =>
    all.map((time) => [time.getAttribute("datetime") ?? "", time.textContent])
  );

  assert(times.length >= 10);
  for (const [iso = "", text] of times) {
    const inMontreal = new Intl.DateTimeFormat("en-GB", {
      timeZone: "America/Montreal",
      hour: "2-digit",
      minute: "2-digit",
    }).format(new Date(iso));
    assertStringIncludes(text ?? "", inMontreal);
  }
});

Deno.test("the next ticket needs no call through Zendesk's proxy and one request until its recipient is there", async () => {
  const agent = await desk.visit();
  await (await agent.open("ticket:101")).loaded("recipient");
  assertEquals(desk.countProxied(), 1);
  const before = agent.requests.length;
  const next = await agent.open("ticket:103");
  await next.shows("[data-field=EMAIL]");

  assertEquals(await next.find("[data-field=FIRSTNAME] dd span").innerText(), "Ulla");
  assertEquals(desk.countProxied(), 1);
  const [shell, ...others] = agent.requests.slice(before)
    // Fetched from the browser's cache, or loading itself behind the recipient.
    .filter((request) => !/ \/(assets|communications)/.test(request));
  assert(shell?.startsWith("POST /shell?"));
  assertEquals(others, ["GET /sidebar"]);
});

Deno.test("a skeleton in the right colours is there before any script has run", async () => {
  const agent = await desk.visit();
  const release = await agent.hold("**/assets/*.js");
  await agent.switchColorScheme();
  const sidebar = await agent.open("ticket:101");
  await sidebar.shows("#sidebar .skeleton i");
  assertEquals(await agent.backgroundOf("ticket:101"), "rgb(21, 26, 30)");
  release();
  await sidebar.shows("[data-field=EMAIL]");
  assertEquals(await sidebar.find(".skeleton[data-of=recipient]").count(), 0);
});

Deno.test("nothing can leave for another origin, and these tests would see it", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  agent.faults.check();
  const isRefused = await sidebar.frame.evaluate(async (elsewhere) => {
    const image = new Image();
    const failed = new Promise((resolve) => image.addEventListener("error", () => resolve(true)));
    image.src = `${elsewhere}/image`;
    return await failed && await fetch(elsewhere).then(() => false, () => true);
  }, desk.zendeskOrigin);
  assertEquals(isRefused, true);
  assertThrows(() => agent.faults.check(), Error, "Content Security Policy");
  agent.faults.expect(/Content Security Policy/, /asked another origin/);
});
