/** Waits; ends early, resolved or rejected, when the signal aborts. */
export type Delay = (ms: number, signal?: AbortSignal) => Promise<void>;

/** What the adapter needs from outside. */
export type AgillicOptions = {
  /** Origin of the API, such as `https://api-eu1.agillic.net`. */
  readonly baseUrl: string;
  /** An action comes with `keepalive: false`: it must be sent once, so on a connection of its own. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** From 0 to below 1. */
  readonly random?: () => number;
  readonly delay?: Delay;
};

/** The options with everything filled in. */
export type AgillicSurroundings = Required<AgillicOptions>;

/** Fills in the real clock, chance and timers. */
export function withDefaults(options: AgillicOptions): AgillicSurroundings {
  return {
    baseUrl: options.baseUrl.replace(/\/+$/, ""),
    fetch: options.fetch,
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    delay: options.delay ?? delay,
  };
}

function delay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
