import {
  assert,
  assertEquals,
  assertFalse,
  assertMatch,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import type { ShellTokenOverrides } from "../../simulators/zendesk/shell_token.ts";
import { createTestApp, NOW, type TestApp } from "../test_app.ts";

const ACME = "https://acme.zendesk.com";
const OTHER = "https://other.zendesk.com";
const SECONDS = NOW / 1000;

/** Posts a form to the shell, as Zendesk does, with whatever is in it. */
function post(
  app: TestApp,
  form: BodyInit,
  { origin = ACME, colorScheme = "light", headers = {} }: {
    origin?: string | null;
    colorScheme?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<Response> {
  const query = new URLSearchParams({ app_guid: "guid", colorScheme, ...(origin && { origin }) });
  return app.request(`/shell?${query}`, { method: "POST", body: form, headers });
}

async function form(app: TestApp, overrides?: ShellTokenOverrides): Promise<URLSearchParams> {
  return new URLSearchParams({ token: await app.zendesk.signShellToken(overrides) });
}

/** The page of a refusal, after checking that it gives nothing away. */
async function assertRefused(app: TestApp, response: Response, reason: string): Promise<string> {
  assertEquals(response.status, 403, reason);
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  assertEquals(app.log.at(-1)?.reason, reason);
  assertEquals(app.log.at(-1)?.userId, undefined);
  const page = await response.text();
  assertStringIncludes(page, 'data-problem="not_from_zendesk"');
  assertStringIncludes(page, "This page did not come from a Zendesk account served here.");
  assertFalse(page.includes("agent-pass"), reason);
  assertFalse(page.includes(reason), reason);
  return page;
}

Deno.test("POST /shell answers the page that runs in Zendesk", async () => {
  using app = await createTestApp();

  const response = await app.openShell();

  assertEquals(response.status, 200);
  assertEquals(response.headers.get("Content-Type"), "text/html; charset=UTF-8");
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  assertEquals(response.headers.get("X-Frame-Options"), null);
  assertEquals(response.headers.get("Set-Cookie"), null);
  assertEquals(response.headers.get("Content-Security-Policy")?.split("; "), [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors https://acme.zendesk.com",
  ]);
  const page = await response.text();
  assertMatch(page, /^<!DOCTYPE html>\s*<html lang="en" data-color-scheme="light">/);
  assertMatch(page, /<meta name="agent-pass" content="[\w.-]{100,}"/);
  assertStringIncludes(page, '<link rel="stylesheet" href="/assets/shell-test.css"/>');
  assertStringIncludes(page, '<script defer="" src="/assets/shell-test.js"></script>');
  assertStringIncludes(page, 'class="skeleton"');
});

Deno.test("the shell page has one script, none of it inline, and no handlers", async () => {
  using app = await createTestApp();
  const page = await (await app.openShell()).text();
  assertEquals([...page.matchAll(/<script/g)].length, 1);
  assertStringIncludes(page, "></script>");
  for (const forbidden of [/\son[a-z]+=/, /\shx-on/, /javascript:/, /<style/, /\sstyle=/]) {
    assertFalse(forbidden.test(page), String(forbidden));
  }
});

Deno.test("the shell page loads Zendesk's own SDK before ours when the build asks for it", async () => {
  const sdkUrl = "https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js";
  using app = await createTestApp({ assets: { sdkUrl } });
  const response = await app.openShell();
  assertStringIncludes(
    response.headers.get("Content-Security-Policy") ?? "",
    "script-src 'self' https://static.zdassets.com;",
  );
  const page = await response.text();
  const sources = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source]) => source);
  assertEquals(sources, [sdkUrl, "/assets/shell-test.js"]);
});

Deno.test("the shell page is dark where Zendesk is, and light otherwise", async () => {
  using app = await createTestApp();
  const schemes = { dark: "dark", light: "light", "": "light", '"><script>': "light" };
  for (const [colorScheme, shown] of Object.entries(schemes)) {
    const page = await (await post(app, await form(app), { colorScheme })).text();
    assertStringIncludes(page, `data-color-scheme="${shown}"`);
    assertStringIncludes(page, `<meta name="color-scheme" content="${shown}"/>`);
  }
});

