/** What a program said; its exit code is 127 when there is no such program. */
export type RunResult = { code: number; stdout: string; stderr: string };

/** `live` passes the output on as well, `folder` is where it runs, `trusted` lets it have this process's secrets. */
export type RunOptions = { folder?: string; live?: boolean; trusted?: boolean };

/** Runs a program without a shell. */
export type Run = (command: readonly string[], options?: RunOptions) => Promise<RunResult>;

// The last two hold secrets under names that do not say so.
const SECRET = /TOKEN|SECRET|KEY|PASSWORD|CREDENTIAL|AUTH|^ACCOUNTS$|^DATABASE_URL$/i;

/** The environment without what is secret in it by its name: tests, and all that they load, need none. */
export function withoutSecrets(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !SECRET.test(name)));
}

/** How one step of a deployment went: `unknown` could not be checked and stops a real deployment, `noted` does not. */
export type Outcome = {
  state: "done" | "failed" | "unknown" | "noted";
  message: string;
  /** Commands or places that correct it. */
  next?: readonly string[];
};

/** The exit code of a program that is not installed. */
export const NO_PROGRAM = 127;

// deno-lint-ignore no-control-regex -- that is what a terminal's colours are made of
const COLOUR = /\x1b\[[0-9;]*m/g;
const NOISE = /^(Download|Check|Warning|Stack backtrace|Caused by|\s|$)/;

/** Why a program failed, in one line: the error of its JSON, else its first line that is no progress. */
export function reasonOf({ code, stderr }: RunResult): string {
  const text = stderr.replaceAll(COLOUR, "");
  const line = text.split("\n").find((candidate) => !NOISE.test(candidate));
  return jsonMessage(text) ?? line?.replace(/^error: /, "") ?? `exit code ${code}`;
}

function jsonMessage(text: string): string | null {
  const message = /"message":\s*("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  return message === undefined ? null : String(JSON.parse(message));
}
