import type { Activity } from "./activity.ts";
import type { Formatter } from "./format.ts";
import type { TimelineProps } from "./timeline.tsx";
import { timelineMarks } from "./timeline_marks.ts";

/** What the picture is made from; times in epoch milliseconds, null where there is none. */
export type TimelineSource = {
  from: Date;
  to: Date;
  communications: readonly { channel: string; sentAt: number | null; activity: Activity }[];
  ticketCreatedAt: number | null;
  /** How long before the ticket a communication is a likely cause. */
  likelyCauseMs: number;
  formatter: Formatter;
};

/** Eight channels are known; more lines than that would push the list out of sight. */
const mostLines = 8;

/** The picture of a period: lines by how much a channel was used, marks, months and the ticket. */
export function timelinePicture(source: TimelineSource): Omit<TimelineProps, "language" | "total"> {
  const { from, to, communications, ticketCreatedAt, likelyCauseMs, formatter } = source;
  const span = to.getTime() - from.getTime();
  const xOf = (at: number) => Math.min(1, Math.max(0, (at - from.getTime()) / span));
  const lines = linesOf(communications);
  const rows = new Map(lines.map(([channel], row) => [channel, row]));
  const points = communications.flatMap(({ channel, sentAt, activity }) => {
    const row = rows.get(channel);
    return row === undefined || sentAt === null ? [] : [{ x: xOf(sentAt), row, activity }];
  });
  return {
    channels: lines.map(([channel, count]) => ({ channel, count: formatter.count(count) })),
    marks: timelineMarks(points),
    months: monthStarts(from, to).map((at) => ({
      x: xOf(at),
      // Named in its middle, for west of Greenwich its first hour is still the month before.
      text: formatter.month(new Date(at + 15 * 86_400_000)),
    })),
    ...(ticketCreatedAt !== null && ticketCreatedAt > from.getTime() && {
      ticket: { fromX: xOf(ticketCreatedAt - likelyCauseMs), x: xOf(ticketCreatedAt) },
    }),
  };
}

function linesOf(communications: TimelineSource["communications"]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { channel } of communications) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).slice(0, mostLines);
}

function monthStarts(from: Date, to: Date): number[] {
  const starts: number[] = [];
  for (let month = from.getUTCMonth() + 1;; month++) {
    const at = Date.UTC(from.getUTCFullYear(), month);
    if (at >= to.getTime()) return starts;
    starts.push(at);
  }
}
