import type { Alarms } from "./alarms.ts";

/** Lets a limited number through at a time, first come, first served. */
export type Gate = {
  /** Takes a free place now, or says that there is none. */
  tryEnter(): boolean;
  /** Waits for a place; false when none came free in time. */
  enterBefore(atMs: number): Promise<boolean>;
  /** Gives a place back, straight to whoever has waited longest. */
  leave(): void;
  /** How many are through. */
  readonly inside: number;
};

/** A gate with `places` places. */
export function createGate(places: number, alarms: Alarms): Gate {
  let inside = 0;
  // A set keeps the order of arrival, and lets anyone leave the queue at no cost.
  const waiting = new Set<() => void>();

  return {
    get inside() {
      return inside;
    },
    tryEnter() {
      if (inside >= places) return false;
      inside++;
      return true;
    },
    enterBefore(atMs) {
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
    leave() {
      const next = waiting.values().next();
      if (next.done) {
        inside--;
        return;
      }
      waiting.delete(next.value);
      next.value();
    },
  };
}
