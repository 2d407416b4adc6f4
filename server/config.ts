import { TOKEN_NAME } from "../contract/settings.ts";
import { parseAccounts } from "./config_accounts.ts";
import {
  Fault,
  isLoopback,
  isSecure,
  readAppId,
  readCalls,
  readDatabaseUrl,
  type Reader,
  readFlag,
  readHost,
  readKeys,
  readList,
  readLogLevel,
  readMetricsToken,
  readOrigin,
  readPem,
  readPort,
  readSeconds,
  readSecrets,
  readSslMode,
  readSubdomains,
  readToken,
  readWebhookSecrets,
  SUBDOMAINS_REMEDY,
  withSslMode,
} from "./config_readers.ts";
import type { Account, Accounts } from "./installation/accounts.ts";
import { NO_LIMITS } from "./installation/limits.ts";
import type { LogLevel } from "./log_levels.ts";

/** What the environment says, checked. Secrets are in here: never log it. */
export type Config = {
  /** Origin of this app, without a trailing slash. */
  publicUrl: string;
  /** The Zendesk accounts that are served. */
  accounts: Accounts;
  /** 32-byte keys; the first seals, all open. */
  sessionKeys: readonly Uint8Array<ArrayBuffer>[];
  agillicBaseUrl: string;
  /** How many calls of a credential this process has in flight at the most. */
  agillicCalls: number;
  /** Where the Zendesk account is instead of https://{subdomain}.zendesk.com; loopback only. */
  zendeskOrigin: string | null;
  /** Address of the Postgres that actions are kept in; null for Deno KV. A secret. */
  databaseUrl: string | null;
  /** Path of the Deno KV file; null for Postgres, or the platform's own database. */
  kvPath: string | null;
  readOnly: boolean;
  /** What opens /metrics; null where there is no such route. */
  metricsToken: string | null;
  logLevel: LogLevel;
  /** Where it listens: an address or a name of this machine. */
  host: string;
  port: number;
  /** How long what is in flight may take after a signal to stop; null for what the place allows. */
  stopSeconds: number | null;
};

/** Every fault of the environment in one message, each with how to correct it. */
export class ConfigError extends Error {
  override name = "ConfigError";
  constructor(readonly faults: readonly string[]) {
    super(
      `Cannot start, the environment is not complete:\n${faults.map((f) => `  - ${f}`).join("\n")}`,
    );
  }
}

const BYTE_ORDER_MARK = "\uFEFF";

// Not zod: these are a dozen variables, and loading it would be a third of a cold start.
/**
 * Reads the environment; throws one ConfigError that names every fault. An empty value counts as not set, and
 * `NAME_FILE` names a file that holds the value of `NAME`.
 */
