import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { showCreation } from "../parts/creation_end.tsx";
import { lookUpRecipient, readRecipient } from "../parts/lookup.ts";
import { showLookup, showRecipient } from "../parts/sidebar.tsx";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisit } from "./gate.ts";
import { readPosted } from "./posted.ts";

/** GET /recipient: the Recipient View. POST /recipient: create the recipient and trigger the double opt-in event. */
export function createRecipientRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (c) => {
      const visit = await receiveVisit(c, "recipient", services);
      const lookup = await lookUpRecipient(visit, await readRecipient(visit, services), services);
      if (lookup.kind === "found") {
        return answerPart(c, services, await showRecipient(visit, lookup, services));
      }
      // Events and history of somebody who is no recipient have to go: the answer is the whole sidebar's.
      const shown = await showLookup(visit, lookup, services);
      return answerPart(c, services, shown, { of: "sidebar", swap: "innerHTML" });
    })
    .post("/", async (c) => {
      const visit = await receiveVisit(c, "create", services);
      const action = await readPosted(c, "action") ?? "";
      return answerPart(c, services, await showCreation(visit, action, services));
    });
}
