import type { JSX } from "hono/jsx/jsx-runtime";
import { channelName } from "../../views/channel.ts";
import type { Formatter } from "../../views/format.ts";
import {
  SummaryAnswer,
  type SummaryCause,
  type SummaryContent,
} from "../../views/summary_history.tsx";
import type { Communication } from "../agillic/communication.ts";
import { keyOf } from "../history/page.ts";
import type { Visit } from "../visit.ts";
import { toldProps } from "./communication_props.ts";
import type { SummedHistory } from "./summed_history.ts";

/** How many possible causes have a line of their own. */
const MOST_CAUSES = 2;

const HOUR_MS = 60 * 60 * 1000;

/** What a history says on the answer card, whatever it is filtered by. */
export function drawSummaryAnswer(summed: SummedHistory, visit: Visit): JSX.Element {
  const { state, verdict } = summed;
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
  { period, summary: { latest, pastWeek, pastMonth, causes } }: SummedHistory,
  { language, formatter, requester: { ticketCreatedAt } }: Visit,
): SummaryContent {
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