export function parseConfig(env: Environment, readTextFile: ReadTextFile = noFiles): Config {
  const faults = Object.keys(env).filter((name) => name.startsWith(BYTE_ORDER_MARK)).map((name) =>
    `${
      name.slice(1)
    } comes after a byte order mark, which hides it: save its env file as UTF-8 without one.`
  );
  const textOf = (name: string) => readVariable(env, name, { readTextFile, faults });

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
    remedy: string,
  ): Value {
    if (textOf(name) === undefined) faults.push(`${name} is missing: ${remedy}.`);
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
    accounts: readAccounts(),
    sessionKeys: required("SESSION_KEYS", readKeys, [], "make one with deno task keys"),
    agillicBaseUrl: optional(
      "AGILLIC_BASE_URL",
      readOrigin(isSecure, "is not an https origin (http is for loopback)"),
      "https://api-eu1.agillic.net",
    ),
    agillicCalls: optional("AGILLIC_CALLS", readCalls, 16),
    zendeskOrigin: optional(
      "ZENDESK_ORIGIN",
      readOrigin(isLoopback, "is not a loopback origin: it is for development and tests only"),
      null,
    ),
    ...readStore(),
    readOnly: optional("READ_ONLY", readFlag, false),
    metricsToken: optional("METRICS_TOKEN", readMetricsToken, null),
    logLevel: optional("LOG_LEVEL", readLogLevel, "info"),
    host: optional("HOST", readHost, "0.0.0.0"),
    port: optional("PORT", readPort, 8000),
    stopSeconds: optional("STOP_SECONDS", readSeconds, null),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;

  function readStore(): Pick<Config, "databaseUrl" | "kvPath"> {
    const databaseUrl = optional("DATABASE_URL", readDatabaseUrl, null);
    const kvPath = textOf("KV_PATH") ?? null;
    const isDatabaseSet = textOf("DATABASE_URL") !== undefined;
    if (isDatabaseSet && kvPath !== null) {
      faults.push("DATABASE_URL is set, and KV_PATH too: take away either.");
    }
    // Where nothing is assigned, Deno opens a file of its own that the next container does not find.
    if (!isDatabaseSet && kvPath === null && textOf("DENO_DEPLOY") === undefined) {
      faults.push(
        "KV_PATH is missing: set it to a file on a disk that stays, or DATABASE_URL to a Postgres.",
      );
    }
    const sslMode = optional("PGSSLMODE", readSslMode, null);
    return { databaseUrl: databaseUrl && withSslMode(databaseUrl, sslMode), kvPath };
  }

  function readAccounts(): Accounts {
    const text = textOf("ACCOUNTS");
    if (text === undefined) return readSharedAccount();
    const both = SHORT_FORM.filter((name) => textOf(name) !== undefined);
    if (both.length > 0) {
      faults.push(`ACCOUNTS is set, and ${both.join(", ")} too: take away either.`);
    }
    return parseAccounts(text, faults);
  }

  /** The short form: accounts that share everything. */
  function readSharedAccount(): Accounts {
    const subdomains = required("ZENDESK_SUBDOMAINS", readSubdomains, [], SUBDOMAINS_REMEDY);
    const token = optional("AGILLIC_TOKEN", readToken, null);
    const account: Account = {
      appKey: readAppKey(),
      settingsSecrets: required(
        "SETTINGS_SECRETS",
        readSecrets,
        [],
        "set it to the value of the app setting “Settings Secret”; make one with deno task keys",
      ),
      webhookSecrets: optional("WEBHOOK_SECRETS", readWebhookSecrets, []),
      settings: token === null ? {} : { [TOKEN_NAME]: token },
      limits: {
        ...NO_LIMITS,
        events: optional("ALLOWED_EVENTS", readList, null),
        personData: optional("ALLOWED_PERSON_DATA", readList, null),
      },
      installations: new Map(),
    };
    return new Map(subdomains.map((subdomain) => [subdomain, account]));
  }

  function readAppKey(): Account["appKey"] {
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

/** Variables by name; some hold secrets. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a file that a variable names; throws when it cannot. */
export type ReadTextFile = (path: string) => string;

const SHORT_FORM = [
  "ZENDESK_SUBDOMAINS",
  "ZENDESK_APP_ID",
  "ZENDESK_APP_PUBLIC_KEY",
  "SETTINGS_SECRETS",
  "WEBHOOK_SECRETS",
  "AGILLIC_TOKEN",
  "ALLOWED_EVENTS",
  "ALLOWED_PERSON_DATA",
];

function noFiles(): never {
  throw new Error("Cannot read files here");
}

/** The value of a variable or of its file, without the space around it; adds to `faults` a file that cannot be read. */
export function readVariable(
  env: Environment,
  name: string,
  { readTextFile, faults }: { readTextFile: ReadTextFile; faults: string[] },
): string | undefined {
  const path = env[`${name}_FILE`]?.trim();
  if (!path) return env[name]?.trim() || undefined;
  try {
    return readTextFile(path).trim() || undefined;
  } catch {
    const fault = `${name}_FILE names a file that cannot be read.`;
    if (!faults.includes(fault)) faults.push(fault);
    return undefined;
  }
}
