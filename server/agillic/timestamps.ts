import { copenhagenOffsetMs } from "./copenhagen.ts";

// `27.11.2017`, `27.11.2017 14:35`, `27.11.2017 14:35:45`
const INSTANCE =
  /^(\d{2})\.(\d{2})\.(\d{4})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?$/;
// `2017-11-27`, `2017-11-27T14:35:45.123+01:00`; Java may add the zone's name in brackets.
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?(?:\[[^\]]*\])?)?$/;
// Nine and ten digits are seconds, twelve and thirteen milliseconds: both from the 1970s to 2286.
const EPOCH = /^(?:\d{9,10}|\d{12,13})$/;

/**
 * Epoch milliseconds of a time as Agillic writes it: in the instance's format, in ISO 8601, or as an epoch number in seconds or
 * milliseconds; null when it is none of these. Without a zone it is Danish local time, as the instance's clock is.
 */
export function parseAgillicTimestamp(value: string | number): number | null {
  const text = typeof value === "number" ? String(value) : value.trim();
  const instance = INSTANCE.exec(text);
  if (instance !== null) {
    const [, day, month, year, hour, minute, second, fraction] = instance;
    return toEpochMs([year, month, day, hour, minute, second], fraction, undefined);
  }
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    return toEpochMs([year, month, day, hour, minute, second], fraction, zone);
  }
  if (!EPOCH.test(text)) return null;
  return Number(text) * (text.length <= 10 ? 1000 : 1);
}

type Digits = string | undefined;

function toEpochMs(
  [year, month, day, hour = "0", minute = "0", second = "0"]: [
    Digits,
    Digits,
    Digits,
    Digits,
    Digits,
    Digits,
  ],
  fraction: Digits,
  zone: string | undefined,
): number | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Date.UTC carries over: without this, 31.02. would be the third of March.
  const isReal = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCFullYear() === Number(year) &&
    Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (!isReal) return null;
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const clockMs = date.getTime() + Number(hour) * 3_600_000 + Number(minute) * 60_000 +
    Number(second) * 1000 + milliseconds;
  return clockMs - (zone === undefined ? copenhagenOffsetMs(clockMs) : zoneOffsetMs(zone));
}

function zoneOffsetMs(zone: string): number {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", ""));
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
