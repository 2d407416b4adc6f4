import {
  assert,
  assertEquals,
  assertGreater,
  assertLessOrEqual,
  assertNotEquals,
} from "@std/assert";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

Deno.test("light and dark follow Zendesk in every open ticket", async () => {
  const agent = await desk.visit();
  await (await agent.open("ticket:101")).shows("[data-field=EMAIL]");
  await (await agent.open("ticket:102")).shows("[data-field=EMAIL]");
  assertEquals(await agent.backgroundOf("ticket:101"), "rgb(255, 255, 255)");
  await agent.switchColorScheme();
  for (const place of ["ticket:101", "ticket:102"] as const) {
    await until("it is dark", async () => await agent.backgroundOf(place) === "rgb(21, 26, 30)");
  }
  await agent.switchColorScheme();
  await until(
    "it is light",
    async () => await agent.backgroundOf("ticket:101") === "rgb(255, 255, 255)",
  );
});

Deno.test("the frame is as high as what it shows, and grows with it", async () => {
  const agent = await desk.visit();
  const sidebar = await agent.openLoaded("ticket:105");
  const content = () =>
    sidebar.find("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  const frame = agent.page.locator('iframe[data-place="ticket:105"]');
  const asked = async () => parseInt(await frame.getAttribute("data-resized-height") ?? "");
  const fits = async () => await asked() === await content();
  await until("the frame fits", fits);
  const before = await content();
  await sidebar.find("#communications-more").click();
  await sidebar.find("[data-communication]").nth(34).waitFor();
  await until("the frame fits again", fits);
  assertGreater(await content(), before + 1_000);
  assertEquals(
    await sidebar.frame.evaluate(() => document.documentElement.scrollHeight > innerHeight),
    false,
  );
});

Deno.test("Zendesk is told one height for an answer in two pieces that come one behind the other", async () => {
  const agent = await desk.visit({ ownClock: true });
  const { clock } = agent.page;
  const released = Promise.withResolvers<void>();
  await agent.page.route("**/sidebar", async (route) => {
    // Whole: what comes behind is not late.
    const response = await route.fetch();
    await released.promise;
    await route.fulfill({ response });
  });
  const sidebar = await agent.open("ticket:101");
  const frame = agent.page.locator('iframe[data-place="ticket:101"]');
  const told = () => frame.getAttribute("data-resized-height");
  await until("the skeleton's height is told", async () => await told() !== null);
  await clock.pauseAt(Date.now() + 1_000);
  const heights = await frame.evaluateHandle((element) => {
    const told: string[] = [];
    const tell = () => told.push(element.getAttribute("data-resized-height") ?? "");
    new MutationObserver(tell).observe(element, { attributeFilter: ["data-resized-height"] });
    return told;
  });
  released.resolve();
  await sidebar.find("#summary").waitFor({ state: "attached" });
  await until("both pieces are shown", async () => {
    await clock.runFor(1);
    return await sidebar.find("[data-communication]").count() > 0;
  });
  await clock.resume();
  const content = () => sidebar.find("body").evaluate((body) => body.clientHeight);
  await until("the frame fits", async () => await told() === `${await content()}px`);
  assertEquals(await heights.jsonValue(), [await told()]);
});

Deno.test("a ticket that filled itself behind others has its height when it comes to the front, each time", async () => {
  const agent = await desk.visit();
  const release = await agent.hold("**/sidebar");
  const sidebar = await agent.open("ticket:101");
  await agent.page.click("#views");
  release();
  await sidebar.find("[data-communication]").first().waitFor({ state: "attached" });
  const frame = agent.page.locator('iframe[data-place="ticket:101"]');
  for (let turn = 0; turn < 2; turn++) {
    await agent.page.click("#tab-ticket-101");
    await until("the frame fits", async () => {
      const height = await sidebar.find("body").evaluate((body) => body.clientHeight);
      return height > 500 && await frame.getAttribute("data-resized-height") === `${height}px`;
    });
    await agent.page.click("#views");
    // As if Zendesk had forgotten what the app asked for.
    await frame.evaluate((element) => element.setAttribute("data-resized-height", "80px"));
  }
});

Deno.test("nothing moves when the skeleton gives way, nor when the history comes", async () => {
  const agent = await desk.visit();
  desk.agillic.set({ latencyMs: 150 });
  const sidebar = await agent.openLoaded("ticket:101");
  assertEquals(await sidebar.shifts(), []);
  // Were there a shift, it would have been seen.
  await sidebar.find("#sidebar").evaluate((main) => {
    const block = document.createElement("p");
    block.textContent = "What pushes all else down";
    main.prepend(block);
  });
  await until("a shift is seen", async () => (await sidebar.shifts()).length > 0);
});

Deno.test("with reduced motion nothing is animated", async () => {
  const agent = await desk.visit({ reducedMotion: "reduce" });
  const release = await agent.hold("**/assets/*.js");
  const sidebar = await agent.open("ticket:101");
  await sidebar.shows(".skeleton i");
  const animations = () =>
    sidebar.frame.evaluate(() =>
      document.getAnimations().filter((one) => one.playState === "running").length
    );
  assertEquals(await animations(), 0);
  release();
  await sidebar.loaded("communications");
  assertEquals(await animations(), 0);
});

Deno.test("with forced colours the focus and the pressed filter are still seen", async () => {
  const agent = await desk.visit({ forcedColors: "active" });
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.find("#channel-EMAIL").press("Space");
  const label = sidebar.find("label:has(#channel-EMAIL:checked)");
  const { background, outline } = await label.evaluate((label) => {
    const focused = [label, ...label.querySelectorAll("*")].map((one) => getComputedStyle(one));
    return {
      background: focused[0]?.backgroundColor,
      outline: focused.some(({ outlineStyle }) => outlineStyle === "solid"),
    };
  });
  assertNotEquals(background, await agent.backgroundOf("ticket:101"));
  assert(outline);
});

Deno.test("nothing scrolls sideways at 270 or 700 pixels, however long names and values are", async () => {
  const agent = await desk.visit();
  const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  const email = `${"a-very-long-local-part-".repeat(3).slice(0, 63)}@example.dk`;
  desk.zendesk.configure({
    event_1_label: long,
    event_1_description: long,
    person_data_labels: `CITY=${long}`,
  });
  desk.agillic.addRecipient({
    EMAIL: email,
    FIRSTNAME: long + long,
    CITY: long,
    LASTNAME: "W ".repeat(90),
  });
  for (const channel of ["EMAIL", long.toUpperCase()]) {
    const storedEmailUrl = "https://mail.example.net/stored/1";
    desk.agillic.addCommunication(email, {
      name: long + long,
      channel,
      storedEmailUrl,
      openedAt: Date.now(),
    });
  }
  const sidebar = await agent.open("ticket:101");
  await agent.changeEmail(email);
  for (const width of [270, 700]) {
    await agent.resizeTray(width);
    await sidebar.find("[data-field=CITY]").getByText(long).first().waitFor();
    await sidebar.loaded("communications");
    const { room, needed, outside } = await sidebar.frame.evaluate(() => ({
      room: globalThis.innerWidth,
      needed: document.documentElement.scrollWidth,
      outside: [...document.querySelectorAll("#sidebar *")]
        .filter((one) => one.checkVisibility() && !one.closest("svg, .visually-hidden"))
        .filter((one) => one.getBoundingClientRect().right > globalThis.innerWidth)
        .map((one) => one.outerHTML.slice(0, 80)),
    }));
    assertLessOrEqual(Math.abs(room - width), 2);
    assertLessOrEqual(needed, room);
    assertEquals(outside, []);
  }
});
