import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ConfigError, parseConfig } from "./config.ts";
import { COMPLETE, faultsOf, KEY, OTHER_KEY, PEM, SECRET } from "./config_fixture.ts";
import { NO_LIMITS } from "./installation/limits.ts";

const TOKEN = btoa("agillic-key:agillic-secret");

Deno.test("parseConfig fills in what is optional", () => {
  assertEquals(parseConfig(COMPLETE), {
    publicUrl: "https://agillic.example.com",
    accounts: new Map([["acme", {
      appKey: { appId: "123456" },
      settingsSecrets: [SECRET],
      webhookSecrets: [],
      settings: {},
      limits: NO_LIMITS,
      installations: new Map(),
    }]]),
    sessionKeys: [Uint8Array.from({ length: 32 }, (_, index) => index)],
    agillicBaseUrl: "https://api-eu1.agillic.net",
    agillicCalls: 16,
    zendeskOrigin: null,
    databaseUrl: null,
    kvPath: ":memory:",
    readOnly: false,
    metricsToken: null,
    logLevel: "info",
    host: "0.0.0.0",
    port: 8000,
    stopSeconds: null,
  });
});

Deno.test("parseConfig reads everything that is set", () => {
  const config = parseConfig({
    PUBLIC_URL: "http://localhost:8000/",
    ZENDESK_SUBDOMAINS: " Acme, other-1 ,",
    ZENDESK_APP_PUBLIC_KEY: PEM.replaceAll("\n", "\\n"),
    SETTINGS_SECRETS: `${SECRET},${SECRET}2`,
    SESSION_KEYS: `${OTHER_KEY}, ${KEY}`,
    AGILLIC_BASE_URL: "http://127.0.0.1:8001",
    ALLOWED_EVENTS: "welcome_event, double opt in",
    ALLOWED_PERSON_DATA: "EMAIL,CITY",
    AGILLIC_TOKEN: TOKEN,
    WEBHOOK_SECRETS: `${SECRET}3, ${SECRET}4`,
    ZENDESK_ORIGIN: "http://localhost:8002",
    KV_PATH: ":memory:",
    READ_ONLY: "1",
    AGILLIC_CALLS: "5",
    METRICS_TOKEN: SECRET,
    LOG_LEVEL: "debug",
    HOST: "127.0.0.1",
    PORT: "0",
    STOP_SECONDS: "30",
  });
  assertEquals(config.publicUrl, "http://localhost:8000");
  const account = {
    appKey: { pem: PEM },
    settingsSecrets: [SECRET, `${SECRET}2`],
    webhookSecrets: [`${SECRET}3`, `${SECRET}4`],
    settings: { base64_encoded_token: TOKEN },
    limits: {
      ...NO_LIMITS,
      events: ["welcome_event", "double opt in"],
      personData: ["EMAIL", "CITY"],
    },
    installations: new Map(),
  };
  assertEquals(config.accounts, new Map([["acme", account], ["other-1", account]]));
  assertEquals(config.sessionKeys.map(([first]) => first), [65, 0]);
  assertEquals(config.agillicBaseUrl, "http://127.0.0.1:8001");
  assertEquals(config.zendeskOrigin, "http://localhost:8002");
  assertEquals(config.kvPath, ":memory:");
  assertEquals([config.readOnly, config.host, config.port], [true, "127.0.0.1", 0]);
  assertEquals(config.stopSeconds, 30);
  assertEquals([config.agillicCalls, config.metricsToken, config.logLevel], [5, SECRET, "debug"]);
});

