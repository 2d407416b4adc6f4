import { type CalendarDay, calendarDayOf, dayMsOf } from "./calendar_day.ts";
import { once, remembered } from "./remembered.ts";
import { createTimeTexts } from "./time_texts.ts";
import type { Counted } from "./words/copy.ts";
import { createZone } from "./zone.ts";

/** A time: what is read, what is exact (an instant in UTC, on hover), and what machines read. */
export type Moment = { text: string; exact: string; iso: string };

/** How an agent reads dates and numbers. Making one is slow (Intl): keep it by locale and zone. */
export type Formatter = {
  /** The time of day alone, for "as of". */
  clock(at: Date): Moment;
  /** Date, and time of an instant; without the year when it is the year of `now`. */
  moment(at: Date | CalendarDay, now: Date): Moment;
  /** The date alone, of an instant in the agent's zone. */
  date(at: Date | CalendarDay): string;
  /** When a day begins in the agent's zone, in epoch ms. */
  startOf(day: CalendarDay): number;
  /** The day of an instant in the agent's zone. */
  dayOf(at: Date): CalendarDay;
  /** Date with year, and time of day. */
  timestamp(at: Date): string;
  /** The short name of the month. */
  month(at: Date): string;
  /** How long ago: "4 min ago". */
  ago(at: Date, now: Date): string;
  /** When a time to wait is over: "in 45 sec", "in 2 min". */
  wait(seconds: number): string;
  count(value: number): Counted;
  /** A number with as many decimals as it came with; with more than six, as it came. */
  decimal(value: number, fractionDigits: number): string;
};

/** Where and how an agent reads. */
export type FormatterOptions = { locale: string; timeZone: string };

// The shell's script lets a time from now go by in the same steps.
const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]] as const;

/** Reads dates and numbers as the agent does; an unknown locale or zone becomes English or UTC. */
export function createFormatter({ locale, timeZone }: FormatterOptions): Formatter {
  const tag = knownLocale(locale);
  const zone = createZone(knownTimeZone(timeZone));
  const texts = createTimeTexts(tag);
  const month = once(() => new Intl.DateTimeFormat(tag, { timeZone: "UTC", month: "short" }));
  const relative = (numeric: "always" | "auto") =>
    once(() =>
      // American English writes "4 min. ago".
      new Intl.RelativeTimeFormat(tag.startsWith("en") ? "en-GB" : tag, {
        style: "short",
        numeric,
      })
    );
  const amountFromNow = relative("always");
  const now = relative("auto");
  const numbers = (options: Intl.NumberFormatOptions) =>
    once(() => new Intl.NumberFormat(tag, options));
  const whole = numbers({});
  const decimals = Array.from(
    { length: 7 },
    (_, digits) => numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );

  // A list has the same small numbers many times.
  const countText = remembered((value: number) => whole().format(value));

  const fromNow = (seconds: number): string => {
    const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
    const amount = Math.ceil(seconds / size);
    // "Yesterday" would be a day of the calendar.
    return (amount === 0 ? now : amountFromNow)().format(amount, unit);
  };

  const local = (at: Date) => zone.localTime(at.getTime());

  return {
    clock: (at) => momentOf(at, texts.clock(local(at).minute)),
    moment: (at, now) => {
      const year = yearOf(local(now).dayMs);
      if (at instanceof Date) {
        const time = local(at);
        const isOfThisYear = yearOf(time.dayMs) === year;
        return momentOf(at, texts[isOfThisYear ? "dayAndClock" : "dayOfYearAndClock"](time));
      }
      const dayMs = dayMsOf(at);
      return momentOfDay(dayMs, texts[at.year === year ? "day" : "dayOfYear"](dayMs));
    },
    date: (at) => texts.dayOfYear(at instanceof Date ? local(at).dayMs : dayMsOf(at)),
    startOf: zone.startOf,
    dayOf: (at) => calendarDayOf(local(at).dayMs),
    timestamp: (at) => texts.dayOfYearAndClock(local(at)),
    month: (at) => month().format(local(at).dayMs),
    ago: (at, present) => fromNow(Math.min(0, at.getTime() - present.getTime()) / 1000),
    wait: fromNow,
    count: (value) => ({ number: value, text: countText(value) }),
    decimal: (value, digits) => decimals[digits]?.().format(value) ?? String(value),
  };
}

/** The exact time as it is shown on hover: "2026-10-12 08:12:05 UTC". */
export function exactUtc(at: Date): string {
  return exactOf(isoOf(at));
}

function isoOf(at: Date): string {
  return `${at.toISOString().slice(0, -".000Z".length)}Z`;
}

function exactOf(iso: string): string {
  return `${iso.slice(0, -"T00:00:00Z".length)} ${iso.slice(-"00:00:00Z".length, -1)} UTC`;
}

function momentOf(at: Date, text: string): Moment {
  const iso = isoOf(at);
  return { text, exact: exactOf(iso), iso };
}

function momentOfDay(dayMs: number, text: string): Moment {
  const iso = new Date(dayMs).toISOString().slice(0, 10);
  return { text, exact: iso, iso };
}

function yearOf(dayMs: number): number {
  return new Date(dayMs).getUTCFullYear();
}

function knownLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? "en";
  } catch {
    return "en";
  }
}

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
