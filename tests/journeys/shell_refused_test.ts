import { assert, assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import type { ShellTokenOverrides } from "../../simulators/zendesk/switches.ts";
import { createTestApp, NOW } from "../app_fixture.ts";
import { problemsOf } from "./answers.ts";
import { ACME, assertRefused, form, OTHER, post } from "./shell_posts.ts";

const SECONDS = NOW / 1000;

const REFUSED: [what: string, overrides: ShellTokenOverrides, reason: string][] = [
  ["unsigned", { signedWith: "none" }, "shell_token_algorithm"],
  ["signed with HS256 and the public key", { signedWith: "public_key" }, "shell_token_algorithm"],
  ["signed by another key", { signedWith: "foreign" }, "shell_token_signature"],
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
  assert(policy.endsWith("frame-ancestors 'none'"));
  assertFalse(/acme|other/.test(policy));
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

Deno.test("POST /shell says of what it once let in that the page is too old", async () => {
  using app = await createTestApp();
  const token = await form(app, { issuedSecondsAgo: 121 });
  const pass = new URLSearchParams({ pass: await app.agentPass() });
  app.clock.now += 12 * 3_600_000;
  for (
    const [body, reason] of [[token, "shell_token_expired"], [pass, "sealed_expired"]] as const
  ) {
    const response = await post(app, body);
    assertEquals([response.status, app.log.at(-1)?.reason], [410, reason]);
    const page = await response.text();
    assertEquals(problemsOf(page), ["page_expired"]);
    assertStringIncludes(page, "Reload the whole Zendesk page in your browser.");
    assertFalse(page.includes("agent-pass"));
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

Deno.test("a refusal is readable in the frame that asks, and names no other account", async () => {
  using app = await createTestApp({ env: { ZENDESK_SUBDOMAINS: "acme,other" } });
  const { headers } = await post(app, new URLSearchParams(), { origin: OTHER });
  const policy = headers.get("Content-Security-Policy") ?? "";
  assert(policy.endsWith(`frame-ancestors ${OTHER}`));
  assertFalse(policy.includes("acme"));
  assertEquals(headers.get("X-Frame-Options"), null);
});

Deno.test("an account's page may be framed by that account alone", async () => {
  using app = await createTestApp({ env: { ZENDESK_SUBDOMAINS: "other,acme" } });
  const policy = (await app.openShell()).headers.get("Content-Security-Policy") ?? "";
  assert(policy.endsWith("frame-ancestors https://acme.zendesk.com"));
});
