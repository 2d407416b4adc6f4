import { openKvStore } from "./actions/kv_store.ts";
import type { Store } from "./actions/store.ts";
import { createApp } from "./app.ts";
import { type Config, ConfigError, parseConfig } from "./config.ts";
import { delay } from "./delay.ts";
import { createLogBatches } from "./log_batches.ts";
import { hearsOfTickets } from "./installation/accounts.ts";
import { createLog } from "./log_levels.ts";
import { createMetrics } from "./metrics.ts";
import type { Assets, ResumingApp } from "./options.ts";
import { keepServing, type Listening } from "./serving.ts";
import { refuseTraces } from "./telemetry.ts";

const DIST = new URL("../app-shell/dist/", import.meta.url);
// Deno Deploy kills what takes longer.
const STOP_SECONDS_ON_DEPLOY = 5;
// No call to Agillic takes so long: none is cut.
const STOP_SECONDS_ELSEWHERE = 12;
const RESUME_MS = 60_000;

async function readAssets(): Promise<Assets> {
  const built: unknown = JSON.parse(await Deno.readTextFile(new URL("assets.json", DIST)));
  const { script, htmx, style, sdk } = built as Record<"script" | "htmx" | "style", string> & {
    sdk: string | null;
  };
  const names = [script, htmx, style];
  const files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    scriptPath: `/assets/${script}`,
    stylePath: `/assets/${style}`,
    names,
    sdkUrl: sdk,
    async find(name, encoding) {
      if (!names.includes(name)) return null;
      const file = encoding === "" ? name : `${name}.${encoding}`;
      let bytes = files.get(file);
      if (bytes === undefined) files.set(file, bytes = Deno.readFile(new URL(file, DIST)));
      try {
        return await bytes;
      } catch (error) {
        // The next request tries again: there may have been no file handle left.
        files.delete(file);
        throw error;
      }
    },
  };
}

async function openStore({ databaseUrl, kvPath }: Config): Promise<Store> {
  if (databaseUrl === null) return await openKvStore(() => Deno.openKv(kvPath ?? undefined));
  // Here, so that a start without Postgres does not load its client.
  const { openPostgresStore } = await import("./actions/postgres_store.ts");
  return openPostgresStore(databaseUrl, { delay });
}

function isOnDeploy(): boolean {
  return Deno.env.has("DENO_DEPLOY");
}

function withClient(init: RequestInit, client: Deno.HttpClient): RequestInit {
  const extended: RequestInit & { client: Deno.HttpClient } = { ...init, client };
  return extended;
}

/** Runs the server from the environment until it is told to stop. */
async function main(): Promise<void> {
  const env = Deno.env.toObject();
  const config = parseConfig(env, Deno.readTextFileSync);
  refuseTraces(env);
  const batches = createLogBatches(console.log, { delay });
  // Deno Deploy makes one record of each call.
  const write = isOnDeploy() ? (line: string) => console.log(line) : batches.write;
  const log = createLog(config.logLevel, write);
  for (const end of ["unload", "error", "unhandledrejection"]) addEventListener(end, batches.flush);
  const assets = await readAssets();
  // When a kept connection breaks, Deno's fetch sends the request again, even a POST that had arrived.
  const fresh = Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
  let stopping = false;
  const app = createApp({
    config,
    assets,
    openStore: () => openStore(config),
    fetch: (url, init) => fetch(url, init.keepalive === false ? withClient(init, fresh) : init),
    now: Date.now,
    elapsed: () => performance.now(),
    random: Math.random,
    randomId: () => crypto.randomUUID(),
    delay,
    log,
    metrics: createMetrics({ now: Date.now, memoryBytes: () => Deno.memoryUsage().rss }),
    isStopping: () => stopping,
  });
  let { port } = config;
  const start = () =>
    Deno.serve({
      hostname: config.host,
      port,
      // In native code, and a sixth of a request cheaper than a middleware.
      automaticCompression: true,
      onListen: (address) => {
        // A free port that was found is kept.
        port = address.port;
        log({ at: new Date().toISOString(), type: "started", port });
      },
    }, app.fetch);

  const stopSeconds = config.stopSeconds ??
    (isOnDeploy() ? STOP_SECONDS_ON_DEPLOY : STOP_SECONDS_ELSEWHERE);
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log({ at: new Date().toISOString(), type: "stopping" });
    await Promise.race([server.shutdown(), delay(stopSeconds * 1000)]);
    Deno.exit(0);
  };
  // Before it listens: whoever reads that it has started may stop it at once.
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  const server = listen(() => keepServing({ start, delay, log, now: Date.now }), config);
  if (hearsOfTickets(config.accounts)) void resumeEveryMinute(app);
  await server.finished;
}

/** Begins to listen; throws a ListenError that says why it cannot. */
function listen(serve: () => Listening, { host, port }: Config): Listening {
  try {
    return serve();
  } catch (error) {
    throw new ListenError(explainListening(error, { host, port }), { cause: error });
  }
}

class ListenError extends Error {
  override name = "ListenError";
}

function explainListening(error: unknown, { host, port }: Pick<Config, "host" | "port">): string {
  if (error instanceof Deno.errors.AddrInUse) {
    return "Cannot start: another process listens on this port. End it, or set another PORT.";
  }
  if (error instanceof Deno.errors.AddrNotAvailable) {
    return "Cannot start: HOST is no address of this machine.";
  }
  if (error instanceof Deno.errors.PermissionDenied) {
    return `Cannot start: this user may not listen on port ${port}. Set PORT to 1024 or more.`;
  }
  const [detail] = (error instanceof Error ? error.message : String(error)).split("\n");
  return `Cannot start: it cannot listen on ${host}, port ${port} (${detail}). Correct HOST or PORT.`;
}

/** What has become due before this start is resumed at once. */
async function resumeEveryMinute(app: ResumingApp): Promise<never> {
  while (true) {
    await app.resumeDue();
    await delay(RESUME_MS);
  }
}

/** What to do about an error that whoever starts the server can correct; null for any other. */
function explain(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof ListenError) return error.message;
  if (error instanceof Deno.errors.NotFound) {
    return "Cannot start: the shell's files are not built. Run deno task build.";
  }
  return null;
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    const explained = explain(error);
    if (explained === null) throw error;
    console.error(explained);
    Deno.exit(1);
  }
}
