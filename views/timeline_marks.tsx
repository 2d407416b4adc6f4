import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { type Activity, activityKeys } from "./activity.ts";
import { shortened } from "./shortened.ts";
import { ids } from "../contract/ids.ts";
import { atWidth, middle, percent, width } from "./timeline_scale.ts";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";

/** What became of how many; those that nothing is known of are left out. */
export type ActivityShare = { activity: Exclude<Activity, "">; count: Counted };

/** One communication, or several near each other; `x` from 0 (three months ago) to 1 (now). */
export type TimelineMark = {
  x: number;
  row: number;
  /** The id of its row in the list, or of the newest one's. */
  leadsTo: string;
  /** Of the one communication; null for several. */
  name: string | null;
  /** When it was sent; from when to when for several. */
  when: string;
  count: Counted;
  shares: readonly ActivityShare[];
};

const columnHeight = 14;

const dot = "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z";

/** The shapes of marks, about the origin. */
const shapes = {
  sent: "M0-4V4",
  not_opened: dot,
  opened: dot,
  clicked: "M0-4 4 0 0 4-4 0z",
  hard_bounced: "M-3-3 3 3M3-3-3 3",
} as const satisfies Record<Exclude<Activity, ""> | "sent", string>;

/** A shape for each communication. */
export function Marks(
  { language, marks }: { language: Language; marks: readonly TimelineMark[] },
): JSX.Element | null {
  if (marks.length === 0) return null;
  return (
    <>
      <defs>
        {Object.entries(shapes).map(([name, d]) => (
          <path id={ids.mark(name)} data-activity={name} d={d} />
        ))}
      </defs>
      {marks.map((mark) => (
        <use
          href={`#${ids.mark(activityOf(mark) || "sent")}`}
          x={percent(mark.x)}
          y={middle(mark.row)}
          data-leads-to={mark.leadsTo}
        >
          <title>{markWords(language, mark)}</title>
        </use>
      ))}
    </>
  );
}

/** What became of the one communication of a mark. */
export function activityOf({ shares: [share] }: TimelineMark): Activity {
  return share?.activity ?? "";
}

/** "Newsletter, 10 Feb, 05:12, Opened"; of several how many, from when to when, and what became of how many. */
function markWords(language: Language, mark: TimelineMark): string {
  const { name, when, count, shares } = mark;
  if (name !== null) {
    const activity = activityOf(mark);
    const words = activity === "" ? [] : [say(language, activityKeys[activity])];
    return [shortened(name), when, ...words].join(", ");
  }
  const became = shares.length === 0 ? [] : [sharesWords(language, mark)];
  return [sayCount(language, "communications.announce", count), when, ...became].join(", ");
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
        <rect
          x={percent(mark.x)}
          y={middle(mark.row) - columnHeight / 2}
          data-leads-to={mark.leadsTo}
        >
          <title>{markWords(language, mark)}</title>
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

function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}
