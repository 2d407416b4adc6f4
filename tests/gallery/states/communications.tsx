import type { JSX } from "hono/jsx/jsx-runtime";
import { ids } from "../../../contract/ids.ts";
import { paths } from "../../../contract/paths.ts";
import { type CommunicationRow, CommunicationRows } from "../../../views/communication_rows.tsx";
import {
  CommunicationsPart,
  type CommunicationsPartProps,
  CommunicationsPlaceholder,
  LEAST_FOR_TOOLBAR,
} from "../../../views/communications.tsx";
import type { ChannelCount } from "../../../views/communications_toolbar.tsx";
import { Problem } from "../../../views/problem.tsx";
import { replySentence } from "../../../views/reply_sentence.ts";
import { findByName } from "../../../server/history/find.ts";
import {
  FIRST_PAGE_SIZE,
  keyOf,
  PAGE_SIZE,
  type PlacedCommunication,
  placeEach,
} from "../../../server/history/page.ts";
import { outlineProps } from "../../../server/parts/communication_props.ts";
import { isPossibleCause } from "../../../server/history/possible_cause.ts";
import { timelineProps } from "../../../server/parts/timeline_props.ts";
import { hoursAgo, now, type Setting, type State } from "../state.ts";
import {
  beforeTheTicket,
  fewBounces,
  inTheFuture,
  manyChannels,
  months,
  scripts,
  type Sent,
  some,
  thousands,
  withoutChannel,
} from "../histories.ts";

const ticketCreatedAt = hoursAgo(20);

/** As a history that was read, and in which each has its place. */
export function placed(all: readonly Sent[]): PlacedCommunication[] {
  const unknown = { openedAt: null, clickedAt: null, bouncedAt: null, storedUrl: null };
  return placeEach(all.map((sent) => ({ ...unknown, ...sent, sentAt: sent.sentAt.getTime() })));
}

function rowOf(
  { formatter, language }: Setting,
  communication: PlacedCommunication,
  index: number,
): CommunicationRow {
  const { channel, name, activity } = communication;
  const sentAt = new Date(Number(communication.sentAt));
  const hasBounced = activity === "hard_bounced";
  const date = formatter.date(sentAt);
  const sentence = replySentence(language, { channel, name, date, hasBounced });
  return {
    key: keyOf(communication),
    channel,
    name,
    sentAt: formatter.moment(sentAt, now),
    activity,
    ...(activity !== "" && activity !== "not_opened" && {
      activityAt: formatter.clock(new Date(sentAt.getTime() + 3_000_000)),
    }),
    ...(sentAt > now && { isInFuture: true }),
    ...(isPossibleCause(communication, ticketCreatedAt.getTime()) && { isPossibleCause: true }),
    ...(channel.endsWith("EMAIL") && {
      storedCopyUrl: `https://mail.example.net/stored/${index}/8d2f0c3e9a?recipient=.EbrB`,
    }),
    ...(sentence !== null && sentAt <= now && { insert: { sentence, ticket: "12" } }),
  };
}

function rowsOf(setting: Setting, communications: readonly PlacedCommunication[], start = 0) {
  const size = start === 0 ? FIRST_PAGE_SIZE : PAGE_SIZE;
  const rows = communications.slice(0, start + size)
    .map((communication, index) => rowOf(setting, communication, index));
  const first = rows.find((row) => row.isPossibleCause);
  return rows.map((row) => row === first ? { ...row, beginsCauses: true } : row)
    .slice(start);
}

/** A history of these communications, the first page of them shown. */
export function history(
  setting: Setting,
  all: readonly Sent[] = some,
  rest: Partial<CommunicationsPartProps> = {},
): JSX.Element {
  const { language, formatter } = setting;
  const communications = placed(all);
  const channels = channelsOf(setting, all);
  const ofChannel = communications
    .filter(({ channel }) => rest.channel === undefined || channel === rest.channel);
  const shown = rest.find === undefined ? ofChannel : findByName(ofChannel, rest.find);
  return (
    <CommunicationsPart
      language={language}
      fetchedAt={formatter.clock(now)}
      total={formatter.count(all.length)}
      count={formatter.count(shown.length)}
      channels={channels}
      {...(all.length >= LEAST_FOR_TOOLBAR && {
        outline: outlineProps(communications, { to: now }, formatter),
      })}
      rows={{
        rows: rowsOf(setting, shown),
        ...(shown.length > FIRST_PAGE_SIZE && { next: { before: "1760256725000.10" } }),
      }}
      {...rest}
    />
  );
}

