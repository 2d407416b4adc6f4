import { assert, assertEquals } from "@std/assert";
import { createZendeskSimulator } from "../../simulators/zendesk/app.ts";
import { createAppKeys } from "../../simulators/zendesk/keys.ts";
import type { ShellTokenOverrides } from "../../simulators/zendesk/switches.ts";
import manifest from "../../app-shell/package/manifest.json" with { type: "json" };
import { createFixedKey, type PublicKeySource } from "./public_key.ts";
import { verifyShellToken } from "./shell_token.ts";

const NOW = Date.UTC(2026, 1, 10, 9);
const SECONDS = NOW / 1000;
const ORIGIN = "https://acme.zendesk.com";
const zendesk = createZendeskSimulator({
  origin: ORIGIN,
  backend: "https://agillic.example.com",
  manifest,
  keys: createAppKeys(),
  now: () => NOW,
});
const publicKey = createFixedKey(zendesk.publicKeyPem);

async function verify(token: string | null, options: Partial<{ publicKey: PublicKeySource }> = {}) {
  return await verifyShellToken(token, {
    publicKey,
    subdomains: ["acme", "other"],
    now: () => NOW,
    ...options,
  });
}

async function reasonOf(overrides: ShellTokenOverrides): Promise<string> {
  const verified = await verify(await zendesk.signShellToken(overrides));
  return verified.ok ? "" : verified.reason;
}

Deno.test("a shell token names agent, installation and place", async () => {
  const token = await zendesk.signShellToken({ agentId: 9002, location: "user_sidebar" });
  assertEquals(await verify(token), {
    ok: true,
    value: {
      subdomain: "acme",
      installationId: "5678",
      userId: "9002",
      location: "user_sidebar",
    },
  });
});

Deno.test("a shell token is good with either spelling of its issuer, and without a place", async () => {
  assertEquals(await reasonOf({ claims: { iss: "acme.zendesk.com" } }), "");
  const verified = await verify(await zendesk.signShellToken({ claims: { context: null } }));
  assert(verified.ok);
  assertEquals(verified.value.location, "");
  assertEquals(await reasonOf({ claims: { context: "text", jti: "1", nbf: null } }), "");
});

Deno.test("a shell token is refused when it is missing or no token", async () => {
  assertEquals(await verify(null), { ok: false, reason: "shell_token_missing" });
  assertEquals(await verify(""), { ok: false, reason: "shell_token_missing" });
  for (const token of ["a", "a.b.c", "e30.e30"]) {
    const verified = await verify(token);
    assert(!verified.ok && verified.reason.startsWith("shell_token_"), token);
  }
});

Deno.test("a shell token is refused unless Zendesk's key signed it, with RS256", async () => {
  assertEquals(await reasonOf({ signedWith: "none" }), "shell_token_algorithm");
  assertEquals(await reasonOf({ signedWith: "public_key" }), "shell_token_algorithm");
  assertEquals(await reasonOf({ signedWith: "foreign" }), "shell_token_signature");
  const [header, , signature] = (await zendesk.signShellToken()).split(".");
  const [, claims] = (await zendesk.signShellToken({ agentId: 9002 })).split(".");
  assertEquals(await verify([header, claims, signature].join(".")), {
    ok: false,
    reason: "shell_token_signature",
  });
});

Deno.test("a shell token is refused a minute after it expired, and not before", async () => {
  assertEquals(await reasonOf({ claims: { exp: SECONDS - 59 } }), "");
  assertEquals(await reasonOf({ claims: { exp: SECONDS - 60 } }), "shell_token_expired");
  assertEquals(await reasonOf({ issuedSecondsAgo: 3_600 }), "shell_token_expired");
});

Deno.test("a shell token is refused when it was issued in the future", async () => {
  assertEquals(await reasonOf({ claims: { iat: SECONDS + 60 } }), "");
  assertEquals(await reasonOf({ claims: { iat: SECONDS + 61 } }), "shell_token_issued_in_future");
});

for (const claim of ["iss", "aud", "sub", "exp", "iat"]) {
  Deno.test(`a shell token is refused without ${claim}`, async () => {
    assertEquals(await reasonOf({ claims: { [claim]: null } }), "shell_token_claims");
  });
}

