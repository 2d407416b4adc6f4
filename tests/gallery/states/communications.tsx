import type { JSX } from "hono/jsx/jsx-runtime";
import type { ChannelCount } from "../../../views/channel_filter.tsx";
import type { Activity } from "../../../views/activity.ts";
import { type CommunicationRow, CommunicationRows } from "../../../views/communication_rows.tsx";
import {
  CommunicationsPart,
  type CommunicationsPartProps,
  CommunicationsPlaceholder,
} from "../../../views/communications.tsx";
import { replySentence } from "../../../views/reply_sentence.ts";
import { pictureOf } from "../../../server/history/picture.ts";
import { findCauseSpan } from "../../../server/history/possible_cause.ts";
import { causeProps } from "../../../server/parts/communication_props.ts";
import { timelineProps } from "../../../server/parts/timeline_props.ts";
import { hoursAgo, now, type Setting, type State } from "../state.ts";

type Sent = { channel: string; name: string; sentAt: Date; activity: Activity };

const months = 24 * 92;
const ticketCreatedAt = hoursAgo(20);

/** Few of them, of several channels. */
export const some: readonly Sent[] = [
  ["EMAIL", "Order is on its way", 30, "opened"],
  ["SMS", "Parcel ready", 44, ""],
  ["EMAIL", "Autumn sale", 70, "clicked"],
  ["PUSH_NOTIFICATION", "New in the app", 220, "not_opened"],
  ["EMAIL", "October newsletter", 400, "opened"],
  ["PRINT", "Catalogue", 640, ""],
  ["TRANSACTIONAL_EMAIL", "Receipt 100234", 800, "opened"],
  ["INBOUND_SMS", "STOP", 900, ""],
  ["FACEBOOK_CA", "Lookalike autumn", 1100, ""],
  ["GOOGLE_CM", "Customer match autumn", 1200, ""],
  ["EMAIL", "September newsletter", 1300, "hard_bounced"],
  ["CARRIER_PIGEON", "A channel that is new to us", 1500, ""],
  [
    "EMAIL",
    "August newsletter with a name that goes on and on and on for longer",
    2000,
    "not_opened",
  ],
].map(([channel, name, hours, activity]) => ({
  channel,
  name,
  sentAt: hoursAgo(Number(hours)),
  activity,
} as Sent));

/** From before the ticket: the span of its possible causes goes over the end of a page. */
const beforeTheTicket: Sent[] = Array.from({ length: 40 }, (_, index) => ({
  channel: index === 3 ? "INBOUND_SMS" : "EMAIL",
  name: `Communication number ${index + 1}`,
  sentAt: hoursAgo(21 + index * 2),
  activity: "",
}));

const inTheFuture: Sent[] = [
  { channel: "EMAIL", name: "Winter sale", sentAt: hoursAgo(-300), activity: "" },
  ...some.slice(0, 2),
];

const withoutChannel: Sent[] = [
  { channel: "", name: "A channel that Agillic does not say", sentAt: hoursAgo(30), activity: "" },
  ...some.slice(0, 2),
];

/** Most of them used once. */
const manyChannels: Sent[] = Array.from({ length: 320 }, (_, index) => ({
  channel: `CHANNEL_${index < 310 ? index : index % 5}`,
  name: `Communication number ${index + 1}`,
  sentAt: hoursAgo(100 + index * 5),
  activity: "",
}));

/** A mail about every half day, five of which bounced. */
const fewBounces: Sent[] = Array.from({ length: 168 }, (_, index) => ({
  channel: "EMAIL",
  name: `Communication number ${index + 1}`,
  sentAt: hoursAgo(100 + index * 12),
  activity: index % 34 === 3 ? "hard_bounced" : index % 3 === 0 ? "opened" : "not_opened",
}));

const scripts: Sent[] = [
  { channel: "EMAIL", name: "מבצע סתיו!", sentAt: hoursAgo(30), activity: "opened" },
  { channel: "יונה", name: "👨‍👩‍👧‍👦".repeat(40), sentAt: hoursAgo(44), activity: "" },
];

