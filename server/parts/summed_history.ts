import type { Verdict as ShownVerdict } from "../../views/verdict.tsx";
import type { DeliveryState } from "../history/delivery_state.ts";
import type { PlacedCommunication } from "../history/page.ts";
import type { Period } from "../history/period.ts";
import { type HistorySummary, summaryOf } from "../history/summary.ts";
import type { Visit } from "../visit.ts";
import { shownVerdict } from "./shown_verdict.ts";

/** The history of three months. */
export type ListedHistory = { period: Period; all: readonly PlacedCommunication[] };

/** The same, with what Agillic has against delivery. */
export type StatedHistory = ListedHistory & { state: DeliveryState | null };

/** The same, with what it says in short, whatever it is filtered by. */
export type SummedHistory = StatedHistory & {
  verdict: ShownVerdict;
  summary: HistorySummary<PlacedCommunication>;
};

/** Sums a history up, for all that tells of it. */
export function sumUp(
  history: StatedHistory,
  { formatter, requester: { ticketCreatedAt } }: Visit,
): SummedHistory {
  const { all, period, state } = history;
  const summary = summaryOf(all, period, { ticketCreatedAt, calendar: formatter });
  return { ...history, summary, verdict: shownVerdict(state, summary.sent, formatter) };
}
