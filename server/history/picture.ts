import { type Communication, isInFuture } from "../agillic/communication.ts";
import type { Day, Time } from "../agillic/timestamps.ts";
import { countChannels } from "./channels.ts";
import { type ActivityCounts, countActivities, type Mark, marksOf } from "./marks.ts";
import type { Period } from "./period.ts";
import { POSSIBLE_CAUSE_MS } from "./possible_cause.ts";

/** A line of the picture: how many communications a channel has there, and what became of them. */
export type Line = { channel: string; count: number; activities: ActivityCounts };

/** The picture of a period: one line a channel, marks, months and the ticket. `x` from 0 (its begin) to 1 (its end). */
export type Picture<Sent> = {
  /** The lines, most used first. */
  lines: readonly Line[];
  marks: readonly Mark<Sent>[];
  /** Channels that have no line, because there are too many. */
  moreChannels: number;
  /** Communications that have no place in the period: without a time, or in the future. */
  undated: number;
  /** Where months begin; `at` is epoch ms. */
  months: readonly { x: number; at: number }[];
  /** The time before the ticket in which its possible causes were sent; null where it is older than the picture. */
  ticket: { fromX: number; x: number } | null;
};

type Shown = Pick<Communication, "channel" | "sentAt" | "activity">;

/** Eight channels are known; more lines than that would push the list out of sight. */
const MOST_LINES = 8;

/** What is known of a picture before it is laid out; `to` ends its period. */
export function outlineOf(
  communications: readonly Shown[],
  { to }: Pick<Period, "to">,
): { lines: number } & Pick<Picture<unknown>, "moreChannels" | "undated"> {
  const dated = datedOf(communications, to);
  const channels = countChannels(dated).length;
  const lines = Math.min(channels, MOST_LINES);
  return { lines, moreChannels: channels - lines, undated: communications.length - dated.length };
}

/** Those that have a place in the period. */
function datedOf<Sent extends Shown>(communications: readonly Sent[], to: Date): Sent[] {
  return communications.filter(({ sentAt }) =>
    sentAt !== null && !isInFuture(sentAt, to.getTime())
  );
}

const HALF_A_DAY_MS = 12 * 60 * 60 * 1000;

/**
 * Lays a history out as a picture. `ticketCreatedAt`: epoch ms, null when unknown; `startOf`: when
 * a day begins where the picture is looked at, in epoch ms.
 */
export function pictureOf<Sent extends Shown>(
  communications: readonly Sent[],
  { from, to }: Period,
  { ticketCreatedAt, startOf }: {
    ticketCreatedAt: number | null;
    startOf: (day: Day) => number;
  },
): Picture<Sent> {
  const span = to.getTime() - from.getTime();
  // A day alone stands in its middle.
  const instantOf = (time: Time) => typeof time === "number" ? time : startOf(time) + HALF_A_DAY_MS;
  const xOf = (at: number) => Math.min(1, Math.max(0, (at - from.getTime()) / span));
  const dated = datedOf(communications, to);
  const byChannel = Map.groupBy(dated, ({ channel }) => channel);
  const channels = countChannels(dated);
  const lines = channels.slice(0, MOST_LINES).map(([channel, count]) => ({
    channel,
    count,
    activities: countActivities(byChannel.get(channel) ?? []),
  }));
  const points = lines.flatMap(({ channel }, row) =>
    (byChannel.get(channel) ?? []).map((communication) => ({
      x: xOf(instantOf(communication.sentAt ?? 0)),
      row,
      communication,
    }))
  );
  return {
    lines,
    marks: marksOf(points),
    moreChannels: channels.length - lines.length,
    undated: communications.length - dated.length,
    months: monthStarts({ from, to }, startOf).map((at) => ({ x: xOf(at), at })),
    ticket: ticketCreatedAt !== null && ticketCreatedAt > from.getTime()
      ? { fromX: xOf(ticketCreatedAt - POSSIBLE_CAUSE_MS), x: xOf(ticketCreatedAt) }
      : null,
  };
}

function monthStarts({ from, to }: Period, startOf: (day: Day) => number): number[] {
  const starts: number[] = [];
  for (let month = from.getUTCMonth();; month++) {
    const first = new Date(Date.UTC(from.getUTCFullYear(), month));
    const at = startOf({ year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day: 1 });
    if (at >= to.getTime()) return starts;
    if (at > from.getTime()) starts.push(at);
  }
}
