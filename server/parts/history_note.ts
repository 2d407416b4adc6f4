import { historyNoteWords } from "../../views/history_note.ts";
import type { TicketNoteContent } from "../../views/ticket_note.tsx";
import type { Visit } from "../visit.ts";
import { toldProps } from "./communication_props.ts";
import type { SummedHistory } from "./summed_history.ts";

/** How many of the latest communications a note has. */
const MOST_NOTED = 5;

/** What an agent can note of a history on the ticket; null where the settings want no notes, or there is no ticket. */
export function noteOfHistory(
  { all, period, verdict, summary: { pastWeek, pastMonth } }: SummedHistory,
  { language, formatter, requester, settings }: Visit,
): TicketNoteContent | null {
  if (requester.ticketId === "" || !settings.noteOnTicket || all.length === 0) return null;
  const text = historyNoteWords(language, {
    name: requester.name || (requester.email ?? ""),
    verdict,
    pastWeek: formatter.count(pastWeek).text,
    pastMonth: formatter.count(pastMonth).text,
    latest: all.slice(0, MOST_NOTED).map((communication) => ({
      channel: communication.channel,
      ...toldProps(communication, formatter, period.to),
    })),
  });
  return { ticket: requester.ticketId, text, tag: "" };
}
