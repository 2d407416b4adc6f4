import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import type { AppEnv } from "./context.ts";
import { createMetrics } from "./metrics.ts";
import type { LogEntry } from "./options.ts";
import { requestLog } from "./request_log.ts";

function create() {
  const lines: LogEntry[] = [];
  let ids = 0;
  const app = new Hono<AppEnv>()
    .use(requestLog({
      log: (entry) => lines.push(entry),
      metrics: createMetrics({ now: () => 0, memoryBytes: () => 0 }),
      now: () => Date.UTC(2026, 1, 10, 9, 12, 5),
      elapsed: () => 0,
      randomId: () => `id-${++ids}`,
    }))
    .get("/events/:slot", (c) => {
      c.set("agent", { subdomain: "acme", installationId: "5678", userId: "9001", location: "" });
      c.set("agillicMs", 12.34);
      return c.text("mette@example.dk");
    })
    .get("/since/:since{\\d+}/:look{1|2}", (c) => c.text("ok"))
    .get("/refused", (c) => {
      c.set("reason", "sealed_expired");
      return c.text("no", 401);
    })
    .get("/broken", () => {
      throw new Error("mette@example.dk");
    })
    .notFound((c) => c.text("Not found", 404))
    .onError((_, c) => c.text("no", 500));
  return { lines, request: async (path: string) => await app.request(path) };
}

Deno.test("a pattern has its parameters, and not what they may be", async () => {
  const { lines, request } = create();
  await request("/since/1770714725000/2");
  assertEquals(lines.map(({ route }) => route), ["/since/:since/:look"]);
});

Deno.test("each request has one line: pattern, status, time, who, and never its address", async () => {
  const { lines, request } = create();
  await request("/events/2?email=mette@example.dk");
  const [{ ms, ...line } = {}, ...more] = lines;
  assertEquals(line, {
    at: "2026-02-10T09:12:05.000Z",
    type: "request",
    requestId: "id-1",
    method: "GET",
    route: "/events/:slot",
    status: 200,
    agillicMs: 12.3,
    reason: undefined,
    subdomain: "acme",
    installationId: "5678",
    userId: "9001",
  });
  assertEquals([typeof ms, more], ["number", []]);
});

Deno.test("a line says why, and nobody's name where nobody is known", async () => {
  const { lines, request } = create();
  await request("/refused");
  const [{ status, reason, subdomain, userId } = {}] = lines;
  assertEquals([status, reason, subdomain, userId], [401, "sealed_expired", undefined, undefined]);
});

Deno.test("an address that there is not, and an error, have their lines too", async () => {
  const { lines, request } = create();
  await request("/mette@example.dk");
  await request("/broken");
  assertEquals(lines.map(({ route, status }) => [route, status]), [
    ["unmatched", 404],
    ["/broken", 500],
  ]);
  assertEquals(JSON.stringify(lines).includes("mette"), false);
});

Deno.test("the answer names the request", async () => {
  const { request } = create();
  assertEquals((await request("/events/1")).headers.get("Request-Id"), "id-1");
});
