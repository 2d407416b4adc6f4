import { Hono } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import { paths } from "../../contract/paths.ts";
import { EVENT_SLOTS } from "../../contract/settings.ts";
import { createOffer } from "../actions/offer.ts";
import type { AppEnv } from "../context.ts";
import type { ConfiguredEvent } from "../installation/settings.ts";
import { problemOf } from "../problem_of.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { answerPart, type Beside } from "./answer_part.ts";
import { drawBareEvent, drawEvent, drawEvents } from "./event_forms.tsx";
import { findEvents } from "./found_events.ts";
import { receiveVisit } from "./gate.ts";
import { readRecipient } from "./lookup.ts";
import { achieve, actionLeftOpen, readPosted } from "./performing.ts";
import { problemProps } from "./problem_part.tsx";

/** GET /events and POST /events/:slot: the Event Trigger View. */
export function createEventRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (c) => {
      const visit = await receiveVisit(c, "events", services);
      // Switched off after the sidebar was shown: what asked becomes empty.
      if (!visit.settings.views.events) return answerPart(c, services, null);
      const { key } = await readRecipient(visit, services);
      const found = await findEvents(visit, key, services);
      return answerPart(c, services, drawEvents(found, visit, services), {
        reason: found.reason,
      });
    })
    .post(`/:slot{[${EVENT_SLOTS.join("")}]}`, async (c) => {
      const visit = await receiveVisit(c, "events", services);
      const slot = Number(c.req.param("slot"));
      const { events, views } = visit.settings;
      const event = views.events ? events.find((event) => event.slot === slot) : undefined;
      if (event === undefined) return await refuseSlot(visit, slot, services);
      const posted = await readPosted(c);
      const problem = await triggerOnce(visit, event, posted, services)
        .then(() => null, (error) => problemOf(error, { event: event.name }));
      const { html, ...beside } = await drawPosted(visit, event, { posted, problem }, services);
      return answerPart(c, services, html, beside);
    });
}

/** The administrator took it away after the form was shown. */
async function refuseSlot(visit: Visit, slot: number, services: Services): Promise<never> {
  const { key } = await readRecipient(visit, services);
  const offer = await createOffer(visit, { kind: "event", slot, event: "", key });
  const problem = new Problem("action_expired", { reason: "slot_not_configured" });
  return await services.actions.refuse(offer, visit, problem);
}

async function triggerOnce(
  visit: Visit,
  { slot, name: event }: ConfiguredEvent,
  posted: string,
  services: Services,
): Promise<void> {
  const { key } = await readRecipient(visit, services);
  const offer = await createOffer(visit, { kind: "event", slot, event, key });
  await achieve(visit, await services.actions.admit(posted, [offer], visit), services);
}

/** The form again, with what came of its post; `problem` is null where the event was triggered. */
async function drawPosted(
  visit: Visit,
  event: ConfiguredEvent,
  { posted, problem }: { posted: string; problem: Problem | null },
  services: Services,
): Promise<Beside & { html: JSX.Element }> {
  const beside = problem === null ? {} : { status: problem.status, reason: problem.reason };
  if (problem?.code === "requester_changed") {
    // Somebody else is meant now: a button that works may only come with the rest of that person.
    const retry = { path: paths.sidebar, target: "sidebar" } as const;
    const told = problemProps(problem, visit, services.now(), retry);
    return { ...beside, html: drawBareEvent(event, visit, { kind: "problem", problem: told }) };
  }
  const { key } = await readRecipient(visit, services);
  const { events: [found], reason } = await findEvents(visit, key, services, [event]);
  const result = problem === null
    ? { kind: "triggered" } as const
    : { kind: "problem", problem: problemProps(problem, visit, services.now()) } as const;
  const action = problem && actionLeftOpen(posted, problem);
  return {
    reason,
    ...beside,
    html: found === undefined
      ? drawBareEvent(event, visit, result)
      : drawEvent(found, visit, services, { result, action }),
  };
}
