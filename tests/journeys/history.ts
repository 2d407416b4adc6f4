/** How journeys get a history, and what they read of its verdict. */
import { assertEquals } from "@std/assert";
import type { Place, TestApp } from "../app_fixture.ts";
import { textOf } from "./answers.ts";

/** The history, or another page of it. */
export async function historyOf(
  app: TestApp,
  path = "/communications",
  place?: Place,
): Promise<string> {
  const response = await app.get(path, place);
  assertEquals([path, response.status], [path, 200]);
  return await response.text();
}

/** The history, told what the recipient's answer said of delivery, as the shell does. */
export async function historyAfterRecipient(app: TestApp, place: Place): Promise<string> {
  const state = (await app.get("/recipient", place)).headers.get("Recipient-State");
  const headers: Record<string, string> = state === null ? {} : { "Recipient-State": state };
  return await (await app.get("/communications", place, headers)).text();
}

/** The verdict's line in a history; "" where there is none. */
export function verdictOf(html: string): string {
  return textOf(/<p class="verdict".*?<\/p>/s.exec(html)?.[0] ?? "");
}
