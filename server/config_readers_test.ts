import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ConfigError, parseConfig } from "./config.ts";
import { accepts, COMPLETE, faultsOf, KEY, OTHER_KEY, PEM, SECRET } from "./config_fixture.ts";

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
    "https://*.a.example",
    "https://%2A.a.example",
    "https://a{b}.example",
    "https://a\n.example",
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
  assert(accepts({ WEBHOOK_SECRETS: "x".repeat(32) }));
  assert(!accepts({ WEBHOOK_SECRETS: `${SECRET},${"x".repeat(31)}` }));
});

Deno.test("parseConfig drops the line end of a secret's file, and refuses a control character inside", () => {
  const read = (text: string) =>
    parseConfig(
      { ...COMPLETE, SETTINGS_SECRETS: "", SETTINGS_SECRETS_FILE: "/run/secrets" },
      () => text,
    ).accounts.get("acme")?.settingsSecrets;
  assertEquals(read(`\uFEFF${SECRET}\r\n`), [SECRET]);
  assertEquals(read(`${SECRET},\n${SECRET}2\n`), [SECRET, `${SECRET}2`]);
  const error = assertThrows(() => read(`${SECRET}\n${SECRET}2`), ConfigError);
  assertEquals(error.faults, [
    "SETTINGS_SECRETS has a line break or another control character in a value: separate values by commas.",
  ]);
  for (const name of ["WEBHOOK_SECRETS", "SETTINGS_SECRETS", "SESSION_KEYS"]) {
    assert(!accepts({ [name]: `${name === "SESSION_KEYS" ? KEY : SECRET}\0${KEY}` }), name);
  }
  for (const name of ["ALLOWED_EVENTS", "ALLOWED_PERSON_DATA"]) {
    assert(!accepts({ [name]: "one\ntwo" }), name);
  }
  assert(!accepts({ KV_PATH: "", DATABASE_URL: "postgres://user:pa\nss@db.example/name" }));
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
