import type { CommunicationActivity } from "../agillic/communication.ts";

/** One communication in the picture: when (0 to 1), on which line, and what became of it. */
export type Point = { x: number; row: number; activity: CommunicationActivity };
/** One communication, or several near each other. */
export type Mark = Point & { count: number };

/** Beyond this many marks a picture says no more, and its page grows. */
const MOST_MARKS = 80;

/** One a day, at first. */
const FINEST = 92;

/** How grave it is: the gravest stands for several. */
const GRAVITY: Record<CommunicationActivity, number> = {
  "": 0,
  not_opened: 1,
  opened: 2,
  clicked: 3,
  hard_bounced: 4,
};

/** One mark a communication while there is room; then one for those near each other on a line. */
export function marksOf(points: readonly Point[]): Mark[] {
  let marks = points.map(({ x, row, activity }) => ({ x, row, activity, count: 1 }));
  for (
    let slots = FINEST;
    marks.length > MOST_MARKS && slots >= 1;
    slots = Math.floor(slots / 1.5)
  ) {
    marks = merge(marks, slots);
  }
  return marks;
}

function merge(marks: readonly Mark[], slots: number): Mark[] {
  const merged = new Map<number, Mark>();
  for (const { x, row, activity, count } of marks) {
    const slot = Math.min(slots - 1, Math.floor(x * slots));
    const mark = merged.get(row * slots + slot);
    if (mark === undefined) {
      merged.set(row * slots + slot, { x: (slot + 0.5) / slots, row, activity, count });
    } else {
      mark.count += count;
      if (GRAVITY[activity] > GRAVITY[mark.activity]) mark.activity = activity;
    }
  }
  return [...merged.values()];
}
