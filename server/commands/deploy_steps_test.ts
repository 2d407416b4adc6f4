import { assertEquals, assertStringIncludes } from "@std/assert";
import { deployIn, secret, VARIABLES } from "./deploy_fixture.ts";

const WHERE = "--org acme-org --app agillic";
const LIST = `deno deploy env list --json --non-interactive ${WHERE}`;
const DATABASES = "deno deploy database list --json --non-interactive --org acme-org";
const DEPLOY = `deno deploy --prod --json --non-interactive ${WHERE}`;

Deno.test("deno task deploy checks, deploys, waits and says where and how to roll back", async () => {
  const { code, printed, error, commands, asked } = await deployIn();
  assertEquals([code, error], [0, ""]);
  assertEquals(commands, ["git status --porcelain", LIST, DATABASES, "deno task test", DEPLOY]);
  assertEquals(asked, ["https://agillic.example.com/readyz/actions"]);
  assertStringIncludes(printed, "✓ the tree is clean");
  assertStringIncludes(printed, "✓ every variable is set on the target");
  assertStringIncludes(printed, "Deployed revision rev_2.");
  assertStringIncludes(printed, "Ready: https://agillic.example.com");
  assertStringIncludes(printed, "https://console.deno.com/acme-org/agillic: on its timelines page");
  assertStringIncludes(printed, "git revert");
});

Deno.test("deno task deploy gives its token to the platform's own tool alone", async () => {
  assertEquals((await deployIn()).trusted, [LIST, DATABASES, DEPLOY]);
});

Deno.test("deno task deploy leaves deno.json as it was, whatever the tool writes", async () => {
  const { denoJson, folders } = await deployIn();
  assertEquals(denoJson, '{ "deploy": { "org": "acme-org", "app": "agillic" } }\n');
  assertEquals([folders[LIST], folders[DATABASES]], ["/empty", "/empty"]);
  const failed = await deployIn({ answers: { "deno deploy --prod": { code: 1 } } });
  assertEquals(failed.denoJson, denoJson);
});

Deno.test("deno task deploy --dry-run does all but deploy", async () => {
  const { code, printed, commands, asked } = await deployIn({ args: ["--dry-run"] });
  assertEquals(code, 0);
  assertEquals(commands, ["git status --porcelain", LIST, DATABASES, "deno task test"]);
  assertEquals(asked, []);
  assertStringIncludes(printed, "Dry run: nothing was deployed. 4 done, 0 failed, 0 could not");
});

Deno.test("deno task deploy --dry-run without a token says what it could not check", async () => {
  const { code, printed, commands } = await deployIn({ args: ["--dry-run"], env: {} });
  assertEquals(code, 0);
  assertEquals(commands, ["git status --porcelain", "deno task test"]);
  assertStringIncludes(printed, "? the target could not be checked: DENO_DEPLOY_TOKEN is not set");
  assertStringIncludes(printed, "2 done, 0 failed, 1 could not be checked.");
});

Deno.test("deno task deploy --dry-run works in a clone that names no app", async () => {
  const { code, printed } = await deployIn({ args: ["--dry-run"], denoJson: "{}" });
  assertEquals(code, 0);
  assertStringIncludes(printed, "? the target could not be checked: no app is named: pass --org");
});

Deno.test("deno task deploy --dry-run without a network says what it could not check", async () => {
  const stderr =
    "\x1b[32mDownload\x1b[0m https://registry.example/@deno/deploy/meta.json\nerror: Import 'https://registry.example/@deno/deploy/meta.json' failed.\n\nCaused by:\n    0: dns error";
  const { code, printed } = await deployIn({
    args: ["--dry-run"],
    answers: { "deno deploy": { code: 1, stderr } },
  });
  assertEquals(code, 0);
  const reason =
    "could not be checked: Import 'https://registry.example/@deno/deploy/meta.json' failed.";
  assertStringIncludes(printed, `? the variables ${reason}`);
  assertStringIncludes(printed, `? the database ${reason}`);
  assertStringIncludes(printed, "2 done, 0 failed, 2 could not be checked.");
});

