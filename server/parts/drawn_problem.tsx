import type { JSX } from "hono/jsx/jsx-runtime";
import { parts } from "../../contract/parts.ts";
import { ProblemPart } from "../../views/part.tsx";
import type { Problem } from "../problems.ts";
import type { Visit } from "../visit.ts";
import { problemProps } from "./problem_props.ts";

/** A part that Agillic did not answer for, with its problem in it; it alone can be tried again. `now`: epoch ms. */
export function drawProblem(
  part: "recipient" | "communications",
  problem: Problem,
  visit: Visit,
  now: number,
): JSX.Element {
  const told = problemProps(problem, visit, now, { path: parts[part].path, target: part });
  return <ProblemPart language={visit.language} part={part} problem={told} />;
}
