import { paths } from "../../contract/paths.ts";
import type { FollowedContent } from "../../views/follow_up.tsx";
import { Sidebar } from "../../views/sidebar.tsx";
import type { Action } from "../actions/action.ts";
import { problemOf } from "../problem_of.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { actionLeftOpen } from "./achieve.ts";
import { admitCreation, createRecipient, type CreationEnd } from "./creation.ts";
import { lookUpRecipient, nameRecipient, readRecipient } from "./lookup.ts";
import { beginFollowUp } from "./follow_up.tsx";
import { problemProps } from "./problem_props.ts";
import { drawCreation, type RecipientTold } from "./recipient_part.tsx";
import { offerCreation } from "./recipient_place.ts";
import type { Shown } from "./shown.ts";
import { showLookup } from "./sidebar.tsx";
import { noteOf } from "./ticket_note.ts";

/** What was posted and when, and how it ended. */
type EndedCreation = { action: Action; posted: string; end: CreationEnd; startedAt: number };

/** Does the posted step of a creation and what follows it, and shows how it ended. */
export async function showCreation(
  visit: Visit,
  posted: string,
  services: Services,
): Promise<Shown> {
  const startedAt = services.now();
  const action = await admitCreation(visit, posted, services);
  const end = await createRecipient(visit, action, services);
  return await showEnd(visit, { action, posted, end, startedAt }, services);
}

/** The sidebar after a creation: the recipient where there is one now, else how far it came. */
async function showEnd(
  visit: Visit,
  ended: EndedCreation,
  services: Services,
): Promise<Shown> {
  const { problem, left } = ended.end;
  if (problem === null) {
    // Both steps are done, and the agent is told so even where Agillic cannot show the recipient yet.
    const created = await followCreation(visit, ended, services);
    return await showCreated(visit, services, { created }).catch((error) =>
      showSteps(visit, { ...ended, end: { ...ended.end, problem: problemOf(error) } }, services)
    ) ?? await showSteps(visit, ended, services);
  }
  if (DONE_BY_OTHERS.has(problem.code)) {
    // Somebody else was first, if Agillic has the recipient now.
    const told = left === "create" ? new Problem("recipient_exists") : problem;
    const notice = problemProps(told, visit, services.now());
    const beside = { status: told.status, reason: told.reason };
    const shown = await showCreated(visit, services, { notice }, beside);
    if (shown !== null) return shown;
  }
  return await showSteps(visit, ended, services);
}

/** Follows the double opt-in event; no call to Agillic. */
async function followCreation(
  visit: Visit,
  { action, startedAt }: EndedCreation,
  { actions }: Services,
): Promise<FollowedContent> {
  const lasts = await actions.findLastDone(action, [action.event]);
  const note = noteOf(visit, { outcome: "created" }, startedAt);
  return { followUp: beginFollowUp(visit, startedAt, lasts?.[0]), ...(note && { note }) };
}

const DONE_BY_OTHERS: ReadonlySet<string> = new Set([
  "recipient_exists",
  "cooling_down",
  "done_meanwhile",
]);

/** The sidebar of the recipient in Agillic; null when there is none. */
async function showCreated(
  visit: Visit,
  services: Services,
  told: RecipientTold,
  beside: Omit<Shown, "html"> = {},
): Promise<Shown | null> {
  const lookup = await lookUpRecipient(visit, await readRecipient(visit, services), services);
  if (lookup.kind === "unknown") return null;
  const shown = await showLookup(visit, lookup, services, told);
  return lookup.kind === "found" ? { ...shown, ...beside } : shown;
}

/** How far the creation came, and what is left to do. */
async function showSteps(
  visit: Visit,
  { action, posted, end: { steps, left, problem } }: EndedCreation,
  services: Services,
): Promise<Shown> {
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
    // The rest is for the recipient that was created, whose address may be spelled differently.
    recipient: steps.create === "done" && visit.recipientName === null
      ? await nameRecipient(visit, services, { key, matchedOn: "", choice: null })
      : null,
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
