import type { Activity } from "./communication_rows.tsx";
import type { Formatter } from "./format.ts";
import type { TimelineProps } from "./timeline.tsx";
import { timelineMarks } from "./timeline_marks.ts";

/** What the picture is made from. */
export type TimelineSource = {
  from: Date;
  to: Date;
  communications: readonly { channel: string; sentAt: Date; activity: Activity }[];
  /** When the ticket was created, where there is one. */
  ticketCreatedAt?: Date | undefined;
  /** How long before the ticket a communication is a likely cause. */
  likelyCauseMs: number;
  formatter: Formatter;
};

/** The picture of a period: lines by how much a channel was used, marks, months and the ticket. */
export function timelinePicture(source: TimelineSource): Omit<TimelineProps, "language" | "total"> {
  const { from, to, communications, ticketCreatedAt, likelyCauseMs, formatter } = source;
  const span = to.getTime() - from.getTime();
  const xOf = (at: number) => Math.min(1, Math.max(0, (at - from.getTime()) / span));
  const counts = new Map<string, number>();
  for (const { channel } of communications) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  const lines = [...counts].sort(([, one], [, other]) => other - one);
  const rows = new Map(lines.map(([channel], row) => [channel, row]));
  return {
    channels: lines.map(([channel, count]) => ({ channel, count: formatter.count(count) })),
    marks: timelineMarks(communications.map(({ channel, sentAt, activity }) => ({
      x: xOf(sentAt.getTime()),
      row: rows.get(channel) ?? 0,
      activity,
    }))),
    months: monthStarts(from, to).map((at) => ({
      x: xOf(at),
      // Named in its middle, for west of Greenwich its first hour is still the month before.
      text: formatter.month(new Date(at + 15 * 86_400_000)),
    })),
    ...(ticketCreatedAt && ticketCreatedAt > from && {
      ticket: {
        fromX: xOf(ticketCreatedAt.getTime() - likelyCauseMs),
        x: xOf(ticketCreatedAt.getTime()),
      },
    }),
  };
}

function monthStarts(from: Date, to: Date): number[] {
  const starts: number[] = [];
  for (let month = from.getUTCMonth() + 1;; month++) {
    const at = Date.UTC(from.getUTCFullYear(), month);
    if (at >= to.getTime()) return starts;
    starts.push(at);
  }
}
