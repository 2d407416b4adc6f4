import { assertEquals } from "@std/assert";
import { readFlag } from "./flags.ts";

Deno.test("a flag is yes, no, or not known", () => {
  const readings: [boolean | null, string[]][] = [
    [true, ["TRUE", "true", " Yes ", "y", "1", "27.11.2017 14:35:45"]],
    [false, ["FALSE", "no", "N", "0", "never"]],
    [null, ["", " ", "-", "n/a", "N/A", "null", "none", "perhaps"]],
  ];
  for (const [read, texts] of readings) {
    for (const text of texts) {
      assertEquals(readFlag(new Map([["MEMBER", text]]), "MEMBER"), read, text);
    }
  }
  assertEquals(readFlag(new Map(), "MEMBER"), null);
});
