import { Hono } from "hono";
import { createApi } from "./api.ts";
import { type Call, CallLog } from "./call_log.ts";
import { delay } from "./connection.ts";
import { createControlApi } from "./control_api.ts";
import { type Controls, createControls } from "./controls.ts";
import { unquotePattern } from "./faults.ts";
import { Instance } from "./instance.ts";
import type { Seed } from "./model.ts";
import { pageRoutes } from "./page/routes.tsx";
import { createDefaultSeed } from "./seed.ts";
import type { Credential, Simulation } from "./simulation.ts";
import { parseSwitches } from "./switch_table.ts";
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

/** A running stand-in of one Agillic instance, with what can be done to it by hand. */
export type AgillicSimulator = Controls & {
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
  const set = (changes: Partial<Switches>) => {
    Object.assign(switches, parseSwitches(changes));
  };
  const reset = () => {
    Object.assign(switches, initial);
    simulation.calls.clear();
    simulation.tokens.clear();
    simulation.instance = createInstance();
  };
  const controls = createControls(simulation);
  const api = createApi(simulation);
  const controlApi = createControlApi({ simulation, controls, set, reset });
  const app = new Hono()
    .mount("/_simulator", controlApi.fetch)
    .route("/", pageRoutes(simulation))
    .all("*", (c) => api.fetch(c.req.raw))
    .onError((error) => {
      throw error;
    });

  return {
    ...controls,
    async fetch(input, init) {
      const request = input instanceof Request && !init ? input : new Request(input, init);
      request.signal.throwIfAborted();
      return await app.fetch(request);
    },
    switches,
    set,
    reset,
    calls: simulation.calls.calls,
    counts: simulation.calls.counts,
    routes: api.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${unquotePattern(path)}`),
  };
}
