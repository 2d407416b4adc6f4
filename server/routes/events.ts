import { Hono } from "hono";
import { EVENT_SLOTS } from "../../contract/settings.ts";
import type { AppContext, AppEnv } from "../context.ts";
import { showEvents } from "../parts/event_forms.tsx";
import { isPausing } from "../parts/pausing.ts";
import { refuseSlot, showResumed, showTriggered } from "../parts/triggering.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisit } from "./gate.ts";
import { readPosted } from "./posted.ts";

/** GET /events, POST /events/:slot and POST /events/:slot/resume: the Event Trigger View. */
export function createEventRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (c) => {
      const visit = await receiveVisit(c, "events", services);
      return answerPart(c, services, await showEvents(visit, services));
    })
    .post(SLOT, async (c) => {
      const visit = await receiveVisit(c, "events", services);
      const { slot, event } = findSlot(c, visit);
      if (event === undefined) return await refuseSlot(visit, slot, services);
      const action = await readPosted(c, "action") ?? "";
      const values = new Map<string, string>();
      for (const { key } of event.context?.parameters ?? []) {
        values.set(key, await readPosted(c, key) ?? "");
      }
      const shown = await showTriggered(visit, event, { action, values }, services);
      return answerPart(c, services, shown);
    })
    .post(`${SLOT}/resume`, async (c) => {
      const visit = await receiveVisit(c, "events", services);
      const { slot, event } = findSlot(c, visit);
      if (event === undefined || !isPausing(event, visit, services)) {
        return await refuseSlot(visit, slot, services);
      }
      const action = await readPosted(c, "action") ?? "";
      const shown = await showResumed(visit, event, action, services);
      return answerPart(c, services, shown);
    });
}

const SLOT = `/:slot{${EVENT_SLOTS.join("|")}}`;

/** The event that is posted; undefined where the slot has none any more. */
function findSlot(c: AppContext, { settings: { events, views } }: Visit) {
  const slot = Number(c.req.param("slot"));
  return { slot, event: views.events ? events.find((event) => event.slot === slot) : undefined };
}
