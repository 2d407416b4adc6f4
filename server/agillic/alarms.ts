import type { AgillicOptions } from "./options.ts";

/** A time of `elapsed`, and what to do when it comes. */
export type Alarm = { readonly atMs: number; readonly ring: () => void };

/** Many alarms on one timer: a timer and its signal for each call would cost a sixth of a call. */
export type Alarms = {
  set(alarm: Alarm): void;
  /** Harmless when it has rung. */
  cancel(alarm: Alarm): void;
};

/** Alarms by the given clock; no timer is left behind once none is set. */
export function createAlarms(
  { elapsed, delay }: Pick<AgillicOptions, "elapsed" | "delay">,
): Alarms {
  const alarms = new Set<Alarm>();
  let timer: { readonly atMs: number; readonly stop: AbortController } | null = null;

  function arm(atMs: number): void {
    timer?.stop.abort(STOPPED);
    const armed = { atMs, stop: new AbortController() };
    timer = armed;
    const onTime = () => {
      if (timer === armed) ringDue();
    };
    delay(Math.max(0, atMs - elapsed()), armed.stop.signal).then(onTime, onTime);
  }

  function ringDue(): void {
    timer = null;
    const elapsedMs = elapsed();
    let nextMs = Infinity;
    for (const alarm of alarms) {
      if (alarm.atMs > elapsedMs) {
        nextMs = Math.min(nextMs, alarm.atMs);
        continue;
      }
      alarms.delete(alarm);
      alarm.ring();
    }
    if (nextMs < Infinity) arm(nextMs);
  }

  return {
    set(alarm) {
      alarms.add(alarm);
      if (timer === null || alarm.atMs < timer.atMs) arm(alarm.atMs);
    },
    cancel(alarm) {
      if (!alarms.delete(alarm) || alarms.size > 0) return;
      timer?.stop.abort(STOPPED);
      timer = null;
    },
  };
}

// A ready reason: without one, every abort makes an exception with its stack.
const STOPPED = "stopped";
