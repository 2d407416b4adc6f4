import type { JSX } from "hono/jsx/jsx-runtime";
import { channelName } from "../../views/channel.ts";
import type { Formatter } from "../../views/format.ts";
import {
  SummaryAnswer,
  type SummaryCause,
  type SummaryContent,
} from "../../views/summary_history.tsx";
import type { Communication } from "../agillic/communication.ts";
import type { DeliveryState } from "../history/delivery_state.ts";
import { keyOf, type PlacedCommunication } from "../history/page.ts";
import type { Period } from "../history/period.ts";
import { listSent } from "../history/sent.ts";
import { summaryOf } from "../history/summary.ts";
import type { Visit } from "../visit.ts";
import { toldProps } from "./communication_props.ts";
import { shownVerdict } from "./shown_verdict.ts";

/** How many possible causes have a line of their own. */
const MOST_CAUSES = 2;

const HOUR_MS = 60 * 60 * 1000;

/** A whole history as the card sums it up. */
export type SummedUp = {
  period: Period;
  all: readonly PlacedCommunication[];
  state: DeliveryState | null;
};

/** What a history says on the answer card, whatever it is filtered by. */
export function drawSummaryAnswer(summed: SummedUp, visit: Visit): JSX.Element {
  const { all, period, state } = summed;
  const verdict = shownVerdict(state, listSent(all, period.to.getTime()), visit.formatter);
  return (
    <SummaryAnswer
      language={visit.language}
      verdict={verdict}
      isVerdictOfHistory={verdict.kind !== state?.kind}
      content={contentProps(summed, visit)}
    />
  );
}

function contentProps(
  { all, period }: SummedUp,
  { language, formatter, requester: { ticketCreatedAt } }: Visit,
): SummaryContent {
  const { latest, pastWeek, pastMonth, causes } = summaryOf(all, period, {
    ticketCreatedAt,
    calendar: formatter,
  });
  const told = (communication: Communication) => ({
    ...toldProps(communication, formatter, period.to),
    name: communication.name || channelName(language, communication.channel),
  });
  const [next, ...others] = causes?.slice(MOST_CAUSES) ?? [];
  return {
    latest: latest && told(latest),
    pastWeek: formatter.count(pastWeek).text,
    pastMonth: formatter.count(pastMonth).text,
    causes: causes && causes.slice(0, MOST_CAUSES).map((cause) => ({
      ...told(cause),
      ...hoursProps(cause, ticketCreatedAt, formatter),
      row: keyOf(cause),
    })),
    ...(next && {
      more: { count: formatter.count(others.length + 1).text, row: keyOf(next) },
    }),
  };
}

/** A day alone is no number of hours before anything. */
function hoursProps(
  { sentAt }: Communication,
  ticketCreatedAt: number | null,
  formatter: Formatter,
): Pick<SummaryCause, "hoursBefore"> {
  if (typeof sentAt !== "number" || ticketCreatedAt === null) return {};
  const hours = Math.floor((ticketCreatedAt - sentAt) / HOUR_MS);
  return { hoursBefore: hours === 0 ? "<1" : formatter.count(hours).text };
}
