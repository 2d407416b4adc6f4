/** What a history is about. */
export type Period = { from: Date; to: Date };

const MONTHS = 3;

/** The past three months by the calendar: from the same day and time, or the month's last day. */
export function periodUntil(to: Date): Period {
  const from = new Date(to);
  from.setUTCMonth(from.getUTCMonth() - MONTHS);
  // 31 May minus three months would be 3 March: the day overflowed, so step back to the last of February.
  if (from.getUTCDate() !== to.getUTCDate()) from.setUTCDate(0);
  return { from, to };
}
