import { assert, assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { createSealing } from "../../server/sealing.ts";
import { createSessions } from "../../server/installation/session.ts";
import type { SettingsTokenOptions } from "../../simulators/zendesk/settings_token.ts";
import { createTestApp, NOW, SESSION_KEY, type TestApp } from "../app_fixture.ts";

const SECRET = "another-settings-secret-0123456789abcdef";
const OTHER_KEY = SESSION_KEY.replace("AAEC", "QQEC");
const FRAGMENTS = ["/sidebar", "/recipient", "/events", "/communications"];

/** Asks for a session as the proxy would; each part may be another. */
async function askForSession(
  app: TestApp,
  { claims, signing, authorization, body }: {
    claims?: Record<string, unknown>;
    signing?: SettingsTokenOptions;
    authorization?: string;
    body?: string;
  } = {},
): Promise<Response> {
  return await app.request("/session", {
    method: "POST",
    headers: {
      ...await app.sessionHeaders(claims, signing),
      ...(authorization !== undefined && { Authorization: authorization }),
    },
    body: body ?? JSON.stringify({ agentPass: await app.agentPass() }),
  });
}

const REFUSAL = {
  problem: "session_required",
  message: "Zendesk did not let the app sign in.",
};

/** Refused with one public sentence, the reason in the log alone. */
async function assertRefused(app: TestApp, response: Response, reason: string): Promise<void> {
  assertEquals([response.status, app.log.at(-1)?.reason], [401, reason]);
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  assertEquals(await response.json(), REFUSAL, reason);
}

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
  ["a wrong secret", { signing: { secret: SECRET } }, "settings_token_signature"],
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

Deno.test("settings that are faulty still sign in, so that the sidebar can say what to mend", async () => {
  using app = await createTestApp();
  const response = await askForSession(app, { claims: { email_person_data_field: "" } });
  assertEquals([response.status, app.log.at(-1)?.reason], [200, "settings_invalid"]);
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
  await assertRefused(after, await askForSession(after), "settings_token_signature");
});

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

Deno.test("GET /session does not exist", async () => {
  using app = await createTestApp();
  const response = await app.request("/session");
  assertEquals(response.status, 404);
  assert((await response.text()).length < 20);
});

function bearer(session: string): Record<string, string> {
  return { Authorization: `Bearer ${session}` };
}

/** The same token with one character of its content changed. */
function alter(token: string): string {
  const [header, key, iv, content = "", tag] = token.split(".");
  const changed = (content.startsWith("A") ? "B" : "A") + content.slice(1);
  return [header, key, iv, changed, tag].join(".");
}
