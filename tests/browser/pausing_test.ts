import { assertEquals } from "@std/assert";
import { startDesk } from "./desk.ts";
import { until } from "./until.ts";

const desk = await startDesk();

const METTE = "mette@example.dk";

function counts(): number[] {
  return ["pause_communication", "resume_communication"]
    .map((event) => desk.agillic.achieved(METTE, event));
}

/** Has an agent pause Mette in ticket 101. */
async function pause() {
  const agent = await desk.visit();
  desk.zendesk.configure({ event_3_resume_event: "resume_communication" });
  const sidebar = await agent.openLoaded("ticket:101");
  await sidebar.trigger(3);
  await sidebar.shows("#event-3-result .done");
  await sidebar.find("#event-3-paused").getByText("Paused until this ticket is solved").waitFor();
  assertEquals(counts(), [1, 0]);
  return { agent, sidebar };
}

Deno.test("what was paused is resumed when the agent solves the ticket, and the sidebar shows it", async () => {
  const { agent, sidebar } = await pause();
  await agent.page.click("#solve");
  await until("Zendesk is answered", () => desk.zendesk.deliveries[0]?.status === 204);
  await until("it is resumed", () => desk.agillic.achieved(METTE, "resume_communication") === 1);

  // Back in the ticket, the forms are as they are now.
  await agent.page.click("#views");
  await agent.page.click("#tab-ticket-101");
  await sidebar.find("#event-3-paused").waitFor({ state: "detached" });
  assertEquals(counts(), [1, 1]);
});

Deno.test("Resume now takes two presses, and resumes once", async () => {
  const { sidebar } = await pause();
  await sidebar.find("#event-3-paused").dblclick();
  assertEquals(counts(), [1, 0]);
  if (!await sidebar.find("#event-3-resume").isVisible()) {
    await sidebar.find("#event-3-paused").click();
  }
  await sidebar.find("#event-3-resume").dblclick();
  await sidebar.find("#event-3-result").getByText("Resume event triggered").waitFor();
  await sidebar.find("#event-3-paused").waitFor({ state: "detached" });
  assertEquals(counts(), [1, 1]);
});
