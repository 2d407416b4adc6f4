import { assertEquals, assertMatch } from "@std/assert";
import { startDesk } from "./desk.ts";

const desk = await startDesk();

Deno.test("a requester is created, confirms by the mail, and is shown as having given permission", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:110");
  await sidebar.shows("#create");
  assertMatch(await sidebar.find("#create").innerText(), /nobody@example\.dk is not a recipient/);
  await sidebar.find("#create-recipient-trigger").dblclick();
  await sidebar.shows("[data-badge=awaiting]");
  assertEquals(agent.count("POST /recipient"), 1);
  assertEquals(desk.agillic.achieved("nobody@example.dk", "double_opt_in"), 1);
  await sidebar.find("[data-communication]").getByText("Confirm your email").waitFor();
  await sidebar.shows("#summary .verdict:has-text('Awaiting confirmation')");

  desk.agillic.clickDoubleOptIn("nobody@example.dk");
  await sidebar.find("#recipient-refresh").click();
  await sidebar.find("[data-badge=awaiting]").waitFor({ state: "detached" });
  assertEquals(await sidebar.find("[data-field=EMAIL_PERMISSION] dd span").innerText(), "Yes");
  await sidebar.find("#communications-refresh").click();
  await sidebar.shows("[data-communication][data-activity=clicked]");
  await sidebar.find("#summary .verdict:has-text('Awaiting confirmation')").waitFor({
    state: "detached",
  });
});

Deno.test("when the second step of the creation fails it says so, and goes on from there", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 404/);
  desk.agillic.set({ unknownEvents: ["double_opt_in"] });
  const sidebar = await agent.open("ticket:110");
  await sidebar.find("#create-recipient-trigger").click();
  await sidebar.shows("#create [data-problem=event_not_valid]");
  assertEquals(
    await sidebar.find("#create .steps li").evaluateAll((steps) =>
      steps.map((step) => step.getAttribute("data-state"))
    ),
    ["done", "failed"],
  );
  desk.agillic.set({ unknownEvents: [] });
  await sidebar.find("#create-recipient-trigger").click();
  await sidebar.shows("[data-badge=awaiting]");
  assertEquals(desk.agillic.achieved("nobody@example.dk", "double_opt_in"), 1);
  const creations = desk.agillic.calls.filter(({ method, route }) =>
    method === "POST" && route === "/recipients"
  );
  assertEquals(creations.length, 1);
});

Deno.test("creation while the connection breaks creates once", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/ERR_FAILED/, /Failed to fetch/);
  const sidebar = await agent.open("ticket:110");
  await sidebar.shows("#create");
  await agent.page.route("**/recipient", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await sidebar.find("#create-recipient-trigger").click();
  await sidebar.shows("[data-problem=connection]");
  await sidebar.find("#retry-connection").click();
  await sidebar.shows("[data-field=EMAIL]");
  assertEquals(desk.agillic.achieved("nobody@example.dk", "double_opt_in"), 1);
});

Deno.test("after a creation by keyboard the focus is on the recipient", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("ticket:110");
  await sidebar.find("#create-recipient-trigger").focus();
  await agent.page.keyboard.press("Enter");
  await sidebar.shows("[data-badge=awaiting]");
  assertEquals(await sidebar.focused(), "summary-heading");
});
