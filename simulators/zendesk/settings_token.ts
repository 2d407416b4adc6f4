import { type JWTPayload, SignJWT } from "jose";
import { fillClaim, fillText } from "./placeholders.ts";
import type { Simulation } from "./simulation.ts";

/** The `jwt` part of a request's options, as the app composes it. */
export type JwtOptions = {
  readonly algorithm?: string;
  readonly secret_key: string;
  /** Seconds. */
  readonly expiry?: number;
  readonly claims?: Readonly<Record<string, unknown>>;
};

/** How a settings token departs from the one the proxy would sign for the usual claims. */
export type SettingsTokenOptions = {
  readonly secret?: string;
  readonly algorithm?: "HS256" | "HS384" | "HS512";
  readonly expirySeconds?: number;
  readonly issuedSecondsAgo?: number;
};

const DEFAULT_EXPIRY_SECONDS = 60;

/** Signs what stands for `{{jwt.token}}`. Throws for another algorithm than HMAC or an empty key. */
export async function signJwt(simulation: Simulation, jwt: JwtOptions): Promise<string> {
  const issuedAt = Math.floor(simulation.now() / 1000);
  const claims = Object.entries(jwt.claims ?? {})
    .map(([name, value]) => [name, fillClaim(simulation, value)] as const)
    .filter(([, value]) => value !== undefined);
  return await sign(
    {
      ...Object.fromEntries(claims),
      iat: issuedAt,
      exp: issuedAt + (jwt.expiry ?? DEFAULT_EXPIRY_SECONDS),
    },
    fillText(simulation, "jwt_secret_key", jwt.secret_key),
    jwt.algorithm ?? "HS256",
  );
}

/**
 * Signs the settings as the app has them signed: each parameter that may be one as a claim, and
 * `installation_id`. `claims` are laid over these; null leaves one out.
 */
export async function signSettings(
  simulation: Simulation,
  claims: Readonly<Record<string, unknown>> = {},
  options: SettingsTokenOptions = {},
): Promise<string> {
  const names = simulation.installation.parameters
    .filter(({ scopes }) => scopes === null || scopes.includes("jwt_claim"))
    .map(({ name }) => name);
  const settings = names
    .map((name) => [name, fillClaim(simulation, `{{setting.${name}}}`)] as const)
    .filter(([, value]) => value !== undefined);
  const issuedAt = Math.floor(simulation.now() / 1000) - (options.issuedSecondsAgo ?? 0);
  const payload = {
    ...Object.fromEntries(settings),
    installation_id: String(simulation.installationId),
    iat: issuedAt,
    exp: issuedAt + (options.expirySeconds ?? DEFAULT_EXPIRY_SECONDS),
    ...claims,
  };
  return await sign(
    Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null)),
    options.secret ?? String(simulation.settings.settings_secret ?? ""),
    options.algorithm ?? "HS256",
  );
}

async function sign(claims: JWTPayload, secret: string, algorithm: string): Promise<string> {
  if (!/^HS(256|384|512)$/.test(algorithm)) {
    throw new TypeError(`Cannot sign the token: algorithm is ${algorithm}, want HS256`);
  }
  if (secret === "") throw new TypeError("Cannot sign the token: the key is empty");
  return await new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, typ: "JWT" })
    .sign(new TextEncoder().encode(secret));
}
