import { assertEquals } from "@std/assert";
import type { Sidebar } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const showsPerson = (sidebar: Sidebar, email: string) =>
  sidebar.find("[data-field=EMAIL] dd span").getByText(email, { exact: true }).waitFor();
const held = async (sidebar: Sidebar, texts: readonly string[]) =>
  (await Promise.all(texts.map(async (text) => await sidebar.everHeld(text) ? text : "")))
    .filter(Boolean);
/** As if nothing could end a request: every answer comes. */
const UNENDED = `{
  const { fetch } = globalThis;
  globalThis.fetch = (url, init) => fetch(url, { ...init, signal: null });
}`;
const answers = () => desk.log.filter(({ route }) => route === "/sidebar").length;

Deno.test("the requester is switched while the first answer is slow: only the second is ever shown", async () => {
  const agent = await desk.visit();
  desk.agillic.set({ latencyByRecipient: { "mette@example.dk": 600 } });
  const asked = agent.sends("GET", "/sidebar");
  const sidebar = await agent.open("ticket:101");
  await asked;
  await agent.changeRequester(503);
  await showsPerson(sidebar, "unsubscribed@example.dk");
  await until("the first has been answered, too", () => answers() === 2);
  await showsPerson(sidebar, "unsubscribed@example.dk");
  assertEquals(await held(sidebar, ["mette@example.dk", "Aarhus", "Holm"]), []);
});

Deno.test("an answer that comes late and whole is dropped when it is for another requester", async () => {
  const agent = await desk.visit({ initScript: UNENDED });
  desk.agillic.set({ latencyByRecipient: { "mette@example.dk": 600 } });
  const asked = agent.sends("GET", "/sidebar");
  const sidebar = await agent.open("ticket:101");
  await asked;
  const urls: string[] = [];
  agent.page.on("response", (response) => urls.push(response.url()));
  await agent.changeRequester(503);
  await showsPerson(sidebar, "unsubscribed@example.dk");
  const late = () => urls.filter((url) => url === `${desk.appOrigin}/sidebar`).length === 2;
  await until("the first answer has come, too", late);
  await sidebar.loaded("communications");
  assertEquals(await held(sidebar, ["mette@example.dk", "Aarhus", "Holm"]), []);
});

Deno.test("ten switches, each answered later than the last: only the last one is ever shown, and no stale action is taken", async () => {
  const agent = await desk.visit({ initScript: UNENDED });
  agent.faults.expect(/status of 409/);
  const others = ["mette@example.dk", "empty@example.dk", "bounced@example.dk", "busy@example.dk"];
  const ids = [501, 502, 504, 505];
  const sidebar = await agent.open("ticket:106");
  await sidebar.loaded("communications");
  const stale = await sidebar.find("#event-1 input[name=action]").inputValue();

  for (let turn = 0; turn < 9; turn++) {
    const email = others[turn % 4] ?? "";
    desk.agillic.set({ latencyByRecipient: { [email]: 1_000 + 20 * turn } });
    const asked = agent.sends("GET", "/sidebar");
    await agent.changeRequester(ids[turn % 4] ?? null);
    await asked;
  }
  desk.agillic.set({ latencyByRecipient: { "unsubscribed@example.dk": 1_200 } });
  await agent.changeRequester(503);
  await showsPerson(sidebar, "unsubscribed@example.dk");
  await until("all have been answered", () => answers() === 11);
  assertEquals(await held(sidebar, others), []);

  assertEquals(await postForged(sidebar, stale, "unsubscribed@example.dk", "503"), {
    status: 409,
    problem: "requester_changed",
  });
  const triggered = ["søren+nyhed@example.dk", "unsubscribed@example.dk", ...others]
    .map((email) => desk.agillic.achieved(email, "welcome_event"));
  assertEquals(triggered, [0, 0, 0, 0, 0, 0]);
});

