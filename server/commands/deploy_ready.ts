/** What waiting needs; `elapsed`: ms on a clock that never goes back. */
export type ReadyOptions = {
  fetch: (url: string, init: { signal: AbortSignal; redirect: "manual" }) => Promise<Response>;
  elapsed: () => number;
  delay: (ms: number) => Promise<void>;
};

const WAIT_MS = 90_000;
const PAUSE_MS = 2_000;
const ATTEMPT_MS = 10_000;
const READ_ONLY_SAID = /"unusable":\["read_only"\]/;

/**
 * Asks /readyz/actions until it says 200; answers null then, or after 90 s what it said last. Not /readyz, which says
 * 200 without a store: whoever deploys wants to know that actions work, or that READ_ONLY alone refuses them.
 */
export async function awaitReady(url: string, options: ReadyOptions): Promise<string | null> {
  const address = new URL("/readyz/actions", url).href;
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
    // Nothing stands in the way but the switch that somebody has set on purpose.
    if (response.status === 200 || READ_ONLY_SAID.test(body)) return null;
    return `${address} says ${response.status}: ${body}`;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return `${address} does not answer: ${detail}`;
  }
}
