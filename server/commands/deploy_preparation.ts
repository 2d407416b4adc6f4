import type { Environment } from "../config.ts";
import { checkDatabase } from "./deploy_database.ts";
import { NO_PROGRAM, type Outcome, reasonOf, type Run } from "./deploy_run.ts";
import { type Target, TARGET_MISSING } from "./deploy_target.ts";
import { checkVariables } from "./deploy_variables.ts";

/** What the checks use of the world; `emptyFolder` is one with nothing in it. */
export type PreparationOptions = {
  run: Run;
  env: Environment;
  emptyFolder: string;
};

/** A check's outcome; that of the variables knows the app's address. */
export type Preparation = Outcome & { publicUrl?: string | null };

/** Every check before a deployment, the cheap ones first: the last takes minutes. */
export async function* prepare(
  target: Target | null,
  { run, env, emptyFolder }: PreparationOptions,
): AsyncGenerator<Preparation> {
  const hindrance = findHindrance(target, env);
  if (hindrance !== null) yield { state: "unknown", message: hindrance };
  yield await checkTree(run);
  if (target !== null && hindrance === null) {
    const variables = await checkVariables(run, target, emptyFolder);
    yield variables;
    if (!variables.usesPostgres) yield await checkDatabase(run, target, emptyFolder);
  }
  yield await runChecks(run);
}

function findHindrance(
  target: Target | null,
  env: Environment,
): string | null {
  if (target === null) return `the target could not be checked: ${TARGET_MISSING}`;
  return env.DENO_DEPLOY_TOKEN
    ? null
    : "the target could not be checked: DENO_DEPLOY_TOKEN is not set: make one at https://console.deno.com/account/tokens";
}

async function checkTree(run: Run): Promise<Outcome> {
  const status = await run(["git", "status", "--porcelain"]);
  if (status.code === NO_PROGRAM) {
    return { state: "failed", message: "the tree could not be checked: git is not installed" };
  }
  if (status.code !== 0) {
    return { state: "failed", message: `the tree could not be checked: ${reasonOf(status)}` };
  }
  const changes = status.stdout.split("\n").filter(Boolean);
  return changes.length === 0 ? { state: "done", message: "the tree is clean" } : {
    state: "failed",
    message: `the tree is not clean (${changes.length} of git status): commit or remove first`,
    next: changes.slice(0, 5),
  };
}

async function runChecks(run: Run): Promise<Outcome> {
  const { code } = await run(["deno", "task", "test"], { live: true });
  return code === 0 ? { state: "done", message: "deno task test passes" } : {
    state: "failed",
    message: `deno task test fails with the exit code ${code}: correct what it names above`,
  };
}
