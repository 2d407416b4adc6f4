import { Hono } from "hono";
import type { Action } from "../actions/action.ts";
import { createOffer } from "../actions/offer.ts";
import type { AppEnv } from "../context.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { answerPart } from "./answer_part.ts";
import { createRecipient } from "./creation.ts";
import { drawCreationEnd } from "./creation_end.tsx";
import { receiveVisit } from "./gate.ts";
import { lookUpRecipient, readRecipient } from "./lookup.ts";
import { readPosted } from "./performing.ts";
import { drawPlace } from "./recipient_part.tsx";
import { findPlace } from "./recipient_place.ts";
import { besideSidebar, drawSidebar, findSidebar } from "./sidebar.tsx";

/** GET /recipient: the Recipient View. POST /recipient: create the recipient and trigger the double opt-in event. */
export function createRecipientRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (c) => {
      const visit = await receiveVisit(c, "recipient", services);
      const named = await readRecipient(visit, services);
      const lookup = await lookUpRecipient(visit, named, services);
      if (lookup.kind === "found") {
        const found = { place: await findPlace(visit, lookup, services), name: lookup.name };
        const html = drawPlace(found.place, visit, services);
        return answerPart(c, services, html, besideSidebar({ ...found, events: null }));
      }
      // Events and history of somebody who is no recipient have to go: the answer is the whole sidebar's.
      const found = await findSidebar(visit, lookup, services);
      return answerPart(c, services, drawSidebar(found, visit, services), {
        ...besideSidebar(found),
        instead: { of: "sidebar", swap: "innerHTML" },
      });
    })
    .post("/", async (c) => {
      const visit = await receiveVisit(c, "create", services);
      const posted = await readPosted(c);
      const action = await admitCreation(visit, posted, services);
      const end = await createRecipient(visit, action, services);
      const { html, ...beside } = await drawCreationEnd(visit, { action, posted, end }, services);
      return answerPart(c, services, html, beside);
    });
}

/** The posted step of the creation; throws a Problem where nothing can be created. */
async function admitCreation(visit: Visit, posted: string, services: Services): Promise<Action> {
  const { doubleOptInEvent, views } = visit.settings;
  const { key } = await readRecipient(visit, services);
  const offered = { event: doubleOptInEvent ?? "", key };
  const create = await createOffer(visit, { kind: "create", ...offered });
  const refuse = (problem: Problem) => services.actions.refuse(create, visit, problem);
  if (doubleOptInEvent === null) return await refuse(new Problem("creation_event_missing"));
  if (!views.creation) {
    return await refuse(new Problem("action_expired", { reason: "creation_disabled" }));
  }
  const optIn = await createOffer(visit, { kind: "double_opt_in", ...offered });
  return await services.actions.admit(posted, [create, optIn], visit);
}
