import { parseArgs } from "node:util";
import {
  type AgillicSimulator,
  type AgillicSimulatorOptions,
  createAgillicSimulator,
} from "./app.ts";
import { listen } from "./node_server.ts";

/** A simulator that listens. */
export type ServedSimulator = {
  simulator: AgillicSimulator;
  origin: string;
  close(): Promise<void>;
};

/** Serves a new simulator on the loopback address; port 0 takes a free one. */
export async function serve(
  port: number,
  options: AgillicSimulatorOptions = {},
): Promise<ServedSimulator> {
  const simulator = createAgillicSimulator(options);
  const server = await listen(simulator.fetch, port);
  return { simulator, origin: `http://localhost:${server.port}`, close: server.close };
}

/** The port of the command line. Throws when it is no port number, or for any other argument. */
export function parsePort(args: string[]): number {
  const { values } = parseArgs({ args, options: { port: { type: "string", default: "8001" } } });
  const port = Number(values.port);
  if (/^\d+$/.test(values.port) && port <= 65_535) return port;
  throw new RangeError(`--port must be a port number: it is ${values.port}`);
}

if (import.meta.main) {
  try {
    const { origin } = await serve(parsePort(Deno.args));
    console.log(`Agillic simulator: ${origin}`);
  } catch (error) {
    console.error(
      `Cannot serve the Agillic simulator: ${error instanceof Error ? error.message : error}`,
    );
    Deno.exit(1);
  }
}
