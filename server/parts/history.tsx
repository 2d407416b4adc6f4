import type { JSX } from "hono/jsx/jsx-runtime";
import { ALL_CHANNELS } from "../../contract/paths.ts";
import { type CommunicationListProps, NarrowedList } from "../../views/communication_list.tsx";
import { CommunicationRows } from "../../views/communication_rows.tsx";
import { CommunicationsPart } from "../../views/communications.tsx";
import type { RecipientKey } from "../agillic/paths.ts";
import { parseDeliveryState } from "../history/delivery_header.ts";
import { findByName } from "../history/find.ts";
import {
  type Cursor,
  pageOf,
  parseCursor,
  type PlacedCommunication,
  placeEach,
} from "../history/page.ts";
import { periodUntil } from "../history/period.ts";
import { isPossibleCause } from "../history/possible_cause.ts";
import { problemOf } from "../problem_of.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { overviewProps, rowProps, shownText, withShownChannel } from "./communication_props.ts";
import { noteOfHistory } from "./history_note.ts";
import { readRecipient } from "./lookup.ts";
import { NOTHING, type Shown } from "./shown.ts";
import { drawSummaryAnswer } from "./summary_answer.tsx";
import { timelineProps } from "./timeline_props.ts";
import { type ListedHistory, type StatedHistory, sumUp } from "./summed_history.ts";

/** What narrows the history: a channel ("" is none), and what names have in them; undefined for all. */
export type HistoryFilter = { channel?: string | undefined; find?: string | undefined };

/** And where it begins: behind the rows `before` it, or at the communication `from` that a mark stands for. */
export type HistoryQuery = HistoryFilter & {
  before?: string | undefined;
  from?: string | undefined;
};

/** The Communication History View, or a further page; nothing where it was switched off after the sidebar was shown. */
export async function showHistory(
  visit: Visit,
  query: HistoryQuery,
  services: Services,
): Promise<Shown> {
  return await showListed(visit, services, (listed) => drawHistory(listed, query, visit, services));
}

/** The list of the view alone, narrowed. */
export async function showNarrowedList(
  visit: Visit,
  filter: HistoryFilter,
  services: Services,
): Promise<Shown> {
  return await showListed(
    visit,
    services,
    ({ all, period }) => (
      <NarrowedList {...listProps(narrow(all, filter), { now: period.to }, visit, services)} />
    ),
  );
}

async function showListed(
  visit: Visit,
  services: Services,
  draw: (listed: StatedHistory) => JSX.Element,
): Promise<Shown> {
  if (!visit.settings.views.communications) return NOTHING;
  const { key } = await readRecipient(visit, services);
  const listed = await listHistory(visit, key, services);
  return { html: draw({ ...listed, state: parseDeliveryState(visit.recipientState) }) };
}

/** The part and what it brings for the answer card, or a further page, of a history that was listed. */
export function drawHistory(
  history: StatedHistory,
  query: HistoryQuery,
  visit: Visit,
  services: Pick<Services, "readersOf">,
): JSX.Element {
  const { period, all } = history;
  const narrowed = narrow(all, query);
  const before = parseCursor(query.before);
  const from = before === null ? parseCursor(query.from) : null;
  const list = listProps(narrowed, { cursor: before ?? from, now: period.to }, visit, services);
  if (before !== null) return <CommunicationRows {...list.rows} language={visit.language} />;
  const summed = sumUp(history, visit);
  const note = noteOfHistory(summed, visit);
  return (
    <>
      <CommunicationsPart
        {...overviewProps(all, period, visit)}
        {...(from !== null && { timeline: timelineProps(history, visit) })}
        {...(note && { note })}
        {...list}
        isPlaced={from !== null}
      />
      {drawSummaryAnswer(summed, visit)}
    </>
  );
}

/** What of a history is asked for, and by what of it that was. */
type NarrowedHistory = HistoryFilter & { communications: readonly PlacedCommunication[] };

function narrow(
  all: readonly PlacedCommunication[],
  { channel: givenChannel = ALL_CHANNELS, find: givenFind = "" }: HistoryFilter,
): NarrowedHistory {
  const channel = givenChannel === ALL_CHANNELS ? undefined : shownText(givenChannel);
  const find = shownText(givenFind.trim()) || undefined;
  const ofChannel = channel === undefined ? all : all.filter((each) => each.channel === channel);
  return {
    channel,
    find,
    communications: find === undefined ? ofChannel : findByName(ofChannel, find),
  };
}

function listProps(
  { communications, channel, find }: NarrowedHistory,
  { cursor = null, now }: { cursor?: Cursor | null; now: Date },
  visit: Visit,
  { readersOf }: Pick<Services, "readersOf">,
): CommunicationListProps {
  const { rows, next } = pageOf(communications, cursor);
  const { ticketCreatedAt } = visit.requester;
  const first = communications.find((each) => isPossibleCause(each, ticketCreatedAt));
  return {
    language: visit.language,
    channel,
    find,
    count: visit.formatter.count(communications.length),
    rows: {
      rows: rows.map((row) => ({
        ...rowProps(row, visit, { readersOf, now }),
        ...(row === first && { beginsCauses: true }),
      })),
      ...(next !== null && { next: { channel, find, before: next } }),
    },
  };
}

/** Asks Agillic for the history, newest first; throws the Problem that there is. */
export async function listHistory(
  visit: Visit,
  key: RecipientKey,
  { now }: Pick<Services, "now">,
): Promise<ListedHistory> {
  const period = periodUntil(new Date(now()));
  const all = await visit.ask((client) => client.listCommunications(key, period)).catch((error) => {
    throw problemOf(error, { field: key.field, address: visit.requester.email ?? "" });
  });
  return { period, all: placeEach(all.map(withShownChannel)) };
}
