import type { JSX } from "hono/jsx/jsx-runtime";
import { type Activity, activityKeys } from "./activity.ts";
import { type Language, say } from "./words/copy.ts";
import { activityOf, type TimelineMark } from "./timeline_marks.tsx";

/** An em wide, and a line may end there. */
const SPACE = "\u2003";

/** The gravest first. */
const activities = ["hard_bounced", "clicked", "opened", "not_opened", ""] as const;

/** What the shapes in the picture mean: those that are in it, as the rows have them, too. */
export function TimelineLegend(
  { language, marks }: { language: Language; marks: readonly TimelineMark[] },
): JSX.Element {
  const singles = marks.filter(({ count }) => count.number === 1);
  const shown = new Set<Activity>(singles.map(activityOf));
  const columns = marks.filter(({ count }) => count.number > 1);
  for (const { shares } of columns) for (const { activity } of shares) shown.add(activity);
  return (
    <p class="legend">
      {activities.filter((activity) => shown.has(activity)).map((activity) => (
        <>
          <small data-activity={activity}>
            <b>{say(language, activity === "" ? "timeline.sent" : activityKeys[activity])}</b>
          </small>
          {SPACE}
        </>
      ))}
      {columns.length > 0 && <small>{say(language, "timeline.several")}</small>}
    </p>
  );
}
