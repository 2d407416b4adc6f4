import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { AppContext, AppEnv, LogEntry } from "./context.ts";
import { SECURITY_HEADERS } from "./security_headers.ts";

/** `now`: epoch ms. */
export type RequestLogOptions = {
  log: (entry: LogEntry) => void;
  now: () => number;
  randomId: () => string;
};

/**
 * Begins the answer to each request, and writes one JSON line about it: its pattern instead of its address, a reason code
 * instead of a message.
 */
export function requestLog({ log, now, randomId }: RequestLogOptions): MiddlewareHandler<AppEnv> {
  return createMiddleware<AppEnv>(async (c, next) => {
    const startedAt = performance.now();
    const requestId = randomId();
    c.set("startedAt", startedAt);
    c.set("requestId", requestId);
    // Before the routes, which may loosen what they must; so also on answers of onError.
    c.set("headers", { ...SECURITY_HEADERS, "Request-Id": requestId });
    c.set("reason", "");
    c.set("language", "en");
    c.set("part", null);
    c.set("agillicMs", 0);
    await next();
    const ms = performance.now() - startedAt;
    const agent = c.get("agent");
    log({
      at: new Date(now()).toISOString(),
      type: "request",
      requestId,
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
  return matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path ?? "unmatched";
}
