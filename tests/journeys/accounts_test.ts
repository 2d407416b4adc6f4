import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { createTestApp, type TestApp, type TestAppOptions } from "../app_fixture.ts";
import { personDataOf, problemsOf } from "./answers.ts";

const SECRET = String(DEFAULT_SETTINGS.settings_secret);
const TOKEN = String(DEFAULT_SETTINGS.base64_encoded_token);

/** The app with accounts of its own instead of the short form; `acme` has the simulator's secret. */
async function start(
  acme: Record<string, unknown>,
  options: TestAppOptions = {},
): Promise<TestApp & Disposable> {
  return await createTestApp({
    ...options,
    accounts: {
      acme: { settingsSecrets: [SECRET], ...acme },
      other: { settingsSecrets: [`${SECRET}-of-the-other`] },
    },
  });
}

/** A session for which code in an agent's browser composed the claims. */
async function signInWith(app: TestApp, claims: Record<string, unknown>): Promise<Response> {
  return await app.request("/session", {
    method: "POST",
    headers: await app.sessionHeaders(claims),
    body: JSON.stringify({ agentPass: await app.agentPass() }),
  });
}

async function authorize(app: TestApp, claims: Record<string, unknown>) {
  return { Authorization: `Bearer ${(await (await signInWith(app, claims)).json()).session}` };
}

Deno.test("with the credential on the server none is needed in Zendesk", async () => {
  using app = await start({ settings: { base64_encoded_token: TOKEN } }, {
    settings: { base64_encoded_token: "" },
  });
  const response = await app.get("/recipient");
  assertEquals(response.status, 200);
  assertStringIncludes(await response.text(), "mette@example.dk");
});

Deno.test("what the server says wins over what the browser composes", async () => {
  using app = await start({
    settings: { person_data_field_list: "FIRSTNAME", cool_down_seconds: "90" },
    limits: { views: ["recipient"] },
  });
  const session = await authorize(app, {
    person_data_field_list: "FIRSTNAME,MSISDN,EMAIL",
    enable_event_trigger_view: true,
    cool_down_seconds: "0",
  });
  const html = await (await app.get("/sidebar", {}, session)).text();
  assertEquals(personDataOf(html).map(([field]) => field), ["FIRSTNAME"]);
  assertFalse(html.includes("data-event-slot"));
  assertFalse(html.includes('data-view="communications"'));
});

Deno.test("an email field outside of the limits finds nobody, and lists nobody", async () => {
  using app = await start({ limits: { emailFields: ["EMAIL"] } });
  const session = await authorize(app, { email_person_data_field: "CITY" });
  const response = await app.get("/sidebar", { "Requester-Email": "a@aarhus.dk" }, session);
  assertEquals(problemsOf(await response.text()), ["settings_invalid"]);
  assertEquals(app.agillic.calls.length, 0);
});

Deno.test("another account's secret signs nothing for this one", async () => {
  using app = await start({});
  const headers = await app.sessionHeaders({}, { secret: `${SECRET}-of-the-other` });
  const body = JSON.stringify({ agentPass: await app.agentPass() });
  const answer = await app.request("/session", { method: "POST", headers, body });
  assertEquals(app.log.at(-1)?.reason, "settings_token_signature");
  const Authorization = `Bearer ${(await answer.json()).session}`;
  const response = await app.get("/sidebar", {}, { Authorization });
  assertEquals(problemsOf(await response.text()), ["settings_invalid"]);
  assertEquals(app.agillic.calls.length, 0);
});

Deno.test("a settings token that an agent had signed for ten years is refused", async () => {
  using app = await start({});
  const headers = await app.sessionHeaders({}, { expirySeconds: 10 * 365 * 86_400 });
  const body = JSON.stringify({ agentPass: await app.agentPass() });
  const response = await app.request("/session", { method: "POST", headers, body });
  assertEquals([response.status, app.log.at(-1)?.reason], [401, "settings_token_too_long_lived"]);
});
