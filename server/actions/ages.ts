import type { LastRecord } from "./store.ts";

/** One moment of an action: when it was claimed, or when it ended, by the clock of whoever wrote it. */
export type Moment = Pick<LastRecord, "nonce" | "at">;

/** How long ago things happened, whatever was done to the clocks. */
export type Ages = {
  /** In ms; never negative. */
  ageOf(moment: Moment): number;
  /** Whether something else happened after the moment. */
  isNewer(record: LastRecord, moment: Moment): boolean;
  /** The record of what happened last; null when there is none. */
  youngest(records: readonly (LastRecord | null)[]): LastRecord | null;
};

const MOST_MOMENTS = 2_000;

/**
 * Asks the clock about each moment once, when it is first seen, and counts on by the clock that never goes back. So a
 * step of the clock changes no age, and a moment in the future, which a clock that was wrong wrote, is over as soon
 * after it was first seen as any other.
 */
export function createAges(
  { now, elapsed }: { now: () => number; elapsed: () => number },
): Ages {
  // When each began, in ms of `elapsed`; the first is the oldest.
  const begun = new Map<string, number>();

  function ageOf({ nonce, at }: Moment): number {
    const id = `${nonce} ${at}`;
    const seen = begun.get(id);
    if (seen !== undefined) return elapsed() - seen;
    const age = Math.max(0, now() - at);
    begun.set(id, elapsed() - age);
    if (begun.size > MOST_MOMENTS) {
      for (const oldest of begun.keys()) {
        begun.delete(oldest);
        break;
      }
    }
    return age;
  }

  return {
    ageOf,
    isNewer: (record, moment) => record.nonce !== moment.nonce && isLater(record, moment),
    youngest(records) {
      return records.filter((record) => record !== null).reduce<LastRecord | null>(
        (last, record) => last === null || isLater(record, last) ? record : last,
        null,
      );
    },
  };

  function isLater(one: Moment, other: Moment): boolean {
    const difference = ageOf(one) - ageOf(other);
    return difference < 0 || difference === 0 && one.at > other.at;
  }
}
