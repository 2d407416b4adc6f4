/** What journeys of actions read in answers and in the log. */
import { assertEquals } from "@std/assert";
import type { LogEntry } from "../../server/options.ts";
import type { Switches } from "../../simulators/agillic/switches.ts";
import { type Place, type TestApp } from "../app_fixture.ts";
import { actionIn } from "./answers.ts";

/** An answer, read: its status, its text, and the code of its problem ("" for none). */
export type Answer = { status: number; html: string; problem: string };

/** Reads an answer. */
export async function read(response: Response | Promise<Response>): Promise<Answer> {
  const { status } = await response;
  const html = await (await response).text();
  // The Recipient Creation View always says that the requester is not a recipient.
  const codes = html.matchAll(/class="problem" data-problem="(\w+)"/g);
  return { status, html, problem: [...codes].map(([, code]) => code).join() };
}

/** Lets everything else run until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 5_000;
  while (!isSo()) {
    if (Date.now() > giveUpAt) throw new Error("Cannot go on: it did not become so");
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** Waits for an answer; one that Agillic never gives comes when the clock passes every deadline, once `isSent`. */
export async function afterTimeout(
  app: TestApp,
  answer: Promise<Response>,
  { hangNext, stallAfterDoingNext }: Partial<Switches>,
  isSent: () => boolean,
): Promise<Response> {
  // Where Agillic answers, the store is at work now: it must not look as if that took as long.
  if (!hangNext && !stallAfterDoingNext) return await answer;
  await until(isSent);
  app.clock.now += 10_000;
  return await answer;
}

/** The audit lines so far. */
export function auditOf(app: TestApp): LogEntry[] {
  return app.log.filter(({ type }) => type === "action");
}

/** How often somebody was called to achieve events, whatever became of it. */
export function countAchieveCalls(app: TestApp): number {
  return app.agillic.counts.get("POST /recipients/:id/events/:event/:achieveEvent") ?? 0;
}

/** A session of the default agent with the settings as they are now. */
export async function signInAgain(app: TestApp): Promise<Record<string, string>> {
  return { Authorization: `Bearer ${await app.signIn()}` };
}

/** Somebody whom Agillic does not know. */
export const NOBODY: Place = {
  "Requester-Email": "nobody@example.dk",
  "Requester-Id": "510",
  "Ticket-Id": "110",
  // The shell has asked for them, and there are none.
  "Requester-Other-Emails": "",
};

/** Nothing reached Agillic but what was read, and nobody has got anything. */
export function assertNothingSent(app: TestApp): void {
  const writes = [...app.agillic.counts].filter(([route]) =>
    route.startsWith("POST") && !route.endsWith("/:listCommunicationHistory")
  );
  assertEquals(writes, []);
}

/** How often the first event was achieved for Mette. */
export function achieved(app: TestApp): number {
  return app.agillic.achieved("mette@example.dk", "welcome_event");
}

/** The action of the first event, for Mette. */
export async function firstAction(app: TestApp): Promise<string> {
  return actionIn(await (await app.get("/events")).text());
}
