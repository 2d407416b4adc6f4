import { type PreparationOptions, prepare } from "./deploy_preparation.ts";
import { publish, type TextFile } from "./deploy_publish.ts";
import { awaitReady, type ReadyOptions } from "./deploy_ready.ts";
import type { Outcome } from "./deploy_run.ts";
import { DeployError, findTarget, type Target, TARGET_MISSING } from "./deploy_target.ts";
import { asksForHelp, FlagError, parseFlags } from "./flags.ts";

/** What the command uses of the world. */
export type DeployCommandOptions = ReadyOptions & PreparationOptions & {
  denoJson: TextFile;
  print: (line: string) => void;
  printError: (line: string) => void;
};

const USAGE = "deno task deploy [--org NAME] [--app NAME] [--dry-run]";
const HELP = `Usage: ${USAGE}

Checks the tree, the target's variables and database, runs the tests, deploys to Deno Deploy, and
waits until the server is ready. The token is in DENO_DEPLOY_TOKEN.

  --org NAME   the organisation (DENO_DEPLOY_ORG, or "deploy" of deno.json)
  --app NAME   the app (DENO_DEPLOY_APP, or "deploy" of deno.json)
  --dry-run    does all but deploy, and names every fault

Exit codes: 0 it is ready (with --dry-run: no fault was found), 1 it is not.`;
const FLAGS = {
  org: { type: "string" },
  app: { type: "string" },
  "dry-run": { type: "boolean" },
} as const;
const MARKS = { done: "✓", failed: "✗", unknown: "?", noted: "?" };

/** `deno task deploy`: checks, deploys, waits until it is ready; answers the exit code. */
export async function runDeploy(
  args: readonly string[],
  options: DeployCommandOptions,
): Promise<number> {
  if (asksForHelp(args)) {
    options.print(HELP);
    return 0;
  }
  try {
    const flags = parseFlags(args, FLAGS, USAGE);
    const target = findTarget(flags, options.env, await options.denoJson.read());
    return flags["dry-run"] === true
      ? await rehearse(target, options)
      : await deploy(target, options);
  } catch (error) {
    if (!(error instanceof DeployError || error instanceof FlagError)) throw error;
    options.printError(error.message);
    return 1;
  }
}

/** Everything but the deployment; goes on after a fault, to name them all. */
async function rehearse(target: Target | null, options: DeployCommandOptions): Promise<number> {
  const outcomes: Outcome[] = [];
  for await (const outcome of prepare(target, options)) {
    report(outcome, options);
    outcomes.push(outcome);
  }
  const count = (...states: Outcome["state"][]) =>
    outcomes.filter(({ state }) => states.includes(state)).length;
  options.print(
    `Dry run: nothing was deployed. ${count("done")} done, ${count("failed")} failed, ${
      count("unknown", "noted")
    } could not be checked.`,
  );
  return count("failed") === 0 ? 0 : 1;
}

async function deploy(target: Target | null, options: DeployCommandOptions): Promise<number> {
  if (target === null) throw new DeployError(`Cannot deploy: ${TARGET_MISSING}`);
  let publicUrl: string | null = null;
  for await (const outcome of prepare(target, options)) {
    if (outcome.state === "failed" || outcome.state === "unknown") {
      const lines = [outcome.message, ...outcome.next ?? []];
      throw new DeployError(`Cannot deploy: ${lines.join("\n    ")}`);
    }
    report(outcome, options);
    publicUrl ??= outcome.publicUrl ?? null;
  }
  options.print(`Deploying ${target.app} …`);
  const published = await publish(options.run, target, options.denoJson);
  const url = publicUrl ?? published.url;
  if (published.revision !== null) options.print(`Deployed revision ${published.revision}.`);
  const fault = url === null
    ? "the tool named no address and PUBLIC_URL is not readable: ask /readyz/actions yourself"
    : await awaitReady(url, options);
  if (fault === null) options.print(`Ready: ${url}`);
  else options.printError(`Deployed, but it is not ready: ${fault}`);
  for (const line of rollBack(target)) options.print(line);
  return fault === null ? 0 : 1;
}

function report({ state, message, next = [] }: Outcome, { print }: DeployCommandOptions): void {
  print(`${MARKS[state]} ${message}`);
  for (const line of next) print(`    ${line}`);
}

function rollBack({ org, app }: Target): string[] {
  const place =
    `https://console.deno.com/${org}/${app}: on its timelines page, lock Production to the revision before`;
  return [
    `To roll back at once: ${place}.`,
    "To roll back by a deployment: git revert the commit, then deno task deploy.",
  ];
}
