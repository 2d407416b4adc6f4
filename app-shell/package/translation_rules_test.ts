import { assertEquals } from "@std/assert";
import { appTextsWith, assertFault, fileWith, parameterTextsWith } from "./package_fixture.ts";
import { faultsAfter } from "./package_fixture.ts";

for (const locale of ["EN", "english", "en_GB", "da-Danish"]) {
  Deno.test(`a translation called ${locale}.json is refused`, async () => {
    await assertFault(
      fileWith(`translations/${locale}.json`, "{}"),
      `translations/${locale}.json: the name is no locale of Zendesk's: rename it like en.json or pt-br.json.`,
    );
  });
}

for (const key of ["name", "short_description", "long_description", "installation_instructions"]) {
  Deno.test(`a translation without ${key} is refused`, async () => {
    await assertFault(
      appTextsWith("da", { [key]: undefined }),
      `translations/da.json: app.${key} is missing: write it.`,
    );
  });
}

Deno.test("a short description may have 80 characters and no more", async () => {
  const of = (length: number) => appTextsWith("da", { short_description: "x".repeat(length) });
  assertEquals(await faultsAfter(of(80)), []);
  await assertFault(
    of(81),
    "translations/da.json: app.short_description is 81 characters: shorten it to 80.",
  );
});

for (const key of ["label", "helpText"]) {
  Deno.test(`a parameter without a ${key} is refused`, async () => {
    await assertFault(
      parameterTextsWith("sv", "event_2_name", { [key]: " " }),
      `translations/sv.json: app.parameters.event_2_name.${key} is missing: write it.`,
    );
  });
}

Deno.test("texts of a parameter that the manifest does not have are refused", async () => {
  await assertFault(
    parameterTextsWith("de", "event_4_name", { label: "Event 4", helpText: "Vier" }),
    "translations/de.json: app.parameters.event_4_name is no parameter of the manifest: remove or rename it.",
  );
});
