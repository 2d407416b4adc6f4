import { danishOffsetMs } from "./danish_clock.ts";

/** A day of the calendar. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

/** A time as Agillic has it: an instant in epoch ms, or a day alone, which no time zone may move. */
export type Time = number | Day;

const DAY = /^(?:(\d\d)\.(\d\d)\.(\d{4})|(\d{4})-(\d\d)-(\d\d))$/;
const DAY_LENGTH = "27.11.2017".length;
// `14:35`, `14:35:45` or `14:35:45.123`.
const CLOCK = /([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?/;
// `Z`, `+01:00` or nothing, and the zone's name where Java adds it.
const ZONE = /(Z|[+-](?:0\d|1[0-8])(?::?[0-5]\d)?)?(?:\[[^\]]*\])?/;
const TIME_OF_DAY = new RegExp(`^[ T]${CLOCK.source} ?${ZONE.source}$`);
const MIDNIGHT = new RegExp(`^[ T]00:00(?::00(?:[.,]0{1,9})?)? ?${ZONE.source}$`);
// Nine and ten digits are seconds, twelve and thirteen milliseconds: both from the 1970s to 2286.
const EPOCH = /^(?:\d{9,10}|\d{12,13})$/;

const MINUTE_MS = 60_000;

/**
 * The time in `27.11.2017` (the instance's format) or `2017-11-27`, with or without a time of day;
 * null when there is none. A time of day without a zone is Danish, as the instance's clock is.
 */
export function parseTime(text: string): Time | null {
  const day = parseDay(text.slice(0, DAY_LENGTH));
  if (day === null || text.length === DAY_LENGTH) return day;
  const time = TIME_OF_DAY.exec(text.slice(DAY_LENGTH));
  if (time === null) return null;
  const [, hours, minutes, seconds = 0, fraction = "", zone] = time;
  const clockMs = Date.UTC(
    day.year,
    day.month - 1,
    day.day,
    Number(hours),
    Number(minutes),
    Number(seconds),
    Number(fraction.padEnd(3, "0").slice(0, 3)),
  );
  return clockMs - (zone === undefined ? danishOffsetMs(clockMs) : zoneOffsetMs(zone));
}

/** The same, and epoch numbers in s or ms: only where nothing but a time can be. */
export function parseTimestamp(given: string): Time | null {
  const text = given.trim();
  if (EPOCH.test(text)) return Number(text) * (text.length <= 10 ? 1000 : 1);
  return parseTime(text);
}

/** The day of a day alone, or of a midnight in any zone, as dates of birth may come; else null. */
export function parseDate(text: string): Day | null {
  const rest = text.slice(DAY_LENGTH);
  return rest === "" || MIDNIGHT.test(rest) ? parseDay(text.slice(0, DAY_LENGTH)) : null;
}

/** Epoch milliseconds, to order times by; of a day alone, its Danish midnight. */
export function epochMsOf(time: Time): number {
  if (typeof time === "number") return time;
  const clockMs = Date.UTC(time.year, time.month - 1, time.day);
  return clockMs - danishOffsetMs(clockMs);
}

function parseDay(text: string): Day | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const year = Number(match[3] ?? match[4]);
  const month = Number(match[2] ?? match[5]);
  const day = Number(match[1] ?? match[6]);
  // Date.UTC carries over, and would read 31.02. as the third of March, and the year 86 as 1986.
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { year, month, day } : null;
}

function zoneOffsetMs(zone: string): number {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", ""));
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}
