import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { showHistory } from "../parts/history.tsx";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisit } from "./gate.ts";

/** GET /communications?channel=&before=: the Communication History View, 25 a page, newest first. */
export function createCommunicationRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (c) => {
    const visit = await receiveVisit(c, "communications", services);
    const query = { channel: c.req.query("channel"), before: c.req.query("before") };
    return answerPart(c, services, await showHistory(visit, query, services));
  });
}
