import { assertEquals } from "@std/assert";
import { startDesk } from "./desk.ts";

const desk = await startDesk();

Deno.test("two tickets side by side each show their own requester, and switching one leaves the other", async () => {
  const agent = await desk.visit();
  const first = await agent.open("ticket:101");
  await first.showsPerson("mette@example.dk");
  const second = await agent.open("ticket:103");
  await second.showsPerson("unsubscribed@example.dk");
  await agent.changeRequester(504);
  await second.showsPerson("bounced@example.dk");
  await agent.page.click("#tab-ticket-101");
  await first.showsPerson("mette@example.dk");
  assertEquals(await first.heldOf(["unsubscribed@example.dk", "bounced@example.dk"]), []);
});

Deno.test("a ticket, a new ticket and a user's page each show the right person", async () => {
  const agent = await desk.visit();
  await (await agent.open("ticket:101")).showsPerson("mette@example.dk");
  await (await agent.open("user:503")).showsPerson("unsubscribed@example.dk");
  await agent.changeEmail("bounced@example.dk");
  const user = await agent.open("user:503");
  await user.showsPerson("bounced@example.dk");
  // A user's page has no ticket to write into.
  await user.loaded("communications");
  assertEquals(await user.find("[data-insert]").count(), 0);

  const created = await agent.open("new_ticket:1");
  await created.shows("[data-problem=requester_not_chosen]");
  await agent.changeRequester(505);
  await created.showsPerson("busy@example.dk");
  await agent.changeRequester(null);
  await created.shows("[data-problem=requester_not_chosen]");
});

Deno.test("the ticket in which an event was last triggered opens from wherever it is named", async () => {
  const agent = await desk.visit();
  const ticket = await agent.openLoaded("ticket:101");
  await ticket.trigger(1);
  await ticket.shows("#event-1-result .done");
  const user = await agent.openLoaded("user:501");
  assertEquals(await user.find("[data-open-ticket]").textContent(), "#101");
  assertEquals(await agent.page.locator('iframe[data-place="ticket:101"]').isVisible(), false);
  await user.find("[data-open-ticket]").dispatchEvent("click");
  await agent.page.locator('iframe[data-place="ticket:101"]').waitFor();
});

Deno.test("a user's page without an address speaks of the user", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.open("user:511");
  await sidebar.shows("[data-problem=user_without_email]");
});

Deno.test("the configuration check is offered to administrators, and leads back to the recipient", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  assertEquals(await sidebar.find("#setup-open").count(), 0);

  const admin = await desk.visit({ agentId: 9002 });
  const theirs = await admin.openLoaded("ticket:101");
  await theirs.find("#setup-open").press("Enter");
  await theirs.shows("#setup [data-check]");
  assertEquals(await theirs.focused(), "setup-heading");
  await theirs.find("#setup-back").press("Enter");
  await theirs.shows("[data-field=EMAIL]");
  assertEquals(await theirs.focused(), "summary-heading");
});

Deno.test("a ticket whose recipient is slow to come does not hold up the next one", async () => {
  const agent = await desk.visit();
  const release = desk.holdCalls(/EMAIL=mette/);
  const asked = agent.sends("GET", "/sidebar");
  const slow = await agent.open("ticket:101");
  await asked;
  await (await agent.open("ticket:103")).showsPerson("unsubscribed@example.dk");
  assertEquals(await slow.find("[data-field]").count(), 0);
  release();
  await (await agent.open("ticket:101")).showsPerson("mette@example.dk");
});
