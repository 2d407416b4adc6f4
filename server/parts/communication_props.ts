import type { CommunicationRow } from "../../views/communication_rows.tsx";
import type { CommunicationsPartProps } from "../../views/communications.tsx";
import type { Formatter, Moment } from "../../views/format.ts";
import { replySentence } from "../../views/reply_sentence.ts";
import { shortened } from "../../views/shortened.ts";
import type { TimelineProps } from "../../views/timeline.tsx";
import type { Verdict as ShownVerdict } from "../../views/verdict.tsx";
import { languageOf } from "../../views/words/copy.ts";
import type { Communication } from "../agillic/communication.ts";
import { countChannels } from "../history/channels.ts";
import { type DeliveryState } from "../history/delivery_state.ts";
import type { PlacedCommunication } from "../history/page.ts";
import { isPossibleCause, type Period } from "../history/period.ts";
import { type Picture, pictureOf } from "../history/picture.ts";
import { type Verdict, verdictOf } from "../history/verdict.ts";
import type { ReadersOf } from "../readers.ts";
import type { Visit } from "../visit.ts";

/** With as much of its channel as is shown, so that filter, picture and list all mean the same by it. */
export function withShownChannel(communication: Communication): Communication {
  const channel = shortened(communication.channel);
  return channel === communication.channel ? communication : { ...communication, channel };
}

/** What stands above the list, whatever it is filtered by; `state` is what Person Data says on delivery. */
export function overviewProps(
  all: readonly Communication[],
  period: Period,
  { language, formatter, requester }: Visit,
  state: DeliveryState | null,
): Omit<CommunicationsPartProps, "rows" | "channel"> {
  return {
    language,
    fetchedAt: formatter.clock(period.to),
    verdict: shownVerdict(state, all, formatter),
    total: formatter.count(all.length),
    channels: countedChannels(countChannels(all), formatter),
    timeline: timelineProps(pictureOf(all, period, requester.ticketCreatedAt), formatter),
  };
}

/** What is to be said of delivery, from Person Data and as much of the history as is known. */
export function shownVerdict(
  state: DeliveryState | null,
  communications: readonly Communication[],
  formatter: Formatter,
): ShownVerdict {
  return verdictProps(verdictOf(state, communications), formatter);
}

function verdictProps(verdict: Verdict, formatter: Formatter): ShownVerdict {
  switch (verdict.kind) {
    case "bounces":
      return {
        kind: "bounces",
        ...(verdict.since !== null && { since: formatter.date(new Date(verdict.since)) }),
      };
    case "opened":
      return {
        kind: "opened",
        opened: formatter.count(verdict.opened).text,
        sent: formatter.count(verdict.sent),
      };
    case "sent":
      return { kind: "sent", sent: formatter.count(verdict.sent) };
    default:
      return verdict;
  }
}

/** The picture, with its numbers and months as the agent reads them. */
export function timelineProps(
  { channels, marks, months, ticket }: Picture,
  formatter: Formatter,
): Omit<TimelineProps, "language" | "total"> {
  return {
    channels: countedChannels(channels, formatter),
    marks,
    // Named in its middle, for west of Greenwich its first hour is still the month before.
    months: months.map(({ x, at }) => ({
      x,
      text: formatter.month(new Date(at + HALF_A_MONTH_MS)),
    })),
    ...(ticket !== null && { ticket }),
  };
}

const HALF_A_MONTH_MS = 15 * 86_400_000;

function countedChannels(channels: readonly [string, number][], formatter: Formatter) {
  return channels.map(([channel, count]) => ({ channel, count: formatter.count(count) }));
}

/** A communication as the list shows it; its key is its time in short, and its place among those of that moment. */
export function rowProps(
  communication: PlacedCommunication,
  visit: Visit,
  { readersOf, now }: { readersOf: ReadersOf; now: Date },
): CommunicationRow {
  const { channel, name, sentAt, activity, storedUrl, place } = communication;
  const { formatter, requester } = visit;
  const momentOf = (at: number): Moment => formatter.moment(new Date(at), now);
  const activityAt = activityTime(communication);
  const sentence = sentenceOf(communication, visit, readersOf);
  return {
    key: `${(sentAt ?? 0).toString(36)}-${place}`,
    channel,
    name,
    sentAt: sentAt === null ? { text: "-", exact: "", iso: "" } : momentOf(sentAt),
    activity,
    ...(activityAt !== null && { activityAt: momentOf(activityAt) }),
    possibleCause: isPossibleCause(communication, requester.ticketCreatedAt),
    ...(storedUrl !== null && { storedCopyUrl: storedUrl }),
    ...(sentence !== null && requester.ticketId !== "" && {
      insert: { sentence, ticket: requester.ticketId },
    }),
  };
}

function activityTime({ activity, bouncedAt, clickedAt, openedAt }: Communication): number | null {
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
    date: formatter.date(new Date(sentAt)),
  });
}
