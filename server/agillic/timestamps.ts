import { copenhagenOffsetMs } from "./copenhagen.ts";

// Nine and ten digits are seconds, twelve and thirteen milliseconds: both from the 1970s to 2286.
const EPOCH = /^(?:\d{9,10}|\d{12,13})$/;
// What may follow the seconds: `.123`, `Z`, `+01:00`, and the zone's name as Java adds it.
const FRACTION_AND_ZONE = /^(?:[.,](\d{1,9}))? ?(Z|[+-]\d{2}(?::?\d{2})?)?(?:\[[^\]]*\])?$/;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Epoch milliseconds of a time as Agillic writes it: `27.11.2017 14:35:45` or `27.11.2017` (the instance's format), ISO 8601, or
 * an epoch number in seconds or milliseconds; null when it is none of these. Without a zone it is Danish local time, as the
 * instance's clock is. Reads digit by digit, since a long history holds tens of thousands of them.
 */
export function parseAgillicTimestamp(value: string | number): number | null {
  const text = typeof value === "number" ? String(value) : value.trim();
  let dayMs: number;
  if (text.charAt(2) === "." && text.charAt(5) === ".") {
    dayMs = toDayMs(digits(text, 6, 4), digits(text, 3, 2), digits(text, 0, 2));
  } else if (text.charAt(4) === "-" && text.charAt(7) === "-") {
    dayMs = toDayMs(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  } else {
    return EPOCH.test(text) ? Number(text) * (text.length <= 10 ? 1000 : 1) : null;
  }
  const hasSeconds = text.charAt(16) === ":";
  const clockMs = text.length === 10 ? dayMs : dayMs + parseTimeOfDay(text, hasSeconds);
  if (Number.isNaN(clockMs)) return null;
  const tail = text.slice(hasSeconds ? 19 : 16);
  if (tail === "") return clockMs - copenhagenOffsetMs(clockMs);
  if (tail === "Z") return clockMs;
  const match = FRACTION_AND_ZONE.exec(tail);
  if (match === null) return null;
  const [, fraction, zone] = match;
  const ms = clockMs + (fraction === undefined ? 0 : Number(fraction.padEnd(3, "0").slice(0, 3)));
  return ms - (zone === undefined ? copenhagenOffsetMs(clockMs) : zoneOffsetMs(zone));
}

/** `14:35:45` or `14:35` from the eleventh character on; NaN when it is no time of day. */
function parseTimeOfDay(text: string, hasSeconds: boolean): number {
  const separator = text.charAt(10);
  if ((separator !== " " && separator !== "T") || text.charAt(13) !== ":") return NaN;
  const hours = digits(text, 11, 2);
  const minutes = digits(text, 14, 2);
  const seconds = hasSeconds ? digits(text, 17, 2) : 0;
  const isReal = hours < 24 && minutes < 60 && seconds < 60;
  return isReal ? hours * HOUR_MS + minutes * MINUTE_MS + seconds * 1000 : NaN;
}

/** Midnight of a day as if in UTC; NaN when there is no such day. */
function toDayMs(year: number, month: number, day: number): number {
  // Date.UTC alone would carry over, and read 31.02. as the third of March.
  const isReal = year >= 1000 && month >= 1 && month <= 12 && day >= 1 &&
    day <= daysOfMonth(year, month);
  return isReal ? Date.UTC(year, month - 1, day) : NaN;
}

function daysOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The number that `count` digits make; NaN when one is none. */
function digits(text: string, start: number, count: number): number {
  let number = 0;
  for (let index = start; index < start + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function zoneOffsetMs(zone: string): number {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", ""));
  return (zone.startsWith("-") ? -1 : 1) * (hours * HOUR_MS + minutes * MINUTE_MS);
}
