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

type Clock = {
  /** In ms; never goes back. */
  elapsed: () => number;
  delay: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** Waits until `ms` have passed by the clock: a timer may come early. Rejects with the signal's reason when it aborts. */
export async function untilPassed(
  ms: number,
  { elapsed, delay }: Clock,
  signal?: AbortSignal,
): Promise<void> {
  const end = elapsed() + ms;
  for (let left = ms; left > 0; left = end - elapsed()) await delay(left, signal);
}
