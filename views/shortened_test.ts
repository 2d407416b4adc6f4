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
