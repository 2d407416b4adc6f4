import { assert, assertEquals, assertLessOrEqual } from "@std/assert";
import type { Sidebar } from "./agent.ts";
import { startDesk } from "./desk.ts";

const desk = await startDesk();

// Each finds a recipient; nothing was sent to those of 102 and 107.
const TICKETS = [101, 102, 103, 104, 105, 106, 107, 108, 109, 112, 113];
// Those whose cards have the most to say: the other languages have longer words.
const LONGEST = [101, 103, 112];
const READERS = [
  { language: "English", agentId: 9001, tickets: TICKETS },
  { language: "Danish", agentId: 9002, tickets: LONGEST },
  { language: "German", agentId: 9003, tickets: LONGEST },
];
const FOLD = 700;

/** Where the last of such elements ends, from the frame's top; 0 where there is none. */
const endOf = (sidebar: Sidebar, selector: string) =>
  sidebar.find(selector).evaluateAll((all) =>
    Math.max(0, ...all.map((one) => one.getBoundingClientRect().bottom))
  );

/** Left edge, top and width of an element. */
const boxOf = (sidebar: Sidebar, selector: string) =>
  sidebar.find(selector).evaluate((element) => {
    const { x, y, width } = element.getBoundingClientRect();
    return { x, y, width };
  });

for (const { language, agentId, tickets } of READERS) {
  Deno.test(`who it is, what can be done and what was sent are above the fold in ${language}`, async () => {
    const agent = await desk.visit({ agentId, viewport: { width: 1280, height: 860 } });
    await agent.resizeTray(340);
    for (const ticket of tickets) {
      const sidebar = await agent.openLoaded(`ticket:${ticket}`);
      assertEquals(await sidebar.frame.evaluate(() => innerWidth), 340);
      const sent = await sidebar.find("[data-communication]").count() > 0;
      const wanted = ["#summary-heading", "#summary-verdict", ".event > summary"];
      if (sent) {
        wanted.push(
          "#summary-history > .line:not([data-cause])",
          "[data-communication]:first-child > strong",
        );
      }
      for (const selector of wanted) {
        const end = await endOf(sidebar, selector);
        assert(end > 0, `ticket ${ticket} has no ${selector}`);
        assertLessOrEqual(end, FOLD, `${selector} in ticket ${ticket}`);
      }
    }
  });
}

Deno.test("from 560 px the history is beside all else, and nothing moves as it comes", async () => {
  const agent = await desk.visit({ viewport: { width: 1280, height: 860 } });
  await agent.resizeTray(560);
  const release = desk.holdCalls(/:listCommunicationHistory/);
  const sidebar = await agent.open("ticket:101");
  await sidebar.loaded("recipient");
  const awaited = await boxOf(sidebar, "#communications");
  release();
  await sidebar.loaded("communications");
  const [history, card] = [
    await boxOf(sidebar, "#communications"),
    await boxOf(sidebar, "#summary"),
  ];
  assertEquals(history, awaited);
  assertEquals(history.y, card.y);
  assert(card.x + card.width < history.x);
  assertEquals(await sidebar.shifts(), []);
});

Deno.test("below 560 px, and where there is no history, all is one column", async () => {
  const agent = await desk.visit({ viewport: { width: 1280, height: 860 } });
  await agent.resizeTray(550);
  const narrow = await agent.openLoaded("ticket:101");
  assertEquals((await boxOf(narrow, "#communications")).x, (await boxOf(narrow, "#summary")).x);
  await agent.resizeTray(700);
  const creation = await agent.open("ticket:110");
  await creation.shows("#create-recipient-trigger");
  const { width } = await boxOf(creation, "#create");
  assertEquals(width, (await boxOf(creation, "#sidebar")).width);
});
