/** Waits; ends early, resolved or rejected, when the signal aborts. */
export type Delay = (ms: number, signal?: AbortSignal) => Promise<void>;

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
};
