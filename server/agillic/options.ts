import type { AgillicErrorCode } from "./errors.ts";
import type { Operation } from "./operation.ts";

/** Waits; ends early, resolved or rejected, when the signal aborts. */
export type Delay = (ms: number, signal?: AbortSignal) => Promise<void>;

/** How a request ended: `not_found` and `refused` answer what was asked, the codes are failures. */
export type CallOutcome = "ok" | "not_found" | "refused" | AgillicErrorCode;

/** Told of every request to Agillic, each attempt for itself. */
export type CallWatch = {
  sent(): void;
  ended(operation: Operation, outcome: CallOutcome, ms: number): void;
  /** Too many others were in flight for too long. */
  notSent(operation: Operation): void;
};

/** What the adapter needs from outside. */
export type AgillicOptions = {
  /** Origin of the API, such as `https://api-eu1.agillic.net`. */
  readonly baseUrl: string;
  /** An action comes with `keepalive: false`: sent once means on a connection of its own. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Epoch milliseconds, for dates that Agillic sends. */
  readonly now: () => number;
  /** Milliseconds on a clock that never goes back: every limit is measured by it. */
  readonly elapsed: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly delay: Delay;
  /** How many calls of one credential may be in flight. */
  readonly callsAtOnce: number;
  readonly watch?: CallWatch;
};
