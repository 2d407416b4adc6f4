import { assertEquals } from "@std/assert";
import { type Sidebar, UNENDED } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

/** Requesters that the agent only passes by. */
const PASSING = [
  [502, "empty@example.dk"],
  [504, "bounced@example.dk"],
  [505, "busy@example.dk"],
  [506, "søren+nyhed@example.dk"],
  [507, "shared@example.dk"],
  [508, "o'brien/kent@example.ie"],
  [509, "script@example.dk"],
  [510, "nobody@example.dk"],
  [512, "mette.work@example.com"],
] as const;
/** Her address, her name on the card, and what only her history says there. */
const OF_METTE = ["mette@example.dk", "Aarhus", "Holm", "How was your order?", "4 of 7 e-mails"];
const answers = () => desk.log.filter(({ route }) => route === "/sidebar").length;

Deno.test("the requester is switched while the first answer is slow: only the second is ever shown", async () => {
  const agent = await desk.visit();
  desk.agillic.set({ latencyByRecipient: { "mette@example.dk": 600 } });
  const asked = agent.sends("GET", "/sidebar");
  const sidebar = await agent.open("ticket:101");
  await asked;
  await agent.changeRequester(503);
  await sidebar.showsPerson("unsubscribed@example.dk");
  await until("the first has been answered, too", () => answers() === 2);
  await sidebar.showsPerson("unsubscribed@example.dk");
  assertEquals(await sidebar.heldOf(OF_METTE), []);
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
  await sidebar.showsPerson("unsubscribed@example.dk");
  const late = () => urls.filter((url) => url === `${desk.appOrigin}/sidebar`).length === 2;
  await until("the first answer has come, too", late);
  await sidebar.loaded("communications");
  assertEquals(await sidebar.heldOf(OF_METTE), []);
});

Deno.test("ten switches, each answered later than the last: only the last one is ever shown, and no stale action is taken", async () => {
  const agent = await desk.visit({ initScript: UNENDED });
  agent.faults.expect(/status of 409/);
  const sidebar = await agent.openLoaded("ticket:101");
  const stale = await sidebar.find("#event-1 input[name=action]").inputValue();
  const latencies = PASSING.map(([, email], turn) => [email, 1_500 + 20 * turn]);
  desk.agillic.set({
    latencyByRecipient: { ...Object.fromEntries(latencies), "unsubscribed@example.dk": 1_700 },
  });

  for (const [id] of [...PASSING, [503]] as const) {
    const asked = agent.sends("GET", "/sidebar");
    await agent.changeRequester(id);
    await asked;
  }
  await sidebar.showsPerson("unsubscribed@example.dk");
  await until("all have been answered", () => answers() === 11);
  assertEquals(await sidebar.heldOf(PASSING.map(([, email]) => email)), []);

  assertEquals(await postForged(sidebar, stale, "unsubscribed@example.dk", "503"), {
    status: 409,
    problem: "requester_changed",
  });
  const triggered = ["mette@example.dk", "unsubscribed@example.dk"]
    .map((email) => desk.agillic.achieved(email, "welcome_event"));
  assertEquals(triggered, [0, 0]);
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
        "Ticket-Id": "101",
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
  const sidebar = await agent.openLoaded("ticket:101");
  const before = agent.requests.length;
  await agent.page.evaluate(() => {
    const requester = document.querySelector<HTMLSelectElement>("#requester");
    for (const id of ["502", "504", "505", "503"]) {
      if (requester) requester.value = id;
      requester?.dispatchEvent(new Event("change"));
    }
  });
  await sidebar.showsPerson("unsubscribed@example.dk");
  assertEquals(
    agent.requests.slice(before).filter((request) => request === "GET /sidebar").length,
    1,
  );
});

Deno.test("the form of the requester before is gone at once and sends nothing any more", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  const form = await sidebar.find("#event-1").elementHandle();
  const before = agent.requests.length;
  await agent.changeRequester(503);
  await sidebar.find("#event-1").waitFor({ state: "detached" });
  await form?.evaluate((old) => old instanceof HTMLFormElement && old.requestSubmit());
  await sidebar.showsPerson("unsubscribed@example.dk");
  await sidebar.loaded("communications");
  assertEquals(agent.requests.slice(before).filter((request) => request.startsWith("POST")), []);
});

Deno.test("another address of the same requester is looked up anew", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:101");
  await sidebar.showsPerson("mette@example.dk");
  await agent.changeEmail("bounced@example.dk");
  await sidebar.showsPerson("bounced@example.dk");
});

Deno.test("what is read aloud of one requester is not left there for the next", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:110");
  await sidebar.find("#announcer").getByText("nobody@example.dk").waitFor({ state: "attached" });
  const release = await agent.hold("**/sidebar");
  await agent.changeRequester(503);
  await sidebar.find("#announcer:empty").waitFor({ state: "attached" });
  release();
  await sidebar.showsPerson("unsubscribed@example.dk");
});
