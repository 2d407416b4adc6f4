import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { showCreation } from "../parts/creation_end.tsx";
import { lookUpRecipient, readRecipient } from "../parts/lookup.ts";
import { isRevealable, showRevealed } from "../parts/revealed_value.tsx";
import { showLookup, showRecipient } from "../parts/sidebar.tsx";
import type { Services } from "../services.ts";
import { answerPart, type Instead } from "./answer_part.ts";
import { receiveVisit } from "./gate.ts";
import { readPosted } from "./posted.ts";

// Events and history of somebody who is no recipient have to go, too.
const WHOLE_SIDEBAR: Instead = { of: "sidebar", swap: "innerHTML" };

/**
 * GET /recipient: the Recipient View. POST /recipient: create the recipient and trigger the double opt-in event.
 * POST /recipient/values/:field: the row of one masked field, with its value.
 */
export function createRecipientRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (c) => {
      const visit = await receiveVisit(c, "recipient", services);
      const lookup = await lookUpRecipient(visit, await readRecipient(visit, services), services);
      if (lookup.kind === "found") {
        return answerPart(c, services, await showRecipient(visit, lookup, services));
      }
      return answerPart(c, services, await showLookup(visit, lookup, services), WHOLE_SIDEBAR);
    })
    .post("/", async (c) => {
      const visit = await receiveVisit(c, "create", services);
      const action = await readPosted(c, "action") ?? "";
      return answerPart(c, services, await showCreation(visit, action, services));
    })
    .post("/values/:field", async (c) => {
      const visit = await receiveVisit(c, "recipient", services);
      const field = c.req.param("field");
      if (!isRevealable(field, visit.settings)) return c.notFound();
      const named = await readRecipient(visit, services);
      const revealed = await showRevealed(visit, named, field, services);
      if (revealed !== null) return answerPart(c, services, revealed);
      const lookup = await lookUpRecipient(visit, named, services);
      return answerPart(c, services, await showLookup(visit, lookup, services), WHOLE_SIDEBAR);
    });
}
