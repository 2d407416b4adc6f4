import { Hono } from "hono";
import { timingSafeEqual } from "hono/utils/buffer";
import type { AppEnv } from "../context.ts";
import type { Services } from "../services.ts";

/** GET /metrics: what this process has counted, for whoever has the token. Where none is set, there is no route. */
export function createMetricsRoutes(
  { config, metrics }: Pick<Services, "config" | "metrics">,
): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  if (config.metricsToken === null) return routes;
  const expected = `Bearer ${config.metricsToken}`;
  return routes.get("/", async (c) => {
    if (!await timingSafeEqual(c.req.header("Authorization") ?? "", expected)) {
      c.set("reason", "metrics_token_wrong");
      return c.text("Unauthorized", 401, { "WWW-Authenticate": "Bearer" });
    }
    return c.text(metrics.text(), 200, { "Content-Type": "text/plain; version=0.0.4" });
  });
}
