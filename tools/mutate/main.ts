/** `deno task mutate`: which small changes to the code do no test and no type notice? */
import { fileURLToPath } from "node:url";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runMutation } from "./run.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const USAGE = `deno task mutate [FILE …] [flags]

Makes small changes to the files, one at a time and in a copy of the tree, runs the tests that reach
them, and prints the changes that nothing noticed. Browser and process tests are not run.

  --base REV         without files: those that changed since then (HEAD~1)
  --most N           no more than so many changes (100)
  --seed N           which ones are chosen (1)
  --at-once N        how many are tried at the same time (1)
  --limit SECONDS    how long one may take (120)
  --help             prints this`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: "string", default: "HEAD~1" },
    most: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    "at-once": { type: "string", default: "1" },
    limit: { type: "string", default: "120" },
    help: { type: "boolean", default: false },
  },
});

function count(flag: "most" | "seed" | "at-once" | "limit"): number {
  const value = Number(values[flag]);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`Cannot use --${flag} ${values[flag]}: want a whole number from 1`);
  Deno.exit(2);
}

/** Programs that changed and still are there; no tests. */
async function changedSince(base: string): Promise<string[]> {
  const args = ["diff", "--name-only", "--diff-filter=d", "--relative", base];
  const { success, stdout, stderr } = await new Deno.Command("git", { args, cwd: ROOT }).output();
  if (!success) throw new Error(`Cannot find what changed: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout).split("\n")
    .filter((path) => /\.[jt]sx?$/.test(path) && !/_(test|fixture)\.|^tests\//.test(path));
}

if (values.help) console.log(USAGE);
else {
  const { survived } = await runMutation({
    root: ROOT,
    paths: positionals.length > 0
      ? positionals.map((path) => relative(ROOT, resolve(path)))
      : await changedSince(values.base),
    most: count("most"),
    seed: count("seed"),
    atOnce: count("at-once"),
    limitMs: count("limit") * 1000,
    print: console.log,
  });
  if (survived > 0) Deno.exitCode = 1;
}
