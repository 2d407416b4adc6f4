import { assertEquals } from "@std/assert";
import { createFormatter } from "./format.ts";
import { type PersonDataValue, showPersonData } from "./person_data.ts";

const english = {
  language: "en",
  formatter: createFormatter({ locale: "en-GB", timeZone: "Europe/London" }),
} as const;
const danish = {
  language: "da",
  formatter: createFormatter({ locale: "da", timeZone: "Europe/Copenhagen" }),
} as const;

const birthday = { kind: "day", raw: "03.04.1986", year: 1986, month: 4, day: 3 } as const;
const basket = { kind: "decimal", raw: "1249.50", number: 1249.5, fractionDigits: 2 } as const;

function assertShown(given: PersonDataValue, inEnglish: string, inDanish: string): void {
  const { raw } = given;
  assertEquals(showPersonData(given, english), { value: inEnglish, raw });
  assertEquals(showPersonData(given, danish), { value: inDanish, raw });
}

Deno.test("what is empty is a single hyphen", () => {
  assertShown({ kind: "empty", raw: "" }, "-", "-");
});

Deno.test("a text stays as it is", () => {
  for (const raw of ["4520304050", '"><script>alert(1)</script>', "javascript:alert(1)"]) {
    assertShown({ kind: "text", raw }, raw, raw);
  }
});

Deno.test("booleans are said in the agent's language", () => {
  assertShown({ kind: "boolean", raw: "TRUE", isTrue: true }, "Yes", "Ja");
  assertShown({ kind: "boolean", raw: "FALSE", isTrue: false }, "No", "Nej");
});

Deno.test("days are said in the agent's language, and no zone moves them", () => {
  assertShown(birthday, "3 Apr 1986", "3. apr. 1986");
});

Deno.test("an instant is read in the agent's time zone", () => {
  const raw = "27.11.2017 14:35:45";
  const instant = { kind: "instant", raw, epochMs: Date.UTC(2017, 10, 27, 13, 35, 45) } as const;
  assertShown(instant, "27 Nov 2017, 13:35", "27. nov. 2017, 14.35");
});

Deno.test("decimals are written as the agent writes them, with all their decimals", () => {
  assertShown(basket, "1,249.50", "1.249,50");
  assertShown({ kind: "decimal", raw: "-0.5", number: -0.5, fractionDigits: 1 }, "-0.5", "-0,5");
});
