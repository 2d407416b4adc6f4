import { assert, assertArrayIncludes, assertEquals, assertMatch } from "@std/assert";
import { parse } from "yaml";
import { z } from "zod";

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const job = z.object({
  if: z.string(),
  "runs-on": z.string(),
  "timeout-minutes": z.number(),
  permissions: z.record(z.string(), z.string()).optional(),
  env: z.unknown().optional(),
  steps: z.array(step),
});
const workflow = z.object({
  on: z.object({ pull_request: z.unknown(), push: z.object({ branches: z.array(z.string()) }) }),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.object({ group: z.string(), "cancel-in-progress": z.string() }),
  jobs: z.record(z.string(), job),
});
const denoJson = z.object({
  tasks: z.record(z.string(), z.unknown()),
  deploy: z.object({
    build: z.string(),
    runtime: z.object({ type: z.literal("dynamic"), entrypoint: z.string() }),
  }),
});

const ROOT = new URL("../..", import.meta.url);
const FILE = new URL(".github/workflows/deploy.yml", ROOT);
const text = await Deno.readTextFile(FILE);
// Strict: a key that is there twice is an error.
const { jobs, ...rest } = workflow.parse(parse(text, { strict: true, uniqueKeys: true }));
const steps = Object.values(jobs).flatMap((each) => each.steps);
const config = denoJson.parse(JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT))));

/** The tasks that a line of shell runs. */
function tasksOf(line: string): string[] {
  return [...line.matchAll(/\bdeno task ([\w:-]+)/g)].map(([, task]) => task ?? "");
}

Deno.test("deploy.yml at the top is a link to the workflow that GitHub reads", async () => {
  const link = new URL("deploy.yml", ROOT);
  assertEquals(await Deno.readLink(link), ".github/workflows/deploy.yml");
  assertEquals(await Deno.readTextFile(link), text);
});

Deno.test("the workflow tests pull requests and deploys main alone", () => {
  assertEquals(rest.on.push.branches, ["main"]);
  assertEquals(jobs.test?.if, "github.event_name == 'pull_request'");
  assertEquals(jobs.deploy?.if, "github.event_name == 'push'");
  assertArrayIncludes(jobs.test?.steps.map(({ run }) => run) ?? [], ["deno task test"]);
  assertArrayIncludes(jobs.deploy?.steps.map(({ run }) => run) ?? [], ["deno task deploy"]);
});

Deno.test("the workflow runs server and journeys on the oldest Deno that the docs name, too", async () => {
  const { steps = [], if: condition } = jobs.test_oldest ?? {};
  assertEquals(condition, jobs.test?.if);
  const versions = [jobs.test?.steps ?? [], steps].map((each) =>
    each.flatMap((one) => one.with?.["deno-version"] ?? [])
  );
  assertEquals(versions, [["2.9.6"], ["2.5.0"]]);
  assertMatch(steps.at(-1)?.run ?? "", /^deno test .* server tests\/journeys$/);
  const docs = await Deno.readTextFile(new URL("docs/operations.md", ROOT));
  for (const version of versions.flat()) assert(docs.includes(`Deno ${version}`), `${version}`);
});

Deno.test("the workflow attaches the package after the deployment", () => {
  const order = jobs.deploy?.steps.map(({ uses, run }) => (uses ?? run ?? "").split(/[@ ]-?/)) ??
    [];
  const position = (...words: string[]) =>
    order.findIndex((found) => words.every((word) => found.includes(word)));
  const packaged = position("deno", "task", "package");
  const deployed = position("deno", "task", "deploy");
  assert(0 < packaged && packaged < deployed && deployed < position("actions/upload-artifact"));
});

Deno.test("every task that the workflow and the platform run is one of deno.json", () => {
  const lines = [...steps.map(({ run }) => run ?? ""), config.deploy.build];
  const tasks = lines.flatMap(tasksOf);
  assertArrayIncludes(tasks, ["test", "package", "deploy", "build"]);
  assertArrayIncludes(Object.keys(config.tasks), tasks);
});

Deno.test("every action is pinned to a commit, with its version beside it", () => {
  const lines = text.split("\n").filter((line) => line.includes("uses:"));
  assertEquals(lines.length, 7);
  for (const line of lines) {
    assertMatch(line, /^ +- uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
});

Deno.test("the workflow may read the repository and nothing else", () => {
  assertEquals(rest.permissions, { contents: "read" });
  for (const each of Object.values(jobs)) assertEquals(each.permissions, undefined);
  for (const { uses, with: inputs } of steps) {
    if (uses?.startsWith("actions/checkout@")) {
      assertEquals(inputs, { "persist-credentials": false });
    }
  }
});

Deno.test("no pull request gets a secret, and the deployment gets one", () => {
  assertEquals(JSON.stringify(jobs.test).includes("secrets."), false);
  assertEquals(text.match(/secrets\.\w+/g), ["secrets.DENO_DEPLOY_TOKEN"]);
  // Not to the whole job: this step alone keeps it from the tests that it runs.
  const holders = steps.filter((each) => JSON.stringify(each).includes("secrets."));
  assertEquals(holders.map(({ run }) => run), ["deno task deploy"]);
  assertEquals(jobs.deploy?.env, undefined);
});

Deno.test("no step puts an expression into shell, where it would be run", () => {
  for (const { run = "" } of steps) assertEquals(run.includes("${{"), false, run);
});

Deno.test("every job ends, and a deployment is not cut short by the next", () => {
  for (const each of Object.values(jobs)) assert(each["timeout-minutes"] <= 30);
  assertEquals(
    rest.concurrency["cancel-in-progress"],
    "${{ github.event_name == 'pull_request' }}",
  );
});

Deno.test("a deployment starts the server that deno task start starts", async () => {
  const { entrypoint } = config.deploy.runtime;
  assertEquals(entrypoint, "server/main.ts");
  assert((await Deno.stat(new URL(entrypoint, ROOT))).isFile);
});
