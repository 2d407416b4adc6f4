import { Hono } from "hono";
import { paths } from "../../contract/paths.ts";
import type { AppEnv } from "../context.ts";
import { showTable } from "../parts/table_rows.tsx";
import { showTargetGroups } from "../parts/target_groups.tsx";
import type { Services } from "../services.ts";
import { answerPart } from "./answer_part.ts";
import { receiveVisit } from "./gate.ts";

/** GET /groups and GET /tables/:name: what the Recipient View asks for when it is there. */
export function createRecipientDataRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(paths.groups, async (c) => {
      const visit = await receiveVisit(c, "recipient", services);
      return answerPart(c, services, await showTargetGroups(visit, services));
    })
    .get(`${paths.tables}/:name`, async (c) => {
      const visit = await receiveVisit(c, "recipient", services);
      const shown = await showTable(visit, c.req.param("name"), services);
      return answerPart(c, services, shown);
    });
}
