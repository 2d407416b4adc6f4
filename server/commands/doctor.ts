import { TOKEN_NAME } from "../../contract/settings.ts";
import { exactUtc } from "../../views/format.ts";
import { createAgillic } from "../agillic/client.ts";
import { checkAgillic } from "../checks/agillic_checks.ts";
import { checkClock, watchDates } from "../checks/clock.ts";
import {
  describeVersions,
  hideSecrets,
  type ReportRow,
  worstFirst,
  writeReport,
} from "../checks/report.ts";
import { checkWebhook } from "../checks/server_checks.ts";
import { checkNothing, checkReadOnly, checkSettings } from "../checks/settings_check.ts";
import type { Config, Environment } from "../config.ts";
import { delay } from "../delay.ts";
import { listReportRows, summarize } from "../report_rows.ts";
import { listAdmitted } from "../installation/limits.ts";
import { parseSettings } from "../installation/parse_settings.ts";
import {
  checkAccounts,
  chooseAccount,
  findServedAccounts,
  type NamedAccount,
  type ServedAccounts,
} from "./doctor_accounts.ts";
import { checkEnvFile, checkEnvironment, judge } from "./doctor_environment.ts";
import {
  DOCTOR_HELP,
  DoctorError,
  type DoctorInput,
  readDoctorInput,
  secretOf,
} from "./doctor_input.ts";
import { checkServerKeys } from "./doctor_keys.ts";
import { checkServerStore } from "./doctor_store.ts";
import { asksForHelp, FlagError } from "./flags.ts";

/** What the command reads, whom it asks and where it writes. `now`: epoch ms. */
export type DoctorOptions = {
  env: Environment;
  readTextFile: (path: string) => string;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  print: (text: string) => void;
  printError: (line: string) => void;
};

const AWAY = ["agillic_unavailable", "agillic_timeout", "zendesk_unavailable"];
const NEEDED = [
  "ACCOUNTS",
  "AGILLIC_BASE_URL",
  "AGILLIC_CALLS",
  "AGILLIC_TOKEN",
  "ALLOWED_EVENTS",
  "ALLOWED_PERSON_DATA",
  "DATABASE_URL",
  "KV_PATH",
  "PGSSLMODE",
  "READ_ONLY",
];

/**
 * `deno task doctor`: prints what was found; the exit code is 0, 1 when something is red, 2 when it could
 * not check, or 3 when nothing is red but Agillic or Zendesk could not be reached.
 */
export async function runDoctor(args: readonly string[], options: DoctorOptions): Promise<number> {
  if (asksForHelp(args)) {
    options.print(DOCTOR_HELP);
    return 0;
  }
  try {
    const input = readDoctorInput(args, options);
    const { config, faults } = judge(input.env, NEEDED);
    if (config === null) throw new DoctorError(`Cannot check: ${faults[0]}`);
    const served = findServedAccounts(input.env);
    const about = chooseAccount(served, config.accounts, input);
    const rows = await listRows({ input, config, served, about }, options);
    const report: Report = {
      rows,
      // Where there is one account, everything is about it.
      account: served !== null && served.accounts.size > 1 ? about.name : null,
      agillicBaseUrl: config.agillicBaseUrl,
      at: options.now(),
    };
    options.print(input.json ? asJson(report) : asText(report));
    return exitCodeOf(rows);
  } catch (error) {
    if (!(error instanceof DoctorError || error instanceof FlagError)) throw error;
    options.printError(error.message);
    return 2;
  }
}

/** What was found, about which of several accounts, where and when. */
type Report = {
  rows: readonly ReportRow[];
  account: string | null;
  agillicBaseUrl: string;
  at: number;
};

/** What is checked, and the account whose settings they are. */
type Subject = {
  input: DoctorInput;
  config: Config;
  served: ServedAccounts | null;
  about: NamedAccount;
};

async function listRows(
  { input, config, served, about }: Subject,
  { fetch, now }: DoctorOptions,
): Promise<ReportRow[]> {
  const { env, settings: claims, testRecipient, account } = input;
  const settingsSecret = secretOf(input);
  const { settings: given, limits } = about;
  const token = String(claims[TOKEN_NAME] ?? "");
  const { settings, faults } = parseSettings(claims, { token, given, limits });
  const { fetch: watched, clock } = watchDates({ fetch, now });
  const startedAt = now();
  const asked = settings === null ? checkNothing() : await checkAgillic({
    client: createAgillic({
      baseUrl: config.agillicBaseUrl,
      fetch: watched,
      now,
      elapsed: () => performance.now(),
      random: Math.random,
      delay,
      callsAtOnce: config.agillicCalls,
    }).client(settings.token, settings),
    settings,
    faults,
    testRecipient,
    allowedPersonData: limits.personData,
    allowedTables: listAdmitted(limits, "tables"),
    allowedTargetGroups: listAdmitted(limits, "targetGroups"),
  });
  const rows = [
    ...await listReportRows([...checkSettings(faults), ...asked]),
    ...served === null ? [] : await listReportRows(checkWebhook(settings, about.webhookSecrets)),
    ...await checkServerStore(config, env),
    ...await listReportRows([checkClock(clock, startedAt)]),
    ...await checkServerKeys(env, { settingsSecret, account, now }),
    ...await listReportRows([checkReadOnly(config.readOnly, settings)]),
    ...served === null ? [] : await checkAccounts(served, { only: account, fetch }),
    ...checkEnvironment(env),
    ...checkEnvFile(input.withDollar),
  ].map(namingTheFlag);
  return hideSecrets(worstFirst(rows), [
    settings?.token ?? "",
    settingsSecret,
    testRecipient.ok ? testRecipient.value : "",
  ]);
}

/** Where the sidebar has a field for it, the command has a flag. */
function namingTheFlag(row: ReportRow): ReportRow {
  return row.code === "test_recipient_missing"
    ? { ...row, next: "Name a recipient who is in Agillic: --test-recipient EMAIL." }
    : row;
}

function exitCodeOf(rows: readonly ReportRow[]): number {
  if (countRed(rows) > 0) return 1;
  return rows.some(({ code }) => AWAY.includes(code)) ? 3 : 0;
}

function countRed(rows: readonly ReportRow[]): number {
  return rows.filter(({ state }) => state === "red").length;
}

function asText({ rows, account, agillicBaseUrl, at }: Report): string {
  const head = [
    describeVersions(),
    `Configuration check of ${exactUtc(new Date(at))}, Agillic at ${agillicBaseUrl}`,
    ...(account === null ? [] : [`The settings are those of the account ${account}.`]),
  ];
  return writeReport([...head, summarize(rows)], rows);
}

function asJson({ rows, account, at }: Report): string {
  const head = { versions: describeVersions(), at: new Date(at).toISOString() };
  return JSON.stringify(
    { ...head, ...(account !== null && { account }), red: countRed(rows), rows },
    null,
    2,
  );
}

if (import.meta.main) {
  Deno.exit(
    await runDoctor(Deno.args, {
      env: Deno.env.toObject(),
      readTextFile: Deno.readTextFileSync,
      fetch: (url, init) => fetch(url, init),
      now: Date.now,
      print: console.log,
      printError: console.error,
    }),
  );
}
