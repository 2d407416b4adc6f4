import { assert, assertEquals, assertLessOrEqual } from "@std/assert";
import { type Sidebar, UNENDED } from "./agent.ts";
import { startDesk } from "./desk.ts";

const desk = await startDesk();

const MASKED = { masked_person_data: "MSISDN,BIRTHDATE" };

/** The ids of what the Tab key reaches in the recipient's part, in order. */
function tabStops(sidebar: Sidebar): Promise<string[]> {
  return sidebar.find("#recipient :is(a, button, summary):not([tabindex='-1'])")
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map(({ id }) => id));
}

Deno.test("all that is said of the fields is copied at once, and pasted as it stands", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/Clipboard API has been blocked/);
  const sidebar = await agent.openLoaded("ticket:103");
  await sidebar.find("#copy-all").click();
  await sidebar.shows("#copy-all[data-state=done]");
  assertEquals((await sidebar.announced()).at(-1), "Copied");
  await agent.page.locator("#reply").press("ControlOrMeta+V");
  const updated = await sidebar.find("[data-field=EMAIL_PERMISSION_UPDATE] dd span").innerText();
  assertEquals(
    await agent.page.inputValue("#reply"),
    [
      "First name: Ulla",
      "Last name: Skov",
      "E-mail: unsubscribed@example.dk",
      "E-mail permission: No",
      `Permission updated: ${updated}`,
    ].join("\n"),
  );
});

Deno.test("Person Data costs the Tab key three stops, and its fold opens by Enter", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:103");
  assertEquals(await tabStops(sidebar), ["copy-all", "recipient-refresh", "folded-fields"]);
  const city = sidebar.find("[data-field=CITY]");
  assertEquals(await city.isVisible(), false);
  await sidebar.find("#folded-fields").focus();
  await agent.page.keyboard.press("Enter");
  await city.waitFor();
  assertEquals(await city.innerText(), "City\n-");
});

Deno.test("twelve fields take 250 px at 340, and a long label pushes no value out", async () => {
  const agent = await desk.visit();
  desk.zendesk.configure({ person_data_labels: `CITY=${"Where they live ".repeat(9).trim()}` });
  await agent.resizeTray(340);
  const sidebar = await agent.openLoaded("ticket:101");
  const lists = await sidebar.find("#recipient dl").evaluateAll((all) =>
    all.map((list) => list.getBoundingClientRect().height)
  );
  const city = await sidebar.find("[data-field=CITY]").boundingBox();
  assertLessOrEqual((lists[0] ?? Infinity) - ((city?.height ?? 0) - 20), 250);
  const value = await sidebar.find("[data-field=CITY] dd span").innerText();
  assertEquals(value, "Aarhus");
});

Deno.test("a masked value comes when it is asked for, has the focus, and is gone with the next refresh", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/Clipboard API has been blocked/);
  desk.zendesk.configure(MASKED);
  const sidebar = await agent.openLoaded("ticket:101");
  assertEquals(await sidebar.heldOf(["4520123456", "1987"]), []);
  await sidebar.find("#reveal-MSISDN").focus();
  await agent.page.keyboard.press("Enter");
  await sidebar.find("[data-field=MSISDN]").getByText("4520123456").waitFor();
  const focused = await sidebar.find("[data-field=MSISDN] dd").evaluate((value) =>
    value === document.activeElement
  );
  assert(focused);
  await agent.page.keyboard.press("Tab");
  assertEquals(await sidebar.focused(), "copy-MSISDN");
  await agent.page.keyboard.press("Enter");
  await sidebar.shows("#copy-MSISDN[data-state=done]");
  await agent.page.locator("#reply").press("ControlOrMeta+V");
  assertEquals(await agent.page.inputValue("#reply"), "4520123456");
  assertEquals((await sidebar.announced()).filter((words) => words.includes("4520123456")), []);

  await sidebar.find("#recipient-refresh").click();
  await sidebar.shows("#reveal-MSISDN");
  assertEquals(await sidebar.find("#recipient").getByText("4520123456").count(), 0);
  assertEquals(agent.count("POST /recipient/values/MSISDN"), 1);
});

Deno.test("a value that comes when somebody else is shown is dropped", async () => {
  const agent = await desk.visit({ initScript: UNENDED });
  desk.zendesk.configure(MASKED);
  const sidebar = await agent.openLoaded("ticket:101");
  const release = await agent.hold("**/recipient/values/MSISDN");
  const asked = agent.sends("POST", "/recipient/values/MSISDN");
  await sidebar.find("#reveal-MSISDN").click();
  await asked;
  await agent.changeRequester(503);
  await sidebar.showsPerson("unsubscribed@example.dk");
  const answered = agent.page.waitForResponse("**/recipient/values/MSISDN");
  release();
  await answered;
  await sidebar.loaded("communications");
  assertEquals(await sidebar.heldOf(["4520123456"]), []);
  await sidebar.shows("#reveal-MSISDN");
});

Deno.test("why a value is not shown stands below its field until it is", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/);
  desk.zendesk.configure(MASKED);
  const sidebar = await agent.openLoaded("ticket:101");
  desk.agillic.set({ down: true });
  await sidebar.find("#reveal-BIRTHDATE").click();
  await sidebar.shows("[data-field=BIRTHDATE] [data-problem=agillic_unavailable]");
  assertEquals(await sidebar.find(".stale").filter({ visible: true }).count(), 0);
  await sidebar.shows("[data-field=EMAIL]");
  desk.agillic.set({ down: false });
  await sidebar.find("#reveal-BIRTHDATE").click();
  await sidebar.shows("[data-field=BIRTHDATE] dd[tabindex] span");
  assertEquals(await sidebar.find("#recipient [data-problem]").count(), 0);
});
