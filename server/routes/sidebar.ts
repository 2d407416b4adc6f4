import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { showSidebar } from "../parts/sidebar.tsx";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisit } from "./gate.ts";

/** GET /sidebar: all parts; the history then loads itself. */
export function createSidebarRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (c) => {
    const visit = await receiveVisit(c, "recipient", services);
    return answerPart(c, services, await showSidebar(visit, services));
  });
}
