import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { showLook } from "../parts/follow_up.tsx";
import { showHistory } from "../parts/history.tsx";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisit } from "./gate.ts";

/**
 * GET /communications?channel=&before=: the Communication History View, 25 a page, newest first.
 * GET /communications/since/:since/:look: what has come since a trigger, and the view.
 */
export function createCommunicationRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (c) => {
      const visit = await receiveVisit(c, "communications", services);
      const query = { channel: c.req.query("channel"), before: c.req.query("before") };
      return answerPart(c, services, await showHistory(visit, query, services));
    })
    .get("/since/:since{\\d{1,15}}/:look{\\d}", async (c) => {
      const visit = await receiveVisit(c, "communications", services);
      const look = { since: Number(c.req.param("since")), look: Number(c.req.param("look")) };
      return answerPart(c, services, await showLook(visit, look, services));
    });
}