/** What somebody with developer tools can do: an old form, posted for the requester of now. */
async function postForged(sidebar: Sidebar, action: string, email: string, id: string) {
  return await sidebar.frame.evaluate(async ({ action, email, id }) => {
    const [kept = ""] = Object.values<string>(sessionStorage);
    const response = await fetch("/events/1", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${JSON.parse(kept).session}`,
        Requester: "forged",
        "Requester-Email": email,
        "Requester-Id": id,
        "Ticket-Id": "106",
      },
      body: new URLSearchParams({ action }),
    });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const problem = page.querySelector("[data-problem]")?.getAttribute("data-problem");
    return { status: response.status, problem };
  }, { action, email, id });
}

Deno.test("switches within one moment ask for the last requester alone", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("communications");
  const before = agent.requests.length;
  await agent.page.evaluate(() => {
    const requester = document.querySelector<HTMLSelectElement>("#requester");
    for (const id of ["502", "504", "505", "503"]) {
      if (requester) requester.value = id;
      requester?.dispatchEvent(new Event("change"));
    }
  });
  await showsPerson(sidebar, "unsubscribed@example.dk");
  assertEquals(
    agent.requests.slice(before).filter((request) => request === "GET /sidebar").length,
    1,
  );
});

Deno.test("the form of the requester before is gone at once and sends nothing any more", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("communications");
  const form = await sidebar.find("#event-1").elementHandle();
  const before = agent.requests.length;
  await agent.changeRequester(503);
  await sidebar.find("#event-1").waitFor({ state: "detached" });
  await form?.evaluate((old) => old instanceof HTMLFormElement && old.requestSubmit());
  await showsPerson(sidebar, "unsubscribed@example.dk");
  await sidebar.loaded("communications");
  assertEquals(agent.requests.slice(before).filter((request) => request.startsWith("POST")), []);
});

Deno.test("another address of the same requester is looked up anew", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:101");
  await showsPerson(sidebar, "mette@example.dk");
  await agent.changeEmail("bounced@example.dk");
  await showsPerson(sidebar, "bounced@example.dk");
});

Deno.test("two tickets side by side each show their own requester, and switching one leaves the other", async () => {
  const agent = await desk.visit();
  const first = await agent.open("ticket:101");
  await showsPerson(first, "mette@example.dk");
  const second = await agent.open("ticket:103");
  await showsPerson(second, "unsubscribed@example.dk");
  await agent.changeRequester(504);
  await showsPerson(second, "bounced@example.dk");
  await agent.page.click("#tab-ticket-101");
  await showsPerson(first, "mette@example.dk");
  assertEquals(await held(first, ["unsubscribed@example.dk", "bounced@example.dk"]), []);
});

Deno.test("another agent in the same browser gets a session of their own", async () => {
  const agent = await desk.visit();
  const sessions = () => desk.zendesk.calls.filter(({ proxied }) => proxied).length;
  await (await agent.open("ticket:101")).loaded("communications");
  assertEquals(sessions(), 1);
  await agent.page.selectOption("#agent", "9002");
  await agent.page.waitForURL("**/agent/tickets/101");
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("communications");
  assertEquals(sessions(), 2);
  assertEquals(await sidebar.find("#recipient-heading").innerText(), "Modtager");
  assertEquals(
    desk.log.filter(({ route }) => route === "/sidebar").map(({ userId }) => userId),
    ["9001", "9002"],
  );
});

Deno.test("a ticket, a new ticket and a user's page each show the right person", async () => {
  const agent = await desk.visit();
  await showsPerson(await agent.open("ticket:101"), "mette@example.dk");
  await showsPerson(await agent.open("user:503"), "unsubscribed@example.dk");
  await agent.changeEmail("bounced@example.dk");
  const user = await agent.open("user:503");
  await showsPerson(user, "bounced@example.dk");
  // A user's page has no ticket to write into.
  await user.loaded("communications");
  assertEquals(await user.find("[data-insert]").count(), 0);

  const created = await agent.open("new_ticket:1");
  await created.shows("[data-problem=requester_without_email]");
  await agent.changeRequester(505);
  await showsPerson(created, "busy@example.dk");
  await agent.changeRequester(null);
  await created.shows("[data-problem=requester_without_email]");
});

Deno.test("a requester without an address is told so", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:111");
  await sidebar.shows("[data-problem=requester_without_email]");
  assertEquals(await sidebar.find("form").count(), 0);
});

Deno.test("a requester who is known under another verified address is found by it, and it is said", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:112");
  await showsPerson(sidebar, "mette@example.dk");
  assertEquals(
    await sidebar.find("[data-badge=matched]").innerText(),
    "Matched on mette@example.dk",
  );
  await sidebar.loaded("communications");
  await sidebar.find("#recipient-refresh").click();
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 .done");
  await sidebar.shows("[data-badge=matched]");
  assertEquals(desk.agillic.achieved("mette@example.dk", "welcome_event"), 1);
});

Deno.test("an address that is not verified is not used", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:110");
  await sidebar.shows("[data-problem=recipient_not_found]");
  const asked = desk.agillic.calls.map(({ path }) => decodeURIComponent(path)).join();
  assertEquals(asked.includes("nobody@example.dk"), true);
  assertEquals(asked.includes("unsubscribed@example.dk"), false);
});

Deno.test("when Zendesk does not say other addresses the sidebar goes on without them", async () => {
  const agent = await desk.visit();
  await agent.page.clock.install();
  await agent.page.reload();
  await agent.page.route("**/identities.json", () => {});
  const asked = agent.page.waitForRequest("**/identities.json");
  const sidebar = await agent.open("ticket:112");
  await asked;
  await agent.page.clock.fastForward(6_000);
  await sidebar.shows("[data-problem=recipient_not_found]");
});

Deno.test("of several with the address the agent chooses one, and only that one can be acted on", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 400/);
  desk.agillic.set({ emailUnique: false });
  const sidebar = await agent.open("ticket:107");
  await sidebar.shows("[data-problem=email_field_not_unique]");
  assertEquals(await sidebar.find(".matches li").count(), 2);
  assertEquals(await sidebar.find("form").count(), 0);

  await sidebar.find(".matches li").filter({ hasText: "Otto" }).getByRole("button").click();
  await sidebar.shows("[data-field=FIRSTNAME]");
  assertEquals(await sidebar.find("[data-field=FIRSTNAME] dd span").innerText(), "Otto");
  await sidebar.find("#event-1-trigger").click();
  await sidebar.shows("#event-1 .done");
  assertEquals(desk.agillic.achieved(".F0ag", "welcome_event"), 1);
  assertEquals(desk.agillic.achieved(".F0af", "welcome_event"), 0);

  await sidebar.find("#recipient-refresh").click();
  await sidebar.loaded("recipient");
  assertEquals(await sidebar.find("[data-field=FIRSTNAME] dd span").innerText(), "Otto");
});

Deno.test("what is read aloud of one requester is not left there for the next", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:110");
  await sidebar.find("#announcer").getByText("nobody@example.dk").waitFor({ state: "attached" });
  desk.agillic.set({ latencyMs: 300 });
  await agent.changeRequester(503);
  await sidebar.shows(".skeleton");
  await sidebar.find("#announcer:empty").waitFor({ state: "attached" });
  await showsPerson(sidebar, "unsubscribed@example.dk");
});
