import type { MiddlewareHandler } from "hono";
import { Refusal } from "./refusal.ts";
import type { Simulation } from "./simulation.ts";

/** Lets through only calls with one of the credentials, or with a bearer token still valid. */
export function authenticate(simulation: Simulation): MiddlewareHandler {
  const basics = new Set(simulation.credentials.map(({ key, secret }) => btoa(`${key}:${secret}`)));
  return async (c, next) => {
    const [scheme, token = ""] = (c.req.header("Authorization") ?? "").split(" ");
    const known = scheme === "Basic"
      ? basics.has(token)
      : scheme === "Bearer" && (simulation.tokens.get(token) ?? 0) > simulation.now();
    if (!known) {
      const status = simulation.switches.authFailureStatus;
      throw new Refusal(status, "ACCESS_DENIED", "Access denied");
    }
    await next();
  };
}
