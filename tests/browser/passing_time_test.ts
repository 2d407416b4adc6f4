import { assertEquals, assertMatch } from "@std/assert";
import type { Agent, Sidebar } from "./agent.ts";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

/** An event that was triggered just now, in a browser whose time the test moves. */
async function trigger(): Promise<{ agent: Agent; sidebar: Sidebar }> {
  const agent = await desk.visit({ ownClock: true });
  const sidebar = await agent.openLoaded("ticket:101");
  await agent.page.clock.pauseAt(Date.now() + 60_000);
  await sidebar.trigger(1);
  await sidebar.shows("#event-1-trigger[aria-disabled]");
  return { agent, sidebar };
}

Deno.test("the cool-down counts down and the last trigger grows older, without being read aloud", async () => {
  const { agent, sidebar } = await trigger();
  const notes = sidebar.find("#event-1-notes");
  assertMatch(await notes.innerText(), /Last triggered now by/);
  assertMatch(await notes.innerText(), /Can be triggered again in (1 min|59 sec)/);
  await agent.page.clock.runFor(1_000);
  await agent.page.clock.runFor(17_000);
  const [, seconds] = /triggered again in (\d+) sec/.exec(await notes.innerText()) ?? [];
  assertMatch(
    await notes.innerText(),
    new RegExp(`Last triggered ${60 - Number(seconds)} sec ago`),
  );
  await agent.page.clock.runFor(10_000);
  assertMatch(await notes.innerText(), new RegExp(`again in ${Number(seconds) - 10} sec`));
  assertEquals((await sidebar.announced()).filter((words) => /\bsec\b/.test(words)), []);
});

Deno.test("a tab that is not seen tells no time, and the right one as soon as it is", async () => {
  const { agent, sidebar } = await trigger();
  const notes = sidebar.find("#event-1-notes");
  const setHidden = (isHidden: boolean) =>
    sidebar.frame.evaluate((value) => {
      Object.defineProperty(document, "hidden", { value, configurable: true });
    }, isHidden);
  await setHidden(true);
  const before = await notes.innerText();
  await agent.page.clock.runFor(30_000);
  assertEquals(await notes.innerText(), before);
  await setHidden(false);
  await agent.page.clock.runFor(1_000);
  await until("it is told", async () => /Last triggered 3\d sec ago/.test(await notes.innerText()));
});
