import { assertFault, manifestWith } from "./package_fixture.ts";

for (
  const key of ["name", "author", "version", "frameworkVersion", "defaultLocale", "location"]
) {
  Deno.test(`a manifest without ${key} is refused`, async () => {
    await assertFault(
      manifestWith({ [key]: undefined }),
      `manifest.json: "${key}" is missing: add it.`,
    );
  });
}

Deno.test("an author without an email is refused", async () => {
  await assertFault(
    manifestWith({ author: { name: "Agillic", url: "https://agillic.com" } }),
    'manifest.json: "author.email" is missing: add it.',
  );
});

Deno.test("a version that is a number is refused", async () => {
  await assertFault(
    manifestWith({ version: 1.2 }),
    'manifest.json: "version" is 1.2: write it as a string.',
  );
});

Deno.test("private that is a string is refused", async () => {
  await assertFault(
    manifestWith({ private: "true" }),
    'manifest.json: "private" is "true": write true or false.',
  );
});

Deno.test("a frameworkVersion that is the number 2 is refused", async () => {
  await assertFault(
    manifestWith({ frameworkVersion: 2 }),
    'manifest.json: "frameworkVersion" is 2: write the string "2.0".',
  );
});

Deno.test("terms on an http address are refused", async () => {
  await assertFault(
    manifestWith({ termsConditionsURL: "http://agillic.com/terms" }),
    'manifest.json: "termsConditionsURL" is "http://agillic.com/terms": give an https:// address.',
  );
});

Deno.test("an author's address that is none is refused", async () => {
  await assertFault(
    manifestWith({ author: { name: "Agillic", email: "a@agillic.com", url: "agillic.com" } }),
    'manifest.json: "author.url" is "agillic.com": give an https:// address.',
  );
});

Deno.test("a default locale without its texts is refused", async () => {
  await assertFault(
    manifestWith({ defaultLocale: "fi" }),
    'manifest.json: "defaultLocale" is "fi" but translations/fi.json is missing: add it, or name a locale that is there.',
  );
});
