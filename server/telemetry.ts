import { ConfigError, type Environment } from "./config.ts";

const FAULT =
  "OTEL_DENO is true and OTEL_TRACES_SAMPLER is not always_off: traces would hold the " +
  "addresses of customers, which are in the URLs of Agillic. Set OTEL_TRACES_SAMPLER=always_off.";

/**
 * Throws a ConfigError where Deno would export traces. On Deno Deploy the platform sets these variables, and nobody
 * else can.
 */
export function refuseTraces(env: Environment): void {
  const isExporting = env.OTEL_DENO?.toLowerCase() === "true";
  // Not parentbased_always_off, with which whoever sends a request decides.
  const isTracing = isExporting && env.OTEL_TRACES_SAMPLER !== "always_off";
  if (isTracing && !env.DENO_DEPLOY) throw new ConfigError([FAULT]);
}
