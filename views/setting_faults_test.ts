import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { settingFaultWords } from "./setting_faults.ts";
import { LANGUAGES } from "./words/copy.ts";

Deno.test("settingFaultWords() says which entry of a list it is, or that it is the setting", () => {
  const words = (position: number | null) => settingFaultWords("en", "field_name_spaces", position);
  assert(words(2).startsWith("Entry 2 has a space in it. "));
  assert(words(null).startsWith("It has a space in it. "));
  for (const language of LANGUAGES) {
    assertStringIncludes(settingFaultWords(language, "duplicate", 17), "17");
  }
});

Deno.test("settingFaultWords() knows a credential and settings that are too long", () => {
  assertEquals(
    settingFaultWords("en", "holds_credential", null),
    "It contains something that looks like a password or a token: remove it.",
  );
  assertEquals(
    settingFaultWords("en", "too_long", null),
    "Together the settings are longer than 16,000 characters: shorten them.",
  );
});
