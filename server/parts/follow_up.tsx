import type { Look } from "../../contract/paths.ts";
import {
  FollowUp,
  type FollowUpContent,
  type News,
  type NextLook,
} from "../../views/follow_up.tsx";
import type { Verdict as ShownVerdict } from "../../views/verdict.tsx";
import type { LastDone } from "../actions/records.ts";
import { listSince } from "../history/arrivals.ts";
import { parseDeliveryState } from "../history/delivery_header.ts";
import type { DeliveryState } from "../history/delivery_state.ts";
import { listSent } from "../history/sent.ts";
import { problemOf } from "../problem_of.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { drawHistory, type HistoryFilter, listHistory } from "./history.tsx";
import { readRecipient } from "./lookup.ts";
import { NOTHING, type Shown } from "./shown.ts";
import { shownVerdict } from "./shown_verdict.ts";
import type { ListedHistory } from "./summed_history.ts";

/** When the history is looked at, in seconds after the trigger: often at first, and no more after a minute. */
const LOOKS_AFTER_SECONDS = [6, 15, 30, 60] as const;
const MOST_ARRIVED = 3;

/**
 * What is told at once after something was triggered in a request that came at `startedAt`; `last` is the trigger's
 * record, which is older where the post was only a repetition.
 */
export function beginFollowUp(
  visit: Visit,
  startedAt: number,
  last: LastDone | null | undefined,
): FollowUpContent {
  return {
    since: Math.min(startedAt, last?.at ?? startedAt),
    news: visit.settings.views.communications
      ? { kind: "awaited", ...nextAfter(0) }
      : { kind: "no_history" },
    verdict: presentVerdict(visit, parseDeliveryState(visit.recipientState)),
  };
}

/** One look: what has come since, and the history itself, narrowed as it was; one call to Agillic. */
export async function showLook(
  visit: Visit,
  look: Look,
  filter: HistoryFilter,
  services: Services,
): Promise<Shown> {
  if (!visit.settings.views.communications) return NOTHING;
  const { language } = visit;
  const { since } = look;
  const state = parseDeliveryState(visit.recipientState);
  const { key } = await readRecipient(visit, services);
  const listed = await listHistory(visit, key, services).catch(problemOf);
  if (listed instanceof Problem) {
    if (listed.code === "internal") throw listed;
    // Nobody asked for it: the history stays as it was, and nothing is said of what is not known.
    const news = { kind: "awaited", ...nextAfter(look.look) } as const;
    const verdict = presentVerdict(visit, state);
    return { html: <FollowUp {...{ language, since, news, verdict }} />, reason: listed.reason };
  }
  const news = newsOf(listed, look, visit);
  const verdict = presentVerdict(visit, state, listed);
  return {
    html: (
      <>
        <FollowUp {...{ language, since, news, verdict }} />
        {drawHistory({ ...listed, state }, filter, visit, services)}
      </>
    ),
  };
}

function newsOf({ all, period }: ListedHistory, look: Look, { formatter }: Visit): News {
  const arrived = listSince(all, look.since, period.to.getTime());
  if (arrived.length === 0) {
    const next = nextAfter(look.look);
    return next.next === undefined ? { kind: "nothing" } : { kind: "awaited", ...next };
  }
  return {
    kind: "arrived",
    communications: arrived.slice(0, MOST_ARRIVED).map(({ name, sentAt }) => ({
      name,
      time: formatter.clock(new Date(sentAt)).text,
    })),
    hasMore: arrived.length > MOST_ARRIVED,
  };
}

function nextAfter(look: number): { next?: NextLook } {
  const at = LOOKS_AFTER_SECONDS[look];
  if (at === undefined) return {};
  const delaySeconds = at - (LOOKS_AFTER_SECONDS[look - 1] ?? 0);
  return { next: { look: look + 1, delaySeconds } };
}

/** As far as it is known from an earlier answer, and from the history where it was listed. */
function presentVerdict(
  { formatter }: Pick<Visit, "formatter">,
  state: DeliveryState | null,
  listed?: ListedHistory,
): ShownVerdict {
  const sent = listed === undefined ? [] : listSent(listed.all, listed.period.to.getTime());
  return shownVerdict(state, sent, formatter);
}
