import { importPKCS8, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { createAppKeys } from "./keys.ts";
import type { Simulation } from "./simulation.ts";
import type { ShellTokenOverrides } from "./switches.ts";

/** Seconds a shell token lives here; Zendesk's own lifetime is not documented. */
const SHELL_TOKEN_TTL_SECONDS = 60;

/** Signs what a signed location posts in its field `token`. */
export async function signShellToken(
  simulation: Simulation,
  overrides: ShellTokenOverrides = {},
): Promise<string> {
  const claims = shellClaims(simulation, overrides);
  const header = { alg: "RS256", typ: "JWT" };
  switch (overrides.signedWith ?? "own") {
    case "none":
      return new UnsecuredJWT(claims).encode();
    case "public_key": {
      const secret = new TextEncoder().encode(simulation.keys().publicKeyPem);
      return await new SignJWT(claims).setProtectedHeader({ ...header, alg: "HS256" }).sign(secret);
    }
    case "foreign": {
      const key = await importPKCS8(createAppKeys().privateKeyPem, "RS256");
      return await new SignJWT(claims).setProtectedHeader(header).sign(key);
    }
    case "own": {
      const key = await importPKCS8(simulation.keys().privateKeyPem, "RS256");
      return await new SignJWT(claims).setProtectedHeader(header).sign(key);
    }
  }
}

function shellClaims(simulation: Simulation, overrides: ShellTokenOverrides): JWTPayload {
  const { subdomain, installationId, switches, account } = simulation;
  const host = `${subdomain}.zendesk.com`;
  const issuedAt = Math.floor(simulation.now() / 1000) - (overrides.issuedSecondsAgo ?? 0);
  const agentId = overrides.agentId ?? account.defaultAgent.id;
  const claims: Record<string, unknown> = {
    iss: switches.issuerAs === "url" ? `https://${host}` : host,
    aud: `https://${host}/api/v2/apps/installations/${installationId}.json`,
    sub: `https://${host}/api/v2/users/${agentId}.json`,
    iat: issuedAt,
    exp: issuedAt + SHELL_TOKEN_TTL_SECONDS,
    context: { product: "support", location: overrides.location ?? "ticket_sidebar" },
    ...overrides.claims,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
}
