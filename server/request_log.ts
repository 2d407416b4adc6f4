import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { AppContext, AppEnv, LogEntry } from "./context.ts";

/** `now`: epoch ms. */
export type RequestLogOptions = {
  log: (entry: LogEntry) => void;
  now: () => number;
  randomId: () => string;
};

/** One JSON line a request: its pattern instead of its address, a reason code instead of a message. */
export function requestLog({ log, now, randomId }: RequestLogOptions): MiddlewareHandler<AppEnv> {
  return createMiddleware<AppEnv>(async (c, next) => {
    const startedAt = performance.now();
    c.set("requestId", randomId());
    c.header("Request-Id", c.get("requestId"));
    c.set("reason", "");
    c.set("language", "en");
    c.set("part", null);
    c.set("agillicMs", 0);
    await next();
    const ms = performance.now() - startedAt;
    // Not c.header: after the answer is made it would make the answer anew.
    c.res.headers.set(
      "Server-Timing",
      `total;dur=${ms.toFixed(1)}, agillic;dur=${c.get("agillicMs").toFixed(1)}`,
    );
    const agent = c.get("agent");
    log({
      at: new Date(now()).toISOString(),
      type: "request",
      requestId: c.get("requestId"),
      method: c.req.method,
      route: routePattern(c),
      status: c.res.status,
      ms: Math.round(ms * 10) / 10,
      agillicMs: Math.round(c.get("agillicMs") * 10) / 10,
      reason: c.get("reason") || undefined,
      subdomain: agent?.subdomain,
      installationId: agent?.installationId,
      userId: agent?.userId,
    });
  });
}

function routePattern(c: AppContext): string {
  const routes = matchedRoutes(c).filter(({ path }) => !path.endsWith("*"));
  return routes.at(-1)?.path ?? "unmatched";
}
