import { assertEquals } from "@std/assert";
import { SignJWT } from "jose";
import { parseConfig } from "../config.ts";
import { createSealing } from "../sealing.ts";
import { verifySettingsToken } from "../zendesk/settings_token.ts";
import { createKeys, type KeyLists, rotateKeys } from "./key_rotation.ts";

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const now = () => Date.UTC(2026, 10, 1);

function configOf({ settingsSecrets, sessionKeys }: KeyLists) {
  return parseConfig({
    PUBLIC_URL: "https://agillic.example.com",
    ZENDESK_SUBDOMAINS: "acme",
    ZENDESK_APP_ID: "1",
    KV_PATH: ":memory:",
    SETTINGS_SECRETS: settingsSecrets.join(","),
    SESSION_KEYS: sessionKeys.join(","),
  });
}

function sealingOf(keys: KeyLists) {
  return createSealing({ keys: configOf(keys).sessionKeys, now });
}

async function signed(secret: string | undefined): Promise<string> {
  const jwt = new SignJWT({ installation_id: "1" }).setProtectedHeader({ alg: "HS256" })
    .setIssuedAt(now() / 1000).setExpirationTime(now() / 1000 + 60);
  return `Bearer ${await jwt.sign(new TextEncoder().encode(secret))}`;
}

async function isSettingsTokenAccepted(keys: KeyLists, token: string): Promise<boolean> {
  const secrets = configOf(keys).accounts.get("acme")?.settingsSecrets ?? [];
  return (await verifySettingsToken(token, { secrets, now })).ok;
}

const old = createKeys(random);
const both = rotateKeys(old, random);
const [newSecret] = both.settingsSecrets;
const fresh: KeyLists = {
  settingsSecrets: both.settingsSecrets.slice(0, 1),
  sessionKeys: both.sessionKeys.slice(0, 1),
};

Deno.test("a session sealed before a rotation opens until the old key goes", async () => {
  const token = await sealingOf(old).seal("session", { agent: "1" }, 900);
  assertEquals((await sealingOf(both).open("session", token)).ok, true);
  assertEquals((await sealingOf(fresh).open("session", token)).ok, false);
});

Deno.test("a session sealed during a rotation opens after the old key has gone", async () => {
  const token = await sealingOf(both).seal("session", { agent: "1" }, 900);
  assertEquals((await sealingOf(fresh).open("session", token)).ok, true);
  assertEquals((await sealingOf(old).open("session", token)).ok, false);
});

Deno.test("settings signed with the old secret are taken until it goes", async () => {
  const token = await signed(old.settingsSecrets[0]);
  assertEquals(await isSettingsTokenAccepted(both, token), true);
  assertEquals(await isSettingsTokenAccepted(fresh, token), false);
});

Deno.test("settings signed with the new secret are taken during a rotation and after", async () => {
  const token = await signed(newSecret);
  assertEquals(await isSettingsTokenAccepted(both, token), true);
  assertEquals(await isSettingsTokenAccepted(fresh, token), true);
  assertEquals(await isSettingsTokenAccepted(old, token), false);
});
