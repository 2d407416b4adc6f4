/** The sidebar and, behind it, its history in one answer. */
import { assertEquals } from "@std/assert";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const HISTORY = /:listCommunicationHistory/;

/** Each answer for the sidebar breaks off after its first piece, once. */
const BROKEN_OFF = `{
  const { fetch } = globalThis;
  let isBroken = false;
  globalThis.fetch = async (url, init) => {
    const answer = await fetch(url, init);
    if (isBroken || !String(url).endsWith("/sidebar")) return answer;
    isBroken = true;
    const reader = answer.body.getReader();
    const decoder = new TextDecoder();
    const body = new ReadableStream({
      async pull(controller) {
        const { value } = await reader.read();
        controller.enqueue(value);
        if (!decoder.decode(value, { stream: true }).includes("<!--history-->")) return;
        await reader.cancel();
        controller.error(new TypeError("network error"));
      },
    });
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}`;

Deno.test("who it is and what can be triggered is there while the history is waited for, in one request", async () => {
  const agent = await desk.visit();
  const release = desk.holdCalls(HISTORY);
  const sidebar = await agent.open("ticket:101");
  await sidebar.showsPerson("mette@example.dk");
  await sidebar.shows("#event-1-open");
  await sidebar.shows("#communications[aria-busy]");
  release();
  await sidebar.loaded("communications");
  await sidebar.find("[data-communication]").first().waitFor();
  const parts = agent.requests.filter((request) => !/assets|shell/.test(request));
  assertEquals(parts, ["GET /sidebar"]);
});

Deno.test("the requester is switched while the history is waited for: nothing of it is ever shown", async () => {
  const agent = await desk.visit();
  const release = desk.holdCalls(HISTORY);
  const ended: string[] = [];
  agent.page.on("requestfailed", (request) => ended.push(request.url()));
  const sidebar = await agent.open("ticket:101");
  await sidebar.showsPerson("mette@example.dk");
  await agent.changeRequester(503);
  await until("the first answer is ended", () => ended.includes(`${desk.appOrigin}/sidebar`));
  release();
  await sidebar.showsPerson("unsubscribed@example.dk");
  await sidebar.loaded("communications");
  assertEquals(await sidebar.heldOf(["Your parcel is ready", "Chat follow-up"]), []);
});

Deno.test("an answer that breaks off in the middle says so in the history's place, which can be loaded again", async () => {
  const agent = await desk.visit({ initScript: BROKEN_OFF });
  agent.faults.expect(/network error/);
  const release = desk.holdCalls(HISTORY);
  const sidebar = await agent.open("ticket:101");
  await sidebar.showsPerson("mette@example.dk");
  await sidebar.shows("#communications [data-problem=connection]");
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  release();
  await sidebar.find("#communications [data-problem=connection] button").click();
  await sidebar.find("[data-communication]").first().waitFor();
});

Deno.test("all parts are shown before htmx is there, which then does what was clicked meanwhile, once", async () => {
  const agent = await desk.visit();
  const release = await agent.hold("**/assets/htmx-*.js");
  const sidebar = await agent.openLoaded("ticket:101");
  assertEquals(await sidebar.find("[data-communication]").count(), 10);
  await sidebar.trigger(1);
  await sidebar.trigger(1);
  assertEquals(agent.requests.filter((request) => request.startsWith("POST /events")), []);
  release();
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved("mette@example.dk", "welcome_event"), 1);
});

Deno.test("the fold opens before htmx is there, which then lists what was chosen and typed meanwhile", async () => {
  const agent = await desk.visit();
  const release = await agent.hold("**/assets/htmx-*.js");
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("#communications-tools").click();
  await sidebar.find("#channel-EMAIL").check();
  await sidebar.find("#communications-find").fill("news");
  await sidebar.find("#communications-find").press("Enter");
  release();
  await until(
    "the list is narrowed",
    async () => await sidebar.find("[data-communication]").count() === 2,
  );
  assertEquals(agent.count("GET /communications/list?channel=EMAIL&find=news"), 1);
  assertEquals(await sidebar.find("#communications-find").inputValue(), "news");
});

Deno.test("the requester is switched before htmx is there: what was clicked and came is left with the old one", async () => {
  const agent = await desk.visit();
  const release = await agent.hold("**/assets/htmx-*.js");
  const releaseHistory = desk.holdCalls(HISTORY);
  const sidebar = await agent.open("ticket:101");
  await sidebar.showsPerson("mette@example.dk");
  await sidebar.trigger(1);
  await agent.changeRequester(503);
  releaseHistory();
  await sidebar.showsPerson("unsubscribed@example.dk");
  await sidebar.loaded("communications");
  release();
  await sidebar.find("#recipient-refresh").click();
  await until("htmx is there", () => agent.count("GET /recipient") === 1);
  assertEquals(agent.requests.filter((request) => request.startsWith("POST /events")), []);
  assertEquals(await sidebar.heldOf(["Your parcel is ready"]), []);
});

Deno.test("what is clicked as soon as somebody else is shown is done, too", async () => {
  const agent = await desk.visit({ initScript: "globalThis.requestAnimationFrame = () => 0" });
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("#recipient-refresh").click();
  await until("htmx is there", () => agent.count("GET /recipient") === 1);
  await agent.changeRequester(505);
  await sidebar.find("#event-1-trigger").waitFor({ state: "attached" });
  await sidebar.find("#event-1-trigger").evaluate((button) =>
    button instanceof HTMLElement && button.click()
  );
  await sidebar.find("#event-1-result .done").waitFor({ state: "attached" });
  assertEquals(desk.agillic.achieved("busy@example.dk", "welcome_event"), 1);
});

Deno.test("where htmx cannot be loaded the sidebar says so, and a new page asks again", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/Failed to load resource/, /htmx-/);
  await agent.page.route("**/assets/htmx-*.js", (route) => route.abort(), { times: 1 });
  const sidebar = await agent.open("ticket:101");
  await sidebar.find("[data-problem=connection] button").click();
  await sidebar.find("#recipient-refresh").click();
  await until("htmx is there", () => agent.count("GET /recipient") === 1);
});
