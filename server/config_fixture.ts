/** What tests of the environment begin with. */
import { assertThrows } from "@std/assert";
import { ConfigError, parseConfig } from "./config.ts";

/** 32 bytes in base64url: 0, 1, 2 and so on. */
export const KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
/** Another, which begins with 65. */
export const OTHER_KEY = KEY.replace("AA", "QQ");
/** As short as a secret may be. */
export const SECRET = "0123456789abcdef0123456789abcdef";
/** Looks like a public key. */
export const PEM = "-----BEGIN PUBLIC KEY-----\nTUlJQg==\n-----END PUBLIC KEY-----";
/** All that a server needs. */
export const COMPLETE = {
  PUBLIC_URL: "https://agillic.example.com",
  ZENDESK_SUBDOMAINS: "acme",
  ZENDESK_APP_ID: "123456",
  SETTINGS_SECRETS: SECRET,
  SESSION_KEYS: KEY,
  KV_PATH: ":memory:",
};

type Env = Record<string, string | undefined>;

/** What is wrong with a complete environment that is changed so. */
export function faultsOf(env: Env): readonly string[] {
  return assertThrows(() => parseConfig({ ...COMPLETE, ...env }), ConfigError).faults;
}

/** Whether a server starts with a complete environment that is changed so. */
export function accepts(env: Env): boolean {
  try {
    parseConfig({ ...COMPLETE, ...env });
    return true;
  } catch {
    return false;
  }
}
