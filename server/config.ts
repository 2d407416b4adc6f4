import {
  Fault,
  isLoopback,
  isSecure,
  readAppId,
  type Reader,
  readFlag,
  readHost,
  readKeys,
  readList,
  readOrigin,
  readPem,
  readPort,
  readSecrets,
  readSubdomains,
  SUBDOMAINS_MEND,
} from "./config_readers.ts";

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
  /** Where it listens: an address or a name of this machine. */
  host: string;
  port: number;
};

/** Every fault of the environment in one message, each with how to mend it. */
export class ConfigError extends Error {
  override name = "ConfigError";
  constructor(readonly faults: readonly string[]) {
    super(
      `Cannot start, the environment is not complete:\n${faults.map((f) => `  - ${f}`).join("\n")}`,
    );
  }
}

// Not zod: these are ten variables, and loading it would be a third of a cold start.
/** Reads the environment; throws one ConfigError that names every fault. An empty value counts as not set. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = [];
  const textOf = (name: string) => env[name]?.trim() || undefined;

  function optional<Value, Default>(name: string, read: Reader<Value>, otherwise: Default) {
    const text = textOf(name);
    if (text === undefined) return otherwise;
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push(`${name} ${error.message}.`);
      return otherwise;
    }
  }

  function required<Value>(
    name: string,
    read: Reader<Value>,
    otherwise: Value,
    mend: string,
  ): Value {
    if (textOf(name) === undefined) faults.push(`${name} is missing: ${mend}.`);
    return optional(name, read, otherwise);
  }

  const config: Config = {
    publicUrl: required(
      "PUBLIC_URL",
      readOrigin(
        isSecure,
        "is not an https origin: give scheme and host only (http is for loopback)",
      ),
      "",
      "set it to the https origin of this app, such as https://agillic.example.com",
    ),
    subdomains: required("ZENDESK_SUBDOMAINS", readSubdomains, [], SUBDOMAINS_MEND),
    settingsSecrets: required(
      "SETTINGS_SECRETS",
      readSecrets,
      [],
      "set it to the value of the app setting “Settings Secret”; make one with deno task keys",
    ),
    sessionKeys: required("SESSION_KEYS", readKeys, [], "make one with deno task keys"),
    agillicBaseUrl: optional(
      "AGILLIC_BASE_URL",
      readOrigin(isSecure, "is not an https origin (http is for loopback)"),
      "https://api-eu1.agillic.net",
    ),
    allowedEvents: optional("ALLOWED_EVENTS", readList, null),
    allowedPersonData: optional("ALLOWED_PERSON_DATA", readList, null),
    zendeskOrigin: optional(
      "ZENDESK_ORIGIN",
      readOrigin(isLoopback, "is not a loopback origin: it is for development and tests only"),
      null,
    ),
    kvPath: textOf("KV_PATH") ?? null,
    readOnly: optional("READ_ONLY", readFlag, false),
    host: optional("HOST", readHost, "0.0.0.0"),
    port: optional("PORT", readPort, 8000),
    appKey: readAppKey(),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;

  function readAppKey(): Config["appKey"] {
    if (textOf("ZENDESK_APP_ID") === undefined && textOf("ZENDESK_APP_PUBLIC_KEY") === undefined) {
      faults.push(
        "ZENDESK_APP_ID is missing: set it to the app's id in Zendesk, or ZENDESK_APP_PUBLIC_KEY to its public key.",
      );
    }
    const appId = optional("ZENDESK_APP_ID", readAppId, "");
    const pem = optional("ZENDESK_APP_PUBLIC_KEY", readPem, null);
    return pem === null ? { appId } : { pem };
  }
}
