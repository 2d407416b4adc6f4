import { CommunicationRows } from "../../views/communication_rows.tsx";
import { CommunicationsPart } from "../../views/communications.tsx";
import type { RecipientKey } from "../agillic/paths.ts";
import type { Communication } from "../agillic/communication.ts";
import { logFault } from "../faults.ts";
import { type DeliveryState, parseDeliveryState } from "../history/delivery_state.ts";
import { pageOf, parseCursor } from "../history/page.ts";
import { type Period, periodUntil } from "../history/period.ts";
import { problemOf } from "../problem_of.ts";
import type { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { overviewProps, rowProps, withShownChannel } from "./communication_props.ts";
import { drawProblem } from "./drawn_problem.tsx";
import { readRecipient } from "./lookup.ts";
import { NOTHING, type Shown, type ShownBehind } from "./shown.ts";

/** What narrows the history: a channel, and where the page begins; undefined for all, and for the first. */
export type HistoryQuery = { channel: string | undefined; before: string | undefined };

/** The Communication History View, or a further page; nothing where it was switched off after the sidebar was shown. */
export async function showHistory(
  visit: Visit,
  query: HistoryQuery,
  services: Services,
): Promise<Shown> {
  if (!visit.settings.views.communications) return NOTHING;
  const period = periodUntil(new Date(services.now()));
  const { key } = await readRecipient(visit, services);
  const all = await listHistory(visit, key, period).catch((error) => {
    throw historyProblem(error, key, visit);
  });
  return drawHistory(
    { all, period, state: parseDeliveryState(visit.recipientState) },
    query,
    visit,
    services,
  );
}

/** A history, and what Person Data says on delivery. */
type FoundHistory = { all: readonly Communication[]; period: Period; state: DeliveryState | null };

function drawHistory(
  { all, period, state }: FoundHistory,
  query: HistoryQuery,
  visit: Visit,
  { readersOf }: Pick<Services, "readersOf">,
): Shown {
  const channel = query.channel || undefined;
  const filter = channel === undefined ? {} : { channel };
  const wanted = channel === undefined ? all : all.filter((each) => each.channel === channel);
  const before = parseCursor(query.before);
  const { rows, next } = pageOf(wanted, before);
  const page = {
    rows: rows.map((row) => rowProps(row, visit, { readersOf, now: period.to })),
    ...(next !== null && { next: { ...filter, before: next } }),
  };
  if (before !== null) {
    return { html: <CommunicationRows {...page} language={visit.language} continues /> };
  }
  const overview = overviewProps(all, period, visit, state);
  return { html: <CommunicationsPart {...overview} {...filter} rows={page} /> };
}

/** A history that was begun before it is known whose it is to be. */
export type BegunHistory = {
  /** The part of that recipient, or its problem; `state` is what Person Data says on delivery. */
  finish(key: RecipientKey, state: DeliveryState | null): Promise<ShownBehind>;
};

/** Begins to read the history of whoever is most likely meant; null where nobody is. */
export function beginHistory(
  visit: Visit,
  likely: RecipientKey | null,
  services: Services,
): BegunHistory {
  const period = periodUntil(new Date(services.now()));
  const begun = likely && listHistory(visit, likely, period);
  // Nobody asks for it when there is no recipient.
  begun?.catch(() => {});

  async function list(key: RecipientKey): Promise<readonly Communication[]> {
    const isLikely = key.field === likely?.field && key.value === likely.value;
    return await (isLikely && begun || listHistory(visit, key, period));
  }

  return {
    async finish(key, state) {
      try {
        const all = await list(key);
        const query = { channel: undefined, before: undefined };
        const { html } = drawHistory({ all, period, state }, query, visit, services);
        return { text: String(html), status: 200 };
      } catch (error) {
        return tellProblem(error, key, visit, services);
      }
    },
  };
}

function tellProblem(
  error: unknown,
  key: RecipientKey,
  visit: Visit,
  services: Services,
): ShownBehind {
  const problem = historyProblem(error, key, visit);
  if (problem.code === "internal") logFault(visit.requestId, error, services);
  const { status, reason } = problem;
  const html = drawProblem("communications", problem, visit, services.now());
  return { text: String(html), status, reason };
}

function historyProblem(error: unknown, { field }: RecipientKey, { requester }: Visit): Problem {
  return problemOf(error, { field, address: requester.email ?? "" });
}

async function listHistory(
  visit: Visit,
  key: RecipientKey,
  period: Period,
): Promise<readonly Communication[]> {
  const all = await visit.ask((client) => client.listCommunications(key, period));
  return all.map(withShownChannel);
}
