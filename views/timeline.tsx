import type { JSX } from "hono/jsx/jsx-runtime";
import { channelName } from "./channel.tsx";
import type { Activity } from "./communication_rows.tsx";
import { type Counted, type Language, say, sayCount } from "./copy.ts";
import { ids } from "./ids.ts";

/** One communication, or several near each other; `x` from 0 (three months ago) to 1 (now). */
export type TimelineMark = { x: number; row: number; activity: Activity; count: number };

/** The picture of three months: one line a channel, one mark a communication. */
export type TimelineProps = {
  language: Language;
  total: Counted;
  /** The lines, by channel, with how many there are. */
  channels: readonly { channel: string; count: Counted }[];
  marks: readonly TimelineMark[];
  /** Where months begin. */
  months: readonly { x: number; text: string }[];
  /** Where the ticket was created. */
  ticketX?: number;
};

const rowHeight = 18;
const axisHeight = 16;

/** Drawn so that it reads without colour: each activity has its own shape. */
export function Timeline(props: TimelineProps): JSX.Element {
  const { language, total, channels, marks, months, ticketX } = props;
  const bottom = channels.length * rowHeight;
  return (
    <svg
      class="timeline"
      role="img"
      width="100%"
      height={bottom + axisHeight}
      aria-label={sayCount(language, "timeline.label", total, {
        channels: channels
          .map(({ channel, count }) => `${channelName(language, channel)}: ${count.text}`)
          .join(", "),
      })}
    >
      <Shapes />
      {months.map(({ x, text }) => (
        <>
          <line x1={percent(x)} x2={percent(x)} y2={bottom} />
          <text x={percent(x)} y={bottom + 12}>{text}</text>
        </>
      ))}
      {ticketX !== undefined && (
        <line class="ticket" x1={percent(ticketX)} x2={percent(ticketX)} y2={bottom}>
          <title>{say(language, "timeline.ticket")}</title>
        </line>
      )}
      {marks.map(({ x, row, activity, count }) => (
        <use
          href={`#${ids.mark(`${activity || "none"}${count > 1 ? "-many" : ""}`)}`}
          x={percent(x)}
          y={row * rowHeight + rowHeight / 2}
        />
      ))}
    </svg>
  );
}

const shapes: Record<string, string> = {
  none: "M0-3v6",
  not_opened: "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  opened: "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  clicked: "M0-4 4 0 0 4-4 0z",
  hard_bounced: "M-3-3 3 3M3-3-3 3",
};

function Shapes(): JSX.Element {
  return (
    <defs>
      {Object.entries(shapes).map(([shape, d]) => (
        <>
          <path id={ids.mark(shape)} d={d} />
          <path id={ids.mark(`${shape}-many`)} d={d} transform="scale(1.5)" />
        </>
      ))}
    </defs>
  );
}

function percent(x: number): string {
  return `${Math.round(x * 1000) / 10}%`;
}
