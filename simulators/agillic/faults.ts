import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Call } from "./call_log.ts";
import { ConnectionBroken, hang } from "./connection.ts";
import { parseIdentifier } from "./identifier.ts";
import { Refusal } from "./refusal.ts";
import type { Simulation } from "./simulation.ts";
import { spoilBody } from "./spoilt_bodies.ts";
import type { CountedFault, Switches } from "./switches.ts";

const dayMs = 86_400_000;

/** Notes every call, and does to it what the switches say, before and after it is answered. */
export function faults(simulation: Simulation): MiddlewareHandler {
  const { calls, now, switches } = simulation;
  let inFlight = 0;
  const daily = { day: 0, calls: 0 };

  return async (c, next) => {
    const { method, signal } = c.req.raw;
    const route = patternOf(c);
    const key = `${method} ${route}`;
    const call: Call = { method, route, path: pathOf(c), at: now(), outcome: "waiting" };
    calls.add(call);
    const day = Math.floor(call.at / dayMs);
    if (day !== daily.day) Object.assign(daily, { day, calls: 0 });
    daily.calls++;
    inFlight++;
    try {
      if (switches.down && isTouched(switches, key)) throw new ConnectionBroken();
      if (takeFault(switches, "dropNext", key)) throw new ConnectionBroken();
      const latencyMs = latencyOf(c, key, switches);
      if (latencyMs > 0) await simulation.delay(latencyMs, signal);
      if (takeFault(switches, "hangNext", key)) await hang(signal);
      refuseAtGateway(switches, key, inFlight, daily.calls);
      await next();
      if (c.res.ok && isWrite(call)) {
        if (takeFault(switches, "dropAfterDoingNext", key)) throw new ConnectionBroken();
        if (takeFault(switches, "stallAfterDoingNext", key)) await hang(signal);
      }
      const spoilt = await spoilBody(c.res, (fault) => takeFault(switches, fault, key));
      if (spoilt !== c.res) c.res = spoilt;
      call.outcome = c.res.status;
    } catch (error) {
      call.outcome = error instanceof Refusal ? error.status : "broken";
      throw error;
    } finally {
      inFlight--;
    }
  };
}

/** A path as the coverage table writes it: Agillic's `/:verb` is a literal, which Hono must be told. */
export function unquotePattern(path: string): string {
  return path.replace(/:verb\{(:\w+)\}/, "$1");
}

function patternOf(c: Context): string {
  const pattern = matchedRoutes(c).at(-1)?.path ?? "*";
  return pattern === "/*" ? "*" : unquotePattern(pattern);
}

function isWrite({ method, route }: Call): boolean {
  return method !== "GET" && route.startsWith("/recipients") &&
    !route.endsWith("/:listCommunicationHistory");
}

function takeFault(switches: Switches, fault: CountedFault, key: string): boolean {
  if (switches[fault] === 0 || !isTouched(switches, key)) return false;
  switches[fault]--;
  return true;
}

function isTouched({ onlyRoutes }: Switches, key: string): boolean {
  return onlyRoutes.length === 0 || onlyRoutes.some((route) => route === key);
}

function refuseAtGateway(switches: Switches, key: string, inFlight: number, today: number): void {
  if (takeFault(switches, "rateLimitNext", key)) {
    throw new Refusal(429, "TOO_MANY_REQUESTS", "Too many requests");
  }
  if (switches.concurrentCalls !== null && inFlight > switches.concurrentCalls) {
    throw new Refusal(429, "TOO_MANY_REQUESTS", "Too many concurrent requests");
  }
  if (switches.callsPerDay !== null && today > switches.callsPerDay) {
    throw new Refusal(429, "TOO_MANY_REQUESTS", "The daily limit is reached");
  }
  if (takeFault(switches, "failNext", key)) {
    throw new Refusal(switches.failStatus, "SERVER_ERROR", "The service failed");
  }
}

function latencyOf(c: Context, key: string, switches: Switches): number {
  const { latencyByRecipient, latencyByRoute, latencyMs } = switches;
  const segment = c.req.path.split("/")[2];
  const named = segment && Object.keys(latencyByRecipient).length > 0
    ? latencyByRecipient[parseIdentifier(segment).value]
    : undefined;
  const byRoute: Readonly<Record<string, number | undefined>> = latencyByRoute;
  return named ?? byRoute[key] ?? latencyMs;
}

function pathOf(c: Context): string {
  const { url } = c.req;
  return url.slice(url.indexOf("/", url.indexOf("://") + 3));
}
