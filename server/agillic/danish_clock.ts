const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_KEPT = 5_000;

// Not state but a memo of the time zone database: asking it takes three times as long as all else
// of reading a time, and a history may have thousands. The clocks change on the hour, so that each
// hour has one offset.
const offsetByHour = new Map<number, number>();

/**
 * Danish local time minus UTC, in ms, when the Danish clock shows `clockMs` (written as if it were
 * UTC). Of the hour that autumn has twice, the first is meant, in summer time; in the hour that
 * spring skips, the clock counts on in winter time.
 */
export function danishOffsetMs(clockMs: number): number {
  const hour = Math.floor(clockMs / HOUR_MS);
  const known = offsetByHour.get(hour);
  if (known !== undefined) return known;
  const offsetMs = readOffsetMs(hour * HOUR_MS);
  if (offsetByHour.size >= MAX_KEPT) offsetByHour.clear();
  offsetByHour.set(hour, offsetMs);
  return offsetMs;
}

function readOffsetMs(clockMs: number): number {
  const before = offsetAt(clockMs - DAY_MS);
  const after = offsetAt(clockMs + DAY_MS);
  if (offsetAt(clockMs - before) === before) return before;
  return offsetAt(clockMs - after) === after ? after : before;
}

let format: Intl.DateTimeFormat | undefined;

/** The offset at an instant. Not Temporal, which older runtimes do not have. */
function offsetAt(epochMs: number): number {
  format ??= new Intl.DateTimeFormat("en", {
    timeZone: "Europe/Copenhagen",
    timeZoneName: "longOffset",
  });
  const name = format.formatToParts(epochMs).find(({ type }) => type === "timeZoneName")?.value;
  const [, hours = 0, minutes = 0, seconds = 0] = /\+(\d\d):(\d\d)(?::(\d\d))?/.exec(name ?? "") ??
    [];
  return (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
}
