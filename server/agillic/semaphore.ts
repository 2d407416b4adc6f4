import type { Alarms } from "./alarms.ts";

/** Lets a limited number through at a time, first come, first served. */
export type Semaphore = {
  /** Takes a free place now, or says that there is none. */
  tryAcquire(): boolean;
  /** Waits until a place is given back; false when none was in time. */
  acquireBefore(atMs: number): Promise<boolean>;
  /** Gives a place back, straight to whoever has waited longest. */
  release(): void;
  /** How many places are taken. */
  readonly taken: number;
};

/** A semaphore with `places` places. */
export function createSemaphore(places: number, alarms: Alarms): Semaphore {
  let taken = 0;
  // A set keeps the order of arrival, and lets anyone leave the queue at no cost.
  const waiting = new Set<() => void>();

  return {
    get taken() {
      return taken;
    },
    tryAcquire() {
      if (taken >= places) return false;
      taken++;
      return true;
    },
    acquireBefore(atMs) {
      return new Promise((resolve) => {
        const admit = () => {
          alarms.cancel(alarm);
          resolve(true);
        };
        const alarm = {
          atMs,
          ring: () => {
            waiting.delete(admit);
            resolve(false);
          },
        };
        waiting.add(admit);
        alarms.set(alarm);
      });
    },
    release() {
      const next = waiting.values().next();
      if (next.done) {
        taken--;
        return;
      }
      waiting.delete(next.value);
      next.value();
    },
  };
}
