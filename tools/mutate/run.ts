import { choose, describe, findMutants, type Mutant, mutated } from "./mutants.ts";
import { findRelatedTests, type RelatedTests } from "./related_tests.ts";
import { copyTree, type Ending, runDeno } from "./tree.ts";

/** What is mutated, and how. */
export type MutationOptions = {
  root: string;
  /** The files, below the root. */
  paths: readonly string[];
  most: number;
  seed: number;
  /** How many mutants are tried at the same time. */
  atOnce: number;
  limitMs: number;
  print: (line: string) => void;
};

/** How many mutants ended how. */
export type Tally = { killed: number; survived: number; timedOut: number };

const TEST_FILE = /_test\.[jt]sx?$/;
// They take minutes, and start servers and browsers, in whose way those of other mutants would be.
const SLOW = /^tests\/(browser|processes)\/|_browser_test\./;
const TEST = ["test", "--allow-all", "--no-check", "--fail-fast", "--quiet"];
const TALLIED = { passed: "survived", failed: "killed", "timed out": "timedOut" } as const;

const FAULTS = { failed: "fail", "timed out": "take longer than --limit allows" } as const;

/** Tries mutants in copies of the tree, and prints each that no test and no type notices. */
export async function runMutation(options: MutationOptions): Promise<Tally> {
  const { root, paths, most, seed, atOnce, limitMs, print } = options;
  await using stack = new AsyncDisposableStack();
  const { folder, files } = stack.use(await copyTree(root));
  const tests = files.filter((path) => TEST_FILE.test(path) && !SLOW.test(path));
  const related = await findRelatedTests(folder, tests);
  const tested = paths.filter((path) => related(path).length > 0);
  for (const path of paths) if (!tested.includes(path)) print(`${path}: no test imports it`);
  const tally = { killed: 0, survived: 0, timedOut: 0 };
  if (tested.length > 0) {
    const all = new Set(tested.flatMap((path) => related(path).flat()));
    const ending = await runDeno(folder, [...TEST, "--parallel", ...all], limitMs);
    if (ending !== "passed") {
      throw new Error(`Cannot try mutants: without them the tests ${FAULTS[ending]}`);
    }
    const mutants = choose(await findMutants(folder, tested), most, seed);
    const tryInTurn = async (folder: string) => {
      for (let mutant = mutants.shift(); mutant !== undefined; mutant = mutants.shift()) {
        const ending = await tryMutant(folder, mutant, { related, limitMs });
        if (ending === "passed") print(describe(mutant));
        tally[TALLIED[ending]]++;
      }
    };
    const others = Array.from({ length: atOnce - 1 }, () => copyTree(root));
    const copies = (await Promise.all(others)).map((copy) => stack.use(copy).folder);
    await Promise.all([folder, ...copies].map(tryInTurn));
  }
  print(`${tally.killed} killed, ${tally.survived} survived, ${tally.timedOut} timed out`);
  return tally;
}

async function tryMutant(
  folder: string,
  mutant: Mutant,
  { related, limitMs }: { related: RelatedTests; limitMs: number },
): Promise<Ending> {
  const file = `${folder}/${mutant.path}`;
  const text = await Deno.readTextFile(file);
  await Deno.writeTextFile(file, mutated(text, mutant));
  try {
    // The cheapest first: most mutants end with the nearest tests.
    const [nearest = [], ...others] = related(mutant.path);
    const attempts = [[...TEST, ...nearest], ["check", "--quiet", mutant.path]];
    if (others.length > 0) attempts.push([...TEST, "--parallel", ...others.flat()]);
    for (const args of attempts) {
      const ending = await runDeno(folder, args, limitMs);
      if (ending !== "passed") return ending;
    }
    return "passed";
  } finally {
    await Deno.writeTextFile(file, text);
  }
}
