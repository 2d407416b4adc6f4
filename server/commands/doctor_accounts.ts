import { importSPKI } from "jose";
import type { ReportRow } from "../checks/report.ts";
import type { Environment } from "../config.ts";
import type { Account, Accounts } from "../installation/accounts.ts";
import { publicKeyUrl } from "../services.ts";
import { isAnySet, judge, OWN_NAMES } from "./doctor_environment.ts";
import { DoctorError, type DoctorInput, secretOf } from "./doctor_input.ts";

const NAMES = [
  ...OWN_NAMES.filter((name) => name !== "PUBLIC_URL"),
  ...["ZENDESK_ORIGIN", "AGILLIC_TOKEN", "WEBHOOK_SECRETS"],
  ...["ALLOWED_EVENTS", "ALLOWED_PERSON_DATA"],
];
const FETCH_LIMIT_MS = 5_000;

/** The accounts that the server's variables name, and where their apps' keys are. */
export type ServedAccounts = { accounts: Accounts; keyUrlOf: (subdomain: string) => string };

/** Null where the variables are not here or faulty, which the row about the environment says. */
export function findServedAccounts(env: Environment): ServedAccounts | null {
  const config = isAnySet(env, OWN_NAMES) ? judge(env, NAMES).config : null;
  return config && { accounts: config.accounts, keyUrlOf: publicKeyUrl(config) };
}

/** What the server itself knows of an account, and its name. */
export type NamedAccount = Pick<Account, "settings" | "limits" | "webhookSecrets"> & {
  name: string;
};

/**
 * The account that is named; otherwise the one whose secret signs the settings, or the first. Throws a DoctorError
 * that lists what there is.
 */
export function chooseAccount(
  served: ServedAccounts | null,
  otherwise: Accounts,
  input: DoctorInput,
): NamedAccount {
  const accounts = served?.accounts ?? otherwise;
  const named = input.account?.toLowerCase();
  const all = [...accounts].map(([name, account]) => ({ ...account, name }));
  const chosen = named === undefined
    ? all.find(({ settingsSecrets }) => settingsSecrets.includes(secretOf(input))) ?? all[0]
    : all.find(({ name }) => served !== null && name === named);
  if (chosen !== undefined) return chosen;
  if (served === null) {
    throw new DoctorError(
      "Cannot check: --account needs the server’s variables, without a fault: name its env file with --env.",
    );
  }
  const known = all.map(({ name }) => name).join(", ");
  throw new DoctorError(
    `Cannot check: --account names an account that is not served: there are ${known}.`,
  );
}

/** Each account's app and limits; the rows name the account where there are several. */
export async function checkAccounts(
  { accounts, keyUrlOf }: ServedAccounts,
  { only, fetch }: { only: string | null; fetch: Fetch },
): Promise<ReportRow[]> {
  const checked = [...accounts].filter(([name]) => only === null || name === only.toLowerCase());
  const rows = await Promise.all(checked.map(async ([name, account]) => {
    const found = [await checkApp(account, keyUrlOf(name), fetch), checkLimits(account)];
    return accounts.size === 1
      ? found
      : found.map((row) => ({ ...row, title: `${row.title} ${name}` }));
  }));
  return rows.flat();
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Whether Zendesk knows the app by whose key the shell's tokens are verified. */
async function checkApp({ appKey }: Account, url: string, fetch: Fetch): Promise<ReportRow> {
  const title = "Zendesk App";
  const { host } = new URL(url);
  if ("pem" in appKey) {
    const words = "The server has the app’s public key itself.";
    return { state: "green", title, words, code: "app_key_given" };
  }
  const status = await fetchKey(url, fetch);
  if (status === 200) {
    return { state: "green", title, words: `${host} has the app’s public key.`, code: "app_known" };
  }
  if (status === 404) {
    return {
      state: "red",
      title,
      words: `${host} has no app with the id ${appKey.appId}: nobody can open the sidebar there.`,
      next: "Correct the account’s name, or the app’s id: ZENDESK_APP_ID, or appId in ACCOUNTS.",
      code: "app_unknown",
      status,
    };
  }
  return {
    state: "unknown",
    title,
    words: `${host} cannot be reached, or its answer is not the app’s public key.`,
    next: "Try again, and see that this machine may reach Zendesk.",
    code: "zendesk_unavailable",
    ...(status !== null && { status }),
  };
}

/** The status that the key was answered with; null without an answer, or for what is no key. */
async function fetchKey(url: string, fetch: Fetch): Promise<number | null> {
  try {
    const signal = AbortSignal.timeout(FETCH_LIMIT_MS);
    const answer = await fetch(url, { redirect: "error", signal });
    const text = await answer.text();
    if (answer.ok) await importSPKI(text, "RS256");
    return answer.status;
  } catch {
    return null;
  }
}

/** Browser code composes the settings: without limits they may name anything that the credential may. */
function checkLimits({ limits }: Account): ReportRow {
  const title = "Limits";
  const unset = [
    ...(limits.events === null ? ["events"] : []),
    ...(limits.personData === null ? ["Person Data"] : []),
  ];
  if (unset.length === 0) {
    const words = "Settings may name the listed events and Person Data only.";
    return { state: "green", title, words, code: "limits_set" };
  }
  return {
    state: "unknown",
    title,
    words: `No limit is set for ${unset.join(" and ")}: settings may name any.`,
    next:
      "Unless that is meant, set ALLOWED_EVENTS and ALLOWED_PERSON_DATA, or limits in ACCOUNTS.",
    code: "limits_unset",
  };
}
