import { Problem as ProblemView } from "../../views/problem.tsx";
import { problemOf } from "../problem_of.ts";
import type { Visit } from "../visit.ts";
import { problemProps } from "./problem_props.ts";
import type { Shown } from "./shown.ts";

/** What a place within a part shows that could not be loaded from `path`; it alone can be tried again. `now`: epoch ms. */
export function showPlaceProblem(
  error: unknown,
  { place, path }: { place: string; path: string },
  visit: Visit,
  now: number,
): Shown {
  const { requester, settings, language } = visit;
  const params = { field: settings.emailField, address: requester.email ?? "" };
  const problem = problemOf(error, params);
  const told = problemProps(problem, visit, now, { path, place });
  const { status, reason } = problem;
  return { status, reason, html: <ProblemView {...{ language, place }} {...told} /> };
}
