import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../context.ts";
import { untilPassed } from "../delay.ts";
import { accepted, rejected, type Result } from "../result.ts";
import type { Services } from "../services.ts";

type BodyReason = "body_too_large" | "body_too_slow" | "body_incomplete";
type Clocks = Pick<Services, "elapsed" | "delay">;
type Bytes = Uint8Array<ArrayBuffer>;

// No body of ours is larger than a shell token or an action.
const MAX_BYTES = 64 * 1024;
const MAX_MS = 10_000;

// Unlike a problem of the table, nobody who uses the sidebar gets to see these.
const REFUSALS = {
  body_too_large: [413, "Content too large"],
  body_too_slow: [408, "Request timeout"],
  body_incomplete: [400, "Bad request"],
} as const satisfies Record<BodyReason, readonly [status: number, words: string]>;

/** Reads a request's body to its end before any route sees it: what fails here is the client's doing. */
export function wholeBody(services: Clocks): MiddlewareHandler<AppEnv> {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { raw } = c.req;
    if (raw.body !== null) {
      const read = Number(c.req.header("content-length") ?? 0) > MAX_BYTES
        ? rejected("body_too_large")
        : await readInTime(raw.body.getReader(), services);
      if (!read.ok) {
        c.set("reason", read.reason);
        const [status, words] = REFUSALS[read.reason];
        return c.text(words, status);
      }
      // Where Hono looks first. A new Request would have the signal of the old one, of which Deno warns.
      Object.assign(c.req.bodyCache, { arrayBuffer: Promise.resolve(read.value) });
    }
    await next();
  });
}

async function readInTime(
  reader: ReadableStreamDefaultReader<Bytes>,
  clocks: Clocks,
): Promise<Result<ArrayBuffer, BodyReason>> {
  const alarm = new AbortController();
  const tooSlow = untilPassed(MAX_MS, clocks, alarm.signal).then(() => rejected("body_too_slow"));
  // It ends with a rejection when the body is there first.
  tooSlow.catch(() => {});
  const read = await Promise.race([readWhole(reader), tooSlow]);
  alarm.abort();
  // A body that is not wanted any more may fail as it likes.
  if (!read.ok) reader.cancel().catch(() => {});
  return read;
}

async function readWhole(
  reader: ReadableStreamDefaultReader<Bytes>,
): Promise<Result<ArrayBuffer, BodyReason>> {
  const chunks: Bytes[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.byteLength;
      if (size > MAX_BYTES) return rejected("body_too_large");
      chunks.push(next.value);
    }
  } catch {
    return rejected("body_incomplete");
  }
  return accepted(await new Blob(chunks).arrayBuffer());
}
