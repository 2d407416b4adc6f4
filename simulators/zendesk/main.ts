import { parseArgs } from "node:util";
import { createZendeskSimulator, type ZendeskSimulator } from "./app.ts";
import { SERVED_SETTINGS } from "./settings.ts";
import type { ZendeskSimulatorOptions } from "./simulation.ts";

/** How to serve the simulator; the package's own files are read from `app-shell/`. */
export type ServeOptions =
  & Partial<Omit<ZendeskSimulatorOptions, "backend" | "origin">>
  & { readonly backend: string; readonly port?: number; readonly signal?: AbortSignal };

/** A simulator that listens. */
export type ServedZendesk = {
  readonly simulator: ZendeskSimulator;
  readonly origin: string;
  readonly finished: Promise<void>;
  close(): Promise<void>;
};

/** Serves on localhost, port 8002 unless told otherwise; port 0 takes a free one. */
export async function serve(
  { port = 8002, signal, ...options }: ServeOptions,
): Promise<ServedZendesk> {
  const [manifest, translations] = await Promise.all([
    options.manifest ?? readJson("manifest.json"),
    options.translations ?? readJson("translations/en.json"),
  ]);
  const ready = Promise.withResolvers<ZendeskSimulator>();
  const server = Deno.serve(
    {
      hostname: "localhost",
      port,
      onListen: () => {},
      ...(signal === undefined ? {} : { signal }),
    },
    async (request) => (await ready.promise).fetch(request),
  );
  const origin = `http://localhost:${server.addr.port}`;
  const simulator = createZendeskSimulator({ ...options, manifest, translations, origin });
  ready.resolve(simulator);
  return { simulator, origin, finished: server.finished, close: () => server.shutdown() };
}

async function readJson(file: string): Promise<unknown> {
  const url = new URL(`../../app-shell/package/${file}`, import.meta.url);
  return JSON.parse(await Deno.readTextFile(url));
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8002" },
      backend: { type: "string", default: "http://localhost:8000" },
    },
  });
  const { origin, finished } = await serve({
    port: Number(values.port),
    backend: values.backend,
    settings: SERVED_SETTINGS,
  });
  console.log(`Zendesk simulator: ${origin}`);
  await finished;
}
