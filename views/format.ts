import { type CalendarDay, dayMsOf, isoDateOf, startOfDay } from "./calendar_day.ts";
import { remembered } from "./remembered.ts";
import type { Counted } from "./words/copy.ts";

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

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
// The shell's script lets a time from now go by in the same steps.
const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]] as const;
const NINE_MS = 9 * 60 * MINUTE_MS;

/** Reads dates and numbers as the agent does; an unknown locale or zone becomes English or UTC. */
export function createFormatter({ locale, timeZone }: FormatterOptions): Formatter {
  const tag = knownLocale(locale);
  const zone = knownTimeZone(timeZone);
  const dates = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(tag, { timeZone: zone, ...options }));
  const time = { hour: hourOf(tag), minute: "2-digit" } as const;
  const day = { day: "numeric", month: "short" } as const;
  const clock = dates(time);
  const dayAndTime = dates({ ...day, ...time });
  const yearAndTime = dates({ year: "numeric", ...day, ...time });
  const date = dates({ year: "numeric", ...day });
  const calendarDate = dates({ timeZone: "UTC", year: "numeric", ...day });
  const calendarDay = dates({ timeZone: "UTC", ...day });
  // In digits and a calendar that can be compared.
  const year = once(() => new Intl.DateTimeFormat("en", { timeZone: zone, year: "numeric" }));
  const month = dates({ month: "short" });
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

  // A page asks for the year of many times; no zone changes its year within a quarter of an hour.
  const yearOfQuarter = remembered((quarter: number) => year().format(quarter * QUARTER_MS));
  const yearOf = (at: Date): string => yearOfQuarter(Math.floor(at.getTime() / QUARTER_MS));
  // Formatting a day takes longer than all else of a row. A day alone says nothing about a person;
  // a time may, and is not kept.
  const dateText = remembered((dayMs: number) => calendarDate().format(dayMs));

  // Swedes write dates as ISO 8601 does.
  const isoDate = once(() => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }));
  const startOf = remembered((dayMs: number) => startOfDay(dayMs, (at) => isoDate().format(at)));

  // "As of" is said with every part, and is the same for a minute.
  const clockText = remembered((minute: number) => clock().format(minute * MINUTE_MS), { most: 1 });

  const fromNow = (seconds: number): string => {
    const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
    const amount = Math.ceil(seconds / size);
    // "Yesterday" would be a day of the calendar.
    return (amount === 0 ? now : amountFromNow)().format(amount, unit);
  };

  return {
    clock: (at) => momentOf(at, clockText(Math.floor(at.getTime() / MINUTE_MS))),
    moment: (at, now) => {
      const thisYear = yearOf(now);
      if (at instanceof Date) {
        return momentOf(at, (yearOf(at) === thisYear ? dayAndTime : yearAndTime)().format(at));
      }
      const dayMs = dayMsOf(at);
      const ofThisYear = String(at.year) === thisYear;
      return momentOfDay(dayMs, ofThisYear ? calendarDay().format(dayMs) : dateText(dayMs));
    },
    date: (at) => at instanceof Date ? date().format(at) : dateText(dayMsOf(at)),
    startOf: (day) => startOf(dayMsOf(day)),
    dayOf: (at) => {
      const [year = 0, month = 0, day = 0] = isoDate().format(at).split("-").map(Number);
      return { year, month, day };
    },
    timestamp: (at) => yearAndTime().format(at),
    month: (at) => month().format(at),
    ago: (at, present) => fromNow(Math.min(0, at.getTime() - present.getTime()) / 1000),
    wait: fromNow,
    count: (value) => ({ number: value, text: whole().format(value) }),
    decimal: (value, digits) => decimals[digits]?.().format(value) ?? String(value),
  };
}

/** Intl objects are slow to make, and no request needs all of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => made ??= make();
}

/** The exact time as it is shown on hover: "2026-10-12 08:12:05 UTC". */
export function exactUtc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function momentOf(at: Date, text: string): Moment {
  return { text, exact: exactUtc(at), iso: at.toISOString().replace(/\.\d+/, "") };
}

function momentOfDay(dayMs: number, text: string): Moment {
  const iso = isoDateOf(dayMs);
  return { text, exact: iso, iso };
}

/** How the locale writes nine: 09:05 or 9:05 AM. Intl's "numeric" has one digit in nearly all. */
function hourOf(locale: string): "numeric" | "2-digit" {
  const short = new Intl.DateTimeFormat(locale, { timeZone: "UTC", timeStyle: "short" });
  const hour = short.formatToParts(NINE_MS).find(({ type }) => type === "hour");
  return hour?.value.length === 1 ? "numeric" : "2-digit";
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
