import { MINUTE_MS } from "./calendar_day.ts";
import { once, remembered } from "./remembered.ts";
import type { LocalTime } from "./zone.ts";

/** How a locale writes days (by when they begin in UTC, in epoch ms) and minutes of a day. */
export type TimeTexts = {
  day(dayMs: number): string;
  dayOfYear(dayMs: number): string;
  clock(minute: number): string;
  dayAndClock(time: LocalTime): string;
  dayOfYearAndClock(time: LocalTime): string;
};

const MINUTES_OF_A_DAY = 24 * 60;
const NINE_MS = 9 * 60 * MINUTE_MS;
const DAY = { day: "numeric", month: "short" } as const;
const DAY_OF_YEAR = { year: "numeric", ...DAY } as const;

/**
 * Keeps each day and each time of day, since Intl takes longer than all else of a row. Neither says anything about a
 * person; both together may, and are not kept.
 */
export function createTimeTexts(locale: string): TimeTexts {
  const format = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }));
  const time = { hour: hourOf(locale), minute: "2-digit" } as const;
  const clockFormat = format(time);
  const clock = remembered(
    (minute: number) => clockFormat().format(minute * MINUTE_MS),
    { most: MINUTES_OF_A_DAY },
  );

  function write(options: Intl.DateTimeFormatOptions) {
    const dayFormat = format(options);
    const bothFormat = format({ ...options, ...time });
    const day = remembered((dayMs: number) => dayFormat().format(dayMs));
    // What the locale puts between them; null where it does not write them as they are alone.
    const between = once(() => {
      const both = bothFormat().format(0);
      return both.startsWith(day(0)) && both.endsWith(clock(0))
        ? { text: both.slice(day(0).length, -clock(0).length) }
        : null;
    });
    const dayAndClock = ({ dayMs, minute }: LocalTime): string => {
      const separator = between();
      return separator === null
        ? bothFormat().format(dayMs + minute * MINUTE_MS)
        : day(dayMs) + separator.text + clock(minute);
    };
    return { day, dayAndClock };
  }

  const short = write(DAY);
  const long = write(DAY_OF_YEAR);
  return {
    clock,
    day: short.day,
    dayOfYear: long.day,
    dayAndClock: short.dayAndClock,
    dayOfYearAndClock: long.dayAndClock,
  };
}

/** How the locale writes nine: 09:05 or 9:05 AM. Intl's "numeric" has one digit in nearly all. */
function hourOf(locale: string): "numeric" | "2-digit" {
  const short = new Intl.DateTimeFormat(locale, { timeZone: "UTC", timeStyle: "short" });
  const hour = short.formatToParts(NINE_MS).find(({ type }) => type === "hour");
  return hour?.value.length === 1 ? "numeric" : "2-digit";
}
