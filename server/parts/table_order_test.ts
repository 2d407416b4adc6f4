import { assertEquals } from "@std/assert";
import { newestFirst } from "./table_order.ts";

/** The rows' own numbers in the order that they get; each text has the columns A and B. */
function orderOf(texts: readonly string[], columns = ["A", "B"]): number[] {
  const rows = texts.map((text) => {
    const [a = "", b = ""] = text.split("|");
    return new Map(Object.entries({ A: a, B: b }).filter(([, value]) => value !== ""));
  });
  return newestFirst(rows, columns).map((row) => rows.findIndex((each) => each === row) + 1);
}

Deno.test("rows come newest first, by the first column that holds dates", () => {
  const texts = ["x|01.02.2026", "y|03.02.2026 10:00:00", "z|2026-02-02"];
  assertEquals(orderOf(texts), [2, 3, 1]);
  assertEquals(orderOf(["01.01.2026|02.02.2026", "02.01.2026|01.02.2026"]), [2, 1]);
  assertEquals(orderOf(["01.01.2026|02.02.2026", "02.01.2026|01.02.2026"], ["B", "A"]), [1, 2]);
});

Deno.test("rows without a date come last, and rows of one time keep Agillic's order", () => {
  assertEquals(orderOf(["", "01.02.2026", "", "01.02.2026", "02.02.2026"]), [5, 2, 4, 1, 3]);
});

Deno.test("a column with anything but dates orders nothing", () => {
  assertEquals(orderOf(["01.01.2026", "soon", "02.02.2026"]), [1, 2, 3]);
  assertEquals(orderOf(["", ""]), [1, 2]);
});
