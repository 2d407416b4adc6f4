import { z } from "zod";

/** What the environment says, checked. Secrets are in here: never log it. */
export type Config = {
  /** Origin of this app, without a trailing slash. */
  publicUrl: string;
  /** Zendesk accounts served, lower case: `acme` for acme.zendesk.com. */
  subdomains: readonly string[];
  /** Where the public key of shell tokens comes from. */
  appKey: { pem: string } | { appId: string };
  /** HS256 secrets of the installations' settings; any of them verifies. */
  settingsSecrets: readonly string[];
  /** 32-byte keys; the first seals, all open. */
  sessionKeys: readonly Uint8Array<ArrayBuffer>[];
  agillicBaseUrl: string;
  /** Event names that may be used whatever the settings say; null for no limit. */
  allowedEvents: readonly string[] | null;
  /** Person Data fields that may be shown whatever the settings say; null for no limit. */
  allowedPersonData: readonly string[] | null;
  /** Where the Zendesk account is instead of https://{subdomain}.zendesk.com; loopback only. */
  zendeskOrigin: string | null;
  /** Path of the Deno KV file; null for the platform's own database. */
  kvPath: string | null;
  readOnly: boolean;
  port: number;
};

/** Every fault of the environment in one message, each with how to mend it. */
export class ConfigError extends Error {
  override name = "ConfigError";
  constructor(readonly faults: readonly string[]) {
    super(
      `Can not start, the environment is not complete:\n${
        faults.map((f) => `  - ${f}`).join("\n")
      }`,
    );
  }
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const SUBDOMAIN = /^[a-z0-9][a-z0-9-]*$/;
const SECRET_LENGTH = 32;
const KEY_BYTES = 32;
// One read of Deno KV takes ten keys, and an action reads one a session key.
const MAX_KEYS = 5;

function parseOrigin(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || url.username || url.password || url.search || url.hash) return null;
  return url.pathname === "/" ? url : null;
}

function isLoopback(url: URL): boolean {
  return LOOPBACK.has(url.hostname);
}

