import type { Activity } from "./activity.ts";
import type { TimelineMark } from "./timeline.tsx";

/** One communication in the picture: when (0 to 1), on which line, and what became of it. */
export type TimelinePoint = Omit<TimelineMark, "count">;

/** Beyond this many marks a picture says no more, and its page grows. */
const mostMarks = 80;

/** One a day, at first. */
const finest = 92;

/** How grave it is: the gravest stands for several. */
const gravity: Record<Activity, number> = {
  "": 0,
  not_opened: 1,
  opened: 2,
  clicked: 3,
  hard_bounced: 4,
};

/** One mark a communication while there is room; then one for those near each other on a line. */
export function timelineMarks(points: readonly TimelinePoint[]): TimelineMark[] {
  let marks = points.map(({ x, row, activity }) => ({ x, row, activity, count: 1 }));
  for (
    let slots = finest;
    marks.length > mostMarks && slots >= 1;
    slots = Math.floor(slots / 1.5)
  ) {
    marks = merge(marks, slots);
  }
  return marks;
}

function merge(marks: readonly TimelineMark[], slots: number): TimelineMark[] {
  const merged = new Map<number, TimelineMark>();
  for (const { x, row, activity, count } of marks) {
    const slot = Math.min(slots - 1, Math.floor(x * slots));
    const mark = merged.get(row * slots + slot);
    if (mark === undefined) {
      merged.set(row * slots + slot, { x: (slot + 0.5) / slots, row, activity, count });
    } else {
      mark.count += count;
      if (gravity[activity] > gravity[mark.activity]) mark.activity = activity;
    }
  }
  return [...merged.values()];
}
