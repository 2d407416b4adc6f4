import type { JSX } from "hono/jsx/jsx-runtime";
import { paths } from "../../contract/paths.ts";
import { Sidebar } from "../../views/sidebar.tsx";
import type { Action } from "../actions/action.ts";
import { problemOf } from "../problem_of.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import type { Beside } from "./answer_part.ts";
import type { CreationEnd } from "./creation.ts";
import { lookUpRecipient, readRecipient } from "./lookup.ts";
import { actionLeftOpen } from "./performing.ts";
import { problemProps } from "./problem_part.tsx";
import { type CreationTold, drawCreation } from "./recipient_part.tsx";
import { offerCreation } from "./recipient_place.ts";
import { besideSidebar, drawSidebar, findSidebar } from "./sidebar.tsx";

/** What was posted, and how it ended. */
export type EndedCreation = { action: Action; posted: string; end: CreationEnd };

type Drawn = Beside & { html: JSX.Element };

/** The sidebar after a creation: the recipient where there is one now, else how far it came. */
export async function drawCreationEnd(
  visit: Visit,
  ended: EndedCreation,
  services: Services,
): Promise<Drawn> {
  const { problem, left } = ended.end;
  if (problem === null) {
    // Both steps are done, and the agent is told so even where Agillic cannot show the recipient yet.
    return await drawCreated(visit, services, { created: true }).catch((error) =>
      drawSteps(visit, { ...ended, end: { ...ended.end, problem: problemOf(error) } }, services)
    ) ?? await drawSteps(visit, ended, services);
  }
  const mayExist = problem.code === "recipient_exists" || problem.code === "cooling_down";
  if (left === "create" && mayExist) {
    // Somebody else was first, if Agillic has the recipient now.
    const exists = new Problem("recipient_exists");
    const notice = problemProps(exists, visit, services.now());
    const beside = { status: exists.status, reason: exists.reason };
    const drawn = await drawCreated(visit, services, { notice }, beside);
    if (drawn !== null) return drawn;
  }
  return await drawSteps(visit, ended, services);
}

/** The sidebar of whom Agillic has; null when it has nobody. */
async function drawCreated(
  visit: Visit,
  services: Services,
  told: CreationTold,
  beside: Beside = {},
): Promise<Drawn | null> {
  const lookup = await lookUpRecipient(visit, await readRecipient(visit, services), services);
  if (lookup.kind === "unknown") return null;
  const found = await findSidebar(visit, lookup, services);
  return {
    ...besideSidebar(found),
    ...(lookup.kind === "found" && beside),
    html: drawSidebar(found, visit, services, told),
  };
}

/** How far the creation came, and what is left to do. */
async function drawSteps(
  visit: Visit,
  { action, posted, end: { steps, left, problem } }: EndedCreation,
  services: Services,
): Promise<Drawn> {
  const key = { field: action.recipientField, value: action.recipientValue };
  const offered = left === "none" ? "" : await offerCreation(visit, key, left, services);
  const told = problem && {
    ...problemProps(problem, visit, services.now()),
    // Nothing is tried again by it: the next step is to look.
    ...(left === "none" && { retry: { path: paths.sidebar, target: "sidebar" } as const }),
  };
  const creation = drawCreation(
    {
      address: key.value,
      action: (problem && actionLeftOpen(posted, problem)) ?? offered,
      steps,
      ...(told && { problem: told }),
    },
    visit,
    services,
  );
  return {
    ...(problem && { status: problem.status, reason: problem.reason }),
    html: (
      <Sidebar
        language={visit.language}
        recipient={creation}
        withCommunications={false}
        isAdmin={false}
      />
    ),
  };
}
