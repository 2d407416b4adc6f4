import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { decodeJwt, jwtVerify } from "jose";
import { createZendeskSimulator, type ZendeskSimulator } from "./app.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";
import type { ZendeskSimulatorOptions } from "./simulation.ts";
import { BACKEND, NOW, testOptions } from "./options_fixture.ts";

type Sent = { url: string; method: string; headers: Headers; body: string };

/** A simulator whose proxy reaches a server that answers with `response`, and what that server was sent. */
function simulatorWith(
  response: () => Response | Promise<Response> = () => Response.json({ ok: true }),
  options: Partial<ZendeskSimulatorOptions> = {},
): { simulator: ZendeskSimulator; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch = async (request: Request) => {
    const { url, method, headers } = request;
    sent.push({ url, method, headers, body: await request.text() });
    return await response();
  };
  return { simulator: createZendeskSimulator(testOptions({ fetch, ...options })), sent };
}

const SIGNED = {
  url: `${BACKEND}/session`,
  method: "POST",
  secure: true,
  headers: { Authorization: "Bearer {{jwt.token}}", "Content-Type": "application/json" },
  body: "{}",
  jwt: { algorithm: "HS256", secret_key: "{{setting.settings_secret}}", expiry: 30, claims: {} },
};

async function proxy(simulator: ZendeskSimulator, body: unknown): Promise<Response> {
  return await simulator.fetch("/proxy/v2/apps/5678", {
    method: "POST",
    headers: { "content-type": "application/json", cookie: "a=b", origin: "http://localhost:8002" },
    body: JSON.stringify(body),
  });
}

async function claimsOf(simulator: ZendeskSimulator, sent: Sent[], claims: object) {
  await proxy(simulator, { ...SIGNED, jwt: { ...SIGNED.jwt, claims } });
  return decodeJwt(sent.at(-1)?.headers.get("authorization")?.slice("Bearer ".length) ?? "");
}

Deno.test("the proxy signs the claims with the installation's secret and adds iat and exp", async () => {
  const { simulator, sent } = simulatorWith();
  const response = await proxy(simulator, SIGNED);
  assertEquals(response.status, 200);
  assertEquals(await response.json(), { ok: true });
  const token = sent[0]?.headers.get("authorization")?.slice("Bearer ".length) ?? "";
  const secret = new TextEncoder().encode(String(DEFAULT_SETTINGS.settings_secret));
  const { payload } = await jwtVerify(token, secret, { currentDate: new Date(NOW) });
  assertEquals(payload, { iat: NOW / 1000, exp: NOW / 1000 + 30 });
});

Deno.test("the proxy fills settings into claims, nested ones too", async () => {
  const { simulator, sent } = simulatorWith();
  const { iat: _iat, exp: _exp, ...claims } = await claimsOf(simulator, sent, {
    installation_id: "5678",
    token: "{{setting.base64_encoded_token}}",
    view: "{{setting.enable_recipient_view}}",
    deep: [{ event: "event {{setting.event_1_name}}" }],
  });
  assertEquals(claims, {
    installation_id: "5678",
    token: DEFAULT_SETTINGS.base64_encoded_token,
    view: true,
    deep: [{ event: "event welcome_event" }],
  });
});

Deno.test("a checkbox becomes a string when the switch says so", async () => {
  const { simulator, sent } = simulatorWith();
  simulator.set({ checkboxAs: "string" });
  const claims = await claimsOf(simulator, sent, { view: "{{setting.enable_recipient_view}}" });
  assertEquals(claims.view, "true");
});

Deno.test("a setting that is not filled in arrives literal, empty or not at all", async () => {
  const { simulator, sent } = simulatorWith();
  simulator.configure({ event_1_name: "" });
  const claim = async () =>
    (await claimsOf(simulator, sent, { event: "{{setting.event_1_name}}" })).event;
  assertEquals(await claim(), "{{setting.event_1_name}}");
  simulator.set({ unsetPlaceholder: "empty" });
  assertEquals(await claim(), "");
  simulator.set({ unsetPlaceholder: "absent" });
  assertEquals(await claim(), undefined);
});

Deno.test("a secure setting goes only where its scopes let it", async () => {
  const { simulator, sent } = simulatorWith();
  simulator.configure({ header_key: "k-1" });
  await proxy(simulator, {
    ...SIGNED,
    url: `${BACKEND}/x?s={{setting.settings_secret}}&e={{setting.event_1_name}}`,
    headers: { "X-Key": "{{setting.header_key}}", "X-Token": "{{setting.base64_encoded_token}}" },
    body: "{{setting.settings_secret}} {{setting.event_1_name}}",
  });
  const [request] = sent;
  assertEquals(request?.headers.get("x-key"), "k-1");
  assertEquals(request?.headers.get("x-token"), "{{setting.base64_encoded_token}}");
  assertEquals(request?.body, "{{setting.settings_secret}} welcome_event");
  assertStringIncludes(request?.url ?? "", "setting.settings_secret");
  assertStringIncludes(request?.url ?? "", "e=welcome_event");
  const claims = await claimsOf(simulator, sent, { key: "{{setting.header_key}}" });
  assertEquals(claims.key, "{{setting.header_key}}");
});

