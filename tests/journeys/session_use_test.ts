/** What a session opens, and for how long. */
import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createSessions } from "../../server/installation/session.ts";
import { createSealing } from "../../server/sealing.ts";
import { createTestApp, NOW, SESSION_KEY } from "../app_fixture.ts";
import { alter, askForSession, bearer, FRAGMENTS, OTHER_KEY, SECRET } from "./session_posts.ts";

for (const path of FRAGMENTS) {
  Deno.test(`GET ${path} is refused without a session of ours, and asks Agillic nothing`, async () => {
    using app = await createTestApp();
    using elsewhere = await createTestApp({ env: { SESSION_KEYS: OTHER_KEY } });
    const session = await app.signIn();
    const bearers: [authorization: string, reason: string][] = [
      ["", "session_missing"],
      ["Bearer", "session_missing"],
      [`Basic ${session}`, "session_missing"],
      ["Bearer forged", "sealed_malformed"],
      [`Bearer ${alter(session)}`, "sealed_altered"],
      [`Bearer ${await app.agentPass()}`, "sealed_altered"],
      [`Bearer ${await elsewhere.signIn()}`, "sealed_unknown_key"],
      [`Bearer ${await app.zendesk.signSettings()}`, "sealed_malformed"],
    ];
    for (const [Authorization, reason] of bearers) {
      const response = await app.get(path, {}, { Authorization });
      assertEquals([response.status, app.log.at(-1)?.reason], [401, reason]);
      assertEquals(response.headers.get("Cache-Control"), "private, no-store");
      assertEquals(response.headers.get("Requester"), "echo-1");
      const html = await response.text();
      assertStringIncludes(html, 'data-problem="session_required"');
      assertStringIncludes(html, "Zendesk did not let the app sign in.");
      assertFalse(html.includes(reason));
      assertFalse(html.includes("mette"));
    }
    assertEquals(app.agillic.calls.length, 0);
  });
}

Deno.test("a session ends after fifteen minutes, also one that was just used", async () => {
  using app = await createTestApp();
  assertEquals((await app.get("/recipient")).status, 200);
  app.clock.now += 15 * 60_000 - 1;
  assertEquals((await app.get("/recipient")).status, 200);
  app.clock.now += 1;
  assertEquals((await app.get("/recipient")).status, 401);
  assertEquals(app.log.at(-1)?.reason, "sealed_expired");
});

Deno.test("a session that this key sealed for something else is refused", async () => {
  using app = await createTestApp();
  const key = Uint8Array.from({ length: 32 }, (_, index) => index);
  const sealing = createSealing({ keys: [key], now: () => NOW });
  const agent = { subdomain: "acme", installationId: "5678", userId: "9001", location: "" };
  const pass = await createSessions({ sealing, now: () => NOW }).sealPass(agent);
  assertEquals(
    (await askForSession(app, { body: JSON.stringify({ agentPass: pass }) })).status,
    200,
  );
  for (const kind of ["agent-pass", "action", "recipient", "agent-name"] as const) {
    const token = await sealing.seal(kind, { agent, settings: {}, faults: [] }, 60);
    assertEquals((await app.get("/recipient", {}, bearer(token))).status, 401, kind);
  }
});

Deno.test("a settings secret and a session key can be rotated without anybody noticing", async () => {
  using before = await createTestApp();
  const { session } = await (await askForSession(before)).json();
  const pass = await before.agentPass();
  const oldSecret = before.config.accounts.get("acme")?.settingsSecrets[0] ?? "";

  using during = await createTestApp({
    env: {
      SESSION_KEYS: `${OTHER_KEY},${SESSION_KEY}`,
      SETTINGS_SECRETS: `${SECRET},${oldSecret}`,
    },
  });
  assertEquals((await during.get("/recipient", {}, bearer(session))).status, 200);
  const body = JSON.stringify({ agentPass: pass });
  assertEquals((await askForSession(during, { body })).status, 200);
  const renewed = await (await askForSession(during, { body, signing: { secret: SECRET } })).json();

  using after = await createTestApp({ env: { SESSION_KEYS: OTHER_KEY, SETTINGS_SECRETS: SECRET } });
  assertEquals((await after.get("/recipient", {}, bearer(renewed.session))).status, 200);
  assertEquals((await after.get("/recipient", {}, bearer(session))).status, 401);
  assertEquals(after.log.at(-1)?.reason, "sealed_unknown_key");
  const unbelieved = await (await askForSession(after)).json();
  assertEquals((await after.get("/recipient", {}, bearer(unbelieved.session))).status, 422);
});
