import { Hono } from "hono";
import { StoreError } from "../actions/store.ts";
import type { AppContext, AppEnv } from "../context.ts";
import { untilPassed } from "../delay.ts";
import type { Services } from "../services.ts";
import { verifyWebhook } from "../zendesk/webhook.ts";

type HookServices = Pick<Services, "config" | "resuming" | "now" | "elapsed" | "delay">;

const SOLVED: ReadonlySet<string> = new Set(["solved", "closed"]);
const MOST_WAIT_MS = 3_000;
// With 60 or more, or none, Zendesk does not try again.
const RETRY_AFTER_SECONDS = "30";

/** POST /hooks/zendesk: a ticket was solved, and what was paused until then is resumed. */
export function createHookRoutes(services: HookServices): Hono<AppEnv> {
  const { config, now, resuming } = services;
  const secretsOf = (subdomain: string) => config.accounts.get(subdomain)?.webhookSecrets ?? [];
  return new Hono<AppEnv>().post("/zendesk", async (c) => {
    const verified = await verifyWebhook({
      body: await c.req.arrayBuffer(),
      signature: c.req.header("X-Zendesk-Webhook-Signature"),
      timestamp: c.req.header("X-Zendesk-Webhook-Signature-Timestamp"),
    }, { secretsOf, now });
    if (!verified.ok) return answer(c, verified.reason, 401, "Unauthorized");
    try {
      const { status, delivery, ...ticket } = verified.value;
      const due = SOLVED.has(status) ? await resuming.solve(ticket, delivery) : [];
      await waitALittle(Promise.all([resuming.resume(due), resuming.resumeDue()]), services);
      return c.body(null, 204);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      c.header("Retry-After", RETRY_AFTER_SECONDS);
      return answer(c, "store_unavailable", 503, "Service Unavailable");
    }
  });
}

function answer(c: AppContext, reason: string, status: 401 | 503, words: string): Response {
  c.set("reason", reason);
  return c.text(words, status);
}

/** It is noted, so Zendesk need not wait; but while it does, no process is put to sleep or stopped. */
async function waitALittle(work: Promise<unknown>, services: HookServices): Promise<void> {
  const ended = new AbortController();
  const tooLong = untilPassed(MOST_WAIT_MS, services, ended.signal).catch(() => {});
  await Promise.race([work, tooLong]);
  ended.abort();
}
