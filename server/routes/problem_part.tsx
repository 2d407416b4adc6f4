import { type PartId, parts } from "../../contract/parts.ts";
import { paths } from "../../contract/paths.ts";
import { ProblemPart } from "../../views/part.tsx";
import type { ProblemRetry } from "../../views/problem.tsx";
import { Sidebar } from "../../views/sidebar.tsx";
import type { AppContext } from "../context.ts";
import { parseAgentPreferences } from "../installation/requester.ts";
import { problemProps } from "../parts/problem_props.ts";
import type { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { pageLanguageOf } from "./gate.ts";

/** The answer to a request for a part that failed: the part with its problem in it. */
export function answerProblemPart(
  c: AppContext,
  part: PartId,
  problem: Problem,
  services: Pick<Services, "compression" | "elapsed" | "now">,
): Response {
  const { path, method } = c.req;
  const isSidebar = path === paths.sidebar;
  const retry: ProblemRetry = part === "create" || isSidebar
    ? { path: paths.sidebar, target: "sidebar" }
    : { path: parts[part].path, target: part };
  const language = c.get("language");
  const preferences = parseAgentPreferences((name) => c.req.header(name));
  const asked = { requestId: c.get("requestId"), preferences };
  const told = problemProps(problem, asked, services.now(), retry);
  const shown = <ProblemPart language={language} part={part} problem={told} />;
  // It is not the one form that failed, or the next page: the whole part takes its place.
  const isFormOfPart = part === "events" && method === "POST";
  const isPageOfPart = part === "communications" && problem.status === 200;
  const pageLanguage = pageLanguageOf(c);
  const html = isSidebar
    ? (
      <Sidebar
        {...{ language, pageLanguage }}
        isAdmin={preferences.isAdmin}
        recipient={shown}
        withCommunications={false}
      />
    )
    : shown;
  const { status, reason, recipient } = problem;
  const instead = isFormOfPart || isPageOfPart ? { of: part, swap: "outerHTML" } as const : null;
  return answerPart(c, services, { html, status, reason, recipient }, instead);
}
