import { assertEquals, assertThrows } from "@std/assert";
import { parseFilter } from "./filter.ts";
import { Refusal } from "./refusal.ts";

Deno.test("a filter compares, quotes, and joins by and before or", () => {
  assertEquals(parseFilter("EMAIL==a+b@example.dk"), [
    [{ field: "EMAIL", equal: true, value: "a+b@example.dk" }],
  ]);
  assertEquals(
    parseFilter(`EMAIL=="o'brien/kent@example.ie"`)[0]?.[0]?.value,
    "o'brien/kent@example.ie",
  );
  assertEquals(parseFilter(String.raw`EMAIL=='o\'brien'`)[0]?.[0]?.value, "o'brien");
  assertEquals(parseFilter("A==1;B!=2,C==3"), [
    [{ field: "A", equal: true, value: "1" }, { field: "B", equal: false, value: "2" }],
    [{ field: "C", equal: true, value: "3" }],
  ]);
});

Deno.test("a filter with a reserved character outside quotes, or cut short, is refused", () => {
  const faulty = [
    "",
    "EMAIL",
    "EMAIL==",
    "EMAIL=a",
    "EMAIL==o'brien",
    "EMAIL==a b",
    "A==1;",
    "A==(1)",
  ];
  for (const rsql of faulty) {
    assertThrows(() => parseFilter(rsql), Refusal, "The filter is not RSQL");
  }
});
