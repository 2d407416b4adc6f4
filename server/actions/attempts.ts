import { untilPassed } from "../delay.ts";
import { StoreBusy } from "./store.ts";

/** Clocks and chance: `elapsed` in ms never goes back, `random` is from 0 to below 1. */
export type Patience = {
  elapsed: () => number;
  delay: (ms: number, signal?: AbortSignal) => Promise<void>;
  random: () => number;
};

/** The store neither did it nor said why not. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
}

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;
/** Why a limit's signal is aborted. A ready reason: without one, every abort makes an exception with its stack. */
export const ENDED = "ended";

/** Pauses between attempts: each about twice as long as the one before, and never the same for two processes. */
export function* pauses(random: () => number): Generator<number, never> {
  for (let ms = FIRST_PAUSE_MS;; ms = Math.min(2 * ms, LONGEST_PAUSE_MS)) {
    yield ms * (0.5 + random());
  }
}

/**
 * Tries again while the store is busy, and ends within the limit whatever the store does. An attempt that is still
 * running then is abandoned: it can ask whether it is over before it changes anything.
 */
export async function tryWithin<Value>(
  limitMs: number,
  attempt: (isOver: () => boolean) => Promise<Value>,
  { elapsed, delay, random }: Patience,
): Promise<Value> {
  const end = elapsed() + limitMs;
  const ended = new AbortController();
  const isOver = () => ended.signal.aborted || elapsed() >= end;

  async function tries(): Promise<Value> {
    for (const pauseMs of pauses(random)) {
      try {
        return await attempt(isOver);
      } catch (error) {
        if (!(error instanceof StoreBusy) || elapsed() + pauseMs >= end) throw error;
      }
      await delay(pauseMs, ended.signal);
      if (isOver()) break;
    }
    throw new StoreBusy();
  }

  async function limit(): Promise<never> {
    await untilPassed(limitMs, { elapsed, delay }, ended.signal);
    throw new NoAnswer("Cannot use the store: it does not answer in time");
  }

  try {
    return await Promise.race([tries(), limit()]);
  } finally {
    ended.abort(ENDED);
  }
}
