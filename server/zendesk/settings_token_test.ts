import { assert, assertEquals } from "@std/assert";
import { type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { verifySettingsToken } from "./settings_token.ts";

const NOW = Date.UTC(2026, 1, 10, 9);
const SECONDS = NOW / 1000;
const SECRET = "0123456789abcdef0123456789abcdef";
const OLD_SECRET = "fedcba9876543210fedcba9876543210";
const CLAIMS = {
  installation_id: "5678",
  email_person_data_field: "EMAIL",
  iat: SECONDS,
  exp: SECONDS + 60,
};

async function sign(
  claims: JWTPayload = CLAIMS,
  { secret = SECRET, algorithm = "HS256" } = {},
): Promise<string> {
  const key = new TextEncoder().encode(secret);
  return await new SignJWT(claims).setProtectedHeader({ alg: algorithm }).sign(key);
}

async function verify(authorization: string | undefined, secrets = [SECRET]) {
  return await verifySettingsToken(authorization, { secrets, now: () => NOW });
}

async function reasonOf(token: string, secrets?: string[]): Promise<string> {
  const verified = await verify(`Bearer ${token}`, secrets);
  return verified.ok ? "" : verified.reason;
}

Deno.test("a settings token gives its claims", async () => {
  const verified = await verify(`Bearer ${await sign()}`);
  assertEquals(verified, { ok: true, value: CLAIMS });
});

Deno.test("a settings token is refused when it is missing", async () => {
  const token = await sign();
  for (
    const header of [undefined, "", "Bearer", "Bearer ", token, `Basic ${token}`, `bearer ${token}`]
  ) {
    assertEquals(await verify(header), { ok: false, reason: "settings_token_missing" }, header);
  }
  // What the proxy leaves when it does not sign.
  assertEquals(await reasonOf("{{jwt.token}}"), "settings_token_malformed");
});

Deno.test("a settings token is refused with another secret, or none", async () => {
  assertEquals(
    await reasonOf(await sign(CLAIMS, { secret: OLD_SECRET })),
    "settings_token_signature",
  );
  assertEquals(await reasonOf(await sign(), []), "settings_token_signature");
  assertEquals(await reasonOf(new UnsecuredJWT(CLAIMS).encode()), "settings_token_malformed");
});

Deno.test("a settings token whose claims were exchanged is refused", async () => {
  const [header, , signature] = (await sign()).split(".");
  const [, claims] = (await sign({ ...CLAIMS, installation_id: "1" })).split(".");
  assertEquals(await reasonOf([header, claims, signature].join(".")), "settings_token_signature");
});

Deno.test("a settings token is refused with any other algorithm than HS256", async () => {
  for (const algorithm of ["HS384", "HS512"]) {
    const token = await sign(CLAIMS, { algorithm, secret: SECRET + SECRET });
    assertEquals(await reasonOf(token, [SECRET + SECRET]), "settings_token_malformed", algorithm);
  }
});

Deno.test("a settings token is refused a minute after it expired, and not before", async () => {
  const expiring = (exp: number) => sign({ ...CLAIMS, iat: exp - 1, exp });
  assertEquals(await reasonOf(await expiring(SECONDS - 59)), "");
  assertEquals(await reasonOf(await expiring(SECONDS - 60)), "settings_token_expired");
});

Deno.test("a settings token is two minutes old at the most, and lives as long at the most", async () => {
  const issued = (iat: number, life: number) => sign({ ...CLAIMS, iat, exp: iat + life });
  assertEquals(await reasonOf(await issued(SECONDS - 120, 120)), "");
  assertEquals(await reasonOf(await issued(SECONDS - 121, 120)), "settings_token_expired");
  assertEquals(await reasonOf(await issued(SECONDS, 120)), "");
  assertEquals(await reasonOf(await issued(SECONDS, 121)), "settings_token_too_long_lived");
  const decade = 10 * 365 * 86_400;
  assertEquals(await reasonOf(await issued(SECONDS, decade)), "settings_token_too_long_lived");
});

Deno.test("a settings token says when it was issued, and that is not to come", async () => {
  const { iat: _, ...timeless } = CLAIMS;
  assertEquals(await reasonOf(await sign(timeless)), "settings_token_claims");
  const ahead = (seconds: number) =>
    sign({ ...CLAIMS, iat: SECONDS + seconds, exp: SECONDS + seconds + 60 });
  assertEquals(await reasonOf(await ahead(60)), "");
  assertEquals(await reasonOf(await ahead(61)), "settings_token_issued_in_future");
});

Deno.test("a settings token is refused without an expiry, or before its time", async () => {
  const { exp: _, ...forever } = CLAIMS;
  assertEquals(await reasonOf(await sign(forever)), "settings_token_claims");
  assertEquals(
    await reasonOf(await sign({ ...CLAIMS, nbf: SECONDS + 61 })),
    "settings_token_claims",
  );
});

Deno.test("any listed secret verifies, and one that is taken away no longer", async () => {
  const old = await sign(CLAIMS, { secret: OLD_SECRET });
  assertEquals(await reasonOf(old, [SECRET, OLD_SECRET]), "");
  assertEquals(await reasonOf(await sign(), [SECRET, OLD_SECRET]), "");
  assertEquals(await reasonOf(old, [SECRET]), "settings_token_signature");
});

Deno.test("an expired settings token of an old secret is called expired", async () => {
  const old = await sign({ ...CLAIMS, exp: SECONDS - 61 }, { secret: OLD_SECRET });
  assertEquals(await reasonOf(old, [SECRET, OLD_SECRET]), "settings_token_expired");
});

Deno.test("what is no settings token is malformed", async () => {
  for (const token of ["a", "a.b.c", "e30.e30.e30"]) {
    const reason = await reasonOf(token);
    assert(reason === "settings_token_malformed", `${token}: ${reason}`);
  }
});
