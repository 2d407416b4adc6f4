import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { showLook } from "../parts/follow_up.tsx";
import { showHistory, showNarrowedList } from "../parts/history.tsx";
import { showPicture } from "../parts/history_picture.tsx";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisit } from "./gate.ts";

/**
 * GET /communications?channel=&find=&before=&from=: the Communication History View, newest first, or its next page.
 * GET /communications/list?channel=&find=: its list alone.
 * GET /communications/picture: its picture, which is of everything.
 * GET /communications/since/:since/:look: what has come since a trigger, and the view.
 */
export function createCommunicationRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (c) => {
      const visit = await receiveVisit(c, "communications", services);
      return answerPart(c, services, await showHistory(visit, c.req.query(), services));
    })
    .get("/list", async (c) => {
      const visit = await receiveVisit(c, "communications", services);
      return answerPart(c, services, await showNarrowedList(visit, c.req.query(), services));
    })
    .get("/picture", async (c) => {
      const visit = await receiveVisit(c, "communications", services);
      return answerPart(c, services, await showPicture(visit, services));
    })
    .get("/since/:since{\\d{1,15}}/:look{\\d}", async (c) => {
      const visit = await receiveVisit(c, "communications", services);
      const look = { since: Number(c.req.param("since")), look: Number(c.req.param("look")) };
      return answerPart(c, services, await showLook(visit, look, c.req.query(), services));
    });
}
