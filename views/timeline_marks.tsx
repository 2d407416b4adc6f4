import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { type Activity, activityKeys } from "./activity.ts";
import { isShaped, shapeOf } from "./symbols.tsx";
import { atWidth, middle, percent, width } from "./timeline_scale.ts";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";

/** What became of how many; those that nothing is known of are left out. */
export type ActivityShare = { activity: Exclude<Activity, "">; count: Counted };

/** One communication, or several near each other; `x` from 0 (three months ago) to 1 (now). */
export type TimelineMark = {
  x: number;
  row: number;
  count: Counted;
  shares: readonly ActivityShare[];
};

const columnHeight = 14;

/** Most marks are strokes without length, one path an activity: an element for each would keep the browser busy. */
export function Marks(
  { marks, bottom }: { marks: readonly TimelineMark[]; bottom: number },
): JSX.Element | null {
  if (marks.length === 0) return null;
  const pointsOf = (activity: Activity) =>
    marks.filter((mark) => activityOf(mark) === activity).map(pointOf).join("");
  const rings = pointsOf("not_opened");
  return (
    <>
      <Stretched bottom={bottom}>
        <path data-activity="" d={pointsOf("")} />
        <path data-activity="opened" d={pointsOf("opened")} />
        <path data-activity="not_opened" d={rings} />
        <path class="hole" d={rings} />
      </Stretched>
      {marks.map((mark) => {
        const activity = activityOf(mark);
        return isShaped(activity) && (
          <use href={shapeOf(activity)} x={percent(mark.x)} y={middle(mark.row)} />
        );
      })}
    </>
  );
}

/** What became of the one communication of a mark. */
function activityOf({ shares: [share] }: TimelineMark): Activity {
  return share?.activity ?? "";
}

/** Several communications are a column: what was clicked and opened fills it from above, what bounced from below. */
export function Columns(
  { language, marks, bottom }: {
    language: Language;
    marks: readonly TimelineMark[];
    bottom: number;
  },
): JSX.Element | null {
  if (marks.length === 0) return null;
  const pathOf = (segmentOf: (mark: TimelineMark) => string) => marks.map(segmentOf).join("");
  return (
    <g class="many">
      <Stretched bottom={bottom}>
        <path data-activity="" d={pathOf((mark) => segment(mark, 0, 1))} />
        <path
          data-activity="opened"
          d={pathOf((mark) => segment(mark, shareOf(mark, "clicked"), shareOf(mark, "opened")))}
        />
        <path
          data-activity="clicked"
          d={pathOf((mark) => segment(mark, 0, shareOf(mark, "clicked")))}
        />
        <path
          data-activity="hard_bounced"
          d={pathOf((mark) => segment(mark, 1, -shareOf(mark, "hard_bounced")))}
        />
      </Stretched>
      {marks.map((mark) => (
        <rect x={percent(mark.x)} y={middle(mark.row) - columnHeight / 2}>
          <title>
            {sharesWords(language, mark) ||
              sayCount(language, "communications.announce", mark.count)}
          </title>
        </rect>
      ))}
    </g>
  );
}

/** Part of a column, from this share of its height on; a share below 0 goes up. */
function segment({ x, row }: TimelineMark, from: number, share: number): string {
  if (share === 0) return "";
  const top = middle(row) - columnHeight / 2;
  // A single one of hundreds is seen, too.
  const height = Math.sign(share) * Math.max(1, Math.abs(share) * columnHeight);
  return `M${atWidth(x)} ${tenths(top + from * columnHeight)}v${tenths(height)}`;
}

function shareOf({ count, shares }: TimelineMark, activity: Activity): number {
  const share = shares.find((each) => each.activity === activity);
  return (share?.count.number ?? 0) / count.number;
}

/** What became of several communications: "Hard Bounced: 5 of 8"; "" where nothing is known. */
export function sharesWords(
  language: Language,
  { count, shares }: Pick<TimelineMark, "count" | "shares">,
): string {
  return shares.map((share) =>
    say(language, "timeline.share", {
      activity: say(language, activityKeys[share.activity]),
      part: share.count.text,
      count: count.text,
    })
  ).join(", ");
}

/** Stretched to the width of the tray; the stylesheet keeps the strokes as they are. */
function Stretched({ bottom, children }: { bottom: number; children?: Child }): JSX.Element {
  return (
    <svg viewBox={`0 0 ${width} ${bottom}`} preserveAspectRatio="none" height={bottom}>
      {children}
    </svg>
  );
}

function pointOf({ x, row, shares }: TimelineMark): string {
  const known = shares.length > 0;
  return known ? `M${atWidth(x)} ${middle(row)}h.1` : `M${atWidth(x)} ${middle(row) - 3}v6`;
}

function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}
