import type { JSX } from "hono/jsx/jsx-runtime";
import { compose, type CopyKey, type Language, say } from "./words/copy.ts";
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

/** "4 min ago"; what else than triggering came of it instead. */
export function LastActionBrief(
  { language, last }: { language: Language; last: LastAction },
): JSX.Element {
  switch (last.outcome) {
    case "triggered":
      return <PassingTime {...last} />;
    case "unknown":
      return <>{say(language, "create.stepUnknown")}</>;
    case "under_way":
      return <>{say(language, "events.triggering")}</>;
  }
}

/** "Last triggered 4 min ago by Mette, ticket #12"; `ticketId` is the id of what opens the ticket. */
export function LastActionText(
  { language, last, ticketId }: { language: Language; last: LastAction; ticketId: string },
): JSX.Element {
  const when = <PassingTime {...last} />;
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

function PassingTime({ when, secondsAgo }: LastAction): JSX.Element {
  // What is a day old stays so for as long as a page is looked at.
  const seconds = secondsAgo < DAY_SECONDS ? -Math.floor(secondsAgo) : undefined;
  return <MomentText moment={when} seconds={seconds} />;
}
