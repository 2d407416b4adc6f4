import { type PartId, parts } from "../../contract/parts.ts";
import { paths } from "../../contract/paths.ts";
import { ActivityProblem } from "../../views/activity_log.tsx";
import { ProblemPart } from "../../views/part.tsx";
import type { ProblemRetry } from "../../views/problem.tsx";
import { Sidebar } from "../../views/sidebar.tsx";
import type { AppContext } from "../context.ts";
import { maySeeActivity } from "../installation/accounts.ts";
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
  services: Pick<Services, "compression" | "config" | "elapsed" | "now">,
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
  const shown = part === "activity"
    ? <ActivityProblem language={language} problem={told} />
    : <ProblemPart language={language} part={part} problem={told} />;
  // It is not the one form, the next page or the one value that failed: the whole part takes its place.
  const isFormOfPart = (part === "events" || part === "recipient") && method === "POST";
  const isPageOfPart = part === "communications" && problem.status === 200;
  const pageLanguage = pageLanguageOf(c);
  const agent = c.get("agent");
  const html = isSidebar
    ? (
      <Sidebar
        {...{ language, pageLanguage }}
        isAdmin={preferences.isAdmin}
        withActivity={agent !== undefined && maySeeActivity(services.config.accounts, agent)}
        recipient={shown}
        withCommunications={false}
      />
    )
    : shown;
  const { status, reason, recipient } = problem;
  const instead = isFormOfPart || isPageOfPart ? { of: part, swap: "outerHTML" } as const : null;
  return answerPart(c, services, { html, status, reason, recipient }, instead);
}
