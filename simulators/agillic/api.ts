import { Hono } from "hono";
import { createErrorResponse } from "./answers.ts";
import { authenticate } from "./authentication.ts";
import { faults } from "./faults.ts";
import { Refusal } from "./refusal.ts";
import { discoveryRoutes } from "./routes/discovery.ts";
import { eventRoutes } from "./routes/events.ts";
import { historyRoutes } from "./routes/history.ts";
import { oneToManyRoutes } from "./routes/one_to_many.ts";
import { oauthRoutes } from "./routes/oauth.ts";
import { recipientRoutes } from "./routes/recipients.ts";
import { targetGroupRoutes } from "./routes/target_groups.ts";
import type { Simulation } from "./simulation.ts";

/** Agillic's REST API. A broken connection is thrown, as `fetch` would throw it. */
export function createApi(simulation: Simulation): Hono {
  const api = new Hono();
  api.use(faults(simulation));
  api.use("/recipients/*", authenticate(simulation));
  api.use("/discovery/*", authenticate(simulation));
  api.route("/oauth2", oauthRoutes(simulation));
  api.route("/discovery", discoveryRoutes(simulation));
  api.route("/recipients", recipientRoutes(simulation));
  api.route("/recipients/:id", historyRoutes(simulation));
  api.route("/recipients/:id/events/:event", eventRoutes(simulation));
  api.route("/recipients/:id/oneToManyTables/:table", oneToManyRoutes(simulation));
  api.route("/recipients/:id/targetGroups", targetGroupRoutes(simulation));
  api.notFound(() => {
    throw new Refusal(404, "NOT_FOUND", "There is no such resource");
  });
  api.onError((error) => {
    if (error instanceof Refusal) return createErrorResponse(error, simulation.switches);
    throw error;
  });
  return api;
}
