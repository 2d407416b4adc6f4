import { exactUtc } from "../../views/format.ts";
import type { ProblemProps, ProblemRetry } from "../../views/problem.tsx";
import type { Problem } from "../problems.ts";
import type { Visitor } from "../visit.ts";

/** The request that a problem is told to; before the gate is passed nobody knows how its agent reads. */
export type Told =
  & Pick<Visitor, "requestId">
  & Partial<Pick<Visitor, "formatter" | "preferences">>;

/** A problem as views show it, with what support will ask for; `now`: epoch ms. */
export function problemProps(
  problem: Problem,
  { requestId, formatter, preferences }: Told,
  now: number,
  retry?: ProblemRetry,
): Omit<ProblemProps, "language" | "place"> {
  const { code, params, faults, waitSeconds, lastDone, upstreamStatus, status, isRetryable } =
    problem;
  const shown = upstreamStatus ?? status;
  return {
    code,
    params: {
      ...params,
      ...(waitSeconds !== null && formatter && { wait: formatter.wait(waitSeconds) }),
      ...(lastDone && formatter && {
        agent: lastDone.agent || "?",
        when: formatter.ago(new Date(lastDone.at), new Date(now)),
      }),
    },
    faults,
    ...(waitSeconds !== null && { waitSeconds }),
    ...(retry && isRetryable && { retry }),
    ...(preferences?.isAdmin && { isAdmin: true }),
    ...(status !== 200 && {
      details: { status: String(shown), timeUtc: exactUtc(new Date(now)), requestId },
    }),
  };
}
