/**
 * The one gate: builds the shell, then format, lint and types, then every test. With `--static`
 * only the middle. It closes with a line `N passed, N failed`, in which each stage that runs no
 * tests counts as one.
 */
import { fileURLToPath } from "node:url";
import { runGate, type Stage } from "./gate_stages.ts";

const STATIC: Stage[] = [
  { name: "format", args: ["fmt", "--check", "--quiet"] },
  { name: "lint", args: ["lint", "--quiet"] },
  { name: "types", args: ["check", "--frozen", "--quiet"] },
];

// Types are checked once, above. Browsers come last and by themselves: they are what is slow, and
// what would make the others slow.
const TEST = ["test", "--allow-all", "--no-check", "--parallel"];

const ALL: Stage[] = [
  { name: "shell", args: ["run", "--allow-all", "app-shell/build.ts"] },
  ...STATIC,
  { name: "tests", args: [...TEST, "--ignore=tests/browser"], tests: true },
  { name: "browser tests", args: [...TEST, "tests/browser"], tests: true },
];

if (import.meta.main) {
  Deno.chdir(fileURLToPath(new URL("../", import.meta.url)));
  const { failed } = await runGate(Deno.args.includes("--static") ? STATIC : ALL);
  if (failed > 0) Deno.exit(1);
}
