import { assertEquals } from "@std/assert";
import { SECRET_NAME, SETTING_NAMES } from "../../contract/settings.ts";
import manifest from "../../app-shell/package/manifest.json" with { type: "json" };
import { listSettingLabels } from "./setting_labels.ts";

const parameters = manifest.parameters.map(({ name }) => name).toSorted();

Deno.test("the manifest asks for what the server reads, and for the secret that signs it", () => {
  assertEquals(parameters, [...SETTING_NAMES, SECRET_NAME].toSorted());
});

for (const language of ["en", "da", "sv", "no", "de"]) {
  Deno.test(`every parameter has a label in ${language}`, async () => {
    const labels = await listSettingLabels(language);
    assertEquals([...labels.keys()].toSorted(), parameters);
  });
}

Deno.test("labels are the language's own, and English for a language that there is not", async () => {
  const labelIn = async (language: string) =>
    (await listSettingLabels(language)).get("base64_encoded_token");
  assertEquals(await labelIn("fr"), await labelIn("en"));
  const translated = (await listSettingLabels("da")).get("enable_recipient_view");
  assertEquals(translated === (await listSettingLabels("en")).get("enable_recipient_view"), false);
});
