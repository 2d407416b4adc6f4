import { assertEquals } from "@std/assert";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

Deno.test("a requester who is known under another verified address is found by it, and it is said", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:112");
  await sidebar.showsPerson("mette@example.dk");
  assertEquals(
    await sidebar.find("[data-badge=matched]").innerText(),
    "Matched on mette@example.dk",
  );
  await sidebar.loaded("communications");
  await sidebar.find("#recipient-refresh").click();
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  await sidebar.shows("[data-badge=matched]");
  assertEquals(desk.agillic.achieved("mette@example.dk", "welcome_event"), 1);
});

Deno.test("a requester without a primary address is looked up by a verified one, and no other", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:113");
  await sidebar.showsPerson("mette@example.dk");
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved("mette@example.dk", "welcome_event"), 1);
  const asked = desk.agillic.calls.map(({ path }) => decodeURIComponent(path)).join();
  assertEquals(asked.includes("unsubscribed@example.dk"), false);
});

Deno.test("a requester with many addresses is told where the search stopped", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:114");
  await sidebar.shows("[data-problem=recipient_not_found]");
  assertEquals(
    await sidebar.find("#create .empty").innerText(),
    "There are more addresses in Zendesk. Only the first 5 others were looked up.",
  );
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
  const agent = await desk.visit({ ownClock: true });
  await agent.page.route("**/identities.json", () => {});
  const asked = agent.page.waitForRequest("**/identities.json");
  const sidebar = await agent.open("ticket:112");
  await asked;
  await agent.page.clock.fastForward(6_000);
  await sidebar.shows("[data-problem=recipient_not_found]");
});

Deno.test("when Zendesk does not say the only address that there may be, nobody is said to have none", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 503/, /no address/);
  await agent.page.route("**/identities.json", (route) => route.fulfill({ status: 503 }));
  const sidebar = await agent.open("ticket:113");
  await sidebar.shows("[data-problem=requester_unreadable]");
  await agent.page.unroute("**/identities.json");
  await sidebar.find("#retry-requester").click();
  await sidebar.showsPerson("mette@example.dk");
});

Deno.test("who is known by a verified phone number alone is found by it, and acted on", async () => {
  const agent = await desk.visit();
  desk.zendesk.configure({ phone_person_data_field: "MSISDN" });
  const called = await agent.open("ticket:115");
  await called.shows("[data-field=FIRSTNAME]");
  assertEquals(await called.find("[data-field=FIRSTNAME] dd span").innerText(), "Tove");
  assertEquals(await called.find("[data-badge=matched]").innerText(), "Matched on +4570102031");
  await called.trigger(1);
  await called.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved(".F0aj", "welcome_event"), 1);

  const written = await agent.open("ticket:116");
  await written.showsPerson("mette@example.dk");
  assertEquals(
    await written.find("[data-badge=matched]").innerText(),
    "Matched on +45 20 12 34 56",
  );
  await written.find("#recipient-refresh").click();
  await written.loaded("recipient");
  await written.trigger(1);
  await written.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved("mette@example.dk", "welcome_event"), 1);
});

Deno.test("a number that is not verified is not used, and without the setting no number is", async () => {
  const agent = await desk.visit();
  const off = await agent.open("ticket:116");
  await off.shows("[data-problem=recipient_not_found]");
  assertEquals(desk.agillic.counts.get("GET /recipients/:id"), 1);

  const fresh = await desk.visit();
  desk.zendesk.configure({ phone_person_data_field: "MSISDN" });
  const sidebar = await fresh.open("ticket:117");
  await sidebar.shows("[data-problem=requester_without_email]");
  assertEquals(desk.agillic.calls.length, 0);
});

