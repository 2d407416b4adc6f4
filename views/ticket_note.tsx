import type { JSX } from "hono/jsx/jsx-runtime";
import { ids } from "../contract/ids.ts";
import { shortened } from "./shortened.ts";
import { type Language, say } from "./words/copy.ts";

/** What an agent's action leaves on its ticket; written by the shell, as the agent. */
export type TicketNoteContent = {
  /** The ticket's number. */
  ticket: string;
  /** The private note; "" for none. */
  text: string;
  /** A tag for the ticket; "" for none. */
  tag: string;
};

/** What was, or may have been, done; an event by the label that agents know it by. */
export type NotedAction =
  | { outcome: "triggered" | "unknown"; event: string }
  | { outcome: "created" };

/** The note in words; `time` is of the day. */
export function noteWords(language: Language, noted: NotedAction, time: string): string {
  switch (noted.outcome) {
    case "triggered":
      return say(language, "note.triggered", { event: shortened(noted.event), time });
    case "unknown":
      return say(language, "note.unknown", { event: shortened(noted.event), time });
    case "created":
      return say(language, "note.created", { time });
  }
}

/** What is shown of a note that an agent's action leaves: it is written as soon as it has come. */
export type TicketNoteProps = { language: Language; place: string; note: TicketNoteContent };

/** Writes the note by itself; its button tries again where Zendesk did not confirm it. */
export function TicketNote(props: TicketNoteProps): JSX.Element {
  return <Note {...props} isWrittenNow />;
}

/** Writes the note when it is pressed. */
export function TicketNoteButton(props: TicketNoteProps): JSX.Element {
  return <Note {...props} isWrittenNow={false} />;
}

function Note(
  { language, place, note: { ticket, text, tag }, isWrittenNow }:
    & TicketNoteProps
    & { isWrittenNow: boolean },
): JSX.Element {
  return (
    <p data-done={say(language, "note.written")} data-failed={say(language, "note.failed")}>
      <button
        type="button"
        id={ids.note(place)}
        class="bare"
        data-note={text}
        data-tag={tag}
        data-ticket={ticket}
        data-note-now={isWrittenNow ? "" : undefined}
        title={isWrittenNow ? undefined : text}
      >
        {say(language, isWrittenNow ? "note.write" : "note.history")}
      </button>
      <small />
    </p>
  );
}
