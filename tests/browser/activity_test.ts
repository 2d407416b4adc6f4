import { assertEquals, assertStringIncludes } from "@std/assert";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

Deno.test("the activity opens from the foot, is narrowed and copied, and leads back", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/Clipboard API has been blocked/);
  const sidebar = await agent.openLoaded("ticket:101");
  for (const slot of [1, 3]) {
    await sidebar.trigger(slot);
    await sidebar.shows(`#event-${slot}-result .done`);
  }

  await sidebar.find("#activity-open").press("Enter");
  await sidebar.shows("#activity [data-outcome=triggered]");
  assertEquals(await sidebar.focused(), "activity-heading");
  assertEquals(await sidebar.find("[data-outcome]").count(), 2);

  await sidebar.find("#activity-event").selectOption("event:welcome_event");
  await sidebar.find("#activity-show").press("Enter");
  await until("one is left", async () => await sidebar.find("[data-outcome]").count() === 1);
  assertEquals(await sidebar.find("#activity-event").inputValue(), "event:welcome_event");
  assertEquals(await sidebar.focused(), "activity-show");

  await sidebar.find("#activity-table").press("Enter");
  await sidebar.find("#activity-table-copy").click();
  await sidebar.shows("#activity-table-copy[data-state=done]");
  await agent.page.locator("#reply").press("ControlOrMeta+V");
  const pasted = await agent.page.inputValue("#reply");
  assertStringIncludes(pasted, ",welcome_event,101,Triggered\n");

  await sidebar.find("#activity-back").press("Enter");
  await sidebar.shows("[data-field=EMAIL]");
  assertEquals(await sidebar.focused(), "summary-heading");
});
