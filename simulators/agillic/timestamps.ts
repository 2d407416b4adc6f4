const hourMs = 3_600_000;

/** A moment as Agillic's instances write it: `27.11.2017 14:35:45`, Danish local time. */
export function formatInstanceTimestamp(at: number): string {
  const local = new Date(at + danishOffsetMs(at)).toISOString();
  return `${formatInstanceDate(local)} ${local.slice(11, 19)}`;
}

/** An ISO date as `dd.MM.yyyy`. */
export function formatInstanceDate(iso: string): string {
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
}

// By hand, because Intl takes half of the time of a history with 10,000 rows.
function danishOffsetMs(at: number): number {
  const year = new Date(at).getUTCFullYear();
  const summer = at >= lastSunday(year, 2) && at < lastSunday(year, 9);
  return (summer ? 2 : 1) * hourMs;
}

/** 01:00 UTC on the last Sunday of a month of 31 days, when the European Union changes its clocks. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * 24 * hourMs;
}
