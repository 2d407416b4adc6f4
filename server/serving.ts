import { nameOf } from "./faults.ts";
import type { AppOptions } from "./options.ts";

/** A server as `Deno.serve` starts it: it ends when nothing more can be accepted. */
export type Listening = { finished: Promise<void>; shutdown(): Promise<void> };

/** `start` listens, or throws; whenever it has ended unasked it is called again. */
export type ServingOptions =
  & { start: () => Listening }
  & Pick<AppOptions, "delay" | "log" | "now">;

const AGAIN_MS = 200;

/**
 * Serves until it is shut down. A flood of connections uses up the process's files, and `Deno.serve` ends with the
 * first connection that it cannot accept.
 */
export function keepServing({ start, delay, log, now }: ServingOptions): Listening {
  let current = start();
  // What earlier starts have still in flight.
  let ending: Promise<unknown> = Promise.resolve();
  let stopping = false;

  function tell(error: unknown): void {
    log({ at: new Date(now()).toISOString(), type: "not_accepting", error: nameOf(error) });
  }

  function startAgain(): boolean {
    try {
      current = start();
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  }

  async function serve(): Promise<void> {
    while (true) {
      await current.finished.catch(tell);
      if (stopping) return;
      // Closes at once the connections on which nothing is asked; what is in flight ends by itself.
      ending = Promise.all([ending, current.shutdown().catch(tell)]);
      do {
        await delay(AGAIN_MS);
        if (stopping) return;
      } while (!startAgain());
    }
  }

  return {
    finished: serve(),
    async shutdown() {
      stopping = true;
      await Promise.all([ending, current.shutdown()]);
    },
  };
}
