import type { Formatter } from "../../views/format.ts";
import type { Verdict as ShownVerdict } from "../../views/verdict.tsx";
import type { Communication } from "../agillic/communication.ts";
import { parsePersonDataValue } from "../agillic/person_data.ts";
import type { DeliveryState } from "../history/delivery_state.ts";
import type { IsoDate } from "../history/opt_outs.ts";
import { verdictOf } from "../history/verdict.ts";

/** What is to be said of delivery, with its dates and numbers as the agent reads them. */
export function shownVerdict(
  state: DeliveryState | null,
  communications: readonly Communication[],
  formatter: Formatter,
): ShownVerdict {
  const verdict = verdictOf(state, communications);
  switch (verdict.kind) {
    case "bounces":
      return {
        kind: "bounces",
        ...(verdict.since !== null && { since: formatter.date(new Date(verdict.since)) }),
      };
    case "complaint":
    case "unsubscribed":
      return {
        kind: verdict.kind,
        ...sinceProps(verdict.since, formatter),
        domains: verdict.domains.map(({ domain, since }) => ({
          domain,
          ...sinceProps(since, formatter),
        })),
      };
    case "opened":
      return {
        kind: "opened",
        opened: formatter.count(verdict.opened).text,
        sent: formatter.count(verdict.sent),
      };
    case "sent":
      return { kind: "sent", sent: formatter.count(verdict.sent) };
    default:
      return verdict;
  }
}

/** A day alone is the same day in every time zone. */
function sinceProps(since: IsoDate | null, formatter: Formatter): { since?: string } {
  const value = parsePersonDataValue(since ?? "");
  switch (value.kind) {
    case "day":
      return { since: formatter.calendarDate(value.year, value.month, value.day) };
    case "instant":
      return { since: formatter.date(new Date(value.epochMs)) };
    default:
      return {};
  }
}
