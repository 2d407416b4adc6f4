import type { JSX } from "hono/jsx/jsx-runtime";
import { channelName, channelSymbol } from "./channel.ts";
import type { Activity } from "./activity.ts";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import { ids } from "../contract/ids.ts";
import { isShaped, shapeOf } from "./symbols.tsx";

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
  /** The 72 h before the ticket was created. */
  ticket?: { fromX: number; x: number };
};

const lineHeight = 18;
const axisHeight = 14;
const iconSize = 14;
/** The width that points are counted in, however wide the picture is. */
const width = 1000;
/** Where the lines begin; the stylesheet keeps as much free on the left. */
const iconX = -24;

/** Drawn so that it reads without colour: each activity has its own shape, many are bigger. */
export function Timeline(props: TimelineProps): JSX.Element {
  const { language, total, channels, marks, months, ticket } = props;
  const bottom = channels.length * lineHeight;
  const label = sayCount(language, "timeline.label", total, {
    channels: channels
      .map(({ channel, count }) => `${channelName(language, channel)}: ${count.text}`)
      .join(", "),
  });
  return (
    <svg class="timeline" role="img" aria-label={label} height={bottom + axisHeight}>
      {ticket && <TicketWindow {...{ language, ticket, bottom }} />}
      {months.map((month) => <Month {...month} bottom={bottom} />)}
      {channels.map(({ channel }, row) => (
        <>
          <line x2="100%" y1={middle(row)} y2={middle(row)} />
          <use
            href={`#${ids.symbol(channelSymbol(channel))}`}
            x={iconX}
            y={middle(row) - iconSize / 2}
            width={iconSize}
            height={iconSize}
          />
        </>
      ))}
      <Marks marks={marks.filter(({ count }) => count === 1)} bottom={bottom} />
      <g class="many">
        <Marks marks={marks.filter(({ count }) => count > 1)} bottom={bottom} />
      </g>
    </svg>
  );
}

/** Most marks are strokes without length, one path an activity: an element for each would keep the browser busy. */
function Marks(
  { marks, bottom }: { marks: readonly TimelineMark[]; bottom: number },
): JSX.Element | null {
  if (marks.length === 0) return null;
  const pointsOf = (activity: Activity) =>
    marks.filter((mark) => mark.activity === activity).map(pointOf).join("");
  const rings = pointsOf("not_opened");
  return (
    <>
      {/* Stretched to the width of the tray; the stylesheet keeps the strokes as they are. */}
      <svg viewBox={`0 0 ${width} ${bottom}`} preserveAspectRatio="none" height={bottom}>
        <path data-activity="" d={pointsOf("")} />
        <path data-activity="opened" d={pointsOf("opened")} />
        <path data-activity="not_opened" d={rings} />
        <path class="hole" d={rings} />
      </svg>
      {marks.map(({ x, row, activity }) =>
        isShaped(activity) && <use href={shapeOf(activity)} x={percent(x)} y={middle(row)} />
      )}
    </>
  );
}

function pointOf({ x, row, activity }: TimelineMark): string {
  const at = Math.round(within(x) * width);
  return activity === "" ? `M${at} ${middle(row) - 3}v6` : `M${at} ${middle(row)}h.1`;
}

function Month({ x, text, bottom }: { x: number; text: string; bottom: number }): JSX.Element {
  return (
    <>
      <line x1={percent(x)} x2={percent(x)} y2={bottom + axisHeight} />
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
  return (
    <g class="ticket">
      <rect x={percent(ticket.fromX)} width={share(ticket.x - ticket.fromX)} height={bottom} />
      <line x1={x} x2={x} y2={bottom} />
      <title>{say(language, "timeline.ticket")}</title>
    </g>
  );
}

function middle(row: number): number {
  return row * lineHeight + lineHeight / 2;
}

// A mark at either end is drawn whole.
const margin = 0.015;

function within(x: number): number {
  return margin + x * (1 - 2 * margin);
}

function percent(x: number): string {
  return `${rounded(within(x))}%`;
}

function share(part: number): string {
  return `${rounded(part * (1 - 2 * margin))}%`;
}

function rounded(part: number): number {
  return Math.round(part * 1000) / 10;
}
