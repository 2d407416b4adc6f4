import { type Counts, countTests } from "./gate_counts.ts";

/** One call of Deno; with `tests`, one that can write a JUnit report. */
export type Stage = { name: string; args: string[]; tests?: true };

/** What a stage touches: a process that writes to the terminal, files, the clock and the terminal. */
export type Surroundings = {
  /** Whether it ended well. */
  runDeno(args: string[]): Promise<boolean>;
  /** Null when there is no such file. */
  readReport(path: string): Promise<string | null>;
  reportPath(): Promise<string>;
  now(): number;
  print(line: string): void;
};

/** How many files, or bundles of them, run at once: one more than there are processors, since some tests wait. */
export const TESTS_AT_ONCE: number = navigator.hardwareConcurrency + 1;

// A stage that hangs is ended, so that the gate itself always comes to its closing line.
const STAGE_LIMIT_MS = 15 * 60_000;

/** Runs each stage whatever became of those before it, and closes with `N passed, N failed`. */
export async function runGate(
  stages: Stage[],
  surroundings: Surroundings = REAL,
): Promise<Counts> {
  const { now, print } = surroundings;
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const summary: string[] = [];
  for (const stage of stages) {
    print(`\n── ${stage.name}: deno ${stage.args.join(" ")}`);
    const startedAt = now();
    const counts = await runStage(stage, surroundings);
    const seconds = ((now() - startedAt) / 1000).toFixed(1);
    summary.push(`${counts.failed > 0 ? "FAILED" : "ok    "}  ${stage.name} (${seconds} s)`);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  print(`\n${summary.join("\n")}`);
  if (total.skipped > 0) print(`${total.skipped} skipped`);
  print(`${total.passed} passed, ${total.failed} failed`);
  return total;
}

async function runStage(stage: Stage, surroundings: Surroundings): Promise<Counts> {
  const { runDeno, readReport, reportPath } = surroundings;
  if (!stage.tests) {
    const well = await runDeno(stage.args);
    return { passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 };
  }
  const path = await reportPath();
  const well = await runDeno([...stage.args, `--junit-path=${path}`]);
  const report = await readReport(path);
  const counts = report === null ? { passed: 0, failed: 0, skipped: 0 } : countTests(report);
  // A file that breaks while it loads is not in the report, and no test at all is no success.
  const unreported = counts.failed === 0 && (!well || counts.passed === 0);
  return unreported ? { ...counts, failed: 1 } : counts;
}

const REAL: Surroundings = {
  async runDeno(args) {
    // Not "deno": a machine that has only Node runs this through npx.
    const process = new Deno.Command(Deno.execPath(), {
      args,
      env: {
        DENO_JOBS: String(TESTS_AT_ONCE),
        ...(Deno.stdout.isTerminal() ? {} : { NO_COLOR: "1" }),
      },
      stdin: "null",
      stdout: "inherit",
      stderr: "inherit",
      signal: AbortSignal.timeout(STAGE_LIMIT_MS),
    });
    return (await process.spawn().status).success;
  },
  async readReport(path) {
    const report = await Deno.readTextFile(path);
    await Deno.remove(path);
    return report === "" ? null : report;
  },
  reportPath: () => Deno.makeTempFile({ suffix: ".xml" }),
  now: Date.now,
  print: console.log,
};
