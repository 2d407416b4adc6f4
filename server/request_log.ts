import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { AppContext, AppEnv } from "./context.ts";
import type { AppOptions } from "./options.ts";
import { SECURITY_HEADERS } from "./security_headers.ts";

/** What the line is made with. */
export type RequestLogOptions = Pick<
  AppOptions,
  "log" | "metrics" | "now" | "elapsed" | "randomId"
>;

/**
 * Begins the answer to each request, counts it, and writes one JSON line about it: its pattern instead of its address, a
 * reason code instead of a message.
 */
export function requestLog(
  { log, metrics, now, elapsed, randomId }: RequestLogOptions,
): MiddlewareHandler<AppEnv> {
  return createMiddleware<AppEnv>(async (c, next) => {
    const startedAt = elapsed();
    const requestId = randomId();
    c.set("startedAt", startedAt);
    c.set("requestId", requestId);
    c.set("agillicMs", 0);
    c.set("behind", null);
    c.set("reason", "");
    c.set("language", "en");
    c.set("part", null);
    // Before the routes, which may loosen what they must; so also on answers of onError.
    for (const [name, value] of SECURITY_HEADERS) c.header(name, value);
    c.header("Request-Id", requestId);
    await next();
    const behind = c.get("behind");
    if (behind === null) return write(c, startedAt);
    behind.then(({ reason }) => {
      if (reason !== undefined) c.set("reason", reason);
      write(c, startedAt);
    });
  });

  function write(c: AppContext, startedAt: number): void {
    const agent = c.get("agent");
    const { method } = c.req;
    const route = routePattern(c);
    const { status } = c.res;
    const ms = elapsed() - startedAt;
    metrics.countRequest({ method, route, status, ms });
    log({
      at: new Date(now()).toISOString(),
      type: "request",
      requestId: c.get("requestId"),
      method,
      route,
      status,
      ms: tenths(ms),
      agillicMs: tenths(c.get("agillicMs")),
      reason: c.get("reason") || undefined,
      subdomain: agent?.subdomain,
      installationId: agent?.installationId,
      userId: agent?.userId,
    });
  }
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function routePattern(c: AppContext): string {
  const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"));
  // What a parameter may be is left out: `/events/:slot`.
  return route?.path.replace(/\{[^/]*\}/g, "") ?? "unmatched";
}
