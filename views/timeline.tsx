import type { JSX } from "hono/jsx/jsx-runtime";
import { channelName } from "./channel.ts";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import { TimelineLegend } from "./timeline_legend.tsx";
import {
  type ActivityShare,
  Columns,
  Marks,
  sharesWords,
  type TimelineMark,
} from "./timeline_marks.tsx";
import {
  axisHeight,
  bottomOf,
  middle,
  nameY,
  percent,
  pictureHeight,
  share,
  topHeight,
} from "./timeline_scale.ts";

/** A line of the picture, with how many communications it has. */
export type TimelineLine = { channel: string; count: Counted; shares: readonly ActivityShare[] };

/** The picture of three months: one line a channel, one mark a communication. */
export type TimelineProps = {
  language: Language;
  /** How many communications the lines have together. */
  total: Counted;
  lines: readonly TimelineLine[];
  marks: readonly TimelineMark[];
  /** Channels that have no line. */
  moreChannels: Counted;
  /** Communications that have no place in the three months. */
  undated: Counted;
  /** Where months begin. */
  months: readonly { x: number; text: string }[];
  /** The 72 h before the ticket was created. */
  ticket?: { fromX: number; x: number };
};

/** The picture, and in words what is not in it. */
export function Timeline(props: TimelineProps): JSX.Element {
  const { language, lines, marks, moreChannels, undated } = props;
  if (lines.length + undated.number === 0) {
    return <p class="empty">{say(language, "communications.empty")}</p>;
  }
  return (
    <>
      {lines.length > 0 && <Picture {...props} />}
      {lines.length > 0 && <TimelineLegend {...{ language, marks }} />}
      <LeftOut {...{ language, moreChannels, undated }} />
    </>
  );
}

/** In words what is not in the picture. */
export function LeftOut(
  { language, moreChannels, undated }: Pick<
    TimelineProps,
    "language" | "moreChannels" | "undated"
  >,
): JSX.Element {
  return (
    <>
      {moreChannels.number > 0 && (
        <p>
          <small>{sayCount(language, "communications.moreChannels", moreChannels)}</small>
        </p>
      )}
      {undated.number > 0 && (
        <p>
          <small>{sayCount(language, "timeline.undated", undated)}</small>
        </p>
      )}
    </>
  );
}

/** Drawn so that it reads without colour: each activity has its own shape, several share a column. */
function Picture({ language, total, lines, marks, months, ticket }: TimelineProps): JSX.Element {
  const bottom = bottomOf(lines.length);
  const height = pictureHeight(lines.length);
  const label = sayCount(language, "timeline.label", total, {
    channels: lines.map((line) => lineWords(language, line)).join(", "),
  });
  return (
    <svg class="timeline" role="img" aria-label={label} height={height}>
      {ticket && <TicketWindow {...{ language, ticket, bottom }} />}
      {months.map((month) => <Month {...month} bottom={bottom} />)}
      {lines.map(({ channel }, row) => (
        <>
          <line x2="100%" y1={middle(row)} y2={middle(row)} />
          <text y={nameY(row)}>{channelName(language, channel)}</text>
        </>
      ))}
      <Marks language={language} marks={marks.filter(({ count }) => count.number === 1)} />
      <Columns
        language={language}
        marks={marks.filter(({ count }) => count.number > 1)}
        bottom={bottom}
      />
    </svg>
  );
}

/** "E-mail: 168 (Hard Bounced: 5 of 168)" */
function lineWords(language: Language, line: TimelineLine): string {
  const shares = sharesWords(language, line);
  const words = `${channelName(language, line.channel)}: ${line.count.text}`;
  return shares === "" ? words : `${words} (${shares})`;
}

/** Where a month begins, and its name. */
export function Month(
  { x, text, bottom }: { x: number; text: string; bottom: number },
): JSX.Element {
  return (
    <>
      <line x1={percent(x)} x2={percent(x)} y1={topHeight} y2={bottom + axisHeight} />
      <text
        x={percent(x)}
        y={bottom + axisHeight - 2}
        dx={x > 0.85 ? -3 : 3}
        text-anchor={x > 0.85 ? "end" : undefined}
      >
        {text}
      </text>
    </>
  );
}

function TicketWindow(
  { language, ticket, bottom }: {
    language: Language;
    ticket: { fromX: number; x: number };
    bottom: number;
  },
): JSX.Element {
  const x = percent(ticket.x);
  const isLeft = ticket.x < 0.5;
  return (
    <g class="ticket">
      <rect
        x={percent(ticket.fromX)}
        y={topHeight}
        width={share(ticket.x - ticket.fromX)}
        height={bottom - topHeight}
      />
      <line x1={x} x2={x} y1={topHeight} y2={bottom} />
      <text
        x={isLeft ? percent(ticket.fromX) : x}
        y={topHeight - 3}
        text-anchor={isLeft ? undefined : "end"}
      >
        {say(language, "timeline.beforeTicket")}
      </text>
    </g>
  );
}
