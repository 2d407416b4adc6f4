import { decodeJwt, errors, jwtVerify } from "jose";
import { accepted, rejected, type Result } from "../result.ts";
import type { PublicKeySource } from "./public_key.ts";

/** Who is looking, and where: proven by Zendesk's signature and by nothing else. */
export type Agent = {
  /** The account, lower case: `acme` for acme.zendesk.com. */
  subdomain: string;
  installationId: string;
  userId: string;
  /** `ticket_sidebar`, `new_ticket_sidebar`, `user_sidebar`; empty when Zendesk does not say. */
  location: string;
};

/** Why a shell token is refused; for the log. */
export type ShellTokenReason =
  | "shell_token_missing"
  | "shell_token_malformed"
  | "shell_token_algorithm"
  | "shell_token_signature"
  | "shell_token_expired"
  | "shell_token_claims"
  | "shell_token_issued_in_future"
  | "subdomain_not_served"
  | "subdomains_disagree"
  | "public_key_unavailable";

/** `subdomains`: accounts served; `now`: epoch ms. */
export type ShellTokenOptions = {
  publicKey: PublicKeySource;
  subdomains: readonly string[];
  now: () => number;
};

const LEEWAY_SECONDS = 60;
const ISSUER = /^(?:https:\/\/)?([a-z0-9-]+)\.zendesk\.com$/;
const AUDIENCE =
  /^https:\/\/([a-z0-9-]+)\.zendesk\.com\/api\/v2\/apps\/installations\/(\d+)\.json$/;
const SUBJECT = /^https:\/\/([a-z0-9-]+)\.zendesk\.com\/api\/v2\/users\/(\d+)\.json$/;

type Names = { subdomain: string; installationId: string; userId: string };

function parseNames(
  claims: { iss?: unknown; aud?: unknown; sub?: unknown },
): Result<Names, ShellTokenReason> {
  const { iss, aud, sub } = claims;
  if (typeof iss !== "string" || typeof aud !== "string" || typeof sub !== "string") {
    return rejected("shell_token_claims");
  }
  const subdomain = ISSUER.exec(iss)?.[1];
  const [, audienceSubdomain, installationId] = AUDIENCE.exec(aud) ?? [];
  const [, subjectSubdomain, userId] = SUBJECT.exec(sub) ?? [];
  if (!subdomain || !installationId || !userId) return rejected("shell_token_claims");
  if (subdomain !== audienceSubdomain || subdomain !== subjectSubdomain) {
    return rejected("subdomains_disagree");
  }
  return accepted({ subdomain, installationId, userId });
}

function locationOf(context: unknown): string {
  if (typeof context !== "object" || context === null || !("location" in context)) return "";
  return typeof context.location === "string" ? context.location : "";
}

function reasonOf(error: unknown): ShellTokenReason {
  if (error instanceof errors.JWTExpired) return "shell_token_expired";
  if (error instanceof errors.JWTClaimValidationFailed) return "shell_token_claims";
  if (error instanceof errors.JOSEAlgNotAllowed) return "shell_token_algorithm";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "shell_token_signature";
  return "shell_token_malformed";
}

/** Verifies the token of Zendesk's signed form POST (RS256); the source of who is acting. */
export async function verifyShellToken(
  token: string | null,
  { publicKey, subdomains, now }: ShellTokenOptions,
): Promise<Result<Agent, ShellTokenReason>> {
  if (!token) return rejected("shell_token_missing");
  let unverified: Result<Names, ShellTokenReason>;
  try {
    unverified = parseNames(decodeJwt(token));
  } catch {
    return rejected("shell_token_malformed");
  }
  if (!unverified.ok) return unverified;
  // Before any key is fetched: the token must not choose whom this server talks to.
  if (!subdomains.includes(unverified.value.subdomain)) return rejected("subdomain_not_served");

  const verify = async (fresh: boolean) => {
    const key = await publicKey.find(unverified.value.subdomain, { fresh });
    if (key === null) return rejected("public_key_unavailable");
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ["RS256"],
        clockTolerance: LEEWAY_SECONDS,
        currentDate: new Date(now()),
        requiredClaims: ["iss", "aud", "sub", "exp", "iat"],
      });
      return accepted(payload);
    } catch (error) {
      return rejected(reasonOf(error));
    }
  };
  let verified = await verify(false);
  // No rotation is documented for Zendesk's key, so a failed signature may mean a new one.
  if (!verified.ok && verified.reason === "shell_token_signature") verified = await verify(true);
  if (!verified.ok) return verified;

  if ((verified.value.iat ?? 0) > now() / 1000 + LEEWAY_SECONDS) {
    return rejected("shell_token_issued_in_future");
  }
  return accepted({ ...unverified.value, location: locationOf(verified.value.context) });
}
