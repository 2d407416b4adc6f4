/** A day of the calendar, which no time zone may move. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** When the day begins in UTC, in epoch ms. Not by Date.UTC, which takes the year 86 for 1986. */
export function dayMsOf({ year, month, day }: CalendarDay): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** `2017-11-27`, of a day by when it begins in UTC. */
export function isoDateOf(dayMs: number): string {
  return new Date(dayMs).toISOString().slice(0, 10);
}

/**
 * When the day begins in a time zone, to the minute. `dateAt` says in ISO 8601 what day an instant
 * has there. By halving, since Intl has no way back from a day: no zone is a whole day from UTC.
 */
export function startOfDay(dayMs: number, dateAt: (epochMs: number) => string): number {
  const wanted = isoDateOf(dayMs);
  let before = dayMs - DAY_MS;
  let after = dayMs + DAY_MS;
  while (after - before > MINUTE_MS) {
    const between = (before + after) / 2;
    if (dateAt(between) < wanted) before = between;
    else after = between;
  }
  return Math.floor(after / MINUTE_MS) * MINUTE_MS;
}
