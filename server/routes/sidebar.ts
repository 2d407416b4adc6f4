import { Hono } from "hono";
import { HISTORY_BEHIND, REQUEST_HEADERS } from "../../contract/headers.ts";
import type { AppEnv } from "../context.ts";
import { showSidebar } from "../parts/sidebar.tsx";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveSidebarVisit } from "./gate.ts";

/** GET /sidebar: all parts; the history comes behind them in one answer, or loads itself. */
export function createSidebarRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (c) => {
    const visit = await receiveSidebarVisit(c, "recipient", services);
    // Where processes sleep, an agent who opens a ticket is what wakes them.
    void services.resuming.resumeDue();
    const withHistory = c.req.header(REQUEST_HEADERS.history) === HISTORY_BEHIND;
    return answerPart(c, services, await showSidebar(visit, services, { withHistory }));
  });
}
