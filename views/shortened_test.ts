import { assert, assertEquals } from "@std/assert";
import { beginningOf, shortened, SHOWN } from "./shortened.ts";

Deno.test("shortened() leaves what is short enough, and says that it cut the rest", () => {
  assertEquals(shortened("Welcome", 7), "Welcome");
  assertEquals(shortened("Welcome!", 7), "Welcom…");
  assertEquals(shortened("", 7), "");
  assertEquals(shortened("x".repeat(1_000)).length, SHOWN.line);
});

Deno.test("beginningOf() cuts no character in half, whichever way it falls", () => {
  const text = "a👋b👋";
  const beginnings = Array.from(text, (_, index) => beginningOf(text, index));
  assertEquals(beginnings, ["", "a", "a", "a👋"]);
  assertEquals(beginningOf(text, 5), "a👋b");
  assertEquals(beginningOf(text, 6), text);
  for (let most = 0; most <= text.length; most++) assert(beginningOf(text, most).isWellFormed());
});

Deno.test("beginningOf() cuts no grapheme in half", () => {
  const family = "👨‍👩‍👧‍👦";
  const graphemes = [family, "🇩🇰", "👍🏽", "e\u0301\u0323", "क्षि", "நி", "\r\n"];
  for (const grapheme of graphemes) {
    const text = `ab${grapheme}c`;
    for (let most = 2; most < 2 + grapheme.length; most++) {
      assertEquals(beginningOf(text, most), "ab", JSON.stringify(grapheme));
    }
    assertEquals(beginningOf(text, 2 + grapheme.length), `ab${grapheme}`);
  }
  assertEquals(beginningOf(family.repeat(3), 2 * family.length + 3), family.repeat(2));
});

Deno.test("beginningOf() cuts a grapheme that alone is longer than there is room for", () => {
  assertEquals(beginningOf(`x${"\u0301".repeat(30_000)}`, 20_000).length, 20_000);
  assertEquals(beginningOf("👋👋", 1), "");
});
