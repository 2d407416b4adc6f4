import { type NotedAction, noteWords, type TicketNoteContent } from "../../views/ticket_note.tsx";
import type { Visit } from "../visit.ts";

/** What is left on the ticket of what was done at `at` (epoch ms); null where the settings want nothing, or there is no ticket. */
export function noteOf(
  { language, formatter, settings, requester: { ticketId } }: Visit,
  noted: NotedAction,
  at: number,
): TicketNoteContent | null {
  const { noteOnTicket, ticketTag } = settings;
  if (ticketId === "" || !noteOnTicket && ticketTag === "") return null;
  const time = formatter.clock(new Date(at)).text;
  const text = noteOnTicket ? noteWords(language, noted, time) : "";
  return { ticket: ticketId, text, tag: ticketTag };
}
