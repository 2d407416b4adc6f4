import { errors, type JWTPayload, jwtVerify } from "jose";
import { accepted, rejected, type Result } from "../result.ts";

/** Why signed settings are refused; for the log. */
export type SettingsTokenReason =
  | "settings_token_missing"
  | "settings_token_malformed"
  | "settings_token_signature"
  | "settings_token_expired"
  | "settings_token_claims"
  | "settings_token_issued_in_future"
  | "settings_token_too_long_lived";

/** `secrets`: those of the account, any of which verifies; `now`: epoch ms. */
export type SettingsTokenOptions = { secrets: readonly string[]; now: () => number };

// Our clock may differ from Zendesk's.
const LEEWAY_SECONDS = 60;
// Zendesk's proxy signs for the 60 s that the shell asks for; what the browser asks for is its wish.
const MAX_LIFE_SECONDS = 120;
const MAX_AGE_SECONDS = 120;
const encoder = new TextEncoder();

function reasonOf(error: unknown): SettingsTokenReason {
  if (error instanceof errors.JWTExpired) return "settings_token_expired";
  if (error instanceof errors.JWTClaimValidationFailed) return "settings_token_claims";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "settings_token_signature";
  return "settings_token_malformed";
}

/** Verifies the settings that Zendesk's proxy signed (HS256); answers the flat claims. */
export async function verifySettingsToken(
  authorization: string | undefined,
  { secrets, now }: SettingsTokenOptions,
): Promise<Result<Record<string, unknown>, SettingsTokenReason>> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  if (token === undefined) return rejected("settings_token_missing");
  let reason: SettingsTokenReason = "settings_token_signature";
  for (const secret of secrets) {
    try {
      const { payload } = await jwtVerify(token, encoder.encode(secret), {
        algorithms: ["HS256"],
        clockTolerance: LEEWAY_SECONDS,
        currentDate: new Date(now()),
        requiredClaims: ["exp", "iat"],
      });
      return checkTimes(payload, now() / 1000);
    } catch (error) {
      reason = reasonOf(error);
      // Any other fault is the token's own: another secret would not help.
      if (reason !== "settings_token_signature") return rejected(reason);
    }
  }
  return rejected(reason);
}

function checkTimes(
  claims: JWTPayload,
  nowSeconds: number,
): Result<Record<string, unknown>, SettingsTokenReason> {
  const { iat = 0, exp = 0 } = claims;
  if (iat > nowSeconds + LEEWAY_SECONDS) return rejected("settings_token_issued_in_future");
  if (nowSeconds - iat > MAX_AGE_SECONDS) return rejected("settings_token_expired");
  if (exp - iat > MAX_LIFE_SECONDS) return rejected("settings_token_too_long_lived");
  return accepted(claims);
}
