import type { Formatter } from "../../views/format.ts";
import type { TimelineProps } from "../../views/timeline.tsx";
import type { ActivityShare } from "../../views/timeline_marks.tsx";
import type { ActivityCounts } from "../history/marks.ts";
import type { Picture } from "../history/picture.ts";

/** The picture, with its numbers and months as the agent reads them. */
export function timelineProps(
  { lines, marks, moreChannels, undated, months, ticket }: Picture,
  formatter: Formatter,
): Omit<TimelineProps, "language"> {
  const counted = ({ count, activities }: { count: number; activities: ActivityCounts }) => ({
    count: formatter.count(count),
    shares: sharesOf(activities, formatter),
  });
  return {
    total: formatter.count(lines.reduce((sum, { count }) => sum + count, 0)),
    lines: lines.map((line) => ({ channel: line.channel, ...counted(line) })),
    marks: marks.map((mark) => ({ x: mark.x, row: mark.row, ...counted(mark) })),
    moreChannels: formatter.count(moreChannels),
    undated: formatter.count(undated),
    months: months.map(({ x, at }) => ({ x, text: formatter.month(new Date(at)) })),
    ...(ticket !== null && { ticket }),
  };
}

/** The gravest first. */
const TOLD_ACTIVITIES = ["hard_bounced", "clicked", "opened", "not_opened"] as const;

function sharesOf(activities: ActivityCounts, formatter: Formatter): ActivityShare[] {
  return TOLD_ACTIVITIES.flatMap((activity) => {
    const count = activities.get(activity);
    return count === undefined ? [] : [{ activity, count: formatter.count(count) }];
  });
}
