/** How journeys get a history, and what they read of its verdict. */
import { assertEquals } from "@std/assert";
import type { Place, TestApp } from "../app_fixture.ts";
import { linksOf, textOf } from "./answers.ts";

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

/** The history and each further page, as "Show more" brings them. */
export async function pagesOf(
  app: TestApp,
  path = "/communications",
  place?: Place,
): Promise<string[]> {
  const pages: string[] = [];
  for (let next: string | undefined = path; next !== undefined && pages.length < 20;) {
    const html = await historyOf(app, next, place);
    pages.push(html);
    next = nextPageIn(html);
  }
  return pages;
}

/** What "Show more" asks for. */
export function nextPageIn(html: string): string | undefined {
  return linksOf(html).find((link) => link.includes("before="));
}

/** A channel that can be chosen: its name and count as one text. */
export type ShownChannel = { id: string; value: string; words: string; isChosen: boolean };

/** The channels of the filter, and "All" before them. */
export function channelsIn(html: string): ShownChannel[] {
  const label =
    /<label[^>]*><input type="radio" name="channel" id="([^"]*)" value="([^"]*)"([^>]*)>(.*?)<\/label>/g;
  return [...html.matchAll(label)].map(([, id = "", value = "", rest = "", words = ""]) => ({
    id,
    value: textOf(value),
    words: textOf(words),
    isChosen: rest.includes("checked"),
  }));
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
