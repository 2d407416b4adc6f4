/** A connection that the simulator breaks: what `fetch` throws, and what a server closes. */
export class ConnectionBroken extends TypeError {
  constructor(message = "fetch failed") {
    super(message, { cause: new Error("connection closed before message completed") });
  }
}

/** Waits, unless the caller gives up first. */
export function delay(ms: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  if (signal?.aborted) reject(signal.reason);
  const timer = setTimeout(resolve, ms);
  const giveUp = () => {
    clearTimeout(timer);
    reject(signal?.reason);
  };
  signal?.addEventListener("abort", giveUp, { once: true });
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  });
}

/** Never answers; ends only when the caller gives up. */
export function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
