import type { Activity } from "./communication_rows.tsx";
import type { TimelineMark } from "./timeline.tsx";

/** One communication in the picture: when (0 to 1), on which line, and what became of it. */
export type TimelinePoint = Omit<TimelineMark, "count">;

/** Beyond this many marks a picture says no more, and its page grows. */
const mostMarks = 80;

const finest = 92;

/** What stands for several: the later in this list. */
const weight = [
  "",
  "not_opened",
  "opened",
  "clicked",
  "hard_bounced",
] as const satisfies Activity[];

/** One mark a communication while there is room; then one for those near each other on a line. */
export function timelineMarks(points: readonly TimelinePoint[]): TimelineMark[] {
  if (points.length <= mostMarks) return points.map((point) => ({ ...point, count: 1 }));
  for (let slots = finest; slots > 1; slots = Math.floor(slots / 1.5)) {
    const marks = merge(points, slots);
    if (marks.length <= mostMarks) return marks;
  }
  return merge(points, 1);
}

function merge(points: readonly TimelinePoint[], slots: number): TimelineMark[] {
  const marks = new Map<string, TimelineMark>();
  for (const { x, row, activity } of points) {
    const slot = Math.min(slots - 1, Math.floor(x * slots));
    const mark = marks.get(`${row}/${slot}`);
    if (mark === undefined) {
      marks.set(`${row}/${slot}`, { x: (slot + 0.5) / slots, row, activity, count: 1 });
    } else {
      mark.count++;
      if (weight.indexOf(activity) > weight.indexOf(mark.activity)) mark.activity = activity;
    }
  }
  return [...marks.values()];
}
