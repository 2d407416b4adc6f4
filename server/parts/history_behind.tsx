import type { RecipientKey } from "../agillic/paths.ts";
import { logFault } from "../faults.ts";
import type { DeliveryState } from "../history/delivery_state.ts";
import { problemOf } from "../problem_of.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { drawProblem } from "./drawn_problem.tsx";
import { drawHistory, listHistory } from "./history.tsx";
import { isSame } from "./candidates.ts";
import type { ShownBehind } from "./shown.ts";
import type { ListedHistory } from "./summed_history.ts";

/** A history that was begun before it is known whose it is to be. */
export type BegunHistory = {
  /** The part of that recipient, or its problem; `state` is what Agillic has against delivery. */
  finish(key: RecipientKey, state: DeliveryState | null): Promise<ShownBehind>;
};

/** Begins to ask for the history of whoever is most likely meant; with null it waits until somebody is found. */
export function beginHistory(
  visit: Visit,
  likely: RecipientKey | null,
  services: Services,
): BegunHistory {
  const begun = likely && listHistory(visit, likely, services);
  // Nobody asks for it when there is no recipient.
  begun?.catch(() => {});

  async function list(key: RecipientKey): Promise<ListedHistory> {
    const isLikely = likely !== null && isSame(key, likely);
    return await (isLikely && begun || listHistory(visit, key, services));
  }

  return {
    async finish(key, state) {
      try {
        const history = { ...await list(key), state };
        return { text: String(drawHistory(history, {}, visit, services)), status: 200 };
      } catch (error) {
        return tellProblem(error, visit, services);
      }
    },
  };
}

function tellProblem(error: unknown, visit: Visit, services: Services): ShownBehind {
  const problem = problemOf(error);
  if (problem.code === "internal") logFault(visit.requestId, problem.cause, services);
  const { status, reason } = problem;
  const html = drawProblem("communications", problem, visit, services.now());
  return { text: String(html), status, reason };
}
