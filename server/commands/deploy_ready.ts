/** What waiting needs; `elapsed`: ms on a clock that never goes back. */
export type ReadyOptions = {
  fetch: (url: string, init: { signal: AbortSignal; redirect: "manual" }) => Promise<Response>;
  elapsed: () => number;
  delay: (ms: number) => Promise<void>;
};

const WAIT_MS = 90_000;
const PAUSE_MS = 2_000;
const ATTEMPT_MS = 10_000;

/** Asks /readyz until it says 200; answers null then, or after 90 s what it said last. */
export async function awaitReady(url: string, options: ReadyOptions): Promise<string | null> {
  const address = new URL("/readyz", url).href;
  const end = options.elapsed() + WAIT_MS;
  while (true) {
    const fault = await findFault(address, options);
    if (fault === null || options.elapsed() + PAUSE_MS > end) return fault;
    await options.delay(PAUSE_MS);
  }
}

async function findFault(address: string, { fetch }: ReadyOptions): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(ATTEMPT_MS);
    const response = await fetch(address, { signal, redirect: "manual" });
    const body = (await response.text()).slice(0, 500);
    return response.status === 200 ? null : `${address} says ${response.status}: ${body}`;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return `${address} does not answer: ${detail}`;
  }
}
