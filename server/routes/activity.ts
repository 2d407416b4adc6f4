import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { showActivity } from "../parts/activity_log.tsx";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisitor } from "./gate.ts";

/** GET /activity?agent=&event=&before=: what was done in the installation, 50 a page, newest first. */
export function createActivityRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (c) => {
    const visitor = await receiveVisitor(c, "activity", services);
    const query = {
      agent: c.req.query("agent"),
      event: c.req.query("event"),
      before: c.req.query("before"),
    };
    return answerPart(c, services, await showActivity(visitor, query, services));
  });
}
