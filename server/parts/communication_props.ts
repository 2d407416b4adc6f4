import type { CommunicationRow } from "../../views/communication_rows.tsx";
import type { CommunicationsPartProps } from "../../views/communications.tsx";
import type { Formatter, Moment } from "../../views/format.ts";
import { replySentence } from "../../views/reply_sentence.ts";
import { shortened, SHOWN } from "../../views/shortened.ts";
import { languageOf } from "../../views/words/copy.ts";
import { type Communication, isFromRecipient, isInFuture } from "../agillic/communication.ts";
import type { Time } from "../agillic/timestamps.ts";
import { countChannels } from "../history/channels.ts";
import type { DeliveryState } from "../history/delivery_state.ts";
import { keyOf, type PlacedCommunication } from "../history/page.ts";
import type { Period } from "../history/period.ts";
import { pictureOf } from "../history/picture.ts";
import type { CauseSpan } from "../history/possible_cause.ts";
import { listSent } from "../history/sent.ts";
import type { ReadersOf } from "../readers.ts";
import type { Visit } from "../visit.ts";
import { shownTime } from "./shown_time.ts";
import { shownVerdict } from "./shown_verdict.ts";
import { timelineProps } from "./timeline_props.ts";

/** With as much of its channel as is shown, so that filter, picture and list all mean the same by it. */
export function withShownChannel(communication: Communication): Communication {
  const channel = shownChannel(communication.channel);
  return channel === communication.channel ? communication : { ...communication, channel };
}

/** As much of a channel as is shown, and as an address can hold it. */
export function shownChannel(channel: string): string {
  return shortened(channel).toWellFormed();
}

/** What stands above the list, whatever it is filtered by; `state` is what Agillic has against delivery. */
export function overviewProps(
  all: readonly Communication[],
  period: Period,
  { language, formatter, requester }: Visit,
  state: DeliveryState | null,
): Omit<CommunicationsPartProps, "rows" | "channel"> {
  const sent = listSent(all, period.to.getTime());
  return {
    language,
    fetchedAt: formatter.clock(period.to),
    verdict: shownVerdict(state, sent, formatter),
    total: formatter.count(all.length),
    ...channelsProps(countChannels(all), formatter),
    timeline: timelineProps(
      pictureOf(all, period, {
        ticketCreatedAt: requester.ticketCreatedAt,
        startOf: formatter.startOf,
      }),
      formatter,
    ),
  };
}

/** As many channels as are shown, most used first. */
function channelsProps(
  channels: readonly [channel: string, count: number][],
  formatter: Formatter,
): Pick<CommunicationsPartProps, "channels" | "moreChannels"> {
  const more = channels.length - SHOWN.channels;
  return {
    channels: channels.slice(0, SHOWN.channels)
      .map(([channel, count]) => ({ channel, count: formatter.count(count) })),
    ...(more > 0 && { moreChannels: formatter.count(more) }),
  };
}

/** A communication as the list shows it */
export function rowProps(
  communication: PlacedCommunication,
  visit: Visit,
  { readersOf, now }: { readersOf: ReadersOf; now: Date },
): CommunicationRow {
  const { channel, name, sentAt, sentText = "-", storedUrl } = communication;
  const { formatter, requester } = visit;
  const inFuture = sentAt !== null && isInFuture(sentAt, now.getTime());
  // Nothing can have become of what is not sent yet.
  const activity = inFuture ? "" : communication.activity;
  const momentOf = (at: Time): Moment => formatter.moment(shownTime(at), now);
  const activityAt = activityTime({ ...communication, activity });
  const sentence = inFuture ? null : sentenceOf(communication, visit, readersOf);
  return {
    key: keyOf(communication),
    channel,
    name,
    sentAt: sentAt === null ? { text: shortened(sentText), exact: "", iso: "" } : momentOf(sentAt),
    activity,
    ...(activityAt !== null && { activityAt: momentOf(activityAt) }),
    ...(inFuture && { isInFuture: true }),
    ...(storedUrl !== null && { storedCopyUrl: storedUrl }),
    ...(sentence !== null && requester.ticketId !== "" && {
      insert: { sentence, ticket: requester.ticketId },
    }),
  };
}

/** How the row at this index of a history belongs to the possible causes of the ticket. */
export function causeProps(
  communication: Pick<Communication, "channel">,
  index: number,
  span: CauseSpan | null,
): Pick<CommunicationRow, "heading" | "cause"> {
  if (span === null || index < span.first || index > span.last + 1) return {};
  if (index === span.last + 1) return { heading: "earlier" };
  return {
    ...(index === span.first && { heading: "possible_cause" }),
    cause: isFromRecipient(communication) ? "from_customer" : "possible",
  };
}

function activityTime({ activity, bouncedAt, clickedAt, openedAt }: Communication): Time | null {
  switch (activity) {
    case "hard_bounced":
      return bouncedAt;
    case "clicked":
      return clickedAt;
    case "opened":
      return openedAt;
    default:
      return null;
  }
}

/** The sentence for the reply, in the requester's language; the agent's where it is not known. */
function sentenceOf(
  { channel, name, sentAt }: Communication,
  { requester, preferences }: Visit,
  readersOf: ReadersOf,
): string | null {
  if (sentAt === null) return null;
  const locale = requester.locale || preferences.locale;
  const { formatter } = readersOf({ ...preferences, locale });
  return replySentence(languageOf(locale), {
    channel,
    name,
    date: formatter.date(shownTime(sentAt)),
  });
}
