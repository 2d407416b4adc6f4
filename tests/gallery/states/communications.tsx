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
import { timelineProps } from "../../../server/parts/communication_props.ts";
import type { Verdict } from "../../../views/verdict.tsx";
import { hoursAgo, now, type Setting, type State } from "../state.ts";

type Sent = { channel: string; name: string; sentAt: Date; activity: Activity };

const months = 24 * 92;
const ticketCreatedAt = hoursAgo(20);

const some: Sent[] = [
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

/** Deterministic, so that pictures can be compared. */
const thousands: Sent[] = Array.from({ length: 10_000 }, (_, index) => ({
  channel: ["EMAIL", "EMAIL", "SMS", "PUSH_NOTIFICATION", "TRANSACTIONAL_EMAIL"][index % 5] ?? "",
  name: `Communication number ${index + 1}`,
  sentAt: hoursAgo((index / 10_000) * months),
  activity: (["opened", "not_opened", "", "clicked", "opened"] as const)[(index * 7) % 5] ?? "",
}));

function rowOf({ formatter, language }: Setting, sent: Sent, index: number): CommunicationRow {
  const { channel, name, sentAt, activity } = sent;
  const cause = sentAt < ticketCreatedAt && sentAt >= hoursAgo(20 + 72);
  const sentence = replySentence(language, { channel, name, date: formatter.date(sentAt) });
  return {
    key: `${channel}-${sentAt.getTime()}-${index}`,
    channel,
    name,
    sentAt: formatter.moment(sentAt, now),
    activity,
    ...(activity !== "" && activity !== "not_opened" && {
      activityAt: formatter.moment(new Date(sentAt.getTime() + 3_000_000), now),
    }),
    possibleCause: cause,
    ...(channel.endsWith("EMAIL") && {
      storedCopyUrl: `https://mail.example.net/stored/${index}/8d2f0c3e9a?recipient=.EbrB`,
    }),
    ...(sentence !== null && { insert: { sentence, ticket: "12" } }),
  };
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
    ticketCreatedAt.getTime(),
  );
  const shown = all.filter(({ channel }) => !rest.channel || channel === rest.channel);
  return (
    <CommunicationsPart
      language={language}
      fetchedAt={formatter.clock(now)}
      verdict={{ kind: "opened", opened: formatter.count(3).text, sent: formatter.count(6) }}
      total={formatter.count(all.length)}
      channels={channelsOf(setting, all)}
      timeline={timelineProps(picture, formatter)}
      rows={{
        rows: shown.slice(0, 25).map((sent, index) => rowOf(setting, sent, index)),
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

function withVerdict(verdict: Verdict): State {
  return { render: (setting) => history(setting, some.slice(0, 2), { verdict }) };
}

/** The Communication History View. */
export const communicationStates: Record<string, State> = {
  "communications": { render: (setting) => history(setting) },
  "communications-loading": {
    render: ({ language }) => <CommunicationsPlaceholder language={language} />,
  },
  "communications-empty": {
    render: (setting) => history(setting, [], { verdict: { kind: "nothing_sent" } }),
  },
  "communications-one-channel": {
    render: (setting) => history(setting, some.filter(({ channel }) => channel === "EMAIL")),
  },
  "communications-filtered": { render: (setting) => history(setting, some, { channel: "EMAIL" }) },
  "communications-filter-empty": {
    render: (setting) => history(setting, some, { channel: "SMS", rows: { rows: [] } }),
  },
  "communications-10000": { render: (setting) => history(setting, thousands) },
  "communications-more": {
    render: (setting) => history(setting, thousands),
    alter: (html, setting) =>
      html.replace(/<li id="communications-more-row">.*?<\/li>/, () =>
        String(
          <CommunicationRows
            language={setting.language}
            rows={thousands.slice(25, 50).map((sent, index) => rowOf(setting, sent, index + 25))}
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
  "verdict-bounces": {
    render: (setting) =>
      history(setting, some.slice(0, 2), {
        verdict: { kind: "bounces", since: setting.formatter.date(hoursAgo(1300)) },
      }),
  },
  "verdict-bounces-undated": withVerdict({ kind: "bounces" }),
  "verdict-malformed": withVerdict({ kind: "malformed" }),
  "verdict-complaint": withVerdict({ kind: "complaint" }),
  "verdict-unsubscribed": withVerdict({ kind: "unsubscribed" }),
  "verdict-inactive": withVerdict({ kind: "inactive" }),
  "verdict-msisdn-invalid": withVerdict({ kind: "msisdn_invalid" }),
  "verdict-awaiting": withVerdict({ kind: "awaiting" }),
  "verdict-no-permission": withVerdict({ kind: "no_permission" }),
  "verdict-sent": {
    render: (setting) =>
      history(setting, some.slice(1, 2), {
        verdict: { kind: "sent", sent: setting.formatter.count(1) },
      }),
  },
};
