import { assertEquals } from "@std/assert";
import type { Kv } from "../../server/actions/kv_store.ts";
import { createTestApp, type TestAppOptions } from "../app_fixture.ts";

async function readiness(options: TestAppOptions): Promise<[status: number, answer: unknown]> {
  using app = await createTestApp(options);
  const response = await app.request("/readyz");
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  return [response.status, await response.json()];
}

Deno.test("GET /healthz says that the process answers, whatever else is wrong", async () => {
  using app = await createTestApp({ kv: null });
  app.agillic.set({ down: true });
  const response = await app.request("/healthz");
  assertEquals([response.status, await response.text()], [200, "ok"]);
});

Deno.test("GET /readyz says that everything can be used", async () => {
  assertEquals(await readiness({}), [200, { ready: true, unusable: [] }]);
});

Deno.test("GET /readyz names the store that cannot be opened", async () => {
  assertEquals(await readiness({ kv: null }), [503, { ready: false, unusable: ["store"] }]);
});

Deno.test("GET /readyz names the store that fails, and not how", async () => {
  const kv = { get: () => Promise.reject(new Error("disk full")) } as unknown as Kv;
  assertEquals(await readiness({ kv }), [503, { ready: false, unusable: ["store"] }]);
});

Deno.test("GET /readyz names a public key that is none", async () => {
  const pem = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----";
  assertEquals(await readiness({ env: { ZENDESK_APP_PUBLIC_KEY: pem } }), [
    503,
    { ready: false, unusable: ["app_public_key"] },
  ]);
});

Deno.test("GET /readyz does not wait for a key that is Zendesk's to have", async () => {
  const env = { ZENDESK_APP_PUBLIC_KEY: "", ZENDESK_APP_ID: "1" };
  const intercept = () => Promise.reject(new TypeError("nothing is reachable"));
  assertEquals(await readiness({ env, intercept }), [200, { ready: true, unusable: [] }]);
});

Deno.test("GET /readyz names assets that were not built", async () => {
  const missing = { find: () => Promise.resolve(null) };
  const broken = { find: () => Promise.reject(new Error("no such file")) };
  for (const assets of [missing, broken]) {
    assertEquals(await readiness({ assets }), [503, { ready: false, unusable: ["assets"] }]);
  }
});

Deno.test("GET /readyz names all that cannot be used at once", async () => {
  const assets = { find: () => Promise.resolve(null) };
  assertEquals(await readiness({ kv: null, assets }), [
    503,
    { ready: false, unusable: ["assets", "store"] },
  ]);
});
