import { CommunicationRows } from "../../views/communication_rows.tsx";
import { CommunicationsPart } from "../../views/communications.tsx";
import type { Communication } from "../agillic/communication.ts";
import { parseDeliveryState } from "../history/delivery_header.ts";
import { pageOf, parseCursor } from "../history/page.ts";
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
export type HistoryQuery = { channel: string | undefined; before: string | undefined };

/** The Communication History View, or a further page; nothing where it was switched off after the sidebar was shown. */
export async function showHistory(
  visit: Visit,
  query: HistoryQuery,
  services: Services,
): Promise<Shown> {
  if (!visit.settings.views.communications) return NOTHING;
  const period = periodUntil(new Date(services.now()));
  const all = await listHistory(visit, period, services);
  const channel = query.channel === undefined ? undefined : shownChannel(query.channel);
  const filter = channel === undefined ? {} : { channel };
  const wanted = channel === undefined ? all : all.filter((each) => each.channel === channel);
  const before = parseCursor(query.before);
  const { rows, start, next } = pageOf(wanted, before);
  const { readersOf } = services;
  const causes = findCauseSpan(wanted, visit.requester.ticketCreatedAt);
  const page = {
    rows: rows.map((row, index) => ({
      ...rowProps(row, visit, { readersOf, now: period.to }),
      ...causeProps(row, start + index, causes),
    })),
    ...(next !== null && { next: { ...filter, before: next } }),
  };
  if (before !== null) {
    return { html: <CommunicationRows {...page} language={visit.language} continues /> };
  }
  const overview = overviewProps(all, period, visit, parseDeliveryState(visit.recipientState));
  return { html: <CommunicationsPart {...overview} {...filter} rows={page} /> };
}

async function listHistory(
  visit: Visit,
  period: Period,
  services: Services,
): Promise<Communication[]> {
  const { key } = await readRecipient(visit, services);
  const all = await visit.ask((client) => client.listCommunications(key, period)).catch((error) => {
    throw problemOf(error, { field: key.field, address: visit.requester.email ?? "" });
  });
  return all.map(withShownChannel);
}
