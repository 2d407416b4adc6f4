import type { Communication } from "../agillic/communication.ts";
import type { Day } from "../agillic/timestamps.ts";
import type { Period } from "./period.ts";
import { isPossibleCause, POSSIBLE_CAUSE_MS } from "./possible_cause.ts";
import { listSent } from "./sent.ts";

/** What a history of three months says in short, whatever it is filtered by. */
export type HistorySummary<Sent extends Communication> = {
  /** All that was sent to the recipient by now. */
  sent: readonly Sent[];
  /** The newest that was sent to the recipient; null where nothing was. */
  latest: Sent | null;
  /** How many were sent from the day a week ago on. */
  pastWeek: number;
  /** The same from the day thirty days ago on. */
  pastMonth: number;
  /** What may have caused the ticket, newest first; null where that time is not known, or older than the history. */
  causes: readonly Sent[] | null;
};

/** How days lie where the history is looked at. */
export type Calendar = {
  /** The day of an instant. */
  dayOf(at: Date): Day;
  /** When a day begins, in epoch ms. */
  startOf(day: Day): number;
};

/** Sums up a history that is sorted newest first. `ticketCreatedAt`: epoch ms, null when unknown. */
export function summaryOf<Sent extends Communication>(
  all: readonly Sent[],
  period: Period,
  { ticketCreatedAt, calendar }: { ticketCreatedAt: number | null; calendar: Calendar },
): HistorySummary<Sent> {
  const sent = listSent(all, period.to.getTime());
  return {
    sent,
    latest: sent[0] ?? null,
    pastWeek: countSince(sent, startOfDaysAgo(7, period.to, calendar), calendar),
    pastMonth: countSince(sent, startOfDaysAgo(30, period.to, calendar), calendar),
    causes: coversCauses(period, ticketCreatedAt)
      ? all.filter((each) => isPossibleCause(each, ticketCreatedAt))
      : null,
  };
}

/** Whether the time before the ticket in which its possible causes were sent is wholly in the period. */
export function coversCauses({ from }: Period, ticketCreatedAt: number | null): boolean {
  return ticketCreatedAt !== null && ticketCreatedAt - POSSIBLE_CAUSE_MS >= from.getTime();
}

/** When the day so many days ago began: a whole day counts, whatever its hour. */
function startOfDaysAgo(days: number, now: Date, { dayOf, startOf }: Calendar): number {
  const { year, month, day } = dayOf(now);
  const then = new Date(Date.UTC(year, month - 1, day - days));
  return startOf({
    year: then.getUTCFullYear(),
    month: then.getUTCMonth() + 1,
    day: then.getUTCDate(),
  });
}

/** Those without a time are not counted: nobody knows when they were sent. */
function countSince(
  sent: readonly Communication[],
  since: number,
  { startOf }: Calendar,
): number {
  return sent.filter(({ sentAt }) =>
    sentAt !== null && (typeof sentAt === "number" ? sentAt : startOf(sentAt)) >= since
  ).length;
}
