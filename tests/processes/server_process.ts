/** Real server processes, as the platform starts them. */
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const START_LIMIT_MS = 30_000;
// What Deno itself needs; all else would be this machine's settings for the server.
const INHERITED = ["PATH", "HOME", "DENO_DIR", "TMPDIR", "SystemRoot", "LOCALAPPDATA", "TEMP"];

/** One line of the server's log. */
export type LogLine = Record<string, unknown>;

/** A server that runs until it is disposed of, or ended by a signal. */
export type ServerProcess = AsyncDisposable & {
  origin: string;
  /** The log so far. */
  lines: readonly LogLine[];
  /** Ends when the process has ended: its exit code, and what it wrote to stderr. */
  ended: Promise<{ code: number; errors: string }>;
  kill(signal: Deno.Signal): void;
};

/**
 * How a server is started; `mostFiles` limits the files, and so the connections, that it may have open, and `through`
 * is a program that starts what follows it.
 */
export type StartOptions = {
  denoFlags?: readonly string[];
  mostFiles?: number;
  through?: readonly string[];
};

/** A server that is not running (yet): the process, without waiting that it listens. */
export function spawnServer(
  env: Readonly<Record<string, string>>,
  { denoFlags = [], mostFiles, through = [] }: StartOptions = {},
): Omit<ServerProcess, "origin"> {
  const inherited = INHERITED.flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  const deno = [...through, Deno.execPath(), "run", "--allow-all", ...denoFlags, "server/main.ts"];
  const [program = "", ...args] = mostFiles === undefined
    ? deno
    : ["sh", "-c", 'ulimit -n "$0" && exec "$@"', String(mostFiles), ...deno];
  const child = new Deno.Command(program, {
    args,
    cwd: ROOT,
    clearEnv: true,
    env: { ...Object.fromEntries(inherited), ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const lines: LogLine[] = [];
  const read = readLines(child.stdout, (line) => lines.push(JSON.parse(line)));
  const errors = new Response(child.stderr).text();
  const ended = (async () => {
    const { code } = await child.status;
    await read;
    return { code, errors: await errors };
  })();
  let isEnded = false;
  ended.then(() => isEnded = true);
  return {
    lines,
    ended,
    kill: (signal) => child.kill(signal),
    async [Symbol.asyncDispose]() {
      if (!isEnded) child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Starts a server on a free port and waits until it listens. */
export async function startServer(
  env: Readonly<Record<string, string>>,
  options?: StartOptions,
): Promise<ServerProcess> {
  const server = spawnServer({ ...env, PORT: "0" }, options);
  const giveUpAt = Date.now() + START_LIMIT_MS;
  const started = () => server.lines.find(({ type }) => type === "started");
  while (started() === undefined) {
    const ended = await Promise.race([server.ended, wait(20)]);
    if (ended !== undefined || Date.now() > giveUpAt) {
      await server[Symbol.asyncDispose]();
      throw new Error(`Cannot start the server: ${(await server.ended).errors}`);
    }
  }
  return Object.assign(server, { origin: `http://localhost:${started()?.port}` });
}

/** A server that something else has started: where it listens, and how it is told to stop. */
export type StartedServer = {
  origin: string;
  /** Sends SIGTERM; answers the exit code and what it wrote to stderr. */
  stop(): Promise<{ code: number; errors: string }>;
};

/** Waits until a process, with both of its outputs piped, says that it listens. */
export async function awaitStart(child: Deno.ChildProcess): Promise<StartedServer> {
  const errors = new Response(child.stderr).text();
  const output = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value: first = await errors } = await output.read();
  if (!first.includes('"type":"started"')) throw new Error(`Cannot start the server: ${first}`);
  const { port } = JSON.parse(first.split("\n")[0] ?? "");
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill("SIGTERM");
      const { code } = await child.status;
      await output.cancel();
      return { code, errors: await errors };
    },
  };
}

/** Builds what the server serves, unless it is built. */
export async function buildShell(): Promise<void> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "app-shell/build.ts"],
    cwd: ROOT,
    stdin: "null",
    stdout: "null",
  }).output();
  if (!success) throw new Error("Cannot build the shell");
}

/** Lets so much time pass. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until it is so, at most as long as a call to Agillic may take. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 10_000;
  while (!await isSo()) {
    if (Date.now() > giveUpAt) throw new Error("Cannot go on: it did not become so");
    await wait(5);
  }
}

async function readLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  use: (line: string) => void,
): Promise<void> {
  let rest = "";
  for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    lines.filter(Boolean).forEach(use);
  }
}
