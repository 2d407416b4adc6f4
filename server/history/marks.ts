import type { CommunicationActivity } from "../agillic/communication.ts";

/** One communication in the picture: when (0 to 1), and on which line. */
export type Point<Sent> = { x: number; row: number; communication: Sent };
/** How many communications became what. */
export type ActivityCounts = ReadonlyMap<CommunicationActivity, number>;
/** One communication, or several near each other, newest first. */
export type Mark<Sent> = { x: number; row: number; communications: readonly [Sent, ...Sent[]] };

/** Beyond this many marks a picture says no more, and its page grows. */
const MOST_MARKS = 60;

/** Two a week, at first: in the narrowest tray more would touch each other. */
const FINEST = 26;

/** One mark a communication while there is room; then one for those near each other on a line. */
export function marksOf<Sent>(points: readonly Point<Sent>[]): Mark<Sent>[] {
  if (points.length <= MOST_MARKS) {
    return points.map(({ x, row, communication }) => ({ x, row, communications: [communication] }));
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

function merge<Sent>(points: readonly Point<Sent>[], slots: number): Mark<Sent>[] {
  const near = Map.groupBy(points, ({ x, row }) => row * slots + slotOf(x, slots));
  return [...near.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const x = (slotOf(first.x, slots) + 0.5) / slots;
    const rest = others.map(({ communication }) => communication);
    return [{ x, row: first.row, communications: [first.communication, ...rest] }];
  });
}

function slotOf(x: number, slots: number): number {
  return Math.min(slots - 1, Math.floor(x * slots));
}
