import { Hono } from "hono";
import { EVENT_SLOTS } from "../../contract/settings.ts";
import type { AppEnv } from "../context.ts";
import { showEvents } from "../parts/event_forms.tsx";
import { refuseSlot, showTriggered } from "../parts/triggering.ts";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisit } from "./gate.ts";
import { readPosted } from "./posted.ts";

/** GET /events and POST /events/:slot: the Event Trigger View. */
export function createEventRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (c) => {
      const visit = await receiveVisit(c, "events", services);
      return answerPart(c, services, await showEvents(visit, services));
    })
    .post(`/:slot{${EVENT_SLOTS.join("|")}}`, async (c) => {
      const visit = await receiveVisit(c, "events", services);
      const slot = Number(c.req.param("slot"));
      const { events, views } = visit.settings;
      const event = views.events ? events.find((event) => event.slot === slot) : undefined;
      if (event === undefined) return await refuseSlot(visit, slot, services);
      const action = await readPosted(c, "action") ?? "";
      const values = new Map<string, string>();
      for (const { key } of event.context?.parameters ?? []) {
        values.set(key, await readPosted(c, key) ?? "");
      }
      const shown = await showTriggered(visit, event, { action, values }, services);
      return answerPart(c, services, shown);
    });
}
