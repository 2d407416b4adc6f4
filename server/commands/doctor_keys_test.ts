import { assertEquals } from "@std/assert";
import { checkServerKeys } from "./doctor_keys.ts";

const OPTIONS = { settingsSecret: "", account: null, now: Date.now };

Deno.test("checkServerKeys misses secrets where the server's other variables are, and else leaves them open", async () => {
  const rows = await checkServerKeys({ PUBLIC_URL: "https://agillic.example.com" }, OPTIONS);
  assertEquals(rows.map(({ state, words }) => [state, words.split(":")[0]]), [
    ["red", "SETTINGS_SECRETS is missing"],
    ["red", "SESSION_KEYS is missing"],
  ]);
  const elsewhere = await checkServerKeys({}, OPTIONS);
  assertEquals(elsewhere.map(({ code }) => code), ["keys_elsewhere"]);
});
