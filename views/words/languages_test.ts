import { assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { LANGUAGE_OF_LOCALE } from "../../contract/languages.ts";
import { listSettingLabels } from "../../server/installation/setting_labels.ts";
import { languageOf, LANGUAGES } from "./copy.ts";
import * as languages from "./languages.ts";

Deno.test("a language has a line in the table, a folder of words and the package's texts", async () => {
  const table = [...LANGUAGES].sort();
  assertEquals(await namesIn(new URL(".", import.meta.url), "", true), table);
  const translations = new URL("../../app-shell/package/translations/", import.meta.url);
  assertEquals(await namesIn(translations, ".json", false), table);
});

Deno.test("every language is chosen by its own name as a locale, and no locale chooses another", () => {
  for (const language of LANGUAGES) assertEquals(languageOf(language), language);
  for (const [locale, language] of Object.entries(LANGUAGE_OF_LOCALE)) {
    assertEquals(languageOf(locale), language);
  }
});

Deno.test("every language has the settings' labels in its own words", async () => {
  const english = await listSettingLabels("en");
  for (const language of LANGUAGES) {
    if (language === "en") continue;
    assertNotEquals([...await listSettingLabels(language)], [...english], language);
  }
});

Deno.test("every language names settings in its problems as Zendesk shows them", async () => {
  for (const language of LANGUAGES) {
    const labels = await listSettingLabels(language);
    for (
      const [problem, setting] of [
        ["problem.token_invalid.next", "base64_encoded_token"],
        ["problem.creation_event_missing.next", "double_opt_in_event"],
      ] as const
    ) assertStringIncludes(languages[language].copy[problem], labels.get(setting) ?? "no label");
  }
});

Deno.test("every language tells how to correct each fault of a setting, and which entry", () => {
  const english = Object.entries(languages.en.settingFaults);
  for (const language of LANGUAGES) {
    const texts = Object.entries(languages[language].settingFaults);
    assertEquals(texts.map(withoutWords), english.map(withoutWords), language);
  }
});

async function namesIn(folder: URL, ending: string, folders: boolean): Promise<string[]> {
  const names = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory === folders && name.endsWith(ending)) {
      names.push(name.slice(0, name.length - ending.length));
    }
  }
  return names.sort();
}

function withoutWords([key, text]: [string, string]): [string, boolean] {
  return [key, text.includes("{subject}")];
}
