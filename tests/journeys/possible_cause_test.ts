import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp, NOW, type TestApp } from "../app_fixture.ts";
import { linksOf, textOf, withoutTemplates } from "./answers.ts";

const HOUR_MS = 3_600_000;
const CREATED_AT = NOW - HOUR_MS;
const TICKET = { "Ticket-Created-At": new Date(CREATED_AT).toISOString() };

/** A row so many hours before the ticket. */
function sent(hours: number, communicationType = "EMAIL") {
  return {
    communicationId: `${hours} h`,
    communicationType,
    executionTimestamp: new Date(CREATED_AT - hours * HOUR_MS).toISOString(),
  };
}

function withHistory(rows: unknown[]) {
  return createTestApp({ intercept: () => Response.json(rows) });
}

/** The headings and rows of an answer, in order; a row that is marked as a possible cause begins with ">". */
async function listIn(app: TestApp, path = "/communications") {
  const html = await (await app.get(path, TICKET)).text();
  const list = [...withoutTemplates(html).matchAll(/<li(?=[ >])([^>]*)>.*?<(strong|h3)>(.*?)</gs)]
    .map(([, attributes = "", element, words = ""]) => {
      if (element === "h3") return words.toUpperCase();
      return attributes.includes("data-cause") ? `> ${words}` : words;
    });
  return { html, list, next: linksOf(html).find((link) => link.includes("before=")) };
}

Deno.test("what may have caused the ticket is one span under one heading", async () => {
  using app = await withHistory([-0.5, 0, 1, 71, 72, 100].map((hours) => sent(hours)));
  const { html, list } = await listIn(app);
  assertEquals(list, [
    "-0.5 h",
    "POSSIBLE CAUSE",
    "> 0 h",
    "> 1 h",
    "> 71 h",
    "EARLIER",
    "72 h",
    "100 h",
  ]);
  assertEquals(textOf(html).match(/Possible cause/g)?.length, 1);
  assertStringIncludes(textOf(html), "Sent in the 72 hours before this ticket was created");
});

Deno.test("one possible cause is a span, and a history that ends with it needs no other heading", async () => {
  using app = await withHistory([sent(-0.5), sent(1)]);
  assertEquals((await listIn(app)).list, ["-0.5 h", "POSSIBLE CAUSE", "> 1 h"]);
});

Deno.test("what the customer sent amid the possible causes is none, and says so", async () => {
  using app = await withHistory([
    sent(1, "INBOUND_SMS"),
    sent(2),
    sent(3, "INBOUND_SMS"),
    sent(4),
    sent(5, "INBOUND_SMS"),
  ]);
  const { html, list } = await listIn(app);
  assertEquals(list, ["1 h", "POSSIBLE CAUSE", "> 2 h", "3 h", "> 4 h", "EARLIER", "5 h"]);
  assertEquals(textOf(html).match(/From the customer: not a cause/g)?.length, 1);

  const ofTheCustomer = await listIn(app, "/communications?channel=INBOUND_SMS");
  assertEquals(ofTheCustomer.list, ["1 h", "3 h", "5 h"]);
});

Deno.test("a span over the end of a page has its heading on the first, and its end on the next", async () => {
  using app = await withHistory(
    Array.from({ length: 60 }, (_, index) => sent(index < 30 ? index : 100 + index)),
  );
  const first = await listIn(app);
  assertEquals(first.list.slice(0, 2), ["POSSIBLE CAUSE", "> 0 h"]);
  assertEquals(first.list.at(-1), "> 24 h");
  const second = await listIn(app, first.next);
  assertEquals(second.list.slice(0, 7), [
    "> 25 h",
    "> 26 h",
    "> 27 h",
    "> 28 h",
    "> 29 h",
    "EARLIER",
    "130 h",
  ]);
  assertEquals((await listIn(app, second.next)).list.filter((item) => /^[A-Z]/.test(item)), []);
});

Deno.test("a heading that begins a page takes the focus, and the row behind it does not", async () => {
  const spans = [
    [Array.from({ length: 60 }, (_, index) => sent(index - 25)), "POSSIBLE CAUSE"],
    [Array.from({ length: 60 }, (_, index) => sent(index < 25 ? index : 100 + index)), "EARLIER"],
  ] as const;
  for (const [rows, heading] of spans) {
    using app = await withHistory(rows);
    const { next } = await listIn(app);
    const { html, list } = await listIn(app, next);
    assertEquals(list[0], heading);
    assertEquals(html.match(/ tabindex="-1"/g)?.length, 1);
    assertMatch(html, /^<li[^>]* tabindex="-1"><h3>/);
  }
});
