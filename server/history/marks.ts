import type { CommunicationActivity } from "../agillic/communication.ts";

/** One communication in the picture: when (0 to 1), on which line, and what became of it. */
export type Point = { x: number; row: number; activity: CommunicationActivity };
/** How many communications became what. */
export type ActivityCounts = ReadonlyMap<CommunicationActivity, number>;
/** One communication, or several near each other, and what became of each. */
export type Mark = { x: number; row: number; count: number; activities: ActivityCounts };

/** Beyond this many marks a picture says no more, and its page grows. */
const MOST_MARKS = 60;

/** Two a week, at first: in the narrowest tray more would touch each other. */
const FINEST = 26;

/** One mark a communication while there is room; then one for those near each other on a line. */
export function marksOf(points: readonly Point[]): Mark[] {
  if (points.length <= MOST_MARKS) {
    return points.map(({ x, row, activity }) => ({
      x,
      row,
      count: 1,
      activities: new Map([[activity, 1]]),
    }));
  }
  for (let slots = FINEST;; slots = Math.floor(slots / 1.25)) {
    const marks = merge(points, slots);
    if (marks.length <= MOST_MARKS || slots === 1) return marks;
  }
}

/** How many communications became what. */
export function countActivities(
  communications: readonly { activity: CommunicationActivity }[],
): ActivityCounts {
  const counts = new Map<CommunicationActivity, number>();
  for (const { activity } of communications) counts.set(activity, (counts.get(activity) ?? 0) + 1);
  return counts;
}

function merge(points: readonly Point[], slots: number): Mark[] {
  const near = Map.groupBy(points, ({ x, row }) => row * slots + slotOf(x, slots));
  return [...near.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const x = (slotOf(first.x, slots) + 0.5) / slots;
    return [{ x, row: first.row, count: group.length, activities: countActivities(group) }];
  });
}

function slotOf(x: number, slots: number): number {
  return Math.min(slots - 1, Math.floor(x * slots));
}
