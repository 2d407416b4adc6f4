const HOUR_MS = 3_600_000;
const MAX_HOURS_KEPT = 10_000;

// Not state but a memo of what the time zone database says: asking Intl for each row of a long history takes longer than all
// the rest of reading it. By the hour, because the offset changes at full hours only.
const offsetByHour = new Map<number, number>();
let format: Intl.DateTimeFormat | undefined;

/**
 * Danish local time minus UTC, in milliseconds, when the Danish clock shows `clockMs` (written as if it were UTC). The hour
 * that autumn has twice is taken as its first, summer-time one; the hour that spring skips counts on in winter time.
 */
export function copenhagenOffsetMs(clockMs: number): number {
  const hour = Math.floor(clockMs / HOUR_MS);
  const known = offsetByHour.get(hour);
  if (known !== undefined) return known;
  const summerMs = offsetAt(hour * HOUR_MS - 2 * HOUR_MS);
  const offsetMs = summerMs === 2 * HOUR_MS ? summerMs : offsetAt(hour * HOUR_MS - HOUR_MS);
  if (offsetByHour.size >= MAX_HOURS_KEPT) offsetByHour.clear();
  offsetByHour.set(hour, offsetMs);
  return offsetMs;
}

/** Local time minus UTC at an instant on a full hour. */
function offsetAt(epochMs: number): number {
  format ??= new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Copenhagen",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
  });
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(epochMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0 } = part;
  return Date.UTC(year, month - 1, day, hour) - epochMs;
}