Deno.test("the shell page and its refusal speak the browser's language", async () => {
  using app = await createTestApp();
  const headers = { "Accept-Language": "da-DK,da;q=0.9,en;q=0.8" };
  const page = await (await post(app, await form(app), { headers })).text();
  assertStringIncludes(page, '<html lang="da"');
  assertStringIncludes(page, "Henter…");
  const refusal = await (await post(app, new URLSearchParams(), { headers })).text();
  assertStringIncludes(refusal, '<html lang="da"');
  assertFalse(refusal.includes("This page did not come"));
});

Deno.test("a session key is an agent's own, the same for every ticket, and without meaning", async () => {
  using app = await createTestApp();
  const keyOf = async (overrides?: ShellTokenOverrides) => {
    const page = await (await app.openShell(overrides)).text();
    return /<meta name="session-key" content="([^"]+)"/.exec(page)?.[1] ?? "";
  };
  const key = await keyOf();
  assertMatch(key, /^[\w-]{43}$/);
  assertEquals(await keyOf({ location: "user_sidebar" }), key);
  assertNotEquals(await keyOf({ agentId: 9002 }), key);
  const aud = `${ACME}/api/v2/apps/installations/1.json`;
  assertNotEquals(await keyOf({ claims: { aud } }), key);
});

const REFUSED: [what: string, overrides: ShellTokenOverrides, reason: string][] = [
  ["unsigned", { signedWith: "none" }, "shell_token_algorithm"],
  ["signed with HS256 and the public key", { signedWith: "public_key" }, "shell_token_algorithm"],
  ["signed by another key", { signedWith: "foreign" }, "shell_token_signature"],
  ["expired", { issuedSecondsAgo: 121 }, "shell_token_expired"],
  ["without exp", { claims: { exp: null } }, "shell_token_claims"],
  ["without iat", { claims: { iat: null } }, "shell_token_claims"],
  ["issued tomorrow", { claims: { iat: SECONDS + 86_400 } }, "shell_token_issued_in_future"],
  ["without iss", { claims: { iss: null } }, "shell_token_claims"],
  ["with iss of another account", { claims: { iss: OTHER } }, "subdomains_disagree"],
  [
    "with aud of another account",
    { claims: { aud: `${OTHER}/api/v2/apps/installations/5678.json` } },
    "subdomains_disagree",
  ],
  [
    "with sub of another account",
    { claims: { sub: `${OTHER}/api/v2/users/9001.json` } },
    "subdomains_disagree",
  ],
  ["with iss like ours", { claims: { iss: `${ACME}.evil.example` } }, "shell_token_claims"],
  ["with iss in capitals", { claims: { iss: "https://ACME.zendesk.com" } }, "shell_token_claims"],
  ["with iss and a path", { claims: { iss: `${ACME}/path` } }, "shell_token_claims"],
  ["with iss and a letter more", { claims: { iss: "xacme.zendesk.com" } }, "subdomains_disagree"],
  [
    "with aud and a path more",
    { claims: { aud: `${ACME}/api/v2/apps/installations/5678.json/x` } },
    "shell_token_claims",
  ],
  [
    "with sub like ours",
    { claims: { sub: `${ACME}.evil.example/api/v2/users/9001.json` } },
    "shell_token_claims",
  ],
];

for (const [what, overrides, reason] of REFUSED) {
  Deno.test(`POST /shell refuses a token ${what}`, async () => {
    using app = await createTestApp();
    await assertRefused(app, await post(app, await form(app, overrides)), reason);
  });
}

Deno.test("POST /shell refuses an account that is not served, and frames nothing for it", async () => {
  using app = await createTestApp();
  const claims = {
    iss: OTHER,
    aud: `${OTHER}/api/v2/apps/installations/5678.json`,
    sub: `${OTHER}/api/v2/users/9001.json`,
  };
  const response = await post(app, await form(app, { claims }), { origin: OTHER });
  const policy = response.headers.get("Content-Security-Policy") ?? "";
  assertStringIncludes(policy, "frame-ancestors https://acme.zendesk.com");
  assertFalse(policy.includes("other"));
  await assertRefused(app, response, "subdomain_not_served");
});