/** Deterministic, so that pictures can be compared. */
const thousands: Sent[] = Array.from({ length: 10_000 }, (_, index) => ({
  channel: ["EMAIL", "EMAIL", "SMS", "PUSH_NOTIFICATION", "TRANSACTIONAL_EMAIL"][index % 5] ?? "",
  name: `Communication number ${index + 1}`,
  sentAt: hoursAgo((index / 10_000) * months),
  activity: (["opened", "not_opened", "", "clicked", "opened"] as const)[(index * 7) % 5] ?? "",
}));

/** The key of a row, by its place in the list. */
export function keyOfSent({ channel, sentAt }: Sent, index: number): string {
  return `${channel}-${sentAt.getTime()}-${index}`;
}

function rowOf({ formatter, language }: Setting, sent: Sent, index: number): CommunicationRow {
  const { channel, name, sentAt, activity } = sent;
  const sentence = replySentence(language, { channel, name, date: formatter.date(sentAt) });
  return {
    key: keyOfSent(sent, index),
    channel,
    name,
    sentAt: formatter.moment(sentAt, now),
    activity,
    ...(activity !== "" && activity !== "not_opened" && {
      activityAt: formatter.moment(new Date(sentAt.getTime() + 3_000_000), now),
    }),
    ...(sentAt > now && { isInFuture: true }),
    ...(channel.endsWith("EMAIL") && {
      storedCopyUrl: `https://mail.example.net/stored/${index}/8d2f0c3e9a?recipient=.EbrB`,
    }),
    ...(sentence !== null && sentAt <= now && { insert: { sentence, ticket: "12" } }),
  };
}

/** The page of rows that begins at `start`, with what may have caused the ticket. */
function rowsOf(setting: Setting, all: readonly Sent[], start = 0): CommunicationRow[] {
  const dated = all.map(({ channel, sentAt }) => ({ channel, sentAt: sentAt.getTime() }));
  const causes = findCauseSpan(dated, ticketCreatedAt.getTime());
  return all.slice(start, start + 25).map((sent, index) => ({
    ...rowOf(setting, sent, start + index),
    ...causeProps(sent, start + index, causes),
  }));
}

/** A history of these communications, the first 25 of them shown. */
export function history(
  setting: Setting,
  all: readonly Sent[] = some,
  rest: Partial<CommunicationsPartProps> = {},
): JSX.Element {
  const { language, formatter } = setting;
  const picture = pictureOf(
    all.map(({ sentAt, ...rest }) => ({ ...rest, sentAt: sentAt.getTime() })),
    { from: hoursAgo(months), to: now },
    { ticketCreatedAt: ticketCreatedAt.getTime(), startOf: formatter.startOf },
  );
  const shown = all.filter(({ channel }) => rest.channel === undefined || channel === rest.channel);
  return (
    <CommunicationsPart
      language={language}
      fetchedAt={formatter.clock(now)}
      total={formatter.count(all.length)}
      channels={channelsOf(setting, all)}
      timeline={timelineProps(picture, formatter)}
      rows={{
        rows: rowsOf(setting, shown),
        ...(shown.length > 25 && { next: { before: "2026-10-12T08:12:05.000Z-25" } }),
      }}
      {...rest}
    />
  );
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
  "communications-filtered": { render: (setting) => history(setting, some, { channel: "EMAIL" }) },
  "communications-filter-empty": {
    render: (setting) => history(setting, some, { channel: "SMS", rows: { rows: [] } }),
  },
  "communications-cause-goes-on": { render: (setting) => history(setting, beforeTheTicket) },
  "communications-cause-ends": {
    render: (setting) =>
      history(setting, beforeTheTicket, { rows: { rows: rowsOf(setting, beforeTheTicket, 25) } }),
  },
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
  "communications-bounces": { render: (setting) => history(setting, fewBounces) },
  "communications-scripts": { render: (setting) => history(setting, scripts) },
  "communications-10000": { render: (setting) => history(setting, thousands) },
  "communications-more": {
    render: (setting) => history(setting, thousands),
    alter: (html, setting) =>
      html.replace(/<li id="communications-more-row">.*?<\/li>/, () =>
        String(
          <CommunicationRows
            language={setting.language}
            rows={rowsOf(setting, thousands, 25)}
            next={{ before: "2026-10-01T08:12:05.000Z-50" }}
            continues
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
