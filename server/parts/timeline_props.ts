import { ids } from "../../contract/ids.ts";
import type { Formatter } from "../../views/format.ts";
import type { TimelineProps } from "../../views/timeline.tsx";
import type { ActivityShare, TimelineMark } from "../../views/timeline_marks.tsx";
import { type ActivityCounts, countActivities, type Mark } from "../history/marks.ts";
import { keyOf, type PlacedCommunication } from "../history/page.ts";
import { pictureOf } from "../history/picture.ts";
import { shownTime } from "./shown_time.ts";
import type { ListedHistory } from "./summed_history.ts";

/** The picture of a history, with its numbers and times as the agent reads them; `ticketCreatedAt` in epoch ms. */
export function timelineProps(
  { all, period }: ListedHistory,
  { formatter, requester: { ticketCreatedAt } }: {
    formatter: Formatter;
    requester: { ticketCreatedAt: number | null };
  },
): Omit<TimelineProps, "language"> {
  const { startOf } = formatter;
  const picture = pictureOf(all, period, { ticketCreatedAt, startOf });
  const { lines, marks, moreChannels, undated, months, ticket } = picture;
  return {
    total: formatter.count(lines.reduce((sum, { count }) => sum + count, 0)),
    lines: lines.map(({ channel, count, activities }) => ({
      channel,
      count: formatter.count(count),
      shares: sharesOf(activities, formatter),
    })),
    marks: marks.map((mark) => markProps(mark, formatter, period.to)),
    moreChannels: formatter.count(moreChannels),
    undated: formatter.count(undated),
    months: months.map(({ x, at }) => ({ x, text: formatter.month(new Date(at)) })),
    ...(ticket !== null && { ticket }),
  };
}

function markProps(
  { x, row, communications }: Mark<PlacedCommunication>,
  formatter: Formatter,
  now: Date,
): TimelineMark {
  const [newest] = communications;
  const oldest = communications.at(-1) ?? newest;
  const when = (communications.length === 1 ? [newest] : [oldest, newest])
    .map(({ sentAt }) => formatter.moment(shownTime(sentAt ?? 0), now).text);
  return {
    x,
    row,
    leadsTo: ids.communication(keyOf(newest)),
    name: communications.length === 1 ? newest.name : null,
    when: when.join(" – "),
    count: formatter.count(communications.length),
    shares: sharesOf(countActivities(communications), formatter),
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
