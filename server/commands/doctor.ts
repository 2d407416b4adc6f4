import { SECRET_NAME, TOKEN_NAME } from "../../contract/settings.ts";
import { say, sayCount } from "../../views/words/copy.ts";
import { exactUtc } from "../../views/format.ts";
import { createAgillic } from "../agillic/client.ts";
import { checkAgillic } from "../checks/agillic_checks.ts";
import { checkClock, watchDates } from "../checks/clock.ts";
import { describeVersions, hideSecrets, type ReportRow, writeReport } from "../checks/report.ts";
import { checkNothing, checkReadOnly, checkSettings } from "../checks/settings_check.ts";
import type { Config } from "../config.ts";
import { delay } from "../delay.ts";
import { listReportRows } from "../report_rows.ts";
import type { Account } from "../installation/accounts.ts";
import { NO_LIMITS } from "../installation/limits.ts";
import { parseSettings } from "../installation/parse_settings.ts";
import { checkEnvironment, judge } from "./doctor_environment.ts";
import { DoctorError, type DoctorInput, readDoctorInput } from "./doctor_input.ts";
import { checkServerKeys } from "./doctor_keys.ts";
import { checkServerStore } from "./doctor_store.ts";
import { FlagError } from "./flags.ts";

/** What the command reads, whom it asks and where it writes. `now`: epoch ms. */
export type DoctorOptions = {
  env: Record<string, string | undefined>;
  readTextFile: (path: string) => string;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  print: (text: string) => void;
  printError: (line: string) => void;
};

const NEEDED = [
  "ACCOUNTS",
  "AGILLIC_BASE_URL",
  "AGILLIC_TOKEN",
  "ALLOWED_EVENTS",
  "ALLOWED_PERSON_DATA",
  "DATABASE_URL",
  "KV_PATH",
  "READ_ONLY",
];

/** `deno task doctor`: prints what was found; answers 0, 1 when something is red, 2 when it could not check. */
export async function runDoctor(args: readonly string[], options: DoctorOptions): Promise<number> {
  try {
    const input = readDoctorInput(args, options);
    const { config, faults } = judge(input.env, NEEDED);
    if (config === null) throw new DoctorError(`Cannot check: ${faults[0]}`);
    const rows = await listRows(input, config, options);
    const at = options.now();
    options.print(input.json ? asJson(rows, at) : asText(rows, config, at));
    return countRed(rows) === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DoctorError || error instanceof FlagError)) throw error;
    options.printError(error.message);
    return 2;
  }
}

async function listRows(
  { env, settings: claims, testRecipient }: DoctorInput,
  config: Config,
  { fetch, now }: DoctorOptions,
): Promise<ReportRow[]> {
  const settingsSecret = String(claims[SECRET_NAME] ?? "");
  const { settings: given, limits } = accountOf(config, settingsSecret);
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
    }).client(settings.token),
    settings,
    testRecipient,
    allowedPersonData: limits.personData,
  });
  const rows = [
    ...await listReportRows([...checkSettings(faults), ...asked]),
    ...await checkServerStore(config),
    ...await listReportRows([checkClock(clock, startedAt)]),
    ...await checkServerKeys(env, { settingsSecret, now }),
    ...await listReportRows([checkReadOnly(config.readOnly, settings)]),
    ...checkEnvironment(env),
  ].map(namingTheFlag);
  return hideSecrets(rows, [
    settings?.token ?? "",
    settingsSecret,
    testRecipient.ok ? testRecipient.value : "",
  ]);
}

/** The account whose secret signs these settings; the first where none does. */
function accountOf(
  { accounts }: Config,
  settingsSecret: string,
): Pick<Account, "settings" | "limits"> {
  const all = [...accounts.values()];
  return all.find(({ settingsSecrets }) => settingsSecrets.includes(settingsSecret)) ?? all[0] ??
    { settings: {}, limits: NO_LIMITS };
}

/** Where the sidebar has a field for it, the command has a flag. */
function namingTheFlag(row: ReportRow): ReportRow {
  return row.code === "test_recipient_missing"
    ? { ...row, mend: "Name a recipient who is in Agillic: --test-recipient EMAIL." }
    : row;
}

function countRed(rows: readonly ReportRow[]): number {
  return rows.filter(({ state }) => state === "red").length;
}

function asText(rows: readonly ReportRow[], { agillicBaseUrl }: Config, at: number): string {
  const head = [
    describeVersions(),
    `Configuration check of ${exactUtc(new Date(at))}, Agillic at ${agillicBaseUrl}`,
  ];
  return `${writeReport(head, rows)}\n\n${summaryOf(rows)}`;
}

function summaryOf(rows: readonly ReportRow[]): string {
  const red = countRed(rows);
  const unknown = rows.filter(({ state }) => state === "unknown").length;
  const mend = red === 0
    ? say("en", "setup.announceGood")
    : sayCount("en", "setup.announce", { number: red, text: String(red) });
  return unknown === 0 ? mend : `${mend}. ${say("en", "setup.state.unknown")}: ${unknown}`;
}

function asJson(rows: readonly ReportRow[], at: number): string {
  return JSON.stringify(
    { versions: describeVersions(), at: new Date(at).toISOString(), red: countRed(rows), rows },
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
