import { assertEquals, assertNotEquals } from "@std/assert";
import { fieldLabel } from "./field_label.ts";
import { LANGUAGES } from "./words/copy.ts";
import * as languages from "./words/languages.ts";

Deno.test("a field that nobody has words for is its name as a text", () => {
  const names = {
    FAVOURITE_STORE: "Favourite store",
    KØN: "Køn",
    ADDRESS_1: "Address 1",
    _VIP_: "Vip",
    __: "__",
  };
  for (const [name, label] of Object.entries(names)) {
    assertEquals(fieldLabel("da", name, {}), label);
  }
});

Deno.test("a usual field has words in every language, however the instance spells it", () => {
  const firstName = {
    en: "First name",
    da: "Fornavn",
    sv: "Förnamn",
    no: "Fornavn",
    de: "Vorname",
  };
  for (const language of LANGUAGES) {
    assertEquals(fieldLabel(language, "FIRST_NAME", {}), firstName[language]);
  }
  for (const language of LANGUAGES) {
    const words = Object.values(languages[language].fields);
    assertEquals(words.filter((word) => word.trim() === ""), []);
    assertEquals(new Set(words).size, words.length, language);
    if (language !== "en") assertNotEquals(words, Object.values(languages.en.fields));
  }
});

Deno.test("the settings' label wins, and one for the language before one for all", () => {
  const labels = { "CITY@da": "Bopæl", CITY: "Town", EMAIL: "Mail" };
  assertEquals(fieldLabel("da", "CITY", labels), "Bopæl");
  assertEquals(fieldLabel("de", "CITY", labels), "Town");
  assertEquals(fieldLabel("da", "EMAIL", labels), "Mail");
});
