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

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8001" } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`Cannot listen: --port must be a port number, it is ${values.port}`);
    Deno.exit(2);
  }
  const { origin } = await serve(port);
  console.log(`Agillic simulator: ${origin}`);
}
