/** What journeys of the answer card do and read. */
import type { Place, TestApp } from "../app_fixture.ts";
import { textOf } from "./answers.ts";

/** The sidebar for mette@example.dk, unless `place` says otherwise. */
export async function sidebarOf(app: TestApp, place: Place = {}): Promise<string> {
  return await (await app.get("/sidebar", place)).text();
}

/** What a history brings for the card. */
export function linesIn(html: string): string {
  return /<div id="summary-history".*$/s.exec(html)?.[0] ?? "";
}

/** The lines of what was sent before the ticket: what is read, and where each leads. */
export function causesIn(html: string): [words: string, href: string][] {
  return [
    ...linesIn(html).matchAll(/<a (?:class="bare" )?id="summary-\S+" href="([^"]*)".*?<\/a>/gs),
  ]
    .map(([link, href = ""]) => [textOf(link), href]);
}
