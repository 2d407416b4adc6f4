/** What the history brings for the answer card. */
import { assert, assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp, NOW } from "../app_fixture.ts";
import { textOf } from "./answers.ts";
import { historyOf, verdictOf } from "./history.ts";
import { causesIn, linesIn, sidebarOf } from "./summary.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CREATED_AT = NOW - HOUR_MS;
const TICKET = { "Ticket-Created-At": new Date(CREATED_AT).toISOString() };
const WITHOUT_TICKET = { "Ticket-Created-At": "", "Ticket-Id": "" };

/** A mail of this time (epoch ms, or as Agillic writes it). */
function sent(at: number | string, communicationId = "Mail", communicationType = "EMAIL") {
  const executionTimestamp = typeof at === "number" ? new Date(at).toISOString() : at;
  return { communicationId, communicationType, executionTimestamp };
}

/** An app whose Agillic has this history, and else what it always has. */
function withHistory(rows: unknown[]) {
  return createTestApp({
    intercept: ({ pathname }) =>
      pathname.endsWith(":listCommunicationHistory") ? Response.json(rows) : undefined,
  });
}

function countsIn(html: string): string {
  return /Sent: \d+ in 7 days, \d+ in 30 days/.exec(textOf(html))?.[0] ?? "";
}

Deno.test("the history brings the verdict, the latest, how many, and what came before the ticket", async () => {
  using app = await createTestApp();
  const html = await historyOf(app);
  assertEquals(verdictOf(html), "4 of 7 e-mails opened");
  const text = textOf(linesIn(html));
  assertStringIncludes(text, "Latest: How was your order? Opened Feb 10, 5:52");
  assertEquals(countsIn(html), "Sent: 4 in 7 days, 7 in 30 days");
  assertEquals(causesIn(html).map(([words]) => words), [
    "How was your order? 4 h before the ticket",
    "Your parcel is ready 30 h before the ticket",
    "and 1 more",
  ]);
  for (const [, href] of causesIn(html)) assertStringIncludes(html, `id="${href.slice(1)}"`);
  for (const id of ["summary-verdict", "summary-history"]) {
    assertEquals(
      [...html.matchAll(new RegExp(`<div id="${id}"[^>]* hx-swap-oob="true"`, "g"))].length,
      1,
    );
  }
});

Deno.test("a filter changes no number of the card, and an older page brings none", async () => {
  using app = await createTestApp();
  const all = await historyOf(app);
  for (const channel of ["EMAIL", "PRINT", "FAX"]) {
    const filtered = await historyOf(app, `/communications?channel=${channel}`);
    assertEquals(textOf(linesIn(filtered)), textOf(linesIn(all)), channel);
    assertEquals(verdictOf(filtered), verdictOf(all), channel);
    assertEquals(causesIn(filtered), causesIn(all), channel);
  }
  const older = await historyOf(app, "/communications?before=1.0");
  assertFalse(older.includes("summary-"));
});

Deno.test("of several at one moment each line leads to its own row, whatever the filter", async () => {
  const at = CREATED_AT - 2 * HOUR_MS;
  using app = await withHistory([sent(at, "By mail"), sent(at, "By text", "SMS")]);
  for (const path of ["/communications", "/communications?channel=SMS"]) {
    const html = await historyOf(app, path, TICKET);
    for (const [words, href] of causesIn(html)) {
      const row = new RegExp(`<li [^>]*id="${href.slice(1)}".*?</li>`, "s").exec(html)?.[0];
      if (row) assertStringIncludes(words, textOf(/<strong>(.*?)</.exec(row)?.[1] ?? "?"));
      else assert(path.includes("channel"), href);
    }
  }
});