Deno.test("deno task deploy --dry-run goes on after a fault, and fails", async () => {
  const { code, printed, commands } = await deployIn({
    args: ["--dry-run"],
    answers: { git: { stdout: " M README.md\n" }, "deno task test": { code: 3 } },
  });
  assertEquals(code, 1);
  assertEquals(commands.length, 4);
  assertStringIncludes(printed, "✗ the tree is not clean (1 of git status)");
  assertStringIncludes(printed, "✗ deno task test fails with the exit code 3");
  assertStringIncludes(printed, "2 done, 2 failed, 0 could not be checked.");
});

type Refusal = [Parameters<typeof deployIn>[0], string];
Deno.test("deno task deploy takes a Postgres that is assigned, too", async () => {
  const own = { name: "agillic-pg", engine: "postgres", assignments: ["agillic"] };
  const { code, printed } = await deployIn({ databases: [own] });
  assertEquals(code, 0);
  assertStringIncludes(printed, "✓ the database agillic-pg is assigned");
});

const REFUSED: Record<string, Refusal> = {
  "without a token": [{ env: {} }, "DENO_DEPLOY_TOKEN is not set: make one at https://console"],
  "without an app": [{ denoJson: "{}" }, "no app is named: pass --org and --app"],
  "with an app but no org": [{ denoJson: "{}", args: ["--app", "a"] }, "no app is named"],
  "with a tree that is not clean": [
    { answers: { git: { stdout: " M a\n?? b\n" } } },
    "the tree is not clean (2 of git status): commit or remove first\n     M a\n    ?? b",
  ],
  "outside a repository": [
    { answers: { git: { code: 128, stderr: "fatal: not a git repository" } } },
    "the tree could not be checked: fatal: not a git repository",
  ],
  "without git": [{ answers: { git: { code: 127 } } }, "git is not installed"],
  "with failing tests": [{ answers: { "deno task test": { code: 1 } } }, "deno task test fails"],
  "without a network": [
    { answers: { "deno deploy": { code: 6, stderr: "error: could not connect" } } },
    "the variables could not be checked: could not connect",
  ],
  "with a variable missing": [
    { variables: VARIABLES.filter(({ key }) => key !== "PUBLIC_URL") },
    "PUBLIC_URL is missing",
  ],
  "without a database": [{ databases: [] }, "no database is assigned to agillic"],
};

for (const [what, [world, message]] of Object.entries(REFUSED)) {
  Deno.test(`deno task deploy does not deploy ${what}`, async () => {
    const { code, error, commands } = await deployIn(world);
    assertEquals(code, 1);
    assertStringIncludes(error, `Cannot deploy: `);
    assertStringIncludes(error, message);
    assertEquals(commands.some((line) => line.startsWith("deno deploy --prod")), false);
  });
}

Deno.test("deno task deploy refuses flags that it does not know", async () => {
  const { code, error, commands } = await deployIn({ args: ["--skip-checks"] });
  assertEquals([code, commands], [1, []]);
  assertStringIncludes(error, "there is no flag --skip-checks. Usage: deno task deploy");
});

Deno.test("deno task deploy says why the platform refused", async () => {
  const stderr = JSON.stringify({
    error: { code: "REVISION_FAILED", message: "The build failed." },
  });
  const { code, error } = await deployIn({
    answers: { "deno deploy --prod": { code: 1, stderr } },
  });
  assertEquals([code, error], [1, "Cannot deploy: The build failed.\n"]);
});

Deno.test("deno task deploy waits until /readyz/actions says 200", async () => {
  const { code, asked } = await deployIn({
    ready: [new Error("connection refused"), new Response("", { status: 503 }), new Response("{}")],
  });
  assertEquals([code, asked.length], [0, 3]);
});

