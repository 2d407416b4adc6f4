import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const START_LIMIT_MS = 30_000;

/** A program of ours that runs until it is disposed of. */
export type Program = AsyncDisposable & { pid: number; port: number; startMs: number };

/** A port of this machine that nobody listens on at the moment. */
export function findFreePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** How a program is started: where it will answer, and what its environment has besides ours. */
export type StartOptions = { port: number; env?: Readonly<Record<string, string>> };

/** Starts `deno run …` in the repository and waits until it answers on the port. */
export function startProgram(args: readonly string[], options: StartOptions): Promise<Program> {
  return startCommand([Deno.execPath(), "run", ...args], options);
}

/** Starts any command in the repository and waits until it answers on the port. */
export async function startCommand(
  [command = "", ...args]: readonly string[],
  { port, env = {} }: StartOptions,
): Promise<Program> {
  const startedAt = performance.now();
  const process = new Deno.Command(command, {
    args,
    cwd: ROOT,
    env,
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).spawn();
  let ended = false;
  process.status.then(() => ended = true);
  while (!await answers(port)) {
    if (ended || performance.now() - startedAt > START_LIMIT_MS) {
      if (!ended) process.kill();
      throw new Error(`Cannot start ${args.join(" ")}: nothing answers on port ${port}`);
    }
  }
  return {
    pid: process.pid,
    port,
    startMs: performance.now() - startedAt,
    async [Symbol.asyncDispose]() {
      process.kill("SIGKILL");
      await process.status;
    },
  };
}

/** Resident memory of a process in MB, from where Linux or ps has it. */
export async function residentMegabytes(pid: number): Promise<number> {
  if (Deno.build.os === "linux") {
    const status = await Deno.readTextFile(`/proc/${pid}/status`);
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
  }
  const ps = await new Deno.Command("ps", { args: ["-o", "rss=", "-p", String(pid)] }).output();
  return Number(new TextDecoder().decode(ps.stdout)) / 1_024;
}

/** Processor time of a process so far, in ms to 10 ms; NaN where /proc does not tell. */
export async function processorMs(pid: number): Promise<number> {
  if (Deno.build.os !== "linux") return NaN;
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`);
  // The 14th and 15th field, in ticks of 10 ms; the second may hold spaces and ends with a bracket.
  const [user, system] = stat.slice(stat.lastIndexOf(")") + 2).split(" ").slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    await response.body?.cancel();
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 2));
    return false;
  }
}
