/** A day of the calendar, which no time zone may move. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** When the day begins in UTC, in epoch ms. Not by Date.UTC, which takes the year 86 for 1986. */
export function dayMsOf({ year, month, day }: CalendarDay): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** The way back: the day that it is in UTC at an instant, in epoch ms. */
export function calendarDayOf(epochMs: number): CalendarDay {
  const at = new Date(epochMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}
