import { danishOffsetMs } from "./danish_clock.ts";

/** A day of the calendar. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

const DAY = /^(?:(\d\d)\.(\d\d)\.(\d{4})|(\d{4})-(\d\d)-(\d\d))$/;
const DAY_LENGTH = "27.11.2017".length;
// `14:35`, `14:35:45` or `14:35:45.123`.
const CLOCK = /([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?/;
// `Z`, `+01:00` or nothing, and the zone's name where Java adds it.
const ZONE = /(Z|[+-]\d\d(?::?\d\d)?)?(?:\[[^\]]*\])?/;
const TIME_OF_DAY = new RegExp(`^[ T]${CLOCK.source} ?${ZONE.source}$`);
// Nine and ten digits are seconds, twelve and thirteen milliseconds: both from the 1970s to 2286.
const EPOCH = /^(?:\d{9,10}|\d{12,13})$/;

const MINUTE_MS = 60_000;

/** The day in `27.11.2017` (the instance's format) or `2017-11-27`; null when there is none. */
export function parseDay(text: string): Day | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const year = Number(match[3] ?? match[4]);
  const month = Number(match[2] ?? match[5]);
  const day = Number(match[1] ?? match[6]);
  // Date.UTC carries over, and would read 31.02. as the third of March.
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { year, month, day } : null;
}

/**
 * Epoch milliseconds of a day with a time of day, `27.11.2017 14:35:45` or ISO 8601, else null.
 * Without a zone it is Danish local time, as the instance's clock is.
 */
export function parseInstant(text: string): number | null {
  const date = parseDay(text.slice(0, DAY_LENGTH));
  const time = TIME_OF_DAY.exec(text.slice(DAY_LENGTH));
  if (date === null || time === null) return null;
  const [, hours, minutes, seconds = 0, fraction = "", zone] = time;
  const clockMs = Date.UTC(
    date.year,
    date.month - 1,
    date.day,
    Number(hours),
    Number(minutes),
    Number(seconds),
    Number(fraction.padEnd(3, "0").slice(0, 3)),
  );
  return clockMs - (zone === undefined ? danishOffsetMs(clockMs) : zoneOffsetMs(zone));
}

/** Epoch milliseconds of an instant, a day's Danish midnight, or an epoch number in s or ms. */
export function parseTimestamp(given: string): number | null {
  const text = given.trim();
  if (EPOCH.test(text)) return Number(text) * (text.length <= 10 ? 1000 : 1);
  return parseInstant(text.length === DAY_LENGTH ? `${text} 00:00` : text);
}

function zoneOffsetMs(zone: string): number {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", ""));
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}
