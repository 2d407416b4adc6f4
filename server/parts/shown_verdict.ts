import type { Formatter } from "../../views/format.ts";
import type { Verdict as ShownVerdict } from "../../views/verdict.tsx";
import type { Communication } from "../agillic/communication.ts";
import { parseTime } from "../agillic/timestamps.ts";
import type { DeliveryState } from "../history/delivery_state.ts";
import type { IsoDate } from "../history/opt_outs.ts";
import { verdictOf } from "../history/verdict.ts";
import { shownTime } from "./shown_time.ts";

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
        ...(verdict.since !== null && { since: formatter.date(shownTime(verdict.since)) }),
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

function sinceProps(since: IsoDate | null, formatter: Formatter): { since?: string } {
  const time = parseTime(since ?? "");
  return time === null ? {} : { since: formatter.date(shownTime(time)) };
}
