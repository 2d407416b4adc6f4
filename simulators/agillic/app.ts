import { createApi } from "./api.ts";
import { type Call, CallLog } from "./call_log.ts";
import { delay } from "./connection.ts";
import { unquotePattern } from "./faults.ts";
import { Instance } from "./instance.ts";
import type { Seed } from "./model.ts";
import { createDefaultSeed } from "./seed.ts";
import type { Credential, Simulation } from "./simulation.ts";
import { defaultSwitches, type Switches } from "./switches.ts";

/** What a simulator can be given; everything has a default. */
export type AgillicSimulatorOptions = {
  /** API credentials that are let in; default `agillic-key` with `agillic-secret`. */
  credentials?: readonly Credential[];
  now?: () => number;
  /** Makes the AGILLIC_IDs of created recipients. */
  random?: () => number;
  seed?: Seed;
  flowDelayMs?: number;
  delay?: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** A running stand-in of one Agillic instance. */
export type AgillicSimulator = {
  /** The REST API as the real one answers it, plus the control API. Usable directly as `fetch`. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** The switches as they are now; counted ones count down. */
  readonly switches: Readonly<Switches>;
  /** Changes switches while it runs. */
  set(switches: Partial<Switches>): void;
  /** The latest thousand API calls (no control calls), oldest first. */
  readonly calls: readonly Call[];
  /** How many API calls there were, by `METHOD /pattern`. */
  readonly counts: ReadonlyMap<string, number>;
  /** The API's routes as `METHOD /pattern`. */
  readonly routes: readonly string[];
  /** How often an event was achieved for a recipient, named by EMAIL or AGILLIC_ID. */
  achieved(recipient: string, event: string): number;
  /** Seeds it again, forgets the calls, and puts every switch back. */
  reset(): void;
};

/** Builds a simulator; nothing listens and no timer runs until it is asked something. */
export function createAgillicSimulator(options: AgillicSimulatorOptions = {}): AgillicSimulator {
  const { now = Date.now, random = Math.random } = options;
  const initial: Switches = {
    ...defaultSwitches,
    flowDelayMs: options.flowDelayMs ?? defaultSwitches.flowDelayMs,
  };
  const switches = { ...initial };
  const createInstance = () =>
    new Instance(options.seed ?? createDefaultSeed(now()), { now, random, switches });
  const simulation: Simulation = {
    now,
    delay: options.delay ?? delay,
    credentials: options.credentials ?? [{ key: "agillic-key", secret: "agillic-secret" }],
    switches,
    calls: new CallLog(),
    tokens: new Map(),
    instance: createInstance(),
  };
  const api = createApi(simulation);

  return {
    async fetch(input, init) {
      const request = input instanceof Request && !init ? input : new Request(input, init);
      request.signal.throwIfAborted();
      return await api.fetch(request);
    },
    switches,
    set(changes) {
      Object.assign(switches, changes);
    },
    calls: simulation.calls.calls,
    counts: simulation.calls.counts,
    routes: api.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${unquotePattern(path)}`),
    achieved(recipient, event) {
      const found = simulation.instance.listRecipients().find(({ personData }) =>
        personData.EMAIL === recipient || personData.AGILLIC_ID === recipient
      );
      return found?.counters.get(event)?.total ?? 0;
    },
    reset() {
      Object.assign(switches, initial);
      simulation.calls.clear();
      simulation.tokens.clear();
      simulation.instance = createInstance();
    },
  };
}
