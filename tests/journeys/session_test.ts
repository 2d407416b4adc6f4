/** Who gets a session, from which settings. */
import { assert, assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp, NOW } from "../app_fixture.ts";
import {
  alter,
  askForSession,
  assertRefused,
  bearer,
  FRAGMENTS,
  OTHER_KEY,
  REFUSAL,
  SECRET,
} from "./session_posts.ts";

Deno.test("POST /session makes a session of fifteen minutes from settings and pass", async () => {
  using app = await createTestApp();

  const response = await askForSession(app);

  assertEquals(response.status, 200);
  assertEquals(response.headers.get("Content-Type"), "application/json");
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  const { session, expiresAt, ...rest } = await response.json();
  assertEquals(expiresAt, new Date(NOW + 15 * 60_000).toISOString());
  assertEquals(rest, {});
  const fragment = await app.get("/recipient", {}, { Authorization: `Bearer ${session}` });
  assertEquals(fragment.status, 200);
  assertEquals(app.log.at(-1)?.userId, "9001");
});

Deno.test("a session shows nothing of the settings inside it", async () => {
  using app = await createTestApp();
  const { session } = await (await askForSession(app)).json();
  assertMatch(session, /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
  for (const part of session.split(".")) {
    const readable = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    assertFalse(/agillic|EMAIL|9001/i.test(readable));
  }
});

const TOKENS: [what: string, Parameters<typeof askForSession>[1], reason: string][] = [
  ["no token", { authorization: "" }, "settings_token_missing"],
  [
    "a placeholder for a token",
    { authorization: "Bearer {{jwt.token}}" },
    "settings_token_malformed",
  ],
  ["HS384", { signing: { algorithm: "HS384" } }, "settings_token_malformed"],
  ["HS512", { signing: { algorithm: "HS512" } }, "settings_token_malformed"],
  ["an expired token", { signing: { issuedSecondsAgo: 121 } }, "settings_token_expired"],
  ["a token without exp", { claims: { exp: null } }, "settings_token_claims"],
  ["another installation", { claims: { installation_id: "1" } }, "installations_disagree"],
  ["no installation", { claims: { installation_id: null } }, "installations_disagree"],
  ["a list of installations", { claims: { installation_id: [5678, 1] } }, "installations_disagree"],
];

for (const [what, options, reason] of TOKENS) {
  Deno.test(`POST /session refuses ${what}`, async () => {
    using app = await createTestApp();
    await assertRefused(app, await askForSession(app, options), reason);
  });
}

Deno.test("settings with a wrong secret are not believed, and a minute's session says what to correct", async () => {
  using app = await createTestApp();

  const response = await askForSession(app, { signing: { secret: SECRET } });

  assertEquals([response.status, app.log.at(-1)?.reason], [200, "settings_token_signature"]);
  const { session, expiresAt } = await response.json();
  assertEquals(expiresAt, new Date(NOW + 60_000).toISOString());
  for (const path of FRAGMENTS) {
    const fragment = await app.get(path, {}, bearer(session));
    assertEquals([fragment.status, app.log.at(-1)?.reason], [422, "settings_invalid"]);
    const html = await fragment.text();
    assertStringIncludes(html, "<dt>Settings Secret</dt>");
    assertStringIncludes(html, "The secret in Zendesk is not the one that the server knows.");
  }
  const check = await (await app.get("/setup", {}, bearer(session))).text();
  assertStringIncludes(check, "Settings Settings Secret");
  assertStringIncludes(check, "The secret in Zendesk is not the one that the server knows.");
  assertEquals(app.agillic.calls.length, 0);
});

Deno.test("a wrong secret is not what an expired token or a wrong clock is told as", async () => {
  using app = await createTestApp();
  const others = [{ issuedSecondsAgo: 121 }, { issuedSecondsAgo: -61 }];
  for (const signing of others) {
    const response = await askForSession(app, { signing });
    assertEquals([response.status, await response.json()], [401, REFUSAL]);
  }
});

Deno.test("POST /session refuses an unsigned token", async () => {
  using app = await createTestApp();
  const [, claims] = (await app.zendesk.signSettings()).split(".");
  const header = btoa(JSON.stringify({ alg: "none" })).replaceAll("=", "");
  const response = await askForSession(app, { authorization: `Bearer ${header}.${claims}.` });
  await assertRefused(app, response, "settings_token_malformed");
});

Deno.test("POST /session refuses a body without an agent pass", async () => {
  using app = await createTestApp();
  for (const body of ["", "{}", "null", "[]", "<xml/>", '{"agentPass":5}', '{"agentPass":""}']) {
    await assertRefused(app, await askForSession(app, { body }), "agent_pass_missing");
  }
});

Deno.test("POST /session refuses a pass that is forged, altered, of another kind or key", async () => {
  using app = await createTestApp();
  using elsewhere = await createTestApp({ env: { SESSION_KEYS: OTHER_KEY } });
  const pass = await app.agentPass();
  const shellToken = await app.zendesk.signShellToken();
  const { session } = await (await askForSession(app)).json();
  const passes: [agentPass: string, reason: string][] = [
    ["forged", "sealed_malformed"],
    [shellToken, "sealed_malformed"],
    [alter(pass), "sealed_altered"],
    [session, "sealed_altered"],
    [await elsewhere.agentPass(), "sealed_unknown_key"],
  ];
  for (const [agentPass, reason] of passes) {
    const body = JSON.stringify({ agentPass });
    await assertRefused(app, await askForSession(app, { body }), reason);
  }
});

Deno.test("POST /session takes a pass for twelve hours", async () => {
  using app = await createTestApp();
  const body = JSON.stringify({ agentPass: await app.agentPass() });
  app.clock.now += 12 * 3_600_000 - 1;
  assertEquals((await askForSession(app, { body })).status, 200);
  app.clock.now += 1;
  const response = await askForSession(app, { body });
  // Not 401: the page has to say that it needs to be reloaded.
  assertEquals([response.status, app.log.at(-1)?.reason], [410, "sealed_expired"]);
  assertEquals((await response.json()).problem, "page_expired");
});

Deno.test("an agent's session is that agent's, whatever the settings say", async () => {
  using app = await createTestApp();
  const body = JSON.stringify({ agentPass: await app.agentPass({ agentId: 9002 }) });
  const claims = { userId: "9001", user_id: "9001", agent: { userId: "9001" } };
  const { session } = await (await askForSession(app, { body, claims })).json();
  await app.get("/recipient", {}, { Authorization: `Bearer ${session}` });
  assertEquals(app.log.at(-1)?.userId, "9002");
});

Deno.test("settings that are faulty still sign in, so that the sidebar can say what to correct", async () => {
  using app = await createTestApp();
  const response = await askForSession(app, { claims: { email_person_data_field: "" } });
  assertEquals([response.status, app.log.at(-1)?.reason], [200, "settings_invalid"]);
});

Deno.test("GET /session does not exist", async () => {
  using app = await createTestApp();
  const response = await app.request("/session");
  assertEquals(response.status, 404);
  assert((await response.text()).length < 20);
});
