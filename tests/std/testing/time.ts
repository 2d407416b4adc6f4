/** Stands in for JSR's `@std/testing/time`: std's names and signatures over Node's mock timers. */
import { mock } from "node:test";
import { setImmediate } from "node:timers";

/** Puts a clock that stands still in the place of Date, setTimeout and setInterval until restored. */
export class FakeTime {
  readonly #start: number;

  /** Throws when another FakeTime has not been restored. */
  constructor(start?: number | string | Date | null) {
    this.#start = new Date(start ?? Date.now()).getTime();
    mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now: this.#start });
  }

  /** The fake time at the beginning, in milliseconds since 1970. */
  get start(): number {
    return this.#start;
  }

  /** The fake time, in milliseconds since 1970. */
  get now(): number {
    return Date.now();
  }

  /** Goes forward and calls each timer that is due, in order. */
  tick(ms = 0): void {
    mock.timers.tick(ms);
  }

  /** Lets pending promises settle, then goes forward like tick. */
  async tickAsync(ms = 0): Promise<void> {
    await this.runMicrotasks();
    this.tick(ms);
  }

  /** Lets pending promises settle; the fake time stays. */
  runMicrotasks(): Promise<void> {
    return new Promise((resolve) => setImmediate(() => resolve()));
  }

  /** Gives the real clock back. */
  restore(): void {
    mock.timers.reset();
  }

  [Symbol.dispose](): void {
    this.restore();
  }
}
