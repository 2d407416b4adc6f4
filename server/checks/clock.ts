import { type Finding, finding } from "./finding.ts";

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What a server's answers say about the time. */
export type Clock = {
  /** How far our clock is ahead of the one that answered last, in ms; null when none has answered since (epoch ms). */
  findAheadMs(since: number): number | null;
};

// Zendesk's signatures are refused when the clocks differ by more than 60 s: half of it is warning enough.
const TOLERATED_MS = 30_000;
// The header has whole seconds, cut off: on average it is this much later than it says.
const CUT_OFF_MS = 500;

/** A `fetch` that notes the Date header of each answer. `now`: epoch ms. */
export function watchDates(
  { fetch, now }: { fetch: Fetch; now: () => number },
): { fetch: Fetch; clock: Clock } {
  let latest: { at: number; aheadMs: number } | null = null;
  return {
    async fetch(url, init) {
      const response = await fetch(url, init);
      const date = response.headers.get("date");
      const theirs = date === null ? NaN : Date.parse(date);
      const at = now();
      if (!Number.isNaN(theirs)) latest = { at, aheadMs: at - theirs - CUT_OFF_MS };
      return response;
    },
    clock: {
      findAheadMs: (since) => latest !== null && latest.at >= since ? latest.aheadMs : null,
    },
  };
}

/** Whether our clock and Agillic's agree, by what Agillic answered since then (epoch ms). */
export function checkClock(clock: Clock, since: number): Finding {
  const aheadMs = clock.findAheadMs(since);
  if (aheadMs === null) return finding("clock", "clock_unknown");
  const seconds = String(Math.ceil(Math.abs(aheadMs) / 1000));
  if (Math.abs(aheadMs) <= TOLERATED_MS) {
    return finding("clock", "clock_good", { params: { seconds } });
  }
  return finding("clock", aheadMs > 0 ? "clock_ahead" : "clock_behind", { params: { seconds } });
}
