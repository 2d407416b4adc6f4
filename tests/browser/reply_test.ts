import { assertEquals, assertMatch } from "@std/assert";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const ROWS = "[data-communication]";

Deno.test("rows that come while the agent writes the reply do not take the focus from it", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:105");
  const release = await agent.hold("**/communications?before=*");
  await sidebar.find("#communications-more").click();
  await agent.page.locator("#reply").pressSequentially("Hello ");
  release();
  await sidebar.find(ROWS).nth(34).waitFor();
  await agent.page.keyboard.type("there");
  assertEquals(await agent.page.inputValue("#reply"), "Hello there");
});

Deno.test("a copied value can be pasted, whether or not the frame may use the clipboard", async () => {
  for (const clipboardWrite of [false, true]) {
    const agent = await desk.visit({ permissions: ["clipboard-write"] });
    agent.faults.expect(/Clipboard API has been blocked/);
    desk.zendesk.set({ clipboardWrite });
    await agent.page.reload();
    const sidebar = await agent.openLoaded("ticket:101");
    await sidebar.find("[data-field=MSISDN]").hover();
    await sidebar.find("#copy-MSISDN").click();
    await sidebar.shows("#copy-MSISDN[data-state=done]");
    assertEquals(await sidebar.focused(), "copy-MSISDN");
    await until("it is read aloud", async () => (await sidebar.announced()).at(-1) === "Copied");
    await agent.page.locator("#reply").press("ControlOrMeta+V");
    assertEquals(await agent.page.inputValue("#reply"), "4520123456");
  }
});

Deno.test("the details of a problem can be copied", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/status of 502/, /Clipboard API has been blocked/);
  desk.agillic.set({ down: true });
  const sidebar = await agent.open("ticket:101");
  await sidebar.find("#recipient-details").click();
  await sidebar.find("#recipient-details-copy").click();
  await sidebar.shows("#recipient-details-copy[data-state=done]");
  await agent.page.locator("#reply").press("ControlOrMeta+V");
  assertMatch(await agent.page.inputValue("#reply"), /^Code: agillic_unavailable\n/);
});

Deno.test("a sentence about a communication goes into the reply once, in the requester's language", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  const row = sidebar.find(ROWS).filter({ hasText: "How was your order?" });
  await row.locator("[data-insert]").dblclick();
  await row.locator("[data-insert][data-state=done]").waitFor();
  assertMatch(
    await agent.page.inputValue("#reply"),
    /^\S* ?Den \d.* sendte vi dig “?.?How was your order\?.? ?.*$/,
  );
  assertEquals((await agent.page.inputValue("#reply")).split("How was your order?").length, 2);
});

Deno.test("a sentence is not inserted when the ticket is another than the one it was shown for", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  const insert = sidebar.find("[data-insert]").first();
  await insert.evaluate((button) => button.setAttribute("data-ticket", "102"));
  await insert.click();
  await sidebar.shows("[data-insert][data-state=failed]");
  assertEquals(await agent.page.inputValue("#reply"), "");
  await until(
    "it is read aloud",
    async () =>
      (await sidebar.announced()).at(-1) === "The ticket has changed: nothing was inserted",
  );
});

Deno.test("a sentence of the requester before is not inserted any more", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:101");
  // The click comes first, and Zendesk's answer to it after the requester has changed.
  await sidebar.find("[data-insert]").first().evaluate((button) => {
    if (!(button instanceof HTMLElement)) return;
    button.click();
    document.getElementById("sidebar")?.replaceChildren();
  });
  await until("the agent is told", async () => (await sidebar.announced()).length > 2);
  assertEquals(await agent.page.inputValue("#reply"), "");
});

Deno.test("a sentence that Zendesk does not take is shown, said so, and can be copied", async () => {
  const agent = await desk.visit();
  agent.faults.expect(/Clipboard API has been blocked/);
  // As where the reply is a chat.
  await agent.page.route("**/host/zaf_calls.js", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("comment.appendText", "comment.nothing");
    await route.fulfill({ response, body });
  });
  await agent.page.reload();
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("[data-insert]").first().click();
  await sidebar.shows("#communications-notice #insert-text");
  const sentence = await sidebar.find("[data-insert]").first().getAttribute("data-insert") ?? "";
  assertEquals(await sidebar.find("#insert-text").textContent(), sentence);
  assertEquals(await agent.page.inputValue("#reply"), "");
  await until(
    "it is read aloud",
    async () =>
      (await sidebar.announced()).at(-1) ===
        "Zendesk did not take the sentence. Copy it, and paste it into the reply.",
  );
  await sidebar.find("#insert-copy").click();
  await sidebar.shows("#insert-copy[data-state=done]");
  await agent.page.locator("#reply").press("ControlOrMeta+V");
  assertEquals(await agent.page.inputValue("#reply"), sentence);
});
