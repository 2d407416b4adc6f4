import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ConfigError, parseConfig } from "./config.ts";
import { NO_LIMITS } from "./installation/limits.ts";

const KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
const OTHER_KEY = KEY.replace("AA", "QQ");
const TOKEN = btoa("agillic-key:agillic-secret");
const SECRET = "0123456789abcdef0123456789abcdef";
const PEM = "-----BEGIN PUBLIC KEY-----\nTUlJQg==\n-----END PUBLIC KEY-----";
const COMPLETE = {
  PUBLIC_URL: "https://agillic.example.com",
  ZENDESK_SUBDOMAINS: "acme",
  ZENDESK_APP_ID: "123456",
  SETTINGS_SECRETS: SECRET,
  SESSION_KEYS: KEY,
  KV_PATH: ":memory:",
};

type Env = Record<string, string | undefined>;

function faultsOf(env: Env): readonly string[] {
  return assertThrows(() => parseConfig({ ...COMPLETE, ...env }), ConfigError).faults;
}

function accepts(env: Env): boolean {
  try {
    parseConfig({ ...COMPLETE, ...env });
    return true;
  } catch {
    return false;
  }
}

Deno.test("parseConfig fills in what is optional", () => {
  assertEquals(parseConfig(COMPLETE), {
    publicUrl: "https://agillic.example.com",
    accounts: new Map([["acme", {
      appKey: { appId: "123456" },
      settingsSecrets: [SECRET],
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

Deno.test("parseConfig names every fault in one error, each with how to mend it", () => {
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

const DATABASE_URL = "postgres://user:pass%20word@db.example:5432/name?sslmode=verify-full";

Deno.test("parseConfig takes Postgres in place of the file, but not both", () => {
  const { databaseUrl, kvPath } = parseConfig({ ...COMPLETE, KV_PATH: "", DATABASE_URL });
  assertEquals([databaseUrl, kvPath], [DATABASE_URL, null]);
  const addressOf = (DATABASE_URL: string, PGSSLMODE: string) =>
    parseConfig({ ...COMPLETE, KV_PATH: "", DATABASE_URL, PGSSLMODE }).databaseUrl;
  assertEquals(addressOf(DATABASE_URL, "require"), DATABASE_URL);
  assertEquals(addressOf("postgres://db.example/n", ""), "postgres://db.example/n");
  const apart = addressOf("postgres://a:b%20c@db.example/name?x=1", "require");
  assertEquals(apart, "postgres://a:b%20c@db.example/name?x=1&sslmode=require");
  assertEquals(faultsOf({ KV_PATH: "", DATABASE_URL, PGSSLMODE: "yes" }), [
    "PGSSLMODE is not one of disable, allow, prefer, require, verify-ca, verify-full.",
  ]);
  assertEquals(faultsOf({ DATABASE_URL }), [
    "DATABASE_URL is set, and KV_PATH too: take away either.",
  ]);
});

Deno.test("parseConfig needs neither on Deno Deploy, which assigns a database", () => {
  const { databaseUrl, kvPath } = parseConfig({ ...COMPLETE, KV_PATH: "", DENO_DEPLOY: "1" });
  assertEquals([databaseUrl, kvPath], [null, null]);
});

Deno.test("parseConfig refuses what is no address of a Postgres, and repeats nothing of it", () => {
  const wrong = [
    "mysql://user:hush@db.example/name",
    "postgres:///hush",
    "user:hush@db.example",
    "postgres://user:hush%@db.example/name",
  ];
  for (const DATABASE_URL of wrong) {
    const [fault = "", ...more] = faultsOf({ KV_PATH: "", DATABASE_URL });
    assertEquals(more, []);
    assert(/^DATABASE_URL (is not|has)/.test(fault) && !fault.includes("hush"), fault);
  }
});

Deno.test("parseConfig takes https origins, and http from loopback alone", () => {
  const good = [
    "https://a.example",
    "https://a.example:8443",
    "http://localhost",
    "http://127.0.0.1:1",
    "http://[::1]:8000",
  ];
  const bad = [
    "http://a.example",
    "http://localhost.a.example",
    "http://127.0.0.2",
    "https://a.example/path",
    "https://a.example/?q",
    "https://a.example/#f",
    "https://user@a.example",
    "https://:word@a.example",
    "a.example",
    "ftp://localhost",
    "javascript:alert(1)",
  ];
  for (const name of ["PUBLIC_URL", "AGILLIC_BASE_URL"]) {
    for (const origin of good) assert(accepts({ [name]: origin }), `${name}=${origin}`);
    for (const origin of bad) assert(!accepts({ [name]: origin }), `${name}=${origin}`);
  }
});

Deno.test("parseConfig takes ZENDESK_ORIGIN from loopback alone", () => {
  for (const origin of ["http://localhost:8002", "https://127.0.0.1"]) {
    assert(accepts({ ZENDESK_ORIGIN: origin }), origin);
  }
  for (const origin of ["https://acme.zendesk.com", "http://0.0.0.0", "http://localhost/path"]) {
    assert(!accepts({ ZENDESK_ORIGIN: origin }), origin);
  }
});

Deno.test("parseConfig takes accounts by the first part of their address", () => {
  for (const names of ["acme", "ACME", "acme,other", "a-1", "1a"]) {
    assert(accepts({ ZENDESK_SUBDOMAINS: names }), names);
  }
  for (const names of [",", "acme.zendesk.com", "https://acme", "-acme", "ac me", "acme/x", "*"]) {
    assert(!accepts({ ZENDESK_SUBDOMAINS: names }), names);
  }
});

Deno.test("parseConfig takes the public key itself in place of the app's id", () => {
  const config = parseConfig({ ...COMPLETE, ZENDESK_APP_PUBLIC_KEY: ` ${PEM}\n` });
  assertEquals(config.accounts.get("acme")?.appKey, { pem: PEM });
  const windows = parseConfig({
    ...COMPLETE,
    ZENDESK_APP_PUBLIC_KEY: PEM.replaceAll("\n", "\r\n"),
  });
  assertEquals(windows.accounts.get("acme")?.appKey, { pem: PEM });
  const wrong = ["MIIB", PEM.replace("BEGIN PUBLIC", "BEGIN PRIVATE"), PEM.replaceAll("\n", "")];
  for (const pem of wrong) {
    assertStringIncludes(
      faultsOf({ ZENDESK_APP_ID: undefined, ZENDESK_APP_PUBLIC_KEY: pem })[0] ?? "",
      "ZENDESK_APP_PUBLIC_KEY is not a PEM public key",
    );
  }
  for (const id of ["abc", "12a", "-1", "1.5"]) {
    assertStringIncludes(
      faultsOf({ ZENDESK_APP_ID: id })[0] ?? "",
      "ZENDESK_APP_ID is not a number",
    );
  }
});

Deno.test("parseConfig refuses a short secret among good ones", () => {
  assert(accepts({ SETTINGS_SECRETS: `${SECRET},${"x".repeat(32)}` }));
  assert(!accepts({ SETTINGS_SECRETS: `${SECRET},${"x".repeat(31)}` }));
  assert(!accepts({ SETTINGS_SECRETS: "," }));
});

Deno.test("parseConfig refuses a key that is not 32 bytes in base64url", () => {
  for (const keys of [KEY, `${KEY}=`, `${KEY},${OTHER_KEY}`, [KEY, KEY, KEY, KEY, KEY].join()]) {
    assert(accepts({ SESSION_KEYS: keys }), keys);
  }
  const standard = `${KEY.slice(0, -2)}+8`;
  for (const keys of [KEY.slice(0, -1), `${KEY}AA`, standard, `${KEY},short`, "ä", ","]) {
    assert(!accepts({ SESSION_KEYS: keys }), keys);
  }
  assertEquals(faultsOf({ SESSION_KEYS: Array(6).fill(KEY).join() }), [
    "SESSION_KEYS lists more than 5 keys: take away the oldest.",
  ]);
});

Deno.test("parseConfig takes 0 and 1 for READ_ONLY and a number for PORT", () => {
  assertEquals(parseConfig({ ...COMPLETE, READ_ONLY: "0" }).readOnly, false);
  for (const flag of ["2", "true", "on"]) assert(!accepts({ READ_ONLY: flag }), flag);
  assertEquals(parseConfig({ ...COMPLETE, PORT: "65535" }).port, 65535);
  for (const port of ["65536", "-1", "80.5", "http", "0x50"]) {
    assert(!accepts({ PORT: port }), port);
  }
});

Deno.test("parseConfig takes 1 to 20 for AGILLIC_CALLS", () => {
  for (const text of ["1", "16", "20"]) assert(accepts({ AGILLIC_CALLS: text }), text);
  for (const text of ["0", "21", "-1", "1.5", "many", "100"]) {
    assertEquals(accepts({ AGILLIC_CALLS: text }), false, text);
  }
});

Deno.test("parseConfig refuses a METRICS_TOKEN that is short, or that no header can hold", () => {
  for (const text of [SECRET, `${SECRET.slice(1)}=`]) assert(accepts({ METRICS_TOKEN: text }));
  for (const text of [SECRET.slice(1), `${SECRET} ${SECRET}`, `${SECRET}ø`]) {
    assertEquals(accepts({ METRICS_TOKEN: text }), false, text);
  }
});

Deno.test("parseConfig never repeats a secret or a key in its error", () => {
  const error = assertThrows(
    () => parseConfig({ ...COMPLETE, SETTINGS_SECRETS: "hunter2", SESSION_KEYS: "c2VjcmV0" }),
    ConfigError,
  );
  assert(!/hunter2|c2VjcmV0/.test(error.message));
});
