import type { PartId } from "../../contract/ids.ts";
import { paths } from "../../contract/paths.ts";
import { exactUtc } from "../../views/format.ts";
import { ProblemPart } from "../../views/part.tsx";
import type { ProblemProps, ProblemRetry } from "../../views/problem.tsx";
import { Sidebar } from "../../views/sidebar.tsx";
import type { AppContext } from "../context.ts";
import { parseAgentPreferences } from "../installation/requester.ts";
import type { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visitor } from "../visit.ts";
import { answerPart } from "./answer_part.ts";

/** The request that a problem is told to; before the gate is passed nobody knows how its agent reads. */
export type Told = Pick<Visitor, "requestId"> & Partial<Pick<Visitor, "formatter">>;

/** A problem as views show it, with what support will ask for; `now`: epoch ms. */
export function problemProps(
  problem: Problem,
  { requestId, formatter }: Told,
  now: number,
  retry?: ProblemRetry,
): Omit<ProblemProps, "language" | "place"> {
  const { code, params, faults, waitSeconds, upstreamStatus, status, isRetryable } = problem;
  const shown = upstreamStatus ?? status;
  return {
    code,
    params: {
      ...params,
      ...(waitSeconds !== null && formatter && { wait: formatter.wait(waitSeconds) }),
    },
    faults,
    ...(retry && isRetryable && { retry }),
    ...(status !== 200 && {
      details: { status: String(shown), timeUtc: exactUtc(new Date(now)), requestId },
    }),
  };
}

/** The answer to a request for a part that failed: the part with its problem in it. */
export function answerProblemPart(
  c: AppContext,
  part: PartId,
  problem: Problem,
  services: Pick<Services, "elapsed" | "now">,
): Response {
  const { path, method } = c.req;
  const isSidebar = path === paths.sidebar;
  const retry: ProblemRetry = part === "create" || isSidebar
    ? { path: paths.sidebar, target: "sidebar" }
    : { path: `/${part}`, target: part };
  const language = c.get("language");
  const told = problemProps(problem, { requestId: c.get("requestId") }, services.now(), retry);
  const shown = <ProblemPart language={language} part={part} problem={told} />;
  // It is not the one form that failed, or the next page: the whole part takes its place.
  const isFormOfPart = part === "events" && method === "POST";
  const isPageOfPart = part === "communications" && problem.status === 200;
  const { isAdmin } = parseAgentPreferences((name) => c.req.header(name));
  const html = isSidebar
    ? <Sidebar {...{ language, isAdmin }} recipient={shown} withCommunications={false} />
    : shown;
  return answerPart(c, services, html, {
    status: problem.status,
    reason: problem.reason,
    ...((isFormOfPart || isPageOfPart) && { instead: { of: part, swap: "outerHTML" } }),
  });
}
