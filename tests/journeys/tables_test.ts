import { assert, assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { read } from "./actions.ts";
import { problemsOf, textOf } from "./answers.ts";

const CALL = "GET /recipients/:id/oneToManyTables/:table";
const SETTINGS = { tables: "ORDERS: order_date, Total, PAID, NOTE | Orders & returns" };
const BUSY = { "Requester-Email": "busy@example.dk" };

/** The cells, row by row, the headings first. */
function cellsIn(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => textOf(cell))
  );
}

async function start(
  settings: Record<string, string | boolean> = SETTINGS,
): Promise<TestApp & Disposable> {
  return await createTestApp({ settings });
}

Deno.test("a table shows its configured columns, typed, and the newest rows first", async () => {
  for (const columnCase of ["upper", "lower"] as const) {
    using app = await start();
    app.agillic.set({ columnCase });
    const { status, html } = await read(app.get("/tables/ORDERS"));
    assertEquals(status, 200);
    assertEquals(cellsIn(html), [
      ["order_date", "Total", "PAID", "NOTE"],
      ["Feb 1, 2026, 10:12 AM", "123.50", "No", "-"],
      ["Jan 23, 2026, 10:12 AM", "86.50", "Yes", "-"],
      ["Jan 14, 2026, 10:12 AM", "49.50", "Yes", "Ring the bell & wait"],
    ]);
    assertFalse(html.includes("20002"), "a column that is not configured was sent");
    assertEquals(app.agillic.calls.length, 1);
  }
});

Deno.test("the recipient leaves each table closed, and asks for nothing of it", async () => {
  using app = await start();
  const { html } = await read(app.get("/recipient"));
  assert(/<details data-table="ORDERS"><summary [^>]*>Orders &amp; returns<\/summary>/.test(html));
  assertStringIncludes(html, 'hx-trigger="intersect once" hx-get="/tables/ORDERS"');
  assertFalse(app.agillic.counts.has(CALL));
});

Deno.test("of many rows the newest fifty are shown, and counted", async () => {
  using app = await start();
  const { html } = await read(app.get("/tables/ORDERS", BUSY));
  const [, first, ...rest] = cellsIn(html);
  assertEquals([first?.[0], rest.length], ["Feb 1, 2026, 10:12 AM", 49]);
  assertStringIncludes(textOf(html), "50 of 120 rows");
  assertStringIncludes(html, 'data-announce="Orders &amp; returns: 120 rows"');
});

Deno.test("a recipient without rows is said to have none, in each envelope", async () => {
  for (const tableEnvelope of ["records", "array", "no_content"] as const) {
    using app = await start();
    app.agillic.set({ tableEnvelope });
    const { html } = await read(
      app.get("/tables/ORDERS", { "Requester-Email": "empty@example.dk" }),
    );
    assertEquals(textOf(html), "No rows for this recipient.");
  }
});

Deno.test("a column that Agillic does not have is empty, and said to be none once that is known", async () => {
  using app = await start({ tables: "ORDERS: ORDER_NO, DISCOUNT" });
  const first = await read(app.get("/tables/ORDERS"));
  assertEquals(cellsIn(first.html).slice(0, 2), [["ORDER_NO", "DISCOUNT"], ["20000", "-"]]);
  await app.get("/setup");
  const then = await read(app.get("/tables/ORDERS"));
  assertEquals(cellsIn(then.html)[0], ["ORDER_NO", "DISCOUNT Not a column in Agillic"]);
});

Deno.test("a table that Agillic does not have is a problem that says so", async () => {
  using app = await start();
  app.agillic.set({ unknownTables: ["ORDERS"] });
  const { status, html } = await read(app.get("/tables/ORDERS"));
  assertEquals([status, problemsOf(html)], [404, ["table_not_found"]]);
  assertStringIncludes(textOf(html), "corrects “Tables” in the app’s settings");
  assertFalse(html.includes("Try again"));
});

Deno.test("only configured tables are answered, and what was asked for is not repeated", async () => {
  using app = await start();
  for (const name of ["EMAIL_STATUS", "orders", encodeURIComponent("<b>x</b>")]) {
    const { status, html } = await read(app.get(`/tables/${name}`));
    assertEquals([status, problemsOf(html)], [404, ["table_not_found"]], name);
    assertFalse(html.includes(name) || html.includes("<b>"), name);
  }
  assertEquals(app.agillic.calls.length, 0);
  using off = await start({ ...SETTINGS, enable_recipient_view: false });
  assertEquals((await read(off.get("/tables/ORDERS"))).html, "");
  assertEquals(off.agillic.calls.length, 0);
});

Deno.test("a table that fails says so in its own place, and can be tried again there", async () => {
  using app = await start();
  app.agillic.set({ failNext: 9, failStatus: 500 });
  const failed = await read(app.get("/tables/ORDERS"));
  assertEquals([failed.status, problemsOf(failed.html)], [502, ["agillic_unavailable"]]);
  assertStringIncludes(failed.html, 'hx-get="/tables/ORDERS" hx-target="#rows-ORDERS"');
  assertFalse(failed.html.includes("<section"));
  app.agillic.set({ failNext: 0 });
  assertEquals((await read(app.get("/tables/ORDERS"))).status, 200);
});

Deno.test("a value that is long or is markup harms nobody", async () => {
  const rows = [{ NOTE: "x".repeat(500) }, { NOTE: "<script>alert(1)</script>" }];
  using app = await createTestApp({
    settings: { tables: "ORDERS: NOTE" },
    intercept: ({ pathname }) => pathname.endsWith("/ORDERS") ? Response.json(rows) : undefined,
  });
  const { html } = await read(app.get("/tables/ORDERS"));
  assertStringIncludes(html, `<td>${"x".repeat(200)}…</td>`);
  assertStringIncludes(html, "&lt;script&gt;");
});
