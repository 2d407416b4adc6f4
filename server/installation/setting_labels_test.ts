import { assertEquals, assertNotEquals } from "@std/assert";
import { SECRET_NAME, SETTING_NAMES, TOKEN_NAME } from "../../contract/settings.ts";
import { LANGUAGES } from "../../views/words/copy.ts";
import { listSettingLabels } from "./setting_labels.ts";

for (const language of LANGUAGES) {
  Deno.test(`every setting, and the secret, has a label in ${language}`, async () => {
    const labels = await listSettingLabels(language);
    assertEquals(
      [...labels.keys()].toSorted(),
      [...SETTING_NAMES, TOKEN_NAME, SECRET_NAME].toSorted(),
    );
  });
}

Deno.test("labels are the language's own", async () => {
  const danish = await listSettingLabels("da");
  const english = await listSettingLabels("en");
  assertNotEquals(danish.get("enable_recipient_view"), english.get("enable_recipient_view"));
});
