import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import {
  assertNothingChanged,
  LIMITS,
  open,
  rowsOf,
  SECRET,
  SESSION_KEY,
  TEST_RECIPIENT,
} from "./clinic.ts";

Deno.test("deno task doctor finds everything good against the simulator", async () => {
  await using clinic = await open(LIMITS);
  const settings = await clinic.write("settings.json", {
    ...DEFAULT_SETTINGS,
    settings_secret: SECRET,
  });

  const { code, output, error } = await clinic.run(
    "--settings",
    settings,
    "--test-recipient",
    TEST_RECIPIENT,
  );

  assertEquals([code, error], [0, ""]);
  assertEquals(rowsOf(output), [
    "✓ Settings",
    "✓ Base64 Encoded Token",
    "✓ Person Data Field List",
    "✓ Email Person Data Field",
    "✓ Event 1",
    "✓ Event 2",
    "✓ Event 3",
    "✓ Double Opt-in Event for Creation",
    "✓ Store for actions",
    "✓ Clock",
    "✓ Keys",
    "✓ Actions",
    "✓ Zendesk App",
    "✓ Limits",
    "✓ Environment",
  ]);
  assertMatch(output, /^Agillic sidebar \d+\.\d+\.\d+, Deno\/\S+\nConfiguration check of .* UTC, /);
  assertStringIncludes(output, "\nEverything checked works\n");
  for (
    const secret of [
      "@",
      "agillic-secret",
      String(DEFAULT_SETTINGS.base64_encoded_token),
      SECRET,
      SESSION_KEY,
    ]
  ) assertFalse(output.includes(secret), secret);
  assertNothingChanged(clinic);
  assertEquals(clinic.simulator.calls.length, 5);
  // The database is not there yet, and trying did not leave one.
  assertEquals((await Array.fromAsync(Deno.readDir(clinic.folder))).map(({ name }) => name), [
    "settings.json",
  ]);
});

Deno.test("deno task doctor reads settings and secrets from the environment or an env file", async () => {
  await using clinic = await open(LIMITS);
  const settings = Object.entries(DEFAULT_SETTINGS)
    .filter(([name]) => name !== "title" && name !== "settings_secret")
    .map(([name, value]) => [name.toUpperCase(), String(value)]);
  clinic.env = { ...clinic.env, ...Object.fromEntries(settings) };
  const fromEnvironment = await clinic.run();
  assertEquals([fromEnvironment.code, fromEnvironment.error], [0, ""]);
  assertStringIncludes(
    fromEnvironment.output,
    "? Event 1: The event “welcome_event” cannot be checked without a test recipient. [test_recipient_missing]\n  → Name a recipient who is in Agillic: --test-recipient EMAIL.",
  );

  const file = await clinic.write(
    ".env",
    Object.entries(clinic.env).map(([name, value]) => `${name}='${value}'`).join("\n"),
  );
  clinic.env = {};
  const fromFile = await clinic.run("--env", file, "--test-recipient", TEST_RECIPIENT);
  assertEquals([fromFile.code, fromFile.error], [0, ""]);
  assertEquals(rowsOf(fromFile.output).filter((row) => !row.startsWith("✓")), []);
});

Deno.test("deno task doctor leaves open what it cannot see from here", async () => {
  await using clinic = await open();
  const { AGILLIC_BASE_URL } = clinic.env;
  clinic.env = { AGILLIC_BASE_URL: AGILLIC_BASE_URL ?? "" };
  const settings = await clinic.write("settings.json", DEFAULT_SETTINGS);
  const { code, output } = await clinic.run(
    "--settings",
    settings,
    "--test-recipient",
    TEST_RECIPIENT,
  );
  assertEquals(code, 0);
  assertEquals(rowsOf(output).filter((row) => !row.startsWith("✓")), [
    "? Store for actions",
    "? Keys",
    "? Environment",
  ]);
  assertStringIncludes(output, "\nEverything checked works. 3 things could not be checked\n");
});

Deno.test("deno task doctor --json prints the same for programs", async () => {
  await using clinic = await open();
  const settings = await clinic.write("settings.json", {
    ...DEFAULT_SETTINGS,
    settings_secret: SECRET,
    event_1_name: TEST_RECIPIENT,
  });
  const { code, output } = await clinic.run(
    "--json",
    "--settings",
    settings,
    "--test-recipient",
    TEST_RECIPIENT,
  );
  assertEquals(code, 1);
  const { red, rows, at } = JSON.parse(output);
  assertEquals(red, 1);
  assertMatch(at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  assertEquals(rows.length, 15);
  assertEquals(rows[0], {
    state: "red",
    title: "Event 1",
    words: "The event “…” is not valid in this Agillic instance. (Error Response Code: 404)",
    next: "Correct the Agillic event name in “Event 1 Name” in the app’s settings.",
    code: "event_not_valid",
    status: 404,
  });
  assertFalse(output.includes("@"));
});

Deno.test("deno task doctor uses a database that is there, and leaves it as it was", async () => {
  await using clinic = await open();
  {
    using kv = await Deno.openKv(clinic.env.KV_PATH);
    await kv.set(["kept"], 1);
  }
  const settings = await clinic.write("settings.json", DEFAULT_SETTINGS);
  const { output } = await clinic.run("--settings", settings);
  assertStringIncludes(output, "✓ Store for actions");
  using kv = await Deno.openKv(clinic.env.KV_PATH);
  assertEquals((await Array.fromAsync(kv.list({ prefix: [] }))).map(({ key }) => key), [["kept"]]);
});

Deno.test("deno task doctor says where Deno reads an env file otherwise", async () => {
  await using clinic = await open(LIMITS);
  const lines = Object.entries(clinic.env).filter(([name]) => name !== "SETTINGS_SECRETS")
    .map(([name, value]) => `${name}='${value}'`);
  const secret = `pa$word-${"x".repeat(32)}`;
  const file = await clinic.write(".env", [`SETTINGS_SECRETS=${secret}`, ...lines].join("\n"));
  const settings = await clinic.write("settings.json", {
    ...DEFAULT_SETTINGS,
    settings_secret: secret,
  });
  clinic.env = {};
  const args = ["--env", file, "--settings", settings, "--test-recipient", TEST_RECIPIENT];
  const { code, output } = await clinic.run(...args);
  assertEquals(code, 0);
  assertEquals(rowsOf(output).filter((row) => !row.startsWith("✓")), ["? Environment"]);
  assertStringIncludes(output, "The env file has a $ in SETTINGS_SECRETS.");
  assertFalse(output.includes("$word"));
});

Deno.test("deno task doctor says that a store in memory is gone with the server", async () => {
  await using clinic = await open({ ...LIMITS, KV_PATH: ":memory:" });
  const settings = await clinic.write("settings.json", DEFAULT_SETTINGS);
  const { output } = await clinic.run("--settings", settings);
  assertStringIncludes(output, "? Store for actions: KV_PATH is :memory:, which a restart empties");
});
