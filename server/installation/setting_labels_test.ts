import { assertEquals, assertNotEquals } from "@std/assert";
import { SECRET_NAME, SETTING_NAMES } from "../../contract/settings.ts";
import { listSettingLabels } from "./setting_labels.ts";

for (const language of ["en", "da", "sv", "no", "de"]) {
  Deno.test(`every setting, and the secret, has a label in ${language}`, async () => {
    const labels = await listSettingLabels(language);
    assertEquals([...labels.keys()].toSorted(), [...SETTING_NAMES, SECRET_NAME].toSorted());
  });
}

Deno.test("labels are the language's own, and English for a language that there is not", async () => {
  const french = await listSettingLabels("fr");
  const danish = await listSettingLabels("da");
  const english = await listSettingLabels("en");
  assertEquals(french, english);
  assertNotEquals(danish.get("enable_recipient_view"), english.get("enable_recipient_view"));
});
