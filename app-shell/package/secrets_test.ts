import { assertEquals } from "@std/assert";
import { readPackageFiles } from "./files.ts";
import { APP_FOLDER } from "./package_fixture.ts";
import { findSecrets } from "./secrets.ts";

const SECRETS: Record<string, string> = {
  "a private key": "-----BEGIN RSA PRIVATE KEY-----",
  "a JWT": `eyJ${"abcdefghij"}.${"klmnop"}.x`,
  "a Basic credential": `Basic ${btoa("key:secret-of-mine")}`,
  "a base64 value": btoa("agillic-key:agillic-secret"),
  "a hexadecimal key": "0123456789abcdef".repeat(2),
  "a random value": "Zq3vT8mWc1RkYb6uHs9dLp2xNf5gJa7e",
};

for (const path of ["manifest.json", "translations/en.json"]) {
  for (const [sort, secret] of Object.entries(SECRETS)) {
    Deno.test(`${sort} in ${path} is found, and not repeated`, () => {
      const bytes = new TextEncoder().encode(`{"text":"Use ${secret} here."}`);
      const faults = findSecrets([{ path, bytes }]);
      const fault = `${path} holds what looks like ${sort}: remove it, and replace it.`;
      assertEquals(faults.filter((found) => found === fault), [fault]);
      assertEquals(faults.some((found) => found.includes(secret)), false);
    });
  }
}

Deno.test("the committed texts hold nothing that looks like a secret", async () => {
  assertEquals(findSecrets(await readPackageFiles(APP_FOLDER)), []);
});
