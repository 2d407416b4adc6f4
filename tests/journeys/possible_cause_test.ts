import { assertEquals, assertStringIncludes } from "@std/assert";
import { createTestApp, NOW, type TestApp } from "../app_fixture.ts";
import { communicationsOf } from "./answers.ts";
import { nextPageIn } from "./history.ts";

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

/** The rows of an answer, in order; a possible cause begins with ">", and one that says so for all ends with "!". */
async function listIn(app: TestApp, path = "/communications") {
  const html = await (await app.get(path, TICKET)).text();
  const list = communicationsOf(html).map(({ name, html, text }) => {
    const mark = html.includes(" data-cause=") ? "> " : "";
    return `${mark}${name}${text.includes("Possible cause") ? "!" : ""}`;
  });
  return { html, list, next: nextPageIn(html) };
}

Deno.test("what may have caused the ticket is one span, and its first says so, and why on hover", async () => {
  using app = await withHistory([-0.5, 0, 1, 71, 72, 100].map((hours) => sent(hours)));
  const { html, list } = await listIn(app);
  assertEquals(list, ["-0.5 h", "> 0 h!", "> 1 h", "> 71 h", "72 h", "100 h"]);
  assertStringIncludes(html, 'title="Sent in the 72 hours before this ticket was created"');
});

Deno.test("what the customer sent amid the possible causes is none", async () => {
  using app = await withHistory([
    sent(1, "INBOUND_SMS"),
    sent(2),
    sent(3, "INBOUND_SMS"),
    sent(4),
  ]);
  assertEquals((await listIn(app)).list, ["1 h", "> 2 h!", "3 h", "> 4 h"]);
  const ofTheCustomer = await listIn(app, "/communications?channel=INBOUND_SMS");
  assertEquals(ofTheCustomer.list, ["1 h", "3 h"]);
});

Deno.test("a span over the end of a page is marked on both, and said on the first", async () => {
  using app = await withHistory(
    Array.from({ length: 60 }, (_, index) => sent(index < 12 ? index : 100 + index)),
  );
  const first = await listIn(app);
  assertEquals(first.list.at(-1), "> 9 h");
  const second = await listIn(app, first.next);
  assertEquals(second.list.slice(0, 3), ["> 10 h", "> 11 h", "112 h"]);
});
