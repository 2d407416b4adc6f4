import {
  assertEquals,
  assertFalse,
  assertMatch,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import type { ShellTokenOverrides } from "../../simulators/zendesk/switches.ts";
import { createTestApp } from "../app_fixture.ts";
import { ACME, form, OTHER, post } from "./shell_posts.ts";

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
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors https://acme.zendesk.com",
  ]);
  const page = await response.text();
  assertMatch(page, /^<!DOCTYPE html>\s*<html lang="en" data-color-scheme="light">/);
  assertMatch(page, /<meta name="agent-pass" content="[\w.-]{100,}"/);
  assertStringIncludes(page, '<link rel="stylesheet" href="/assets/shell-test.css">');
  assertStringIncludes(page, '<script defer src="/assets/shell-test.js"></script>');
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
    assertStringIncludes(page, `<meta name="color-scheme" content="${shown}">`);
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
  assertStringIncludes(refusal, "Åbn denne app i Zendesk");
});

Deno.test("a page asks for itself again with its agent's pass, which lasts no longer by that", async () => {
  using app = await createTestApp();
  const pass = await app.agentPass();
  app.clock.now += 3_600_000;
  const response = await post(app, new URLSearchParams({ pass }));
  assertEquals(response.status, 200);
  const page = await response.text();
  assertStringIncludes(page, `<meta name="agent-pass" content="${pass}"`);
  assertMatch(page, new RegExp(`<form id="reload" method="post".*?name="pass" value="${pass}"`));
  const elsewhere = await post(app, new URLSearchParams({ pass }), { origin: OTHER });
  assertEquals([elsewhere.status, app.log.at(-1)?.reason], [403, "origin_disagrees"]);
  const forged = await post(app, new URLSearchParams({ pass: `${pass}x` }));
  assertEquals([forged.status, app.log.at(-1)?.reason], [403, "sealed_altered"]);
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

Deno.test("GET /shell does not exist: nobody opens it by an address", async () => {
  using app = await createTestApp();
  assertEquals((await app.request("/shell")).status, 404);
});