Deno.test("nothing is filled in or signed without secure: true", async () => {
  const { simulator, sent } = simulatorWith();
  await proxy(simulator, { ...SIGNED, secure: false, body: "{{setting.event_1_name}}" });
  assertEquals(sent[0]?.headers.get("authorization"), "Bearer {{jwt.token}}");
  assertEquals(sent[0]?.body, "{{setting.event_1_name}}");
});

Deno.test("secure requests go to whitelisted hosts only, and a port of ours is no licence for another", async () => {
  const { simulator, sent } = simulatorWith();
  for (
    const url of [
      "https://app.example/session",
      "https://evil.example/session",
      "http://localhost:8001/session",
      "https://sub.friend.example/",
      "https://friend.example.evil.example/",
    ]
  ) {
    const response = await proxy(simulator, { ...SIGNED, url });
    assertEquals(response.status, 403);
    assertStringIncludes(await response.text(), "domainWhitelist");
  }
  assertEquals(sent, []);
  assertEquals(
    (await proxy(simulator, { ...SIGNED, url: "https://friend.example/x" })).status,
    200,
  );
});

Deno.test("the proxy drops header names with an underscore and passes neither origin nor cookies", async () => {
  const { simulator, sent } = simulatorWith();
  await proxy(simulator, {
    ...SIGNED,
    headers: { client_id: "1", "client-id": "2", Cookie: "s=1", Origin: "https://x.example" },
  });
  const names = [...sent[0]?.headers.keys() ?? []];
  assert(names.includes("client-id"));
  for (const name of ["client_id", "cookie", "origin", "referer"]) assert(!names.includes(name));
});

Deno.test("the proxy follows no redirect and keeps its address", async () => {
  const { simulator, sent } = simulatorWith(() =>
    new Response(null, { status: 302, headers: { location: "https://evil.example/" } })
  );
  const response = await proxy(simulator, SIGNED);
  assertEquals(response.status, 302);
  assertEquals(response.headers.get("location"), null);
  assertEquals(sent.length, 1);
});

Deno.test("the proxy passes on a failure of the app's server with its body", async () => {
  const { simulator } = simulatorWith(() =>
    Response.json({ error: "no" }, { status: 403, headers: { "set-cookie": "a=b" } })
  );
  const response = await proxy(simulator, SIGNED);
  assertEquals(response.status, 403);
  assertEquals(response.headers.get("set-cookie"), null);
  assertEquals(await response.json(), { error: "no" });
});

Deno.test("the proxy answers 422 without an installation, and any status it is told to", async () => {
  const { simulator, sent } = simulatorWith();
  simulator.set({ installation422: true });
  const refused = await proxy(simulator, SIGNED);
  assertEquals(refused.status, 422);
  assertEquals(
    await refused.text(),
    "Failed to get installation and oauth information for app.",
  );
  simulator.set({ installation422: false, proxyStatus: 503 });
  assertEquals((await proxy(simulator, SIGNED)).status, 503);
  assertEquals(sent, []);
});

Deno.test("the proxy says 502 for a server out of reach and 504 for a slow one", async () => {
  const broken = simulatorWith(() => Promise.reject(new TypeError("connection refused")));
  assertEquals((await proxy(broken.simulator, SIGNED)).status, 502);
  const slow = createZendeskSimulator(testOptions({
    fetch: (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener("abort", () => reject(request.signal.reason));
      }),
    switches: { proxyTimeoutMs: 1 },
  }));
  assertEquals((await proxy(slow, SIGNED)).status, 504);
});

Deno.test("the proxy waits as long as the switch says", async () => {
  const waits: number[] = [];
  const { simulator } = simulatorWith(undefined, {
    delay: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  simulator.set({ proxyLatencyMs: 750 });
  await proxy(simulator, SIGNED);
  assertEquals(waits, [750]);
});

Deno.test("the proxy refuses what it cannot read or sign", async () => {
  const { simulator, sent } = simulatorWith();
  const jwt = { ...SIGNED.jwt, algorithm: "none" };
  for (const body of [{}, { ...SIGNED, url: "ftp://friend.example" }, { ...SIGNED, jwt }]) {
    assertEquals((await proxy(simulator, body)).status, 400);
  }
  simulator.configure({ settings_secret: null });
  simulator.set({ unsetPlaceholder: "empty" });
  assertEquals((await proxy(simulator, SIGNED)).status, 400);
  assertEquals(sent, []);
});

Deno.test("calls tell where a proxied request went, without what it carried", async () => {
  const { simulator } = simulatorWith();
  await proxy(simulator, SIGNED);
  const [call] = simulator.calls;
  assertEquals(call?.route, "/proxy/v2/apps/:installation");
  assertEquals(call?.proxied, { method: "POST", url: `${BACKEND}/session`, status: 200 });
  assert(!JSON.stringify(call).includes("Bearer"));
});

Deno.test("signSettings signs what the proxy signs for the app's claims", async () => {
  const { simulator } = simulatorWith();
  const claims = decodeJwt(await simulator.signSettings({ event_1_name: null, extra: 1 }));
  assertEquals(claims, {
    base64_encoded_token: DEFAULT_SETTINGS.base64_encoded_token,
    enable_recipient_view: true,
    email_person_data_field: "EMAIL",
    person_data_field_list: DEFAULT_SETTINGS.person_data_field_list,
    installation_id: "5678",
    iat: NOW / 1000,
    exp: NOW / 1000 + 60,
    extra: 1,
  });
});
