import type { JSX } from "hono/jsx/jsx-runtime";
import {
  ActivityLog,
  type ActivityLogProps,
  ActivityProblem,
} from "../../../views/activity_log.tsx";
import type { ActivityLine } from "../../../views/activity_picture.tsx";
import type { ActivityRow } from "../../../views/activity_rows.tsx";
import { Sidebar } from "../../../views/sidebar.tsx";
import { say } from "../../../views/words/copy.ts";
import { hoursAgo, now, type Setting, type State } from "../state.ts";
import { threeEvents } from "./events.tsx";
import { richRecipient } from "./recipient.tsx";

const DAYS = 91;
const months = [["Sep", 17], ["Okt", 47], ["Nov", 78]] as const;
const csv = 'Time (UTC),Agent\n2026-11-12T08:12:05.000Z,"Özlem ""Ö"" Çelik <b>"\n';
const agents = [
  { value: "9001", name: "Mette Agent" },
  { value: "9002", name: "Anders And" },
  { value: "9003", name: 'Özlem "Ö" Çelik <b>' },
];
const events = [
  { value: "event:welcome_event", name: "Send welcome mail" },
  { value: "event:pause_all_marketing_mail", name: "Pause all marketing mail for four weeks" },
  { value: "create", name: "Create recipient" },
];

function row({ formatter }: Setting, hours: number, rest: Partial<ActivityRow> = {}): ActivityRow {
  return {
    title: "Send welcome mail",
    when: formatter.moment(hoursAgo(hours), now),
    agent: "Mette Agent",
    ticket: "101",
    outcome: "triggered",
    ...rest,
  };
}

function someRows(setting: Setting): ActivityRow[] {
  return [
    row(setting, 1),
    row(setting, 3, { outcome: "unknown", agent: "Anders And" }),
    row(setting, 26, {
      title: "Pause all marketing mail for four weeks",
      outcome: "failed",
      agent: 'Özlem "Ö" Çelik <b>',
      ticket: "98765",
    }),
    {
      title: say(setting.language, "create.stepCreate"),
      when: setting.formatter.moment(hoursAgo(170), now),
      agent: "?",
      outcome: "created",
    },
  ];
}

/** Days by how long ago they are, and how often it was done in each. */
function line(
  { formatter }: Setting,
  title: string,
  counts: readonly (readonly [daysAgo: number, count: number])[],
): ActivityLine {
  return {
    title,
    count: formatter.count(counts.reduce((sum, [, count]) => sum + count, 0)),
    days: counts.map(([daysAgo, count]) => ({
      x: (DAYS - 1 - daysAgo) / DAYS,
      part: count / 9,
      text: `${formatter.date(hoursAgo(daysAgo * 24))}: ${count}`,
    })),
  };
}

function log(setting: Setting, rest: Partial<ActivityLogProps> = {}): JSX.Element {
  const { language, formatter } = setting;
  const total = rest.total ?? formatter.count(4);
  return (
    <ActivityLog
      language={language}
      fetchedAt={formatter.clock(now)}
      total={total}
      agents={agents}
      events={events}
      filter={{}}
      picture={{
        lines: [
          line(setting, "Send welcome mail", [[0, 2]]),
          line(setting, "Pause all marketing mail for four weeks", [[1, 1]]),
          line(setting, say(language, "create.stepCreate"), [[7, 1]]),
        ],
        moreEvents: formatter.count(0),
        dayWidth: 1 / DAYS,
        months: months.map(([text, day]) => ({ x: day / DAYS, text })),
      }}
      rows={{ rows: someRows(setting) }}
      unreadable={formatter.count(0)}
      csv={csv}
      {...rest}
    />
  );
}

function manyRows(setting: Setting): ActivityRow[] {
  return Array.from({ length: 50 }, (_, index) => row(setting, index * 2));
}

/** What was done in the installation, and the way there. */
export const activityLogStates: Record<string, State> = {
  "activity-some": { render: (setting) => log(setting) },
  "activity-none": {
    render: (setting) =>
      log(setting, {
        total: setting.formatter.count(0),
        agents: [],
        events: [],
        rows: { rows: [] },
      }),
  },
  "activity-many": {
    render: (setting) =>
      log(setting, {
        total: setting.formatter.count(4988),
        cutAt: setting.formatter.count(5000),
        unreadable: setting.formatter.count(12),
        picture: {
          lines: Array.from({ length: 8 }, (_, index) =>
            line(
              setting,
              `Event ${index + 1}`,
              Array.from({ length: DAYS }, (_, day) => [day, (day * (index + 3)) % 10] as const)
                .filter(([, count]) => count > 0),
            )),
          moreEvents: setting.formatter.count(3),
          dayWidth: 1 / DAYS,
          months: months.map(([text, day]) => ({ x: day / DAYS, text })),
        },
        rows: { rows: manyRows(setting), next: { before: hoursAgo(98).getTime() } },
      }),
  },
  "activity-filtered": {
    render: (setting) =>
      log(setting, {
        total: setting.formatter.count(1),
        filter: { agent: "9002", event: "event:welcome_event" },
        picture: {
          lines: [line(setting, "Send welcome mail", [[0, 1]])],
          moreEvents: setting.formatter.count(0),
          dayWidth: 1 / DAYS,
          months: [],
        },
        rows: { rows: [row(setting, 3, { outcome: "unknown", agent: "Anders And" })] },
      }),
  },
  "activity-none-fits": {
    render: (setting) =>
      log(setting, {
        total: setting.formatter.count(0),
        filter: { agent: "9002", event: "create" },
        rows: { rows: [] },
      }),
  },
  "activity-failed": {
    render: ({ language }) => (
      <ActivityProblem
        language={language}
        problem={{
          code: "store_unavailable",
          retry: { path: "/activity", target: "activity" },
        }}
      />
    ),
  },
  "sidebar-with-activity": {
    render: (setting) => (
      <Sidebar
        language={setting.language}
        recipient={richRecipient(setting)}
        events={threeEvents(setting)}
        withCommunications={false}
        isAdmin
        withActivity
      />
    ),
  },
};
