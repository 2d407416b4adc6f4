import { assert, assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp, type TestApp, type TestAppOptions } from "../app_fixture.ts";
import { read } from "./actions.ts";
import { actionIn, problemsOf, textOf } from "./answers.ts";

const EXCHANGE = "POST /oauth2/token";
const METTE = "mette@example.dk";
const DAY_PARTS = ["/sidebar", "/recipient", "/events", "/communications", "/setup"];

async function start({ settings, ...options }: TestAppOptions = {}): Promise<TestApp & Disposable> {
  return await createTestApp({ ...options, settings: { agillic_oauth: true, ...settings } });
}

function exchanges({ agillic }: TestApp): number {
  return agillic.counts.get(EXCHANGE) ?? 0;
}

async function offered(app: TestApp): Promise<string> {
  return actionIn(await (await app.get("/events")).text());
}

Deno.test("with OAuth2 an agent's requests share one exchange, and the credential is not sent again", async () => {
  const authorizations: string[] = [];
  using app = await start({
    intercept: (url, { headers }) => {
      if (url.pathname.startsWith("/oauth2") || url.host.endsWith("zendesk.com")) return undefined;
      authorizations.push(new Headers(headers).get("authorization") ?? "");
      return undefined;
    },
  });
  assertStringIncludes(await (await app.get("/sidebar", {}, { History: "behind" })).text(), METTE);
  await app.get("/communications");
  const { status } = await app.post("/events/1", await offered(app));
  assertEquals([status, app.agillic.achieved(METTE, "welcome_event")], [200, 1]);
  assertEquals(exchanges(app), 1);
  assertEquals(new Set(authorizations), new Set(["Bearer simulated-bearer-1"]));
});

Deno.test("without OAuth2 nothing is exchanged", async () => {
  using app = await start({ settings: { agillic_oauth: false } });
  await app.get("/sidebar");
  assertEquals([app.agillic.calls.length, exchanges(app)], [1, 0]);
});

Deno.test("a token that has expired between two requests is exchanged anew, and nothing is refused", async () => {
  using app = await start();
  app.agillic.set({ tokenSeconds: 600, expiresInAs: "string" });
  await app.get("/recipient");
  app.clock.now += 9 * 60_000;
  await app.get("/recipient");
  assertEquals(exchanges(app), 2);
  assert(app.agillic.calls.every(({ outcome }) => outcome === 200));
});

Deno.test("an event whose token was revoked meanwhile is triggered once", async () => {
  for (const authFailureStatus of [401, 403] as const) {
    using app = await start();
    app.agillic.set({ authFailureStatus });
    await app.get("/sidebar");
    const action = await offered(app);
    app.agillic.revokeTokens();

    const { status, html } = await read(await app.post("/events/1", action));

    assertEquals(status, 200);
    assertStringIncludes(html, "Event triggered");
    assertEquals(app.agillic.achieved(METTE, "welcome_event"), 1);
    assertEquals(
      app.agillic.calls.slice(-3).map(({ outcome }) => outcome),
      [authFailureStatus, 200, 200],
    );
    // Nor is it triggered again by the same form.
    await app.post("/events/1", action);
    assertEquals(app.agillic.achieved(METTE, "welcome_event"), 1);
  }
});

Deno.test("tokens that are refused however new say that the token is invalid, and trigger nothing", async () => {
  using app = await start();
  const action = await offered(app);
  app.agillic.set({ tokenSeconds: 0 });
  const { status, problem } = await read(await app.post("/events/1", action));
  assertEquals([status, problem], [403, "token_invalid"]);
  assertEquals(exchanges(app), 2);
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 0);
});

Deno.test("a wrong secret says that the token is invalid, whatever it is refused with", async () => {
  for (const exchangeFailureStatus of [400, 401, 403] as const) {
    using app = await start({ settings: { base64_encoded_token: btoa("agillic-key:wrong") } });
    app.agillic.set({ exchangeFailureStatus });
    const response = await app.get("/sidebar");
    assertEquals(response.status, 403);
    assertEquals(problemsOf(await response.text()), ["token_invalid"]);
    assertEquals(exchanges(app), 1);
    assertEquals(app.agillic.calls.length, 1);
  }
});

Deno.test("while nothing can be exchanged Agillic cannot be reached, and nothing of an event is sent", async () => {
  using app = await start();
  const action = await offered(app);
  app.agillic.set({ onlyRoutes: [EXCHANGE], down: true });
  const { status, problem } = await read(await app.post("/events/1", action));
  assertEquals([status, problem], [502, "agillic_unavailable"]);
  const line = app.log.findLast(({ type }) => type === "action");
  assertEquals([line?.outcome, line?.code], ["failed", "agillic_unavailable"]);
  assert(app.agillic.calls.every(({ route }) => route === "/oauth2/token"));

  // It was certainly not done: no cool-down, and it can be triggered at once.
  app.agillic.set({ down: false });
  const again = await read(await app.post("/events/1", await offered(app)));
  assertEquals([again.status, app.agillic.achieved(METTE, "welcome_event")], [200, 1]);
});

Deno.test("the configuration check says which way is used, and whether it works", async () => {
  using app = await start();
  const tokenRow = async () => textOf(await (await app.get("/setup")).text());
  assertStringIncludes(
    await tokenRow(),
    "Agillic accepts the token, and exchanges it for a short-lived one (OAuth2).",
  );
  app.agillic.set({ onlyRoutes: [EXCHANGE], failNext: 1, failStatus: 500 });
  assertStringIncludes(await tokenRow(), "Agillic cannot be reached");

  using wrong = await start({ settings: { base64_encoded_token: btoa("agillic-key:wrong") } });
  const text = textOf(await (await wrong.get("/setup")).text());
  assertStringIncludes(text, "Agillic does not exchange the token for a short-lived one (OAuth2)");
  assertStringIncludes(text, "clear “Sign in by OAuth2” there");
});

Deno.test("no answer, no line of the log and no metric holds a bearer token or the secret", async () => {
  const METRICS_TOKEN = "metrics-token-0123456789-0123456789";
  using app = await start({ env: { METRICS_TOKEN } });
  const texts: string[] = [];
  const keep = async (response: Response) => {
    texts.push(JSON.stringify([...response.headers]), await response.text());
  };
  for (const path of DAY_PARTS) await keep(await app.get(path));
  await keep(await app.post("/events/1", await offered(app)));
  app.agillic.revokeTokens();
  for (const path of DAY_PARTS) await keep(await app.get(path));
  app.agillic.set({ down: true });
  app.agillic.revokeTokens();
  app.clock.now += 7_200_000;
  const Authorization = `Bearer ${await app.signIn()}`;
  for (const path of DAY_PARTS) await keep(await app.get(path, {}, { Authorization }));
  const headers = { Authorization: `Bearer ${METRICS_TOKEN}` };
  const metrics = await (await app.request("/metrics", { headers })).text();
  assertStringIncludes(metrics, 'route="/oauth2/token"');
  const said = [...texts, metrics, JSON.stringify(app.log)].join("\n");
  for (const word of ["simulated-bearer", "agillic-secret", "client_secret"]) {
    assertFalse(said.includes(word), word);
  }
});
