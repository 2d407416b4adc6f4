import { fileURLToPath } from "node:url";
import { relative } from "node:path";
import type { Change } from "./changes.ts";

/** A program with one change; `path` is below the root, line and column count from 1. */
export type Mutant = Change & { path: string; line: number; column: number; was: string };

type LintReport = {
  diagnostics: {
    filename: string;
    range: { start: { line: number; col: number } };
    message: string;
  }[];
  errors: unknown[];
};

const CONFIG = fileURLToPath(new URL("lint.json", import.meta.url));
const LONGEST = 60;

/** Every mutant of these files, in the order in which they stand there. */
export async function findMutants(root: string, paths: readonly string[]): Promise<Mutant[]> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["lint", "--json", "--config", CONFIG, ...paths],
    cwd: root,
    stderr: "null",
  }).output();
  const { diagnostics, errors }: LintReport = JSON.parse(new TextDecoder().decode(stdout));
  if (errors.length > 0) throw new Error(`Cannot make mutants: ${JSON.stringify(errors[0])}`);
  const mutants = await Promise.all(diagnostics.map(async ({ filename, range, message }) => {
    const change: Change = JSON.parse(message);
    const path = fileURLToPath(filename);
    return {
      ...change,
      path: relative(await Deno.realPath(root), path),
      line: range.start.line,
      column: range.start.col + 1,
      was: (await Deno.readTextFile(path)).slice(change.start, change.end),
    };
  }));
  return mutants.sort((one, other) =>
    one.path.localeCompare(other.path) || one.start - other.start
  );
}

/** The file's text with the change made. */
export function mutated(text: string, { start, end, to }: Change): string {
  return text.slice(0, start) + to + text.slice(end);
}

/** Where it is and what was changed, in one line. */
export function describe({ path, line, column, was, to }: Mutant): string {
  return `${path}:${line}:${column} ${inOneLine(was)} → ${inOneLine(to) || "nothing"}`;
}

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** At most so many of them, in their order; the same ones for the same seed. */
export function choose(mutants: readonly Mutant[], most: number, seed: number): Mutant[] {
  // The generator of "Numerical Recipes": nothing more is asked of it than to be the same again.
  const next = () => seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  const ranked = mutants.map((mutant) => ({ mutant, rank: next() }));
  ranked.sort((one, other) => one.rank - other.rank);
  const chosen = new Set(ranked.slice(0, most).map(({ mutant }) => mutant));
  return mutants.filter((mutant) => chosen.has(mutant));
}