/** What the fold shows once it is opened. */
function pictured(
  { formatter }: Setting,
  all: readonly Sent[],
): Pick<CommunicationsPartProps, "timeline"> {
  const listed = { all: placed(all), period: { from: hoursAgo(months), to: now } };
  const requester = { ticketCreatedAt: ticketCreatedAt.getTime() };
  return { timeline: timelineProps(listed, { formatter, requester }) };
}

/** A fold that the agent has opened. */
function opened(html: string): string {
  return html.replace(/<details ?(?=><summary id="communications-tools")/, "<details open");
}

function channelsOf({ formatter }: Setting, all: readonly Sent[]): ChannelCount[] {
  const names = [...new Set(all.map(({ channel }) => channel))];
  return names.map((channel) => ({
    channel,
    count: formatter.count(all.filter((sent) => sent.channel === channel).length),
  }));
}

/** The Communication History View. */
export const communicationStates: Record<string, State> = {
  "communications": { render: (setting) => history(setting) },
  "communications-loading": {
    render: ({ language }) => <CommunicationsPlaceholder language={language} />,
  },
  "communications-empty": {
    render: (setting) => history(setting, []),
  },
  "communications-one-channel": {
    render: (setting) => history(setting, some.filter(({ channel }) => channel === "EMAIL")),
  },
  "communications-tools": {
    render: (setting) => history(setting, some, pictured(setting, some)),
    alter: opened,
  },
  "communications-tools-loading": { render: (setting) => history(setting), alter: opened },
  "communications-tools-failed": {
    render: (setting) => history(setting),
    alter: (html, { language }) =>
      opened(html).replace(/<p class="empty">.*?(?=<\/div>)/, () =>
        String(
          <Problem
            {...{ language, place: ids.picture }}
            code="agillic_unavailable"
            retry={{ place: ids.picture, path: paths.picture }}
          />,
        )),
  },
  "communications-filtered": { render: (setting) => history(setting, some, { channel: "EMAIL" }) },
  "communications-filter-empty": {
    render: (setting) => history(setting, some.slice(0, 3), { channel: "SMS", rows: { rows: [] } }),
  },
  "communications-found": {
    render: (setting) => history(setting, some, { channel: "EMAIL", find: "newsletter" }),
  },
  "communications-find-empty": {
    render: (setting) => history(setting, some, { find: "Spring sale" }),
  },
  "communications-find-folded": {
    render: (setting) => history(setting, some, { find: "newsletter" }),
    alter: (html) => html.replace("<details open", "<details"),
  },
  "communications-placed": {
    render: (setting) =>
      history(setting, fewBounces, {
        ...pictured(setting, fewBounces),
        isPlaced: true,
        rows: { rows: rowsOf(setting, placed(fewBounces), 100) },
      }),
  },
  "communications-causes": { render: (setting) => history(setting, beforeTheTicket) },
  "communications-one-cause": { render: (setting) => history(setting, some.slice(2, 5)) },
  "communications-future": { render: (setting) => history(setting, inTheFuture) },
  "communications-no-channel": {
    render: (setting) => history(setting, withoutChannel, { channel: "" }),
  },
  "communications-many-channels": {
    render: (setting) =>
      history(setting, manyChannels, {
        channel: "CHANNEL_200",
        channels: channelsOf(setting, manyChannels).slice(0, 300),
        moreChannels: setting.formatter.count(10),
      }),
  },
  "communications-bounces": {
    render: (setting) => history(setting, fewBounces, pictured(setting, fewBounces)),
    alter: opened,
  },
  "communications-scripts": { render: (setting) => history(setting, scripts) },
  "communications-10000": {
    render: (setting) => history(setting, thousands, pictured(setting, thousands)),
    alter: opened,
  },
  "communications-more": {
    render: (setting) => history(setting, thousands),
    alter: (html, setting) =>
      html.replace(/<li id="communications-more-row">.*?<\/li>/, () =>
        String(
          <CommunicationRows
            language={setting.language}
            rows={rowsOf(setting, placed(thousands), FIRST_PAGE_SIZE)}
            next={{ before: "1759306325000.35" }}
          />,
        )),
  },
  "communications-insert-refused": {
    render: (setting) => history(setting, some.slice(0, 2)),
    alter: (html) =>
      html.replace(/<template id="insert-refused">(.*?)<\/template>/s, "$1")
        .replace(
          'id="insert-text">',
          "$&On 11 Nov 2026 we sent you “Order is on its way” by e-mail.",
        ),
  },
};
