import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";

/** The number of a ticket, which it opens in Zendesk; the shell's script does it. */
export function TicketButton(
  { language, id, ticket }: { language: Language; id: string; ticket: string },
): JSX.Element {
  return (
    <button
      type="button"
      class="bare"
      id={id}
      title={say(language, "openTicket", { ticket })}
      data-open-ticket={ticket}
    >
      #{ticket}
    </button>
  );
}
