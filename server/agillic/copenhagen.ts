const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WINTER_OFFSET_MS = HOUR_MS;
const SUMMER_OFFSET_MS = 2 * HOUR_MS;
const MAX_KEPT = 5_000;

// Not state but a memo of the time zone database, by instant: asking Intl for each row of a long history would take longer than
// all the rest of reading it.
const offsetByInstant = new Map<number, number>();
let format: Intl.DateTimeFormat | undefined;

/**
 * Danish local time minus UTC, in milliseconds, when the Danish clock shows `clockMs` (written as if it were UTC). Of the hour
 * that autumn has twice the first is meant, in summer time; the hour that spring skips counts on in winter time.
 */
export function copenhagenOffsetMs(clockMs: number): number {
  const dayMs = Math.floor(clockMs / DAY_MS) * DAY_MS;
  const before = offsetAt(dayMs - DAY_MS);
  // The same a day before and a day after: so it is for every hour between, and one look a day is enough.
  if (before === offsetAt(dayMs + DAY_MS)) return before;
  const hourMs = Math.floor(clockMs / HOUR_MS) * HOUR_MS;
  return offsetAt(hourMs - SUMMER_OFFSET_MS) === SUMMER_OFFSET_MS
    ? SUMMER_OFFSET_MS
    : WINTER_OFFSET_MS;
}

/** The offset at an instant on a full hour. */
function offsetAt(epochMs: number): number {
  const known = offsetByInstant.get(epochMs);
  if (known !== undefined) return known;
  const offsetMs = readOffset(epochMs);
  if (offsetByInstant.size >= MAX_KEPT) offsetByInstant.clear();
  offsetByInstant.set(epochMs, offsetMs);
  return offsetMs;
}

function readOffset(epochMs: number): number {
  format ??= new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Copenhagen",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(epochMs)) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute) - epochMs;
}
