import type { JSX } from "hono/jsx/jsx-runtime";
import { compose, type CopyKey, type Language } from "./words/copy.ts";
import type { Moment } from "./format.ts";
import { MomentText } from "./moment.tsx";
import { shortened } from "./shortened.ts";
import { TicketButton } from "./ticket_button.tsx";

/** When something was last triggered for this requester, by whom, in which ticket, and what came of it. */
export type LastAction = {
  /** How long ago, with the exact time. */
  when: Moment;
  secondsAgo: number;
  agent: string;
  ticket?: string;
  outcome: "triggered" | "unknown" | "under_way";
};

const keys = {
  triggered: ["events.last", "events.lastWithoutTicket"],
  unknown: ["events.lastUnknown", "events.lastUnknownWithoutTicket"],
  under_way: ["events.lastUnderWay", "events.lastUnderWayWithoutTicket"],
} as const satisfies Record<LastAction["outcome"], readonly CopyKey[]>;

const DAY_SECONDS = 86_400;

/** "Last triggered 4 min ago by Mette, ticket #12"; `ticketId` is the id of what opens the ticket. */
export function LastActionText(
  { language, last, ticketId }: { language: Language; last: LastAction; ticketId: string },
): JSX.Element {
  const { secondsAgo } = last;
  // What is a day old stays so for as long as a page is looked at.
  const passing = secondsAgo < DAY_SECONDS ? -Math.floor(secondsAgo) : undefined;
  const when = <MomentText moment={last.when} seconds={passing} />;
  const agent = shortened(last.agent);
  const [withTicket, withoutTicket] = keys[last.outcome];
  return (
    <>
      {last.ticket === undefined
        ? compose(language, withoutTicket, { when, agent })
        : compose(language, withTicket, {
          when,
          agent,
          ticket: <TicketButton {...{ language, id: ticketId, ticket: last.ticket }} />,
        })}
    </>
  );
}
