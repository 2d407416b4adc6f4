import { assert, assertEquals } from "@std/assert";
import type { Agent, Sidebar } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();
const ACHIEVE = "POST /recipients/:id/events/:event/:achieveEvent";

const WITH_CONTEXT = "POST /recipients/:id/events/:event/:achieveWithContext";

const triggered = () => desk.agillic.counts.get(ACHIEVE) ?? 0;
const withContext = () => desk.agillic.counts.get(WITH_CONTEXT) ?? 0;

/** The slots whose panel is open. */
const opened = (sidebar: Sidebar) =>
  sidebar.find("[data-event-slot]:has(> details[open])").evaluateAll((forms) =>
    forms.map((form) => form.getAttribute("data-event-slot"))
  );

const hasFocus = (sidebar: Sidebar, id: string) =>
  until(`${id} has the focus`, async () => await sidebar.focused() === id);

for (const width of [340, 270]) {
  Deno.test(`closed rows are one line at ${width} px, also with a long label and in German`, async () => {
    const agent = await desk.visit({ agentId: 9003 });
    desk.zendesk.configure({ event_2_label: "Bestätigung der Anmeldung noch einmal schicken" });
    await agent.resizeTray(width);
    const sidebar = await agent.openLoaded("ticket:101");
    const heights = await sidebar.find("[data-event-slot]").evaluateAll((forms) =>
      forms.map((form) => form.getBoundingClientRect().height)
    );
    assertEquals(heights.length, 3);
    for (const height of heights) assert(height <= 36, `${height} px`);
  });
}

Deno.test("a double click on a row opens it and triggers nothing, also where another panel closes above it", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  for (const slot of [1, 2, 3]) {
    await sidebar.find(`#event-${slot}-open`).dblclick();
    await sidebar.shows(`#event-${slot}-trigger`);
    assertEquals(await opened(sidebar), [String(slot)]);
  }
  assertEquals([triggered(), agent.requests.filter((sent) => sent.startsWith("POST /events"))], [
    0,
    [],
  ]);
});

Deno.test("the second click of two triggers nothing where the panel has come below the pointer", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.openEvent(1);
  const box = await sidebar.find("#event-1-trigger").boundingBox();
  const [x, y] = [(box?.x ?? 0) + 5, (box?.y ?? 0) + 5];
  await sidebar.find("#event-1-cancel").click();
  await agent.page.mouse.click(x, y, { clickCount: 1 });
  await sidebar.openEvent(1);
  await agent.page.mouse.move(x, y);
  await agent.page.mouse.down({ clickCount: 2 });
  await agent.page.mouse.up({ clickCount: 2 });
  await sidebar.find("#event-1-cancel").click();
  assertEquals([triggered(), agent.count("POST /events/1")], [0, 0]);
});

for (const key of ["Enter", "Space"]) {
  Deno.test(`${key} that is held down opens an event and triggers nothing`, async () => {
    const agent = await desk.visit();
    const sidebar = await agent.openLoaded("ticket:101");
    await sidebar.find("#event-1-open").focus();
    for (let turn = 0; turn < 20; turn++) await agent.page.keyboard.down(key);
    await agent.page.keyboard.up(key);
    await hasFocus(sidebar, "event-1-trigger");
    for (let turn = 0; turn < 20; turn++) await agent.page.keyboard.down(key);
    // Let go elsewhere: nothing is pressed with it.
    await sidebar.find("#event-2-open").focus();
    await agent.page.keyboard.up(key);
    const wanted = key === "Enter" ? 1 : 0;
    if (wanted > 0) await sidebar.shows("#event-1-result .done");
    assertEquals([triggered(), agent.count("POST /events/1")], [wanted, wanted]);
  });
}

Deno.test("Escape and Cancel close the panel, trigger nothing, and give the row its focus back", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  const leaves = [
    () => agent.page.keyboard.press("Escape"),
    () => sidebar.find("#event-1-cancel").click(),
  ];
  for (const leave of leaves) {
    await sidebar.openEvent(1);
    await hasFocus(sidebar, "event-1-trigger");
    await leave();
    await hasFocus(sidebar, "event-1-open");
    assertEquals(await opened(sidebar), []);
  }
  assertEquals(triggered(), 0);
});

Deno.test("what came of an event is seen although another panel was opened meanwhile", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  const release = await agent.hold("**/events/1");
  await sidebar.trigger(1);
  await sidebar.openEvent(2);
  await hasFocus(sidebar, "event-2-trigger");
  release();
  await sidebar.shows("#event-1-result .done");
  assertEquals(await sidebar.focused(), "event-2-trigger");
});

Deno.test("what the recipient's answer says of delivery is in the open panel", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:104");
  await sidebar.openEvent(2);
  assertEquals(await sidebar.find("#events .verdict").count(), 3);
  await sidebar.find("#event-2-delivery").evaluate((place) => place.replaceChildren());
  await sidebar.find("#recipient-refresh").click();
  await sidebar.shows("#event-2-delivery [data-verdict=bounces]");
  assertEquals(await opened(sidebar), ["2"]);
});

