import { assertEquals, assertFalse, assertMatch } from "@std/assert";
import { createTestApp, NOW, type TestApp, type TestAppOptions } from "../app_fixture.ts";
import { firstAction } from "./actions.ts";

const METRICS_TOKEN = "0123456789abcdef0123456789abcdef";
const COUNTED: TestAppOptions = { env: { METRICS_TOKEN } };
const BEARER = { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } };

/** Every sample by its name and labels, without the buckets. */
async function samplesOf(app: TestApp): Promise<Map<string, number>> {
  const response = await app.request("/metrics", BEARER);
  assertEquals(response.status, 200);
  const lines = (await response.text()).split("\n").filter((line) => /^[a-z]/.test(line));
  return new Map(
    lines.filter((line) => !line.includes("_bucket{")).map((line) => {
      const space = line.lastIndexOf(" ");
      return [line.slice(0, space), Number(line.slice(space + 1))];
    }),
  );
}

const requests = (method: string, route: string, status: string) =>
  `sidebar_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`;
const calls = (method: string, route: string, outcome: string) =>
  `sidebar_agillic_call_duration_seconds_count{method="${method}",route="${route}",outcome="${outcome}"}`;
const actions = (kind: string, outcome: string) =>
  `sidebar_actions_total{kind="${kind}",outcome="${outcome}"}`;
const uses = (use: string, outcome: string) =>
  `sidebar_store_use_duration_seconds_count{use="${use}",outcome="${outcome}"}`;

const ACHIEVE = "/recipients/:id/events/:event/:achieveEvent";

Deno.test("GET /metrics is not there without METRICS_TOKEN", async () => {
  using app = await createTestApp();
  const response = await app.request("/metrics", BEARER);
  assertEquals([response.status, await response.text()], [404, "Not found"]);
});

Deno.test("GET /metrics is for whoever has the token", async () => {
  using app = await createTestApp(COUNTED);
  const wrong = [
    "",
    METRICS_TOKEN,
    `Bearer ${METRICS_TOKEN}0`,
    `Bearer ${METRICS_TOKEN.slice(1)}`,
    "Bearer ",
  ];
  for (const Authorization of wrong) {
    const response = await app.request("/metrics", { headers: { Authorization } });
    assertEquals(response.status, 401, Authorization);
    assertEquals(response.headers.get("WWW-Authenticate"), "Bearer");
    assertFalse((await response.text()).includes("sidebar_"));
  }
  assertEquals(app.log.at(-1)?.reason, "metrics_token_wrong");

  const right = await app.request("/metrics", BEARER);
  assertEquals(right.status, 200);
  assertMatch(right.headers.get("Content-Type") ?? "", /^text\/plain; version=0\.0\.4/);
  assertEquals(right.headers.get("Cache-Control"), "private, no-store");
});

Deno.test("a sidebar and an event are counted, with what they asked of Agillic and the store", async () => {
  using app = await createTestApp(COUNTED);
  await app.get("/sidebar");
  const action = await firstAction(app);
  await app.post("/events/1", action);
  await app.post("/events/1", action);
  await app.post("/events/1", "altered");

  const samples = await samplesOf(app);
  assertEquals(samples.get(requests("POST", "/shell", "2xx")), 1);
  assertEquals(samples.get(requests("POST", "/session", "2xx")), 1);
  assertEquals(samples.get(requests("GET", "/sidebar", "2xx")), 1);
  assertEquals(samples.get(requests("POST", "/events/:slot", "2xx")), 2);
  assertEquals(samples.get(requests("POST", "/events/:slot", "4xx")), 1);
  assertEquals(samples.get(calls("GET", "/recipients/:id", "ok")), 1);
  assertEquals(samples.get(calls("POST", ACHIEVE, "ok")), 1);
  assertEquals(samples.get("sidebar_agillic_calls_in_flight"), 0);
  assertEquals(samples.get(actions("event", "done")), 1);
  assertEquals(samples.get(actions("event", "repeated")), 1);
  assertEquals(samples.get(actions("event", "refused")), 1);
  assertEquals(samples.get(uses("claim", "ok")), 2);
  assertEquals(samples.get(uses("settle", "ok")), 1);
  assertEquals(samples.get("process_start_time_seconds"), NOW / 1000);
  assertEquals(samples.get("process_resident_memory_bytes"), 1_000_000);
});

Deno.test("what Agillic refuses, and every attempt of a read, is counted by how it ended", async () => {
  using app = await createTestApp(COUNTED);
  await app.signIn();
  app.agillic.set({ down: true });
  await app.get("/recipient");
  app.agillic.set({ down: false });
  await app.get("/recipient", { "Requester-Email": "nobody@example.dk" });

  const samples = await samplesOf(app);
  assertEquals(samples.get(requests("GET", "/recipient", "5xx")), 1);
  assertEquals(samples.get(calls("GET", "/recipients/:id", "agillic_unavailable")), 4);
  assertEquals(samples.get(calls("GET", "/recipients/:id", "not_found")), 1);
});

Deno.test("a call is in flight until Agillic has answered", async () => {
  let answer = () => {};
  const hold = new Promise<void>((resolve) => answer = resolve);
  const seen = Promise.withResolvers<void>();
  using app = await createTestApp({
    ...COUNTED,
    intercept() {
      seen.resolve();
      return hold.then(() => Response.json({ personData: {} }));
    },
  });
  const asked = app.get("/recipient");
  await seen.promise;
  assertEquals((await samplesOf(app)).get("sidebar_agillic_calls_in_flight"), 1);
  answer();
  await asked;
  assertEquals((await samplesOf(app)).get("sidebar_agillic_calls_in_flight"), 0);
});

Deno.test("a store that is away is counted by what it did not do", async () => {
  using app = await createTestApp({ ...COUNTED, kv: null });
  await app.post("/events/1", await firstAction(app));
  const samples = await samplesOf(app);
  assertEquals(samples.get(uses("list_last", "not_opened")), 1);
  assertEquals(samples.get(actions("event", "refused")), 1);
});

Deno.test("a label is a pattern or a known word, whatever was asked", async () => {
  using app = await createTestApp(COUNTED);
  await app.request("/mette@example.dk?email=mette@example.dk");
  await app.request("/events/mette", { method: "METTE" });
  await app.request("/assets/mette.js");

  const response = await app.request("/metrics", BEARER);
  const text = await response.text();
  assertFalse(text.includes("mette") || text.includes("METTE"));
  const samples = await samplesOf(app);
  assertEquals(samples.get(requests("GET", "unmatched", "4xx")), 1);
  assertEquals(samples.get(requests("other", "unmatched", "4xx")), 1);
  assertEquals(samples.get(requests("GET", "/assets/:name", "4xx")), 1);
});

Deno.test("at most AGILLIC_CALLS calls of a credential are in flight", async () => {
  let inFlight = 0;
  let most = 0;
  using app = await createTestApp({
    env: { AGILLIC_CALLS: "2" },
    intercept: async () => {
      most = Math.max(most, ++inFlight);
      await new Promise((resolve) => setTimeout(resolve, 0));
      inFlight--;
      return new Response(null, { status: 404 });
    },
  });
  await app.get("/recipient");
  const addresses = Array.from({ length: 6 }, (_, number) => `agent${number}@example.dk`);
  await Promise.all(
    addresses.map((address) => app.get("/recipient", { "Requester-Email": address })),
  );
  assertEquals(most, 2);
});
