import type { JSX } from "hono/jsx/jsx-runtime";
import { CommunicationRows } from "../../views/communication_rows.tsx";
import { CommunicationsPart } from "../../views/communications.tsx";
import type { RecipientKey } from "../agillic/paths.ts";
import { parseDeliveryState } from "../history/delivery_header.ts";
import type { DeliveryState } from "../history/delivery_state.ts";
import { pageOf, parseCursor, type PlacedCommunication, placeEach } from "../history/page.ts";
import { type Period, periodUntil } from "../history/period.ts";
import { findCauseSpan } from "../history/possible_cause.ts";
import { problemOf } from "../problem_of.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import {
  causeProps,
  overviewProps,
  rowProps,
  shownChannel,
  withShownChannel,
} from "./communication_props.ts";
import { readRecipient } from "./lookup.ts";
import { NOTHING, type Shown } from "./shown.ts";

/** What narrows the history: a channel ("" is none), and where the page begins; undefined for all, and for the first. */
export type HistoryQuery = { channel?: string | undefined; before?: string | undefined };

/** The Communication History View, or a further page; nothing where it was switched off after the sidebar was shown. */
export async function showHistory(
  visit: Visit,
  query: HistoryQuery,
  services: Services,
): Promise<Shown> {
  if (!visit.settings.views.communications) return NOTHING;
  const { key } = await readRecipient(visit, services);
  const listed = await listHistory(visit, key, services);
  const state = parseDeliveryState(visit.recipientState);
  return { html: drawHistory({ ...listed, state }, query, visit, services) };
}

/** The history of three months. */
export type ListedHistory = { period: Period; all: readonly PlacedCommunication[] };

/** The part, or a further page, of a history that was listed; `state` is what Agillic has against delivery. */
export function drawHistory(
  { period, all, state }: ListedHistory & { state: DeliveryState | null },
  query: HistoryQuery,
  visit: Visit,
  { readersOf }: Pick<Services, "readersOf">,
): JSX.Element {
  const channel = query.channel === undefined ? undefined : shownChannel(query.channel);
  const filter = channel === undefined ? {} : { channel };
  const wanted = channel === undefined ? all : all.filter((each) => each.channel === channel);
  const before = parseCursor(query.before);
  const { rows, start, next } = pageOf(wanted, before);
  const causes = findCauseSpan(wanted, visit.requester.ticketCreatedAt);
  const page = {
    rows: rows.map((row, index) => ({
      ...rowProps(row, visit, { readersOf, now: period.to }),
      ...causeProps(row, start + index, causes),
    })),
    ...(next !== null && { next: { ...filter, before: next } }),
  };
  if (before !== null) {
    return <CommunicationRows {...page} language={visit.language} continues />;
  }
  const overview = overviewProps(all, period, visit, state);
  return <CommunicationsPart {...overview} {...filter} rows={page} />;
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