Deno.test("deno task deploy fails when the app does not become ready, with how to roll back", async () => {
  const { code, error, printed, asked } = await deployIn({
    ready: [Response.json({ ready: false, unusable: ["store"] }, { status: 503 })],
  });
  assertEquals([code, asked.length], [1, 46]);
  assertStringIncludes(error, '/readyz/actions says 503: {"ready":false,"unusable":["store"]}');
  assertStringIncludes(printed, "To roll back at once");
});

Deno.test("deno task deploy takes an app for ready that refuses actions for READ_ONLY alone", async () => {
  const refusing = (...unusable: string[]) =>
    Response.json({ ready: false, unusable }, { status: 503 });
  const deliberate = await deployIn({ ready: [refusing("read_only")] });
  assertEquals([deliberate.code, deliberate.asked.length], [0, 1]);
  const faulty = await deployIn({ ready: [refusing("read_only", "store")] });
  assertEquals([faulty.code, faulty.asked.length], [1, 46]);
});

Deno.test("deno task deploy asks the platform's address when PUBLIC_URL is a secret", async () => {
  const variables = [secret("PUBLIC_URL"), ...VARIABLES.slice(1)];
  const { code, asked } = await deployIn({ variables });
  assertEquals([code, asked], [0, ["https://agillic.acme-org.deno.net/readyz/actions"]]);
});

/** What the platform says of a deployment, and the address that is then waited for and printed. */
const PLATFORM: Record<string, [published: unknown, address: string]> = {
  "its production address": [
    {
      revisionId: "r",
      productionUrl: "https://production.example",
      timelines: [{ partition: "Production", domains: ["https://domain.example"] }],
    },
    "https://production.example",
  ],
  "the first domain of its production timeline": [
    {
      revisionId: "r",
      timelines: [
        { partition: "Preview", domains: ["https://preview.example"] },
        { partition: "production", domains: ["https://first.example", "https://second.example"] },
      ],
    },
    "https://first.example",
  ],
};

for (const [what, [published, address]] of Object.entries(PLATFORM)) {
  Deno.test(`deno task deploy without a readable PUBLIC_URL waits for ${what}, and prints it`, async () => {
    const { code, asked, printed } = await deployIn({
      variables: [secret("PUBLIC_URL"), ...VARIABLES.slice(1)],
      answers: { "deno deploy --prod": { stdout: JSON.stringify(published) } },
    });
    assertEquals([code, asked], [0, [`${address}/readyz/actions`]]);
    assertStringIncludes(printed, `Ready: ${address}\n`);
  });
}

for (const stdout of ["", "deployed", '{ "revisionId": "r", "timelines": [] }']) {
  Deno.test(`deno task deploy says so when nobody names the address: "${stdout}"`, async () => {
    const { code, asked, error } = await deployIn({
      variables: [secret("PUBLIC_URL"), ...VARIABLES.slice(1)],
      answers: { "deno deploy --prod": { stdout } },
    });
    assertEquals([code, asked], [1, []]);
    assertStringIncludes(error, "the tool named no address and PUBLIC_URL is not readable");
  });
}

Deno.test("flags go before the environment, and the environment before deno.json", async () => {
  const env = { DENO_DEPLOY_TOKEN: "t", DENO_DEPLOY_ORG: "env-org", DENO_DEPLOY_APP: "agillic" };
  const byEnv = await deployIn({ env });
  assertStringIncludes(byEnv.commands.at(-1) ?? "", "--org env-org --app agillic");
  const byFlag = await deployIn({ env, args: ["--org=flag-org"] });
  assertStringIncludes(byFlag.commands.at(-1) ?? "", "--org flag-org --app agillic");
});

Deno.test("deno task deploy --help says how it is used, and runs nothing", async () => {
  const { code, printed, error, commands } = await deployIn({ args: ["--help"], env: {} });
  assertEquals([code, error, commands], [0, "", []]);
  assertStringIncludes(printed, "Usage: deno task deploy [--org NAME]");
});
