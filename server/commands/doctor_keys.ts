import { SECRET_NAME } from "../../contract/settings.ts";
import { settingFaultWords } from "../../views/setting_faults.ts";
import type { ReportRow } from "../checks/report.ts";
import { checkKeys } from "../checks/server_checks.ts";
import type { Environment } from "../config.ts";
import { listReportRows } from "../report_rows.ts";
import { createSealing } from "../sealing.ts";
import { isAnySet, judge, KEY_NAMES, OWN_NAMES } from "./doctor_environment.ts";

const TITLE = "Keys";
const NAMES = ["ACCOUNTS", ...KEY_NAMES];

/** `account`: the only one whose secrets count; null for any. `now`: epoch ms. */
export type KeyOptions = { settingsSecret: string; account: string | null; now: () => number };

/** Whether the server's keys seal, and its secrets have the one that signs the settings ("" when it is not known). */
export async function checkServerKeys(
  env: Environment,
  { settingsSecret, account, now }: KeyOptions,
): Promise<ReportRow[]> {
  if (!isAnySet(env, [...OWN_NAMES, ...KEY_NAMES])) return [ELSEWHERE];
  const { config, faults } = judge(env, NAMES);
  if (config === null) return faults.map(faultyRow);
  const { accounts, sessionKeys } = config;
  const settingsSecrets = [...accounts.values()].flatMap((account) => account.settingsSecrets);
  const found = await checkKeys({
    sealing: createSealing({ keys: sessionKeys, now }),
    keys: sessionKeys.length,
    secrets: settingsSecrets.length,
  });
  // In the short form the accounts share their secrets.
  const own = account === null ? undefined : accounts.get(account.toLowerCase());
  const believed = own?.settingsSecrets ?? settingsSecrets;
  const isListed = settingsSecret === "" || believed.includes(settingsSecret);
  return [...await listReportRows([found]), ...(isListed ? [] : [UNLISTED])];
}

const ELSEWHERE: ReportRow = {
  state: "unknown",
  title: TITLE,
  words: "SETTINGS_SECRETS and SESSION_KEYS are not set here.",
  next: "Name the server’s env file with --env, or run this where the server runs.",
  code: "keys_elsewhere",
};

const UNLISTED: ReportRow = {
  state: "red",
  title: TITLE,
  words: settingFaultWords("en", {
    parameter: SECRET_NAME,
    code: "secret_unknown",
    position: null,
  }),
  next: "Put one of the server’s SETTINGS_SECRETS into “Settings Secret” in the app’s settings.",
  code: "settings_secret_unlisted",
};

function faultyRow(fault: string): ReportRow {
  return {
    state: "red",
    title: TITLE,
    words: fault,
    next: "On the server: set the variable again. deno task keys makes its values.",
    code: "keys_faulty",
  };
}
