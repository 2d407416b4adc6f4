import { Hono } from "hono";
import { NO_RECIPIENT } from "../../contract/headers.ts";
import { CHOICE_QUERY } from "../../contract/paths.ts";
import type { AppEnv } from "../context.ts";
import { showSidebar } from "../parts/sidebar.tsx";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisit } from "./gate.ts";

/** GET /sidebar: all parts; the history then loads itself. With `?choose`, whom the agent had chosen is forgotten. */
export function createSidebarRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (c) => {
    const visit = await receiveVisit(c, "recipient", services);
    if (c.req.query(CHOICE_QUERY) === undefined) {
      return answerPart(c, services, await showSidebar(visit, services));
    }
    const shown = await showSidebar({ ...visit, recipientName: null }, services);
    return answerPart(c, services, { ...shown, recipient: shown.recipient ?? NO_RECIPIENT });
  });
}