Deno.test("a press on Trigger before the sidebar has its script is done then, once", async () => {
  const agent = await desk.visit();
  const asked = agent.sends("GET", "/sidebar");
  const sidebar = await agent.open("ticket:101");
  await asked;
  await sidebar.find("#event-1-open").waitFor();
  await sidebar.find("#event-1-open").evaluate((row) => {
    if (row instanceof HTMLElement) row.click();
    const button = document.getElementById("event-1-trigger");
    button?.click();
    button?.dispatchEvent(new MouseEvent("click", { detail: 2, bubbles: true, cancelable: true }));
  });
  await sidebar.shows("#event-1-result .done");
  assertEquals([triggered(), agent.count("POST /events/1")], [1, 1]);
});

const CONTEXT = "order: ORDER_ID=Order number (required), NOTE=Note, DAYS=Days late (number)";
const LONG = "The parcel was left with the neighbour, who is away until Monday. ".repeat(3).trim();

/** Mette's ticket with an event that takes values in the first slot. */
async function openWithValues(): Promise<{ agent: Agent; sidebar: Sidebar }> {
  const agent = await desk.visit();
  desk.zendesk.configure({ event_1_name: "order_late", event_1_context: CONTEXT });
  return { agent, sidebar: await agent.openLoaded("ticket:101") };
}

Deno.test("values are typed by keyboard alone, seen whole, and sent by Enter", async () => {
  const { agent, sidebar } = await openWithValues();
  const { keyboard } = agent.page;
  await sidebar.find("#event-1-open").focus();
  await keyboard.press("Enter");
  await hasFocus(sidebar, "event-1-value-ORDER_ID");
  await keyboard.type("A-77");
  await keyboard.press("Tab");
  await keyboard.type(LONG);
  const hidden = await sidebar.find("#event-1 textarea").evaluateAll((areas) =>
    areas.map((
      { scrollHeight, clientHeight, scrollWidth, clientWidth },
    ) => [scrollHeight - clientHeight, scrollWidth - clientWidth])
  );
  assertEquals(hidden, [[0, 0], [0, 0]]);
  assertEquals(withContext(), 0);
  await keyboard.press("Enter");
  await sidebar.shows("#event-1-result .done");
  assertEquals(withContext(), 1);
  assertEquals(desk.agillic.contextOf("mette@example.dk", "order_late"), {
    name: "order",
    ORDER_ID: "A-77",
    NOTE: LONG,
  });
});

Deno.test("a value with a fault has the focus back with what is wrong, and nothing is sent", async () => {
  const { agent, sidebar } = await openWithValues();
  agent.faults.expect(/status of 400/);
  await sidebar.openEvent(1);
  await sidebar.find("#event-1-value-DAYS").fill("three");
  await agent.page.keyboard.press("Enter");
  await sidebar.shows("#event-1 [data-problem=values_invalid]");
  assertEquals(await sidebar.focused(), "event-1-value-DAYS");
  assertEquals(await sidebar.find("#event-1-value-DAYS").inputValue(), "three");
  assertEquals(await sidebar.find("#event-1 [aria-invalid]").count(), 2);
  assertEquals(withContext(), 0);
});

Deno.test("typed values stay when the agent comes back, and Escape takes them away", async () => {
  const { agent, sidebar } = await openWithValues();
  await sidebar.openEvent(1);
  const order = sidebar.find("#event-1-value-ORDER_ID");
  await order.fill("A-77");
  const stale = await sidebar.find("#event-1 input[name=action]").inputValue();
  await agent.openLoaded("ticket:102");
  await agent.page.click("#tab-ticket-101");
  await until("the events are renewed", () => agent.count("GET /events") === 1);
  await until(
    "there is a new action",
    async () => await sidebar.find("#event-1 input[name=action]").inputValue() !== stale,
  );
  assertEquals([await opened(sidebar), await order.inputValue()], [["1"], "A-77"]);

  await order.press("Escape");
  await hasFocus(sidebar, "event-1-open");
  await sidebar.openEvent(1);
  assertEquals([await order.inputValue(), withContext()], ["", 0]);
});

Deno.test("Enter that is held down in a value sends nothing until it is pressed anew", async () => {
  const { agent, sidebar } = await openWithValues();
  const { keyboard } = agent.page;
  await sidebar.find("#event-1-open").focus();
  for (let turn = 0; turn < 5; turn++) await keyboard.down("Enter");
  await hasFocus(sidebar, "event-1-value-ORDER_ID");
  for (let turn = 0; turn < 10; turn++) await keyboard.down("Enter");
  await keyboard.up("Enter");
  await keyboard.type("A-77");
  assertEquals([withContext(), agent.count("POST /events/1")], [0, 0]);
  assertEquals(await sidebar.find("#event-1-value-ORDER_ID").inputValue(), "A-77");
});