Deno.test("parseConfig names every fault in one error, each with how to correct it", () => {
  const error = assertThrows(
    () =>
      parseConfig({
        PUBLIC_URL: "http://agillic.example.com",
        ZENDESK_SUBDOMAINS: "acme.zendesk.com",
        SETTINGS_SECRETS: "short",
        SESSION_KEYS: "c2hvcnQ",
        AGILLIC_BASE_URL: "ftp://agillic.example",
        ZENDESK_ORIGIN: "https://acme.zendesk.com",
        READ_ONLY: "yes",
        AGILLIC_CALLS: "21",
        METRICS_TOKEN: "short",
        LOG_LEVEL: "all",
        HOST: "127.0.0.1/24",
        PORT: "99999",
        STOP_SECONDS: "601",
      }),
    ConfigError,
  );
  assertEquals(error.faults, [
    "PUBLIC_URL is not an https origin: give scheme and host only (http is for loopback).",
    "ZENDESK_SUBDOMAINS names “acme.zendesk.com”: give the first part of the account's address only, such as acme.",
    "ZENDESK_APP_ID is missing: set it to the app's id in Zendesk, or ZENDESK_APP_PUBLIC_KEY to its public key.",
    "SETTINGS_SECRETS holds a secret that is shorter than 32 characters: make one with deno task keys.",
    "SESSION_KEYS holds a key that is not 32 bytes in base64url: make one with deno task keys.",
    "AGILLIC_BASE_URL is not an https origin (http is for loopback).",
    "AGILLIC_CALLS is not a number from 1 to 20, which Agillic allows at a time.",
    "ZENDESK_ORIGIN is not a loopback origin: it is for development and tests only.",
    "KV_PATH is missing: set it to a file on a disk that stays, or DATABASE_URL to a Postgres.",
    "READ_ONLY is neither 0 nor 1: 1 refuses every action.",
    "METRICS_TOKEN is not 32 or more letters, digits and -._~+/=: openssl rand -hex 32 makes one.",
    "LOG_LEVEL is not one of error, info, debug.",
    "HOST is not an address to listen on: give one such as 127.0.0.1 or ::, no port.",
    "PORT is not a port number.",
    "STOP_SECONDS is not a number of seconds from 0 to 600.",
  ]);
  for (const fault of error.faults) assertStringIncludes(error.message, `\n  - ${fault}`);
});

Deno.test("parseConfig says what is missing and how to get it", () => {
  const { faults } = assertThrows(() => parseConfig({}), ConfigError);
  assertEquals(faults.map((fault) => fault.split(":")[0]), [
    "PUBLIC_URL is missing",
    "ZENDESK_SUBDOMAINS is missing",
    "ZENDESK_APP_ID is missing",
    "SETTINGS_SECRETS is missing",
    "SESSION_KEYS is missing",
    "KV_PATH is missing",
  ]);
});

Deno.test("parseConfig takes an empty variable for one that is not set", () => {
  for (const name of Object.keys(COMPLETE)) {
    for (const empty of ["", "  ", undefined]) {
      assertEquals(faultsOf({ [name]: empty }).length, 1, name);
      assertStringIncludes(faultsOf({ [name]: empty })[0] ?? "", `${name} is missing`);
    }
  }
  const optional = {
    ALLOWED_EVENTS: "",
    DATABASE_URL: " ",
    READ_ONLY: "",
    HOST: "",
    PORT: "",
    ZENDESK_ORIGIN: "",
  };
  assertEquals(parseConfig({ ...COMPLETE, ...optional }), parseConfig(COMPLETE));
});

Deno.test("parseConfig never repeats a secret or a key in its error", () => {
  const error = assertThrows(
    () => parseConfig({ ...COMPLETE, SETTINGS_SECRETS: "hunter2", SESSION_KEYS: "c2VjcmV0" }),
    ConfigError,
  );
  assert(!/hunter2|c2VjcmV0/.test(error.message));
});

Deno.test("parseConfig says which variable a byte order mark hides, required or not", () => {
  assertEquals(faultsOf({ "\uFEFFALLOWED_EVENTS": "welcome_event" }), [
    "ALLOWED_EVENTS comes after a byte order mark, which hides it: save its env file as UTF-8 without one.",
  ]);
});
