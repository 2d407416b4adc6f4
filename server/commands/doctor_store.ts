import { basename, dirname } from "node:path";
import { tryWithin } from "../actions/attempts.ts";
import { USE_LIMIT_MS } from "../actions/kept_store.ts";
import { openKvStore } from "../actions/kv_store.ts";
import type { Store } from "../actions/store.ts";
import { type Finding, finding } from "../checks/finding.ts";
import type { ReportRow } from "../checks/report.ts";
import { checkStore } from "../checks/server_checks.ts";
import type { Config, Environment } from "../config.ts";
import { delay } from "../delay.ts";
import { listReportRows } from "../report_rows.ts";
import { isAnySet, OWN_NAMES } from "./doctor_environment.ts";

/** Whether the server's store can be used; that of Deno Deploy is reached from there alone. */
export async function checkServerStore(
  { databaseUrl, kvPath }: Pick<Config, "databaseUrl" | "kvPath">,
  env: Environment,
): Promise<ReportRow[]> {
  if (databaseUrl !== null) return await listReportRows([await checkPostgres(databaseUrl)]);
  if (kvPath === IN_MEMORY) return [FORGOTTEN];
  if (kvPath !== null) return await listReportRows([await checkStoreFile(kvPath)]);
  return [!isAnySet(env, OWN_NAMES) || isAnySet(env, ["DENO_DEPLOY"]) ? ELSEWHERE : MISSING];
}

const TITLE = "Store for actions";
const IN_MEMORY = ":memory:";

const FORGOTTEN: ReportRow = {
  state: "unknown",
  title: TITLE,
  words:
    "KV_PATH is :memory:, which a restart empties: an action that was posted just before could be posted again.",
  next: "Unless this is for a trial, set KV_PATH to a file on a disk that stays.",
  code: "store_in_memory",
};

const ELSEWHERE: ReportRow = {
  state: "unknown",
  title: TITLE,
  words:
    "Neither DATABASE_URL nor KV_PATH is set here. A server on Deno Deploy then uses the platform’s database, which only it can reach.",
  next: "See the server’s GET /readyz/actions, or the configuration check in the sidebar.",
  code: "store_elsewhere",
};

const MISSING: ReportRow = {
  state: "red",
  title: TITLE,
  words:
    "Neither DATABASE_URL nor KV_PATH is set: without them the server starts on Deno Deploy only.",
  next:
    "Set KV_PATH to a file on a disk that stays, or DATABASE_URL to a Postgres. If the server runs on Deno Deploy, set DENO_DEPLOY=1 for this check.",
  code: "store_missing",
};

// One that is not there yet is tried under another name: nothing is left behind.
async function checkStoreFile(path: string): Promise<Finding> {
  try {
    if (await exists(path)) return await checkFile(path);
    const folder = await Deno.makeTempDir({
      dir: dirname(path),
      prefix: `${basename(path)}-check-`,
    });
    try {
      return await checkFile(`${folder}/kv`);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  } catch {
    return finding("store", "store_unusable");
  }
}

const PATIENCE = { elapsed: () => performance.now(), delay, random: Math.random };

async function checkFile(path: string): Promise<Finding> {
  const open = () => openKvStore(() => Deno.openKv(path));
  return await checkOpened(await tryWithin(USE_LIMIT_MS, open, PATIENCE));
}

async function checkPostgres(url: string): Promise<Finding> {
  const { openPostgresStore } = await import("../actions/postgres_store.ts");
  return await checkOpened(openPostgresStore(url, PATIENCE));
}

async function checkOpened(store: Store): Promise<Finding> {
  try {
    const probe = (id: string) => tryWithin(USE_LIMIT_MS, () => store.probe(id), PATIENCE);
    return await checkStore({ probe }, crypto.randomUUID());
  } finally {
    store.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
