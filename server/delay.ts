import type { AppOptions } from "./options.ts";

/** Waits; rejects with the signal's reason when it aborts. Whoever composes hands it on. */
export function delay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}

/** Waits until `ms` have passed by the clock: a timer may come early. Rejects with the signal's reason when it aborts. */
export async function untilPassed(
  ms: number,
  { elapsed, delay }: Pick<AppOptions, "elapsed" | "delay">,
  signal?: AbortSignal,
): Promise<void> {
  const end = elapsed() + ms;
  for (let left = ms; left > 0; left = end - elapsed()) await delay(left, signal);
}
