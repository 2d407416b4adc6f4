import { SETTING_NAMES, TOKEN_NAME } from "../contract/settings.ts";
import {
  Fault,
  readAppId,
  readPem,
  readSecrets,
  readWebhookSecrets,
  SUBDOMAIN,
} from "./config_readers.ts";
import type { Account, Accounts, GivenSettings, Installation } from "./installation/accounts.ts";
import { type Limits, MAX_COOL_DOWN_SECONDS, NO_LIMITS, VIEWS } from "./installation/limits.ts";

type Members = Record<string, unknown>;

const ACCOUNT = [
  "appId",
  "appPublicKey",
  "settingsSecrets",
  "webhookSecrets",
  "settings",
  "limits",
  "installations",
];
const INSTALLATION = ["settings", "limits"];
const LIMITS = Object.keys(NO_LIMITS);
const SETTINGS = [...SETTING_NAMES, TOKEN_NAME];

/** Reads the JSON of `ACCOUNTS`; adds to `faults` what is wrong, and never repeats a secret. */
export function parseAccounts(text: string, faults: string[]): Accounts {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    faults.push("ACCOUNTS is not JSON.");
    return new Map();
  }
  return readAll(json, (fault) => faults.push(`ACCOUNTS: ${fault}.`));
}

type Report = (fault: string) => void;

function readAll(json: unknown, report: Report): Accounts {
  const entries = Object.entries(membersOf(json, "the whole", null, report));
  if (entries.length === 0) {
    report("there is no account: name one, such as acme for acme.zendesk.com");
  }
  return new Map(entries.map(([name, value]) => {
    const subdomain = name.toLowerCase();
    if (!SUBDOMAIN.test(subdomain)) {
      report(`“${name}” is no account: give the first part of its address only, such as acme`);
    }
    return [subdomain, readAccount(value, name, report)];
  }));
}

function readAccount(json: unknown, path: string, report: Report): Account {
  const account = membersOf(json, path, ACCOUNT, report);
  const installations = membersOf(account.installations, `${path}.installations`, null, report);
  const { settings, limits } = readInstallation(account, path, report);
  return {
    appKey: readAppKey(account, path, report),
    settingsSecrets: readWith(
      readSecrets,
      textsOf(account.settingsSecrets, `${path}.settingsSecrets`, report).join(","),
      { path: `${path}.settingsSecrets`, otherwise: [], report },
    ),
    webhookSecrets: account.webhookSecrets === undefined ? [] : readWith(
      readWebhookSecrets,
      textsOf(account.webhookSecrets, `${path}.webhookSecrets`, report).join(","),
      { path: `${path}.webhookSecrets`, otherwise: [], report },
    ),
    settings,
    limits: { ...NO_LIMITS, ...limits },
    installations: new Map(
      Object.entries(installations).map(([id, value]) => {
        const place = `${path}.installations.${id}`;
        if (!/^\d+$/.test(id)) {
          report(`${place} is not named by a number: it is the installation's id`);
        }
        return [id, readInstallation(membersOf(value, place, INSTALLATION, report), place, report)];
      }),
    ),
  };
}

function readAppKey(account: Members, path: string, report: Report): Account["appKey"] {
  const { appId, appPublicKey } = account;
  if ((appId === undefined) === (appPublicKey === undefined)) {
    report(
      `${path} needs appId (the app's id in Zendesk) or appPublicKey (its public key), and only one`,
    );
  }
  return appPublicKey === undefined
    ? {
      appId: readWith(readAppId, String(appId ?? "0"), {
        path: `${path}.appId`,
        otherwise: "",
        report,
      }),
    }
    : {
      pem: readWith(readPem, String(appPublicKey), {
        path: `${path}.appPublicKey`,
        otherwise: "",
        report,
      }),
    };
}

function readInstallation(members: Members, path: string, report: Report): Installation {
  return {
    settings: readSettings(members.settings, `${path}.settings`, report),
    limits: readLimits(members.limits, `${path}.limits`, report),
  };
}

function readSettings(json: unknown, path: string, report: Report): GivenSettings {
  return Object.fromEntries(
    Object.entries(membersOf(json, path, SETTINGS, report)).map(([name, value]) => {
      if (!["string", "number", "boolean"].includes(typeof value)) {
        report(`${path}.${name} is neither a text, a number, true nor false`);
      }
      return [name, String(value)];
    }),
  );
}

function readLimits(json: unknown, path: string, report: Report): Partial<Limits> {
  const { views, leastCoolDownSeconds: least, activityFor, ...lists } = membersOf(
    json,
    path,
    LIMITS,
    report,
  );
  const named = textsOf(views ?? [], `${path}.views`, report);
  for (const view of named) {
    if (!VIEWS.some((known) => known === view)) {
      report(`${path}.views has “${view}”: there are ${VIEWS.join(", ")}`);
    }
  }
  const agents = textsOf(activityFor ?? [], `${path}.activityFor`, report);
  for (const agent of agents) {
    if (!/^\d+$/.test(agent)) {
      report(`${path}.activityFor has “${agent}”: name agents by their ids, such as 9002`);
    }
  }
  if (least !== undefined && !(Number.isInteger(least) && isWithin(least, MAX_COOL_DOWN_SECONDS))) {
    report(`${path}.leastCoolDownSeconds is no whole number from 0 to ${MAX_COOL_DOWN_SECONDS}`);
  }
  return {
    ...Object.fromEntries(
      Object.entries(lists).map(([name, list]) => [name, textsOf(list, `${path}.${name}`, report)]),
    ),
    ...(views !== undefined && { views: VIEWS.filter((view) => named.includes(view)) }),
    ...(typeof least === "number" && { leastCoolDownSeconds: least }),
    ...(activityFor !== undefined && { activityFor: agents }),
  };
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === "number" && value >= 0 && value <= most;
}

/** An object's members; absent is empty, and a name that is not `known` is a fault: it may be misspelt. */
function membersOf(
  json: unknown,
  path: string,
  known: readonly string[] | null,
  report: Report,
): Members {
  if (json === undefined) return {};
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    report(`${path} is no object`);
    return {};
  }
  const members: Members = { ...json };
  for (const name of Object.keys(members)) {
    if (known === null || known.includes(name)) continue;
    report(`${path} has “${name}”: there are ${known.join(", ")}`);
    delete members[name];
  }
  return members;
}

function textsOf(json: unknown, path: string, report: Report): string[] {
  const texts = Array.isArray(json) ? json.filter((each) => typeof each === "string") : null;
  if (texts !== null && texts.length === (Array.isArray(json) ? json.length : 0)) return texts;
  report(`${path} is no list of texts`);
  return [];
}

function readWith<Value>(
  read: (text: string) => Value,
  text: string,
  { path, otherwise, report }: { path: string; otherwise: Value; report: Report },
): Value {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    report(`${path} ${error.message}`);
    return otherwise;
  }
}
