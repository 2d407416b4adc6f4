import { setImmediate } from "node:timers";

type Timer = { readonly atMs: number; readonly ring: () => void };

/** A clock for tests: stands still until told, so that ten seconds pass at once. */
export class ManualClock {
  readonly #timers = new Set<Timer>();
  #elapsedMs = 5_000;
  #wallMs = Date.UTC(2026, 10, 22, 12) - this.#elapsedMs;

  /** Epoch milliseconds. */
  readonly now = (): number => this.#wallMs + this.#elapsedMs;

  /** Milliseconds that never go back. */
  readonly elapsed = (): number => this.#elapsedMs;

  readonly delay = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = { atMs: this.#elapsedMs + ms, ring: resolve };
      this.#timers.add(timer);
      signal?.addEventListener("abort", () => {
        if (this.#timers.delete(timer)) reject(signal.reason);
      }, { once: true });
    });

  /** How many timers run: none may be left when everything has ended. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Sets the wall clock, and nothing else, forward or back. */
  step(ms: number): void {
    this.#wallMs += ms;
  }

  /** Goes on by `ms`, from timer to timer, and lets follow what follows. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#elapsedMs + ms;
    await turn();
    for (let next = this.#next(untilMs); next !== null; next = this.#next(untilMs)) {
      await this.#ring(next);
    }
    this.#elapsedMs = untilMs;
  }

  /** Goes on from timer to timer until the promise is settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    promise.then(settle, settle);
    await turn();
    while (!isSettled) {
      const next = this.#next(Infinity);
      if (next === null) {
        throw new Error("Waiting failed: no timer runs, and the promise is not settled");
      }
      await this.#ring(next);
    }
    return await promise;
  }

  #next(untilMs: number): Timer | null {
    let next: Timer | null = null;
    for (const timer of this.#timers) {
      if (timer.atMs <= untilMs && (next === null || timer.atMs < next.atMs)) next = timer;
    }
    return next;
  }

  async #ring(timer: Timer): Promise<void> {
    this.#timers.delete(timer);
    this.#elapsedMs = timer.atMs;
    timer.ring();
    await turn();
  }
}

/** Long enough for every promise that waits for nothing, streams included. */
async function turn(): Promise<void> {
  for (let count = 0; count < 3; count++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
