import type { JSX } from "hono/jsx/jsx-runtime";
import { isolated } from "./isolated.ts";
import { shortened } from "./shortened.ts";
import { Month } from "./timeline.tsx";
import { axisHeight, percent, share } from "./timeline_scale.ts";
import { type Counted, type Language, sayCount } from "./words/copy.ts";

/** How often it was done in a day that begins at `x`; `part` is of the day with most of all. */
export type ActivityDay = { x: number; part: number; text: string };

/** What was done, how often, and on which days. */
export type ActivityLine = { title: string; count: Counted; days: readonly ActivityDay[] };

/** The picture of 90 days: a line for each event, a bar for each day. `x` from 0 to 1. */
export type ActivityPictureProps = {
  language: Language;
  total: Counted;
  lines: readonly ActivityLine[];
  /** Events that have no line. */
  moreEvents: Counted;
  /** How wide a day is. */
  dayWidth: number;
  months: readonly { x: number; text: string }[];
};

const lineHeight = 32;
const textHeight = 12;
const barHeight = 14;
// Days next to each other are still two.
const barPart = 0.8;

/** The picture, and in words what is not in it. */
export function ActivityPicture(props: ActivityPictureProps): JSX.Element {
  const { language, total, lines, moreEvents, dayWidth, months } = props;
  const bottom = lines.length * lineHeight;
  const events = lines.map(({ title, count }) => `${shortened(title)}: ${count.text}`).join(", ");
  return (
    <>
      <svg
        class="timeline"
        role="img"
        aria-label={sayCount(language, "activityLog.picture", total, { events })}
        height={bottom + axisHeight}
      >
        {months.map((month) => <Month {...month} bottom={bottom} />)}
        {lines.map((line, row) => <Line line={line} top={row * lineHeight} dayWidth={dayWidth} />)}
      </svg>
      {moreEvents.number > 0 && (
        <p>
          <small>{sayCount(language, "activityLog.moreEvents", moreEvents)}</small>
        </p>
      )}
    </>
  );
}

function Line(
  { line: { title, count, days }, top, dayWidth }: {
    line: ActivityLine;
    top: number;
    dayWidth: number;
  },
): JSX.Element {
  const ground = top + textHeight + barHeight;
  return (
    <>
      <text y={top + textHeight - 2}>{isolated(shortened(title))}</text>
      <text x={-6} y={ground} text-anchor="end">{count.text}</text>
      <line x2="100%" y1={ground} y2={ground} />
      {days.map(({ x, part, text }) => {
        // A single one of hundreds is seen, too.
        const height = Math.max(1, Math.round(part * barHeight));
        return (
          <rect
            x={percent(x)}
            y={ground - height}
            width={share(dayWidth * barPart)}
            height={height}
            fill="currentColor"
          >
            <title>{text}</title>
          </rect>
        );
      })}
    </>
  );
}