Deno.test("POST /shell refuses a form without a token, whatever else it is", async () => {
  using app = await createTestApp();
  const multipart = new FormData();
  multipart.set("token", new File(["x"], "token"));
  const bodies: BodyInit[] = [
    new URLSearchParams(),
    new URLSearchParams({ token: "" }),
    "",
    multipart,
  ];
  for (const body of bodies) await assertRefused(app, await post(app, body), "shell_token_missing");
  const broken = await post(app, "garbage", {
    headers: { "Content-Type": "multipart/form-data; boundary=x" },
  });
  await assertRefused(app, broken, "shell_token_missing");
});

Deno.test("POST /shell refuses an origin that is not the account's that signed", async () => {
  using app = await createTestApp({ env: { ZENDESK_SUBDOMAINS: "acme,other" } });
  const origins = [
    null,
    OTHER,
    `${ACME}/`,
    `${ACME}.evil.example`,
    "https://ACME.zendesk.com",
    "http://acme.zendesk.com",
    "*",
  ];
  for (const origin of origins) {
    const response = await post(app, await form(app), { origin });
    assertEquals(response.status, 403, String(origin));
    assertEquals(app.log.at(-1)?.reason, "origin_disagrees");
    assertFalse((await response.text()).includes("agent-pass"));
  }
});

Deno.test("every refusal is the same page", async () => {
  using app = await createTestApp();
  const pages = new Set<string>();
  for (const [, overrides] of REFUSED.slice(0, 5)) {
    pages.add(await (await post(app, await form(app, overrides))).text());
  }
  pages.add(await (await post(app, await form(app), { origin: OTHER })).text());
  pages.add(await (await post(app, new URLSearchParams())).text());
  assertEquals(pages.size, 1);
});

Deno.test("a refusal is readable in the frames of the accounts that are served", async () => {
  using app = await createTestApp({ env: { ZENDESK_SUBDOMAINS: "acme,other" } });
  const { headers } = await post(app, new URLSearchParams());
  assertStringIncludes(
    headers.get("Content-Security-Policy") ?? "",
    "frame-ancestors https://acme.zendesk.com https://other.zendesk.com",
  );
  assertEquals(headers.get("X-Frame-Options"), null);
});

Deno.test("an account's page may be framed by that account alone", async () => {
  using app = await createTestApp({ env: { ZENDESK_SUBDOMAINS: "other,acme" } });
  const policy = (await app.openShell()).headers.get("Content-Security-Policy") ?? "";
  assert(policy.endsWith("frame-ancestors https://acme.zendesk.com"));
});

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

Deno.test("a shell whose key can not be had is refused, and opens when it can", async () => {
  let broken = true;
  using app = await createTestApp({
    env: FETCHED_KEY,
    intercept: () => broken ? new Response("<h1>502</h1>", { status: 502 }) : undefined,
  });
  await assertRefused(app, await app.openShell(), "public_key_unavailable");
  broken = false;
  app.clock.now += 60_000;
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

Deno.test("GET /shell does not exist: nobody opens it by an address", async () => {
  using app = await createTestApp();
  assertEquals((await app.request("/shell")).status, 404);
});

for (const path of ["/shell", "/session", "/recipient", "/events/1"]) {
  Deno.test(`POST ${path} takes no body above 64 kB`, async () => {
    using app = await createTestApp();
    const body = new URLSearchParams({ token: "x".repeat(65 * 1024) });
    const response = await app.request(path, { method: "POST", body });
    assertEquals(response.status, 413);
    assertEquals(response.headers.get("Cache-Control"), "private, no-store");
    assertEquals(app.log.map(({ type, status, reason }) => [type, status, reason]), [
      ["request", 413, "body_too_large"],
    ]);
  });
}

Deno.test("a body that is not what it says it is holds no action", async () => {
  using app = await createTestApp();
  for (const path of ["/recipient", "/events/1"]) {
    const response = await app.request(path, {
      method: "POST",
      body: "garbage",
      headers: {
        "Requester-Email": "mette%40example.dk",
        Authorization: `Bearer ${await app.signIn()}`,
        "Content-Type": "multipart/form-data; boundary=x",
      },
    });
    assertEquals([path, response.status], [path, 410]);
    assertEquals(app.log.at(-1)?.reason, "action_missing");
  }
});
