import type { CallLog } from "./call_log.ts";
import type { Instance } from "./instance.ts";
import type { Switches } from "./switches.ts";

/** API key and secret, as Agillic's API settings give them. */
export type Credential = { key: string; secret: string };

/** What all routes of one simulator share. */
export type Simulation = {
  readonly now: () => number;
  readonly delay: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly credentials: readonly Credential[];
  readonly switches: Switches;
  readonly calls: CallLog;
  /** Bearer tokens given out, with the time at which each expires. */
  readonly tokens: Map<string, number>;
  /** Replaced by a reset. */
  instance: Instance;
};
