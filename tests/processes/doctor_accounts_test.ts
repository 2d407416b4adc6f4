import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { APP_ID, open, rowsOf, SECRET, TEST_RECIPIENT } from "./clinic.ts";

const OTHER_SECRET = "hush-hush-hush-hush-hush-hush-hush-hush";
const NONE = { ZENDESK_SUBDOMAINS: "", ZENDESK_APP_ID: "", SETTINGS_SECRETS: "" };
const { title: _, settings_secret: __, ...SETTINGS } = DEFAULT_SETTINGS;
const LIMITS = { events: ["welcome_event"], personData: ["FIRSTNAME"] };

/** Two accounts: the second has its settings on the server, and another app id. */
function accounts(appId = "2") {
  return {
    acme: { appId: APP_ID, settingsSecrets: [SECRET], limits: {} },
    globex: { appId, settingsSecrets: [OTHER_SECRET], settings: SETTINGS, limits: LIMITS },
  };
}

Deno.test("deno task doctor checks every account, and says which one each row is about", async () => {
  await using clinic = await open({ ...NONE, ACCOUNTS: JSON.stringify(accounts()) });
  const settings = await clinic.write("settings.json", {
    ...DEFAULT_SETTINGS,
    settings_secret: SECRET,
  });
  const { code, output } = await clinic.run(
    "--settings",
    settings,
    "--test-recipient",
    TEST_RECIPIENT,
  );
  assertEquals(code, 1);
  assertStringIncludes(output, "The settings are those of the account acme.\n");
  // What to correct comes first, then what is not known.
  assertEquals(rowsOf(output).filter((row) => /acme|globex/.test(row)), [
    "✗ Zendesk App globex",
    "? Limits acme",
    "✓ Zendesk App acme",
    "✓ Limits globex",
  ]);
  assertStringIncludes(output, "has no app with the id 2: nobody can open the sidebar there.");
  assertFalse(output.includes("hush"));
});

Deno.test("deno task doctor --account checks one account alone, with the settings of the server", async () => {
  await using clinic = await open(NONE);
  const limits = { leastCoolDownSeconds: 5 };
  const all = { ...accounts(), globex: { ...accounts(APP_ID).globex, limits } };
  clinic.env.ACCOUNTS_FILE = await clinic.write("accounts.json", all);
  const { code, output, error } = await clinic.run(
    ...["--account", "globex", "--test-recipient", TEST_RECIPIENT],
  );
  assertEquals([code, error], [0, ""]);
  assertStringIncludes(output, "The settings are those of the account globex.\n");
  assertStringIncludes(
    output,
    "No limit is set for events and Person Data: settings may name any.",
  );
  assertEquals(rowsOf(output).filter((row) => /acme|globex/.test(row)), [
    "? Limits globex",
    "✓ Zendesk App globex",
  ]);
});

Deno.test("deno task doctor --account does not take another account's secret", async () => {
  const { acme, globex } = accounts(APP_ID);
  const all = { acme, globex: { ...globex, limits: {} } };
  await using clinic = await open({ ...NONE, ACCOUNTS: JSON.stringify(all) });
  const settings = await clinic.write("settings.json", { settings_secret: SECRET });
  const { code, output } = await clinic.run("--settings", settings, "--account", "globex");
  assertEquals(code, 1);
  assertEquals(rowsOf(output).filter((row) => row.startsWith("✗")), ["✗ Keys"]);
  assertStringIncludes(output, "The secret in Zendesk is not the one that the server knows");
});

Deno.test("deno task doctor ends with 3 when Zendesk or Agillic cannot be reached", async () => {
  for (const away of ["ZENDESK_ORIGIN", "AGILLIC_BASE_URL"]) {
    await using clinic = await open({ [away]: "http://127.0.0.1:1" });
    const settings = await clinic.write("settings.json", {
      ...DEFAULT_SETTINGS,
      settings_secret: SECRET,
    });
    const { code, output } = await clinic.run("--settings", settings);
    assertEquals([away, code], [away, 3]);
    assertStringIncludes(output, "cannot be reached");
  }
});

Deno.test("deno task doctor --help says how it is used, and ends with 0", async () => {
  await using clinic = await open();
  const { code, output, error } = await clinic.run("--help");
  assertEquals([code, error], [0, ""]);
  assertStringIncludes(output, "Usage: deno task doctor [--settings FILE]");
  assertStringIncludes(output, "Exit codes: 0 nothing is red, 1 something is, 2");
  assertEquals(clinic.simulator.calls.length, 0);
});
