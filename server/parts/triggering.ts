import { paths } from "../../contract/paths.ts";
import type { EventResult, FollowedResult } from "../../views/event_outcome.tsx";
import type { ProblemContent } from "../../views/problem.tsx";
import { createOffer } from "../actions/offer.ts";
import type { ConfiguredEvent } from "../installation/settings.ts";
import { problemOf } from "../problem_of.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { achieve, actionLeftOpen } from "./achieve.ts";
import { drawBareEvent, drawEvent } from "./event_forms.tsx";
import { beginFollowUp } from "./follow_up.tsx";
import { checkValues, fillContext, problemOfValues, type TypedValue } from "./event_values.ts";
import { findEvents } from "./found_events.ts";
import { readRecipient } from "./lookup.ts";
import { achievePausing, achieveResuming, isPausing, type PausingEvent } from "./pausing.ts";
import { problemProps } from "./problem_props.ts";
import type { Shown } from "./shown.ts";
import { noteOf } from "./ticket_note.ts";

/** The administrator took it away after the form was shown. */
export async function refuseSlot(visit: Visit, slot: number, services: Services): Promise<never> {
  const { key } = await readRecipient(visit, services);
  const offer = await createOffer(visit, { kind: "event", slot, event: "", key });
  const problem = new Problem("action_expired", { reason: "slot_not_configured" });
  return await services.actions.refuse(offer, visit, problem);
}

/** The form of an event as it was posted: the sealed action, and what was typed, by the parameters' keys. */
export type PostedEvent = { action: string; values: ReadonlyMap<string, string> };

/** Triggers an event and shows its form again, with what came of it. */
export async function showTriggered(
  visit: Visit,
  event: ConfiguredEvent,
  { action: posted, ...form }: PostedEvent,
  services: Services,
): Promise<Shown> {
  const startedAt = services.now();
  const values = checkValues(event.context, form.values);
  const problem = await triggerOnce(visit, event, { posted, values }, services)
    .then(() => null, (error) => problemOf(error, { event: event.name }));
  const ended = { kind: "event", posted, values, problem, startedAt } as const;
  return await showForm(visit, event, ended, services);
}

/** Resumes what the event has paused, and shows its form again. */
export async function showResumed(
  visit: Visit,
  event: PausingEvent,
  posted: string,
  services: Services,
): Promise<Shown> {
  const startedAt = services.now();
  const problem = await resumeOnce(visit, event, posted, services)
    .then(() => null, (error) => problemOf(error, { event: event.resumeEvent }));
  const ended = { kind: "resume", posted, values: [], problem, startedAt } as const;
  return await showForm(visit, event, ended, services);
}

type CheckedPost = { posted: string; values: readonly TypedValue[] };

async function triggerOnce(
  visit: Visit,
  event: ConfiguredEvent,
  { posted, values }: CheckedPost,
  services: Services,
): Promise<void> {
  const { actions } = services;
  const { key } = await readRecipient(visit, services);
  const { slot, name } = event;
  const offer = await createOffer(visit, { kind: "event", slot, event: name, key });
  const action = await actions.admit(posted, [offer], visit);
  const problem = problemOfValues(values);
  if (problem !== null) return await actions.refuse(offer, visit, problem);
  const context = fillContext(event.context, values);
  // A ticket that is not there yet will not be solved under any number that is known now.
  const pauses = visit.requester.ticketId !== "" && isPausing(event, visit, services);
  await (pauses
    ? achievePausing(visit, action, { event, context }, services)
    : achieve(visit, action, services, context));
}

async function resumeOnce(
  visit: Visit,
  { slot, resumeEvent }: PausingEvent,
  posted: string,
  services: Services,
): Promise<void> {
  const { key } = await readRecipient(visit, services);
  const offer = await createOffer(visit, { kind: "resume", slot, event: resumeEvent, key });
  const action = await services.actions.admit(posted, [offer], visit);
  await achieveResuming(visit, action, services);
}

/** A post that came at `startedAt`; `problem` is null where its event was triggered. */
type EndedPost = CheckedPost & {
  kind: "event" | "resume";
  problem: Problem | null;
  startedAt: number;
};

/** The form again, with what came of its post. */
async function showForm(
  visit: Visit,
  event: ConfiguredEvent,
  { kind, posted, values, problem, startedAt }: EndedPost,
  services: Services,
): Promise<Shown> {
  const beside = problem === null ? {} : { status: problem.status, reason: problem.reason };
  if (problem?.code === "requester_changed") {
    // Somebody else is meant now: a button that works may only come with the rest of that person.
    const retry = { path: paths.sidebar, target: "sidebar" } as const;
    const told = problemProps(problem, visit, services.now(), retry);
    return { ...beside, html: drawBareEvent(event, visit, { kind: "problem", problem: told }) };
  }
  const named = await readRecipient(visit, services);
  const { events: [found], reason } = await findEvents(visit, named, services, [event]);
  const followUp = beginFollowUp(visit, startedAt, kind === "event" ? found?.last : null);
  const note = kind === "event"
    ? noteOf(visit, {
      outcome: problem === null ? "triggered" : "unknown",
      event: event.label,
    }, startedAt)
    : null;
  const result = resultOf(
    problem && problemProps(problem, visit, services.now()),
    {
      followUp,
      withRecipient: visit.settings.views.recipient,
      ...(note && { note }),
      ...(kind === "resume" && { isResumed: true }),
    },
  );
  const action = problem && actionLeftOpen(posted, problem);
  return {
    reason,
    ...beside,
    html: found === undefined
      ? drawBareEvent(event, visit, result)
      : drawEvent(found, visit, services, {
        result,
        ...(action !== null && { [kind]: action }),
        // What was triggered is not to be triggered again: the next time starts again.
        values: problem === null ? [] : values,
      }),
  };
}

/** What came of the post; what was triggered, or may have been, is followed. */
function resultOf(
  problem: ProblemContent | null,
  followed: FollowedResult,
): EventResult {
  if (problem === null) return { kind: "triggered", ...followed };
  return problem.code === "outcome_unknown"
    ? { kind: "unknown", problem, ...followed }
    : { kind: "problem", problem };
}
