import type { ActivityPictureProps } from "../../views/activity_picture.tsx";
import { type CalendarDay, calendarDayOf, DAY_MS } from "../../views/calendar_day.ts";
import type { Activity } from "../actions/activity.ts";
import { ACTIVITY_TTL_MS } from "../actions/store.ts";
import { type Reading, titleOf, whatOf } from "./activity_props.ts";

/** More lines than that would push the list out of sight. */
const MOST_LINES = 8;

type Day = { at: number; isFirst: boolean };

/** Sums by event and by day of whoever reads them; most used events first. */
export function pictureOfActivity(
  wanted: readonly Activity[],
  { visitor, now }: Reading,
): Omit<ActivityPictureProps, "language" | "total"> {
  const { formatter } = visitor;
  const days = listDays(now, formatter.startOf);
  const byEvent = Map.groupBy(wanted, whatOf);
  const sums = [...byEvent.values()]
    .toSorted((one, other) => other.length - one.length)
    .slice(0, MOST_LINES)
    .map((actions) => ({ actions, counts: countByDay(actions, days) }));
  const most = Math.max(...sums.flatMap(({ counts }) => counts));
  return {
    lines: sums.flatMap(({ actions, counts }) => {
      const [newest] = actions;
      if (newest === undefined) return [];
      return [{
        title: titleOf(newest, visitor),
        count: formatter.count(actions.length),
        days: days.flatMap(({ at }, index) => {
          const count = counts[index] ?? 0;
          if (count === 0) return [];
          const text = `${formatter.date(new Date(at))}: ${formatter.count(count).text}`;
          return [{ x: index / days.length, part: count / most, text }];
        }),
      }];
    }),
    moreEvents: formatter.count(byEvent.size - sums.length),
    dayWidth: 1 / days.length,
    months: days.flatMap(({ at, isFirst }, index) =>
      isFirst ? [{ x: index / days.length, text: formatter.month(new Date(at)) }] : []
    ),
  };
}

/** The days that activity is kept for, oldest first, each by when it begins for whoever reads. */
function listDays(now: Date, startOf: (day: CalendarDay) => number): Day[] {
  const to = now.getTime();
  const from = to - ACTIVITY_TTL_MS;
  const days: Day[] = [];
  // Wider by a day than in UTC: no zone is further away.
  for (let ms = from - DAY_MS; ms <= to + DAY_MS; ms += DAY_MS) {
    const day = calendarDayOf(ms);
    const at = startOf(day);
    if (at <= to && at > from - DAY_MS) days.push({ at, isFirst: day.day === 1 });
  }
  return days;
}

/** How many there are in each day; what a clock that was wrong dated later is of today. */
function countByDay(actions: readonly Activity[], days: readonly Day[]): number[] {
  const counts = days.map(() => 0);
  for (const { at } of actions) {
    const index = Math.max(0, days.findLastIndex((day) => day.at <= at));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