function origin(wanted: (url: URL) => boolean, message: string) {
  return z.string().transform((text, ctx) => {
    const url = parseOrigin(text);
    if (url !== null && wanted(url)) return url.origin;
    ctx.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

function isSecure(url: URL): boolean {
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
}

const list = z.string().transform((text) =>
  text.split(",").map((part) => part.trim()).filter(Boolean)
);

function decodeKey(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+={0,2}$/.test(text)) return null;
  try {
    return Uint8Array.from(
      atob(text.replaceAll("-", "+").replaceAll("_", "/")),
      (c) => c.charCodeAt(0),
    );
  } catch {
    return null;
  }
}

const MISSING: Record<string, string> = {
  PUBLIC_URL: "set it to the https origin of this app, such as https://agillic.example.com",
  ZENDESK_SUBDOMAINS: "set it to the accounts served, such as acme for acme.zendesk.com",
  SETTINGS_SECRETS:
    "set it to the value of the app setting “Settings Secret”; make one with deno task keys",
  SESSION_KEYS: "make one with deno task keys",
};

function required(name: string) {
  return z.string({ error: `is missing: ${MISSING[name]}` });
}

const environment = z.object({
  PUBLIC_URL: required("PUBLIC_URL").pipe(
    origin(isSecure, "is not an https origin: give scheme and host only (http is for loopback)"),
  ),
  ZENDESK_SUBDOMAINS: required("ZENDESK_SUBDOMAINS").pipe(list).transform((names, ctx) => {
    const subdomains = names.map((name) => name.toLowerCase());
    const wrong = subdomains.find((name) => !SUBDOMAIN.test(name));
    if (wrong !== undefined) {
      ctx.addIssue({
        code: "custom",
        message:
          `names “${wrong}”: give the first part of the account's address only, such as acme`,
      });
    }
    if (subdomains.length === 0) {
      ctx.addIssue({ code: "custom", message: `is empty: ${MISSING.ZENDESK_SUBDOMAINS}` });
    }
    return subdomains;
  }),
  ZENDESK_APP_ID: z.string().regex(/^\d+$/, "is not a number: it is the app's id in Zendesk")
    .optional(),
  ZENDESK_APP_PUBLIC_KEY: z.string().transform((text) =>
    text.replaceAll("\\n", "\n").replaceAll("\r", "").trim()
  )
    .refine(
      (pem) => /^-----BEGIN PUBLIC KEY-----\n[\s\S]+\n-----END PUBLIC KEY-----$/.test(pem),
      "is not a PEM public key: it starts with -----BEGIN PUBLIC KEY-----, and \\n stands for a line end",
    ).optional(),
  SETTINGS_SECRETS: required("SETTINGS_SECRETS").pipe(list).refine(
    (secrets) => secrets.length > 0 && secrets.every((secret) => secret.length >= SECRET_LENGTH),
    `holds a secret that is shorter than ${SECRET_LENGTH} characters: make one with deno task keys`,
  ),
  SESSION_KEYS: required("SESSION_KEYS").pipe(list).transform((texts, ctx) => {
    const keys = texts.map(decodeKey).filter((key) => key?.length === KEY_BYTES);
    if (keys.length === 0 || keys.length !== texts.length) {
      ctx.addIssue({
        code: "custom",
        message:
          `holds a key that is not ${KEY_BYTES} bytes in base64url: make one with deno task keys`,
      });
    }
    if (keys.length > MAX_KEYS) {
      ctx.addIssue({
        code: "custom",
        message: `lists more than ${MAX_KEYS} keys: take away the oldest`,
      });
    }
    return keys.filter((key) => key !== null);
  }),
  AGILLIC_BASE_URL: origin(isSecure, "is not an https origin (http is for loopback)")
    .default("https://api-eu1.agillic.net"),
  ALLOWED_EVENTS: list.optional(),
  ALLOWED_PERSON_DATA: list.optional(),
  ZENDESK_ORIGIN: origin(
    isLoopback,
    "is not a loopback origin: it is for development and tests only",
  )
    .optional(),
  KV_PATH: z.string().optional(),
  READ_ONLY: z.enum(["0", "1"], { error: "is neither 0 nor 1: 1 refuses every action" }).default(
    "0",
  ),
  PORT: z.string().regex(/^\d{1,5}$/, "is not a port number").transform(Number)
    .refine((port) => port < 65536, "is not a port number").default(8000),
}).superRefine((env, ctx) => {
  if (env.ZENDESK_APP_ID === undefined && env.ZENDESK_APP_PUBLIC_KEY === undefined) {
    ctx.addIssue({
      code: "custom",
      path: ["ZENDESK_APP_ID"],
      message:
        "is missing: set it to the app's id in Zendesk, or ZENDESK_APP_PUBLIC_KEY to its public key",
    });
  }
}, { when: () => true });

/** Reads the environment; throws one ConfigError that names every fault. An empty value counts as not set. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((i) => `${i.path.join(".")} ${i.message}.`));
  }
  const e = parsed.data;
  return {
    publicUrl: e.PUBLIC_URL,
    subdomains: e.ZENDESK_SUBDOMAINS,
    appKey: e.ZENDESK_APP_PUBLIC_KEY === undefined
      ? { appId: e.ZENDESK_APP_ID ?? "" }
      : { pem: e.ZENDESK_APP_PUBLIC_KEY },
    settingsSecrets: e.SETTINGS_SECRETS,
    sessionKeys: e.SESSION_KEYS,
    agillicBaseUrl: e.AGILLIC_BASE_URL,
    allowedEvents: e.ALLOWED_EVENTS ?? null,
    allowedPersonData: e.ALLOWED_PERSON_DATA ?? null,
    zendeskOrigin: e.ZENDESK_ORIGIN ?? null,
    kvPath: e.KV_PATH ?? null,
    readOnly: e.READ_ONLY === "1",
    port: e.PORT,
  };
}
