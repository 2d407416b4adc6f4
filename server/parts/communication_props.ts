import type { CommunicationRow } from "../../views/communication_rows.tsx";
import { type CommunicationsPartProps, LEAST_FOR_TOOLBAR } from "../../views/communications.tsx";
import type { Formatter, Moment } from "../../views/format.ts";
import type { PictureOutline } from "../../views/history_picture.tsx";
import { replySentence } from "../../views/reply_sentence.ts";
import { shortened, SHOWN } from "../../views/shortened.ts";
import { languageOf } from "../../views/words/copy.ts";
import { type Communication, isInFuture } from "../agillic/communication.ts";
import type { Time } from "../agillic/timestamps.ts";
import { countChannels } from "../history/channels.ts";
import { keyOf, type PlacedCommunication } from "../history/page.ts";
import type { Period } from "../history/period.ts";
import { outlineOf } from "../history/picture.ts";
import { isPossibleCause } from "../history/possible_cause.ts";
import type { ReadersOf } from "../readers.ts";
import type { Visit } from "../visit.ts";
import { shownTime } from "./shown_time.ts";

/** With as much of its channel as is shown, so that filter, picture and list all mean the same by it. */
export function withShownChannel(communication: Communication): Communication {
  const channel = shownText(communication.channel);
  return channel === communication.channel ? communication : { ...communication, channel };
}

/** As much of a text as is shown on a line, and as an address can hold it. */
export function shownText(text: string): string {
  return shortened(text).toWellFormed();
}

/** What stands above the list, whatever it is filtered by. */
export function overviewProps(
  all: readonly PlacedCommunication[],
  period: Period,
  visit: Visit,
): Omit<CommunicationsPartProps, "rows" | "count"> {
  const { language, formatter } = visit;
  const channels = countChannels(all);
  return {
    language,
    fetchedAt: formatter.clock(period.to),
    total: formatter.count(all.length),
    ...channelsProps(channels, formatter),
    ...(all.length >= LEAST_FOR_TOOLBAR && { outline: outlineProps(all, period, formatter) }),
  };
}

/** What is known of the picture before it is asked for. */
export function outlineProps(
  all: readonly PlacedCommunication[],
  period: Pick<Period, "to">,
  formatter: Formatter,
): PictureOutline {
  const { lines, moreChannels, undated } = outlineOf(all, period);
  return {
    lines,
    moreChannels: formatter.count(moreChannels),
    undated: formatter.count(undated),
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

/** A communication as the list shows it. */
export function rowProps(
  communication: PlacedCommunication,
  visit: Visit,
  { readersOf, now }: { readersOf: ReadersOf; now: Date },
): CommunicationRow {
  const { channel, sentAt, storedUrl } = communication;
  const { formatter, requester } = visit;
  const inFuture = sentAt !== null && isInFuture(sentAt, now.getTime());
  const sentence = inFuture ? null : sentenceOf(communication, visit, readersOf);
  return {
    key: keyOf(communication),
    channel,
    // Nothing can have become of what is not sent yet.
    ...rowToldProps(inFuture ? { ...communication, activity: "" } : communication, formatter, now),
    ...(inFuture && { isInFuture: true }),
    ...(isPossibleCause(communication, requester.ticketCreatedAt) && { isPossibleCause: true }),
    ...(storedUrl !== null && { storedCopyUrl: storedUrl }),
    ...(sentence !== null && requester.ticketId !== "" && {
      insert: { sentence, ticket: requester.ticketId },
    }),
  };
}

/** What it is called, when it was sent, and what became of it when. */
export function toldProps(
  communication: Communication,
  formatter: Formatter,
  now: Date,
): ToldProps {
  const { name, sentAt, sentText = "-", activity } = communication;
  const momentOf = (at: Time): Moment => formatter.moment(shownTime(at), now);
  const activityAt = activityTime(communication);
  return {
    name,
    sentAt: sentAt === null ? { text: shortened(sentText), exact: "", iso: "" } : momentOf(sentAt),
    activity,
    ...(activityAt !== null && { activityAt: momentOf(activityAt) }),
  };
}

type ToldProps = Pick<CommunicationRow, "name" | "sentAt" | "activity" | "activityAt">;

/** The same in a row, which has the day of sending beside: of what came on that day the time says enough. */
function rowToldProps(communication: Communication, formatter: Formatter, now: Date): ToldProps {
  const told = toldProps(communication, formatter, now);
  const activityAt = activityTime(communication);
  return activityAt !== null && isOnDay(activityAt, communication.sentAt, formatter)
    ? { ...told, activityAt: formatter.clock(new Date(activityAt)) }
    : told;
}

/** Whether this is an instant on the day of sending, in the agent's zone. */
function isOnDay(at: Time, sentAt: Time | null, formatter: Formatter): at is number {
  return typeof at === "number" && sentAt !== null &&
    formatter.date(new Date(at)) === formatter.date(shownTime(sentAt));
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
  { channel, name, sentAt, activity }: Communication,
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
    hasBounced: activity === "hard_bounced",
  });
}
