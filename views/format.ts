import type { Counted } from "./words/copy.ts";
import { remembered } from "./remembered.ts";

/** A point in time: what is read, what is exact (UTC, on hover), and what machines read. */
export type Moment = { text: string; exact: string; iso: string };

/** How an agent reads dates and numbers. Making one is slow (Intl): keep it by locale and zone. */
export type Formatter = {
  /** The time of day alone, for "as of". */
  clock(at: Date): Moment;
  /** Date and time; without the year when it is the year of `now`. */
  moment(at: Date, now: Date): Moment;
  /** The date alone, in the agent's zone. */
  date(at: Date): string;
  /** A date of the calendar, which no zone may move. */
  calendarDate(year: number, month: number, day: number): string;
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
const DAY_MS = 86_400_000;
// The shell's script lets a time from now go by in the same steps.
const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]] as const;

/** Reads dates and numbers as the agent does; an unknown locale or zone becomes English or UTC. */
export function createFormatter({ locale, timeZone }: FormatterOptions): Formatter {
  const tag = knownLocale(locale);
  const zone = knownTimeZone(timeZone);
  const dates = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(tag, { timeZone: zone, ...options }));
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  const day = { day: "numeric", month: "short" } as const;
  const clock = dates(time);
  const dayAndTime = dates({ ...day, ...time });
  const yearAndTime = dates({ year: "numeric", ...day, ...time });
  const date = dates({ year: "numeric", ...day });
  const calendar = dates({ timeZone: "UTC", year: "numeric", ...day });
  const year = dates({ year: "numeric" });
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
  const dayText = remembered((dayNumber: number) => calendar().format(dayNumber * DAY_MS));

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
      const ofThisYear = yearOf(at) === yearOf(now);
      return momentOf(at, (ofThisYear ? dayAndTime : yearAndTime)().format(at));
    },
    date: (at) => date().format(at),
    calendarDate: (y, m, d) => dayText(Date.UTC(y, m - 1, d) / DAY_MS),
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
