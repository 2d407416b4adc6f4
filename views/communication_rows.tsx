import type { JSX } from "hono/jsx/jsx-runtime";
import { type Activity, activityWords } from "./activity.ts";
import { channelIcon, channelName } from "./channel.ts";
import { type Language, say } from "./words/copy.ts";
import type { Moment } from "./format.ts";
import { ids } from "../contract/ids.ts";
import { MomentText } from "./moment.tsx";
import { MoreRow } from "./more_row.tsx";
import { type CommunicationsQuery, paths } from "../contract/paths.ts";
import { shortened, SHOWN } from "./shortened.ts";
import { icons } from "./icon.tsx";

/** One communication. */
export type CommunicationRow = {
  /** Unlike every other row's, and the same on every load: makes the ids of its controls. */
  key: string;
  channel: string;
  name: string;
  sentAt: Moment;
  activity: Activity;
  activityAt?: Moment;
  /** Dated later than now. */
  isInFuture?: boolean;
  /** May have caused the ticket. */
  isPossibleCause?: boolean;
  /** Whether it is the first of these in the list: it says so for all of them. */
  beginsCauses?: boolean;
  /** The address of the stored copy; shown only when it is https. */
  storedCopyUrl?: string;
  /** The sentence for the reply, in the requester's language, and the ticket that it belongs to. */
  insert?: { sentence: string; ticket: string };
};

/** A page of communications, and where the next one begins. */
export type CommunicationRowsProps = {
  language: Language;
  rows: readonly CommunicationRow[];
  /** What "Show more" asks for; without it this was the last page. */
  next?: CommunicationsQuery;
};

/** What is longer may not be seen as a whole. */
const LONG_NAME = 40;

/** List items, each of which can be led to; also the answer to "Show more". */
export function CommunicationRows(
  { language, rows, next }: CommunicationRowsProps,
): JSX.Element {
  return (
    <>
      {rows.map((row) => <Communication {...{ language, row }} />)}
      {next && (
        <MoreRow language={language} part="communications" path={paths.communications(next)} />
      )}
    </>
  );
}

function Communication(
  { language, row }: { language: Language; row: CommunicationRow },
): JSX.Element {
  const { key, channel, name, activity, sentAt, isPossibleCause, beginsCauses } = row;
  return (
    <li
      data-communication=""
      data-channel={channel}
      data-activity={activity}
      {...(isPossibleCause && { "data-cause": "" })}
      id={ids.communication(key)}
      tabindex={-1}
    >
      {channelIcon(channel)}
      <strong {...(name.length > LONG_NAME && { title: shortened(name, SHOWN.text) })}>
        {shortened(name)}
      </strong>
      <StoredCopy {...{ language, row }} />
      <InsertButton {...{ language, row }} />
      <small>
        <span>{channelName(language, channel)},</span> <MomentText moment={sentAt} />{" "}
        {activity !== "" && <b>{activityWords(language, activity, row.activityAt)}</b>}
        {row.isInFuture && <mark>{say(language, "communications.future")}</mark>}
        {beginsCauses && (
          <mark title={say(language, "communications.possibleCauseWhy")}>
            {say(language, "communications.possibleCause")}
          </mark>
        )}
      </small>
    </li>
  );
}

function StoredCopy(
  { language, row: { key, storedCopyUrl } }: { language: Language; row: CommunicationRow },
): JSX.Element | null {
  // What Agillic sends decides the scheme: only https is a link.
  if (!storedCopyUrl?.startsWith("https://")) return null;
  if (storedCopyUrl.length > SHOWN.address) return null;
  return (
    <a
      id={ids.storedCopy(key)}
      href={storedCopyUrl}
      target="_blank"
      rel="noopener noreferrer"
      title={say(language, "communications.storedCopy")}
    >
      {icons.storedCopy}
    </a>
  );
}

function InsertButton(
  { language, row: { key, insert } }: { language: Language; row: CommunicationRow },
): JSX.Element | null {
  if (!insert) return null;
  return (
    <button
      type="button"
      id={ids.insert(key)}
      title={say(language, "communications.insert")}
      data-insert={insert.sentence}
      data-ticket={insert.ticket}
    >
      {icons.insert}
    </button>
  );
}
