import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { settingFaultWords } from "./setting_faults.ts";
import { LANGUAGES } from "./words/copy.ts";

Deno.test("settingFaultWords() says which entry of a list it is, or that it is the setting", () => {
  const words = (position: number | null) =>
    settingFaultWords("en", {
      parameter: "person_data_field_list",
      code: "field_name_spaces",
      position,
    });
  assert(words(2).startsWith("Entry 2 has a space in it. "));
  assert(words(null).startsWith("It has a space in it. "));
  assert(
    settingFaultWords("en", { parameter: "more_events", code: "not_allowed", position: 2 })
      .startsWith("Line 2 is not among"),
  );
  for (const language of LANGUAGES) {
    const fault = { parameter: "more_events", code: "line_malformed", position: 17 } as const;
    assertStringIncludes(settingFaultWords(language, fault), "17");
  }
});

Deno.test("settingFaultWords() knows a credential and settings that are too long", () => {
  assertEquals(
    settingFaultWords("en", {
      parameter: "event_1_label",
      code: "holds_credential",
      position: null,
    }),
    "It contains something that looks like a password or a token: remove it.",
  );
  assertEquals(
    settingFaultWords("en", { parameter: "event_1_label", code: "too_long", position: null }),
    "Together the settings are longer than 16,000 characters: shorten them.",
  );
});