Deno.test("a line whose row is on a later page names the row that the list can begin at", async () => {
  const later = Array.from({ length: 30 }, (_, index) => sent(NOW - index * 60_000, `${index}`));
  using app = await withHistory([...later, sent(CREATED_AT - HOUR_MS, "The cause")]);
  const html = await historyOf(app, "/communications", TICKET);
  const [[words, href = ""] = []] = causesIn(html);
  assertEquals(words, "The cause 1 h before the ticket");
  assertStringIncludes(html, `data-leads-to="${href.slice(1)}"`);
  assertFalse(html.includes(`id="${href.slice(1)}"`));
  const key = href.slice("#communication-".length);
  const begun = await historyOf(app, `/communications?from=${key}`, TICKET);
  assertMatch(begun, new RegExp(`<li data-communication[^>]* id="${href.slice(1)}"`));
});

Deno.test("seven days and thirty are whole days where the agent is", async () => {
  // It is 10:12 in Copenhagen, and 22:12 on the same day in Auckland.
  const startInCopenhagen = Date.UTC(2026, 1, 2, 23);
  const startInAuckland = Date.UTC(2026, 1, 2, 11);
  using app = await withHistory([
    sent(startInCopenhagen),
    sent(startInCopenhagen - 1_000),
    sent(startInAuckland),
    sent(startInAuckland - 1_000),
    sent("03.02.2026"),
    sent("02.02.2026"),
    sent("11.01.2026"),
    sent("10.01.2026"),
    sent(NOW - HOUR_MS, "STOP", "INBOUND_SMS"),
    sent(NOW + DAY_MS),
    { communicationId: "No time", communicationType: "EMAIL" },
  ]);
  const counts = {
    "Europe/Copenhagen": "Sent: 2 in 7 days, 7 in 30 days",
    "Pacific/Auckland": "Sent: 4 in 7 days, 7 in 30 days",
  };
  for (const [zone, words] of Object.entries(counts)) {
    assertEquals(
      countsIn(await historyOf(app, "/communications", { "Agent-Time-Zone": zone })),
      words,
    );
  }
});

Deno.test("before the ticket are 72 hours, nothing of the customer's, and two lines with the rest", async () => {
  using app = await withHistory([
    sent(CREATED_AT + 1_000, "After"),
    sent(CREATED_AT, "At once"),
    sent(CREATED_AT - HOUR_MS, "STOP", "INBOUND_SMS"),
    sent("09.02.2026", "Some time that day"),
    sent(CREATED_AT - 70 * HOUR_MS, "Third"),
    sent(CREATED_AT - 72 * HOUR_MS + 1_000, "Fourth"),
    sent(CREATED_AT - 72 * HOUR_MS, "Too early"),
  ]);
  const html = await historyOf(app, "/communications", TICKET);
  assertEquals(causesIn(html).map(([words]) => words), [
    "At once <1 h before the ticket",
    "Some time that day Feb 9",
    "and 2 more",
  ]);
  const [, , [, third = ""] = []] = causesIn(html);
  assertStringIncludes(html, ` id="${third.slice(1)}" tabindex="-1"`);
});

Deno.test("without a ticket's date nothing is said of before it; where there was nothing, that is said", async () => {
  using app = await withHistory([sent(NOW - 20 * DAY_MS)]);
  const none = "Nothing sent in the 72 h before the ticket";
  assertStringIncludes(textOf(await historyOf(app, "/communications", TICKET)), none);
  for (const place of [WITHOUT_TICKET, { "Ticket-Created-At": "2025-10-01T09:00:00Z" }]) {
    const html = await historyOf(app, "/communications", place);
    assertFalse(textOf(html).includes(none));
    assertFalse(html.includes("data-causes"));
    assertFalse((await sidebarOf(app, place)).includes("data-causes"));
  }
});

Deno.test("an empty history is said once, beside what else keeps mail from arriving", async () => {
  using app = await withHistory([]);
  const empty = "Nothing sent in the past three months";
  const html = await historyOf(app);
  assertEquals([verdictOf(html), textOf(linesIn(html)).includes(empty)], [empty, false]);
  const state = { "Recipient-State": "malformed" };
  const malformed = await (await app.get("/communications", {}, state)).text();
  assertStringIncludes(verdictOf(malformed), "malformed");
  assertStringIncludes(textOf(linesIn(malformed)), empty);
});
