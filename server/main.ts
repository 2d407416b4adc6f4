import { openKvStore } from "./actions/kv_store.ts";
import type { Store } from "./actions/store.ts";
import { createApp } from "./app.ts";
import { type Config, ConfigError, parseConfig } from "./config.ts";
import { delay } from "./delay.ts";
import type { Assets, LogEntry } from "./options.ts";
import { keepServing } from "./serving.ts";

const DIST = new URL("../app-shell/dist/", import.meta.url);
const SHUTDOWN_MS = 4_500;

async function readAssets(): Promise<Assets> {
  const built: unknown = JSON.parse(await Deno.readTextFile(new URL("assets.json", DIST)));
  const { script, style, sdk } = built as { script: string; style: string; sdk: string | null };
  const names = new Set([script, style]);
  const files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    scriptPath: `/assets/${script}`,
    stylePath: `/assets/${style}`,
    sdkUrl: sdk,
    async find(name, encoding) {
      if (!names.has(name)) return null;
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

function log(entry: LogEntry): void {
  console.log(JSON.stringify(entry));
}

function withClient(init: RequestInit, client: Deno.HttpClient): RequestInit {
  const extended: RequestInit & { client: Deno.HttpClient } = { ...init, client };
  return extended;
}

/** Runs the server from the environment until it is told to stop. */
async function main(): Promise<void> {
  const config = parseConfig(Deno.env.toObject(), Deno.readTextFileSync);
  const assets = await readAssets();
  // When a kept connection breaks, Deno's fetch sends the request anew, even a POST that had arrived.
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
  const server = keepServing({ start, delay, log, now: Date.now });

  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log({ at: new Date().toISOString(), type: "stopping" });
    // What is in flight is finished; the platform kills what takes longer than 5 s.
    await Promise.race([server.shutdown(), delay(SHUTDOWN_MS)]);
    Deno.exit(0);
  };
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  await server.finished;
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    if (error instanceof ConfigError) console.error(error.message);
    else if (error instanceof Deno.errors.NotFound) {
      console.error("Cannot start: the shell's files are not built. Run deno task build.");
    } else throw error;
    Deno.exit(1);
  }
}
