import { assertEquals } from "@std/assert";
import { claimsOf, SECRET_NAME, SETTING_NAMES } from "../../app-shell/claims.ts";
import manifest from "../../app-shell/manifest.json" with { type: "json" };
import { listSettingLabels } from "./setting_labels.ts";
import { SETTING_CLAIMS } from "./setting_claims.ts";

const parameters = manifest.parameters.map(({ name }) => name).toSorted();

Deno.test("the manifest asks for what the server reads, and for the secret that signs it", () => {
  assertEquals(parameters, [...Object.keys(SETTING_CLAIMS), SECRET_NAME].toSorted());
});

Deno.test("the shell has signed what the server reads, and never the secret", () => {
  assertEquals([...SETTING_NAMES].toSorted(), Object.keys(SETTING_CLAIMS).toSorted());
  const { installation_id, ...claims } = claimsOf("5678");
  assertEquals(installation_id, "5678");
  for (const name of SETTING_NAMES) assertEquals(claims[name], `{{setting.${name}}}`);
  assertEquals(Object.keys(claims).length, SETTING_NAMES.length);
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