Deno.test("of several with the address the agent chooses one, and only that one can be acted on", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 400/);
  desk.agillic.set({ emailUnique: false });
  const sidebar = await agent.open("ticket:107");
  await sidebar.shows("[data-problem=email_field_not_unique]");
  assertEquals(await sidebar.find(".matches li").count(), 2);
  assertEquals(await sidebar.find("#sidebar form").count(), 0);

  await sidebar.find(".matches li").filter({ hasText: "Otto" }).getByRole("button").click();
  await sidebar.shows("[data-field=FIRSTNAME]");
  assertEquals(await sidebar.find("[data-field=FIRSTNAME] dd span").innerText(), "Otto");
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved(".F0ag", "welcome_event"), 1);
  assertEquals(desk.agillic.achieved(".F0af", "welcome_event"), 0);

  await sidebar.find("#recipient-refresh").click();
  await sidebar.loaded("recipient");
  assertEquals(await sidebar.find("[data-field=FIRSTNAME] dd span").innerText(), "Otto");
  assertEquals(await sidebar.find("[data-chosen]").innerText(), "Otto, 2 of 2 Choose another");

  await sidebar.find("#choose-another").click();
  await sidebar.shows(".matches li");
  assertEquals(await sidebar.find("#sidebar form").count(), 0);
  await sidebar.find(".matches li").filter({ hasText: "Ida" }).getByRole("button").click();
  await sidebar.shows("[data-chosen]");
  assertEquals(await sidebar.find("[data-field=FIRSTNAME] dd span").innerText(), "Ida");
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved(".F0af", "welcome_event"), 1);
  assertEquals(desk.agillic.achieved(".F0ag", "welcome_event"), 1);
});

/** Ticket 107, whose address two recipients share, and how to choose one of them by name. */
async function openShared() {
  const agent = await desk.visit();
  agent.faults.expect(/status of 400/);
  desk.agillic.set({ emailUnique: false });
  const sidebar = await agent.open("ticket:107");
  await sidebar.shows("[data-problem=email_field_not_unique]");
  const choose = (name: string) =>
    sidebar.find(".matches li").filter({ hasText: name }).getByRole("button").click();
  return { agent, sidebar, choose };
}

Deno.test("an answer about the recipient chosen before, which comes late, does not bring them back", async () => {
  const { agent, sidebar, choose } = await openShared();
  await choose("Otto");
  await sidebar.loaded("communications");
  const release = desk.holdCalls(/\.F0ag$/);
  await sidebar.find("#recipient-refresh").click();
  await sidebar.find("#choose-another").click();
  const asking = agent.page.waitForRequest(`${desk.appOrigin}/sidebar`);
  await choose("Ida");
  assertEquals(await (await asking).headerValue("Recipient-State"), null);
  await sidebar.shows("[data-chosen]");
  await sidebar.loaded("communications");
  release();
  await until("it has come", () => desk.log.some(({ route }) => route === "/recipient"));

  const asked = desk.agillic.calls.length;
  await sidebar.find("#communications-refresh").click();
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  await sidebar.loaded("communications");
  const paths = desk.agillic.calls.slice(asked).map(({ path }) => path);
  assertEquals(paths.filter((path) => path.includes(".F0ag")), []);
  assertEquals(desk.agillic.achieved(".F0af", "welcome_event"), 1);
});

Deno.test("a chosen recipient whom Agillic could not say stays the one that is acted on and asked for again", async () => {
  const { agent, sidebar, choose } = await openShared();
  agent.faults.expect(/status of 502/);
  desk.agillic.set({ failNext: 9, failStatus: 500 });
  await choose("Ida");
  await sidebar.shows("#recipient [data-problem=agillic_unavailable]");
  await sidebar.loaded("communications");
  desk.agillic.set({ failNext: 0 });
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-result .done");
  assertEquals(desk.agillic.achieved(".F0af", "welcome_event"), 1);
  await sidebar.find("#recipient-retry").click();
  await sidebar.shows("[data-field=FIRSTNAME]");
  assertEquals(await sidebar.find("[data-field=FIRSTNAME] dd span").innerText(), "Ida");
});
