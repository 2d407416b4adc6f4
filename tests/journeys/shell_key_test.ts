import { assert, assertEquals } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { ACME, assertRefused, form, post } from "./shell_posts.ts";

const FETCHED_KEY = { ZENDESK_APP_PUBLIC_KEY: "", ZENDESK_APP_ID: "1234" };

Deno.test("the public key is fetched from the account's Zendesk, once", async () => {
  const asked: string[] = [];
  using app = await createTestApp({
    env: FETCHED_KEY,
    intercept: (url) => {
      asked.push(url.href);
      return undefined;
    },
  });
  assertEquals((await app.openShell()).status, 200);
  assertEquals((await app.openShell()).status, 200);
  assertEquals(asked, [`${ACME}/api/v2/apps/1234/public_key.pem`]);
});

Deno.test("a shell whose key cannot be fetched is refused, and opens when it can", async () => {
  let broken = true;
  using app = await createTestApp({
    env: FETCHED_KEY,
    intercept: () => broken ? new Response("<h1>502</h1>", { status: 502 }) : undefined,
  });
  await assertRefused(app, await app.openShell(), "public_key_unavailable");
  broken = false;
  app.clock.now += 1_000;
  assertEquals((await app.openShell()).status, 200);
});

Deno.test("forged tokens have Zendesk asked for its key at most once a minute", async () => {
  let asked = 0;
  using app = await createTestApp({
    env: FETCHED_KEY,
    intercept: () => {
      asked++;
      return undefined;
    },
  });
  const forged = await form(app, { signedWith: "foreign" });
  for (let number = 0; number < 5; number++) await post(app, forged);
  assertEquals(asked, 1);
  app.clock.now += 60_000;
  assertEquals((await post(app, await form(app))).status, 200);
  assertEquals(asked, 1);
});

Deno.test("in development the account may be elsewhere: it signs, frames and has the key", async () => {
  const origin = "http://localhost:8002";
  const asked: string[] = [];
  using app = await createTestApp({
    env: { ...FETCHED_KEY, ZENDESK_ORIGIN: origin },
    intercept: (url) => {
      asked.push(url.href);
      return new Response(app.zendesk.publicKeyPem);
    },
  });
  const response = await post(app, await form(app), { origin });
  assertEquals(response.status, 200);
  assertEquals(asked, [`${origin}/api/v2/apps/1234/public_key.pem`]);
  assert(response.headers.get("Content-Security-Policy")?.endsWith(`frame-ancestors ${origin}`));
  assertEquals((await app.openShell()).status, 403);
});
