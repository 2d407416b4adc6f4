import { REQUEST_HEADERS } from "../../contract/headers.ts";
import { Problem as ProblemView } from "../../views/problem.tsx";
import type { AppContext } from "../context.ts";
import { problemProps } from "../parts/problem_props.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveShell } from "./gate.ts";

/** What no route answers. Only a page of another release asks for it, and is told to be reloaded. */
export function answerUnknownPath(
  c: AppContext,
  services: Pick<Services, "compression" | "elapsed" | "now">,
): Response {
  if (c.req.header(REQUEST_HEADERS.requester) === undefined) return c.text("Not found", 404);
  const { language } = receiveShell(c);
  const problem = new Problem("other_release");
  const told = problemProps(problem, { requestId: c.get("requestId") }, services.now());
  const html = <ProblemView {...{ language, ...told }} place="page" />;
  return answerPart(c, services, { html, status: problem.status, reason: problem.reason });
}
