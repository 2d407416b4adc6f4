/**
 * The one gate: builds the shell, then format, lint and types, then every test. With `--static`
 * only the middle. It closes with a line `N passed, N failed`, in which each stage that runs no
 * tests counts as one.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listTests, writeBundles } from "./gate_bundles.ts";
import { runGate, type Stage, TESTS_AT_ONCE } from "./gate_stages.ts";

const STATIC: Stage[] = [
  { name: "format", args: ["fmt", "--check", "--quiet"] },
  { name: "lint", args: ["lint", "--quiet"] },
  { name: "types", args: ["check", "--frozen", "--quiet"] },
];

// Types are checked once, above. Browsers come last and by themselves: they are what is slow, and
// what would make the others slow.
const TEST = ["test", "--allow-all", "--no-check", "--parallel"];
const BROWSER_TESTS = "tests/browser";
// What starts processes has an isolate for each file.
const ALONE = ["tests/gallery", "tests/processes", "tools"];

/** To load a file takes longer than to run its tests: most are loaded a bundle at a time. */
async function listStages(root: string, folder: string): Promise<Stage[]> {
  const bundled = await listTests(root, [BROWSER_TESTS, ...ALONE]);
  const browser = await listTests(join(root, BROWSER_TESTS), []);
  const [tests, browserTests] = await Promise.all([
    writeBundles(join(folder, "tests"), bundled, navigator.hardwareConcurrency),
    writeBundles(join(folder, "browser"), browser, TESTS_AT_ONCE),
  ]);
  return [
    { name: "shell", args: ["run", "--allow-all", "app-shell/build.ts"] },
    ...STATIC,
    { name: "tests", args: [...TEST, ...tests, ...ALONE], tests: true },
    { name: "browser tests", args: [...TEST, ...browserTests], tests: true },
  ];
}

if (import.meta.main) {
  const root = fileURLToPath(new URL("../", import.meta.url));
  Deno.chdir(root);
  const folder = await Deno.makeTempDir();
  const stages = Deno.args.includes("--static") ? STATIC : await listStages(root, folder);
  const { failed } = await runGate(stages);
  await Deno.remove(folder, { recursive: true });
  if (failed > 0) Deno.exit(1);
}
