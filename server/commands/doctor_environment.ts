import type { ReportRow } from "../checks/report.ts";
import { type Config, ConfigError, type Environment, parseConfig } from "../config.ts";

/** A config, or what is wrong with the variables; no fault repeats a secret. */
export type JudgedEnvironment = { config: Config; faults: readonly [] } | {
  config: null;
  faults: readonly string[];
};

// Valid, and not looked at: in the place of variables that are not what is judged.
const STAND_INS = {
  PUBLIC_URL: "https://stand-in.example",
  SESSION_KEYS: "A".repeat(43),
  DENO_DEPLOY: "1",
};
const ACCOUNT_STAND_INS = {
  ZENDESK_SUBDOMAINS: "stand-in",
  ZENDESK_APP_ID: "0",
  SETTINGS_SECRETS: "-".repeat(32),
};
/** What the server alone needs; without any of them its environment is elsewhere. */
export const OWN_NAMES = [
  "PUBLIC_URL",
  "ACCOUNTS",
  "ZENDESK_SUBDOMAINS",
  "ZENDESK_APP_ID",
  "ZENDESK_APP_PUBLIC_KEY",
];

/** What the rows about the keys are about. */
export const KEY_NAMES = ["SETTINGS_SECRETS", "SESSION_KEYS"];

/** Every variable of the server that the command looks at. */
export const SERVER_NAMES = [
  ...OWN_NAMES,
  ...KEY_NAMES,
  ...[
    "WEBHOOK_SECRETS",
    "AGILLIC_BASE_URL",
    "AGILLIC_CALLS",
    "AGILLIC_TOKEN",
    "KV_PATH",
    "DATABASE_URL",
    "PGSSLMODE",
  ],
  ...["ALLOWED_EVENTS", "ALLOWED_PERSON_DATA", "READ_ONLY"],
  ...["ZENDESK_ORIGIN", "HOST", "PORT"],
  ...["METRICS_TOKEN", "LOG_LEVEL", "STOP_SECONDS"],
];

/** The server's opinion of these variables alone, as if all others were right. */
export function judge(env: Environment, names: readonly string[]): JudgedEnvironment {
  const judged = Object.fromEntries(names.map((name) => [name, env[name]]));
  const accounts = judged.ACCOUNTS?.trim() ? {} : ACCOUNT_STAND_INS;
  try {
    return { config: parseConfig({ ...STAND_INS, ...accounts, ...judged }), faults: [] };
  } catch (error) {
    if (error instanceof ConfigError) return { config: null, faults: error.faults };
    throw error;
  }
}

/** Whether at least one of them has a value here. */
export function isAnySet(env: Environment, names: readonly string[]): boolean {
  return names.some((name) => env[name]?.trim());
}

/** All that the server reads, but for its keys; whether it has a store is a row of its own. */
export function checkEnvironment(env: Environment): ReportRow[] {
  const title = "Environment";
  if (!isAnySet(env, OWN_NAMES)) {
    return [{
      state: "unknown",
      title,
      words: "The server’s variables are not set here.",
      next: "Name the server’s env file with --env, or run this where the server runs.",
      code: "environment_elsewhere",
    }];
  }
  const { faults } = judge(env, SERVER_NAMES.filter((name) => !KEY_NAMES.includes(name)));
  if (faults.length === 0) {
    return [{
      state: "green",
      title,
      words:
        "Apart from keys and store, which have rows of their own, the server’s variables are valid.",
      code: "environment_good",
    }];
  }
  return faults.map((words) => ({
    state: "red",
    title,
    words,
    next: "On the server: .env.example explains each variable.",
    code: "environment_faulty",
  }));
}

/** Whether all who read the env file read the same: `withDollar` are the variables of which they do not. */
export function checkEnvFile(withDollar: readonly string[]): ReportRow[] {
  if (withDollar.length === 0) return [];
  return [{
    state: "unknown",
    title: "Environment",
    words: `The env file has a $ in ${
      withDollar.join(", ")
    }. Deno’s --env-file and shells take that for another variable; docker run and this check take it as it is.`,
    next:
      "Put the value into a file of its own, and set the variable NAME_FILE to that file’s path.",
    code: "environment_read_differently",
  }];
}