const LOOKALIKES: Record<"iss" | "aud" | "sub", readonly unknown[]> = {
  iss: [
    "https://acme.zendesk.com.evil.example",
    "https://acme.zendesk.com/",
    "https://acme.zendesk.com/path",
    "http://acme.zendesk.com",
    "https://ACME.zendesk.com",
    "https://acme.Zendesk.com",
    "https://evil.example/acme.zendesk.com",
    "https://user@acme.zendesk.com",
    "https://acme.zendesk.com:443",
    "https://a.acme.zendesk.com",
    "https://zendesk.com",
    " https://acme.zendesk.com",
    "https://acme.zendesk.com\n",
    "acme",
    ["https://acme.zendesk.com"],
    5,
    "",
  ],
  aud: [
    `${ORIGIN}.evil.example/api/v2/apps/installations/5678.json`,
    `${ORIGIN}/api/v2/apps/installations/5678.json/more`,
    `${ORIGIN}/api/v2/apps/installations/5678.json?x`,
    `${ORIGIN}/api/v2/apps/installations/5678`,
    `${ORIGIN}/api/v2/apps/installations/abc.json`,
    `${ORIGIN}/api/v2/apps/installations/.json`,
    `${ORIGIN}/api/v2/users/5678.json`,
    `http://acme.zendesk.com/api/v2/apps/installations/5678.json`,
    "5678",
    [`${ORIGIN}/api/v2/apps/installations/5678.json`],
    5678,
  ],
  sub: [
    `${ORIGIN}.evil.example/api/v2/users/9001.json`,
    `${ORIGIN}/api/v2/users/9001.json/more`,
    `${ORIGIN}/api/v2/users/me.json`,
    `${ORIGIN}/api/v2/users/9001.jsonx`,
    `${ORIGIN}/api/v2/organizations/9001.json`,
    `http://acme.zendesk.com/api/v2/users/9001.json`,
    "9001",
    9001,
  ],
};

for (const [claim, values] of Object.entries(LOOKALIKES)) {
  Deno.test(`a shell token is refused with a look-alike for ${claim}`, async () => {
    for (const value of values) {
      const reason = await reasonOf({ claims: { [claim]: value } });
      assertEquals(reason, "shell_token_claims", JSON.stringify(value));
    }
  });
}

Deno.test("a shell token is refused when its names are not of one account", async () => {
  const other = "https://other.zendesk.com";
  const disagreeing = [
    { iss: other },
    { iss: "other.zendesk.com" },
    { aud: `${other}/api/v2/apps/installations/5678.json` },
    { sub: `${other}/api/v2/users/9001.json` },
    { iss: "https://xacme.zendesk.com" },
  ];
  for (const claims of disagreeing) {
    const [wrong] = Object.values(claims);
    assertEquals(await reasonOf({ claims }), "subdomains_disagree", wrong);
  }
});

Deno.test("no key is asked for on behalf of an account that is not served", async () => {
  const asked: string[] = [];
  const watched: PublicKeySource = {
    find: (subdomain, options) => {
      asked.push(subdomain);
      return publicKey.find(subdomain, options);
    },
  };
  for (const subdomain of ["xacme", "acme-evil", "localhost"]) {
    const host = `https://${subdomain}.zendesk.com`;
    const token = await zendesk.signShellToken({
      claims: {
        iss: host,
        aud: `${host}/api/v2/apps/installations/5678.json`,
        sub: `${host}/api/v2/users/9001.json`,
      },
    });
    assertEquals(await verify(token, { publicKey: watched }), {
      ok: false,
      reason: "subdomain_not_served",
    });
  }
  assertEquals(asked, []);
});

Deno.test("a failed signature asks once for a fresh key, any other fault for none", async () => {
  const asked: boolean[] = [];
  const rotated = createAppKeys();
  const source: PublicKeySource = {
    find: (subdomain, { fresh }) => {
      asked.push(fresh);
      const key = createFixedKey(fresh ? zendesk.publicKeyPem : rotated.publicKeyPem);
      return key.find(subdomain, { fresh });
    },
  };
  const verified = await verify(await zendesk.signShellToken(), { publicKey: source });
  assert(verified.ok);
  assertEquals(asked, [false, true]);

  asked.length = 0;
  const foreign = await verify(await zendesk.signShellToken({ signedWith: "foreign" }), {
    publicKey: source,
  });
  assertEquals(foreign, { ok: false, reason: "shell_token_signature" });
  assertEquals(asked, [false, true]);

  asked.length = 0;
  await verify(await zendesk.signShellToken({ signedWith: "none" }), { publicKey: source });
  assertEquals(asked, [false]);
});

Deno.test("a shell token is refused when there is no key to verify it with", async () => {
  const none: PublicKeySource = { find: () => Promise.resolve(null) };
  assertEquals(await verify(await zendesk.signShellToken(), { publicKey: none }), {
    ok: false,
    reason: "public_key_unavailable",
  });
});
