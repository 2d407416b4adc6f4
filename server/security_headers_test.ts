import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import type { AppEnv } from "./context.ts";
import { createMetrics } from "./metrics.ts";
import { requestLog } from "./request_log.ts";
import { allowShell } from "./security_headers.ts";

const SDK = "https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js";

const app = new Hono<AppEnv>()
  .use(requestLog({
    log: () => {},
    metrics: createMetrics({ now: () => 0, memoryBytes: () => 0 }),
    now: () => 0,
    elapsed: () => 0,
    randomId: () => "id-1",
  }))
  .get("/fragment", (c) => c.text("ok"))
  .get("/public", (c) => {
    c.header("Cache-Control", "public");
    return c.text("ok");
  })
  .get("/broken", () => {
    throw new Error("broken");
  })
  .get("/shell", (c) => {
    allowShell(c, ["https://acme.zendesk.com", "https://other.zendesk.com"], null);
    return c.text("ok");
  })
  .get("/shell-with-sdk", (c) => {
    allowShell(c, ["https://acme.zendesk.com"], SDK);
    return c.text("ok");
  })
  .notFound((c) => c.text("Not found", 404))
  .onError((_, c) => c.text("no", 500));

Deno.test("every answer is private and may load, run and frame nothing", async () => {
  for (const path of ["/fragment", "/broken", "/unknown"]) {
    const { headers } = await app.request(path);
    const { "content-type": _type, ...sent } = Object.fromEntries(headers);
    assertEquals(sent, {
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "request-id": "id-1",
      "strict-transport-security": "max-age=31536000",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex",
    });
  }
});

Deno.test("a route may say otherwise", async () => {
  const { headers } = await app.request("/public");
  assertEquals(headers.get("Cache-Control"), "public");
});

Deno.test("the shell runs our script in the accounts' frames and nothing else", async () => {
  const { headers } = await app.request("/shell");
  assertEquals(headers.get("Content-Security-Policy")?.split("; "), [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors https://acme.zendesk.com https://other.zendesk.com",
  ]);
  assertEquals(headers.get("X-Frame-Options"), null);
});

Deno.test("the page tells nobody where it is, stays on https, and asks for no device", async () => {
  const { headers } = await app.request("/shell");
  assertEquals(headers.get("Referrer-Policy"), "no-referrer");
  assertEquals(headers.get("Strict-Transport-Security"), "max-age=31536000");
  assertEquals(headers.get("X-Robots-Tag"), "noindex");
  assertEquals(
    headers.get("Permissions-Policy"),
    "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  );
});

Deno.test("the shell may load Zendesk's SDK from its origin when the build asks for it", async () => {
  const { headers } = await app.request("/shell-with-sdk");
  assertEquals(
    headers.get("Content-Security-Policy")?.split("; ")[1],
    "script-src 'self' https://static.zdassets.com",
  );
});
