import { historyNoteWords } from "../../views/history_note.ts";
import type { TicketNoteContent } from "../../views/ticket_note.tsx";
import type { DeliveryState } from "../history/delivery_state.ts";
import { listSent } from "../history/sent.ts";
import { summaryOf } from "../history/summary.ts";
import type { Visit } from "../visit.ts";
import { toldProps } from "./communication_props.ts";
import type { ListedHistory } from "./history.tsx";
import { shownVerdict } from "./shown_verdict.ts";

/** How many of the latest communications a note has. */
const MOST_NOTED = 5;

/** What an agent can note of a history on the ticket; null where the settings want no notes, or there is no ticket. */
export function noteOfHistory(
  { all, period, state }: ListedHistory & { state: DeliveryState | null },
  { language, formatter, requester, settings }: Visit,
): TicketNoteContent | null {
  if (requester.ticketId === "" || !settings.noteOnTicket || all.length === 0) return null;
  const { pastWeek, pastMonth } = summaryOf(all, period, {
    ticketCreatedAt: null,
    calendar: formatter,
  });
  const text = historyNoteWords(language, {
    name: requester.name || (requester.email ?? ""),
    verdict: shownVerdict(state, listSent(all, period.to.getTime()), formatter),
    pastWeek: formatter.count(pastWeek).text,
    pastMonth: formatter.count(pastMonth).text,
    latest: all.slice(0, MOST_NOTED).map((communication) => ({
      channel: communication.channel,
      ...toldProps(communication, formatter, period.to),
    })),
  });
  return { ticket: requester.ticketId, text, tag: "" };
}
