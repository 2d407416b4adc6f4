import { assertEquals } from "@std/assert";
import { parsePersonDataValue, type PersonDataValue } from "./person_data.ts";

function kindsOf(texts: readonly string[]): PersonDataValue["kind"][] {
  return [...new Set(texts.map((text) => parsePersonDataValue(text).kind))];
}

function instantOf(raw: string): string {
  const value = parsePersonDataValue(raw);
  return value.kind === "instant" ? new Date(value.epochMs).toISOString() : value.kind;
}

Deno.test("parsePersonDataValue takes absent and blank for empty", () => {
  for (const raw of ["", "  ", undefined]) {
    assertEquals(parsePersonDataValue(raw), { kind: "empty", raw: "" });
  }
});

Deno.test("parsePersonDataValue reads booleans however they are written", () => {
  for (const raw of ["TRUE", "true", "True"]) {
    assertEquals(parsePersonDataValue(raw), { kind: "boolean", raw, isTrue: true });
  }
  assertEquals(parsePersonDataValue(" FALSE "), { kind: "boolean", raw: "FALSE", isTrue: false });
});

Deno.test("parsePersonDataValue reads days in both of Agillic's forms", () => {
  for (const raw of ["03.04.1986", "1986-04-03"]) {
    assertEquals(parsePersonDataValue(raw), { kind: "day", raw, year: 1986, month: 4, day: 3 });
  }
});

Deno.test("parsePersonDataValue takes a date with its midnight for a day", () => {
  for (const raw of ["03.04.1986 00:00:00", "1986-04-03T00:00:00", "1986-04-03T00:00:00Z"]) {
    assertEquals(parsePersonDataValue(raw), { kind: "day", raw, year: 1986, month: 4, day: 3 });
  }
});

Deno.test("parsePersonDataValue takes a time without a zone for Danish", () => {
  assertEquals(instantOf("27.11.2017 14:35:45"), "2017-11-27T13:35:45.000Z");
  assertEquals(instantOf("2017-06-01T14:35:45"), "2017-06-01T12:35:45.000Z");
  assertEquals(instantOf("2017-11-27T14:35:45Z"), "2017-11-27T14:35:45.000Z");
  assertEquals(instantOf("2017-11-27T14:35:45.123+02:00"), "2017-11-27T12:35:45.123Z");
});

Deno.test("parsePersonDataValue reads Danish time as the history does when the clock is changed", () => {
  assertEquals(instantOf("29.03.2026 01:59:00"), "2026-03-29T00:59:00.000Z");
  assertEquals(instantOf("29.03.2026 02:30:00"), "2026-03-29T01:30:00.000Z");
  assertEquals(instantOf("29.03.2026 03:00:00"), "2026-03-29T01:00:00.000Z");
  assertEquals(instantOf("25.10.2026 01:59:00"), "2026-10-24T23:59:00.000Z");
  assertEquals(instantOf("25.10.2026 02:30:00"), "2026-10-25T00:30:00.000Z");
  assertEquals(instantOf("25.10.2026 03:00:00"), "2026-10-25T02:00:00.000Z");
});

Deno.test("parsePersonDataValue counts a decimal's digits", () => {
  assertEquals(parsePersonDataValue("1249.50"), {
    kind: "decimal",
    raw: "1249.50",
    number: 1249.5,
    fractionDigits: 2,
  });
  assertEquals(kindsOf(["-0.5", "0.123456", "123456789012.5"]), ["decimal"]);
});

Deno.test("parsePersonDataValue leaves a text what only looks like a number, a day or a time", () => {
  const texts = [
    "4520304050",
    "2100",
    "00.50",
    "1.2.3",
    "12,50",
    "31.02.2020",
    "2020-13-01",
    "2020-01-00",
    "0001-01-01",
    "03.04.0086",
    "00.00.0000 00:00:00",
    "27.11.2017 24:00:00",
    "03.04.86",
    "27.11.2017 25:00:00",
    "yes",
    "1e5",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
  ];
  for (const raw of texts) assertEquals(parsePersonDataValue(raw), { kind: "text", raw });
});
