import { assertEquals } from "@std/assert";
import { assertFault, faultsAfter, fileWith, fileWithout } from "./package_fixture.ts";

Deno.test("the app in this repository can be packaged", async () => {
  assertEquals(await faultsAfter((files) => files), []);
});

Deno.test("a package without a manifest is refused", async () => {
  await assertFault(fileWithout("manifest.json"), "manifest.json: there is none: restore it.");
});

Deno.test("a manifest that is not JSON is refused", async () => {
  const faults = await faultsAfter(fileWith("manifest.json", '{"name": }'));
  assertEquals(faults.length, 1);
  assertEquals(faults[0]?.startsWith("manifest.json: is not JSON: "), true);
});

Deno.test("a translation that is a list is refused", async () => {
  await assertFault(
    fileWith("translations/da.json", "[]"),
    "translations/da.json: is no JSON object: begin it with {.",
  );
});

Deno.test("a key that is there twice is refused", async () => {
  await assertFault(
    fileWith("manifest.json", '{"name":"Agillic","author":{"url":"a","url":"b"}}'),
    'manifest.json: "author.url" is there twice: remove one.',
  );
});
