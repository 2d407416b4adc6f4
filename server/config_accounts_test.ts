import { assertEquals, assertThrows } from "@std/assert";
import { ConfigError, parseConfig } from "./config.ts";
import { COMPLETE, PEM, SECRET } from "./config_fixture.ts";
import { knownOf } from "./installation/accounts.ts";
import { NO_LIMITS } from "./installation/limits.ts";

const { PUBLIC_URL, SESSION_KEYS, KV_PATH } = COMPLETE;
const BASE = { PUBLIC_URL, SESSION_KEYS, KV_PATH };
const ACME = {
  appId: "123456",
  settingsSecrets: [SECRET],
  settings: {
    base64_encoded_token: "dG9rZW4=",
    cool_down_seconds: 60,
    enable_recipient_view: true,
  },
  limits: { events: ["welcome_event"], views: ["events", "recipient"], leastCoolDownSeconds: 30 },
  installations: {
    "777": {
      settings: { cool_down_seconds: "90" },
      limits: { events: ["pause"], activityFor: ["9002"] },
    },
  },
};

function accountsOf(accounts: unknown) {
  return parseConfig({ ...BASE, ACCOUNTS: JSON.stringify(accounts) }).accounts;
}

function faultsOf(accounts: unknown): readonly string[] {
  return assertThrows(() => accountsOf(accounts), ConfigError).faults;
}

Deno.test("accounts are read, each with its own key, secrets, settings and limits", () => {
  const secrets = { settingsSecrets: [`${SECRET}2`], webhookSecrets: [`${SECRET}3`] };
  const other = { appPublicKey: PEM, ...secrets };
  const accounts = accountsOf({ Acme: ACME, other });

  assertEquals([...accounts.keys()], ["acme", "other"]);
  assertEquals(accounts.get("other"), {
    appKey: { pem: PEM },
    ...secrets,
    settings: {},
    limits: NO_LIMITS,
    installations: new Map(),
  });
  assertEquals(accounts.get("acme")?.webhookSecrets, []);
  assertEquals(accounts.get("acme")?.settings.enable_recipient_view, "true");
  assertEquals(accounts.get("acme")?.limits, {
    ...NO_LIMITS,
    events: ["welcome_event"],
    views: ["recipient", "events"],
    leastCoolDownSeconds: 30,
  });
});

Deno.test("an installation's settings and limits take the place of its account's", () => {
  const account = accountsOf({ acme: ACME }).get("acme");
  if (account === undefined) throw new Error("no account");
  const own = knownOf(account, "777");
  assertEquals([own.settings.cool_down_seconds, own.limits.events], ["90", ["pause"]]);
  assertEquals([own.settings.base64_encoded_token, own.limits.leastCoolDownSeconds], [
    "dG9rZW4=",
    30,
  ]);
  assertEquals(own.limits.activityFor, ["9002"]);
  assertEquals(knownOf(account, "778").settings.cool_down_seconds, "60");
  assertEquals(knownOf(account, "778").limits.activityFor, null);
});

Deno.test("one error names every fault of the accounts, and repeats no secret", () => {
  const faults = faultsOf({
    "acme.zendesk.com": { appId: "x", settingsSecrets: ["short"], settings: { evnt_1: "" } },
    both: { appId: "1", appPublicKey: PEM, settingsSecrets: [SECRET], limits: { views: ["all"] } },
    neither: {
      settingsSecrets: [SECRET],
      limits: { leastCoolDownSeconds: -1, events: "a", activityFor: ["Mette"] },
    },
    odd: { appId: "1", settingsSecrets: SECRET, installations: { main: [] } },
    hook: { appId: "1", settingsSecrets: [SECRET], webhookSecrets: ["short"] },
  });
  const places = faults.map((fault) => /^ACCOUNTS: (“?[\w.]+”?)/.exec(fault)?.[1]);
  assertEquals(
    places,
    [
      "“acme.zendesk.com”",
      "acme.zendesk.com.settings",
      "acme.zendesk.com.appId",
      "acme.zendesk.com.settingsSecrets",
      "both.limits.views",
      "both",
      "neither.limits.events",
      "neither.limits.activityFor",
      "neither.limits.leastCoolDownSeconds",
      "neither",
      "odd.settingsSecrets",
      "odd.settingsSecrets",
      "odd.installations.main",
      "odd.installations.main",
      "hook.webhookSecrets",
    ].toSorted((a, b) => places.indexOf(a) - places.indexOf(b)),
  );
  assertEquals(faults.join("\n").includes(SECRET), false);
});

Deno.test("what is no JSON, or no account, is said", () => {
  const faults = (text: string) =>
    assertThrows(() => parseConfig({ ...BASE, ACCOUNTS: text }), ConfigError).faults;
  assertEquals(faults("{"), ["ACCOUNTS is not JSON."]);
  assertEquals(faults("{}"), [
    "ACCOUNTS: there is no account: name one, such as acme for acme.zendesk.com.",
  ]);
  assertEquals(faults("[]").length, 2);
});

Deno.test("accounts and the variables of their short form are not taken both", () => {
  const env = {
    ...BASE,
    ACCOUNTS: JSON.stringify({ acme: ACME }),
    ALLOWED_EVENTS: "welcome_event",
  };
  assertEquals(assertThrows(() => parseConfig(env), ConfigError).faults, [
    "ACCOUNTS is set, and ALLOWED_EVENTS too: take away either.",
  ]);
});

Deno.test("a variable may come as a file, and a file that cannot be read is named", () => {
  const files: Record<string, string> = { "/run/accounts.json": JSON.stringify({ acme: ACME }) };
  const readTextFile = (path: string) => {
    const text = files[path];
    if (text === undefined) throw new Error(`no such file: ${path}`);
    return text;
  };
  const env = { ...BASE, ACCOUNTS_FILE: "/run/accounts.json" };
  assertEquals(parseConfig(env, readTextFile).accounts.has("acme"), true);
  const lost = { ...env, ACCOUNTS_FILE: "/run/other.json" };
  const { faults } = assertThrows(() => parseConfig(lost, readTextFile), ConfigError);
  assertEquals(faults[0], "ACCOUNTS_FILE names a file that cannot be read.");
});

Deno.test("tables and target groups have limits of their own", () => {
  const limits = { tables: ["ORDERS"], targetGroups: [] };
  const accounts = accountsOf({ acme: { ...ACME, limits } });
  assertEquals(accounts.get("acme")?.limits, { ...NO_LIMITS, ...limits });
});
