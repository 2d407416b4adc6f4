import { errors, jwtVerify } from "jose";
import { accepted, rejected, type Result } from "../result.ts";

/** Why signed settings are refused; for the log. */
export type SettingsTokenReason =
  | "settings_token_missing"
  | "settings_token_malformed"
  | "settings_token_signature"
  | "settings_token_expired"
  | "settings_token_claims";

/** `secrets`: any of them verifies; `now`: epoch ms. */
export type SettingsTokenOptions = { secrets: readonly string[]; now: () => number };

const LEEWAY_SECONDS = 60;
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
        requiredClaims: ["exp"],
      });
      return accepted(payload);
    } catch (error) {
      reason = reasonOf(error);
      // Any other fault is the token's own: another secret cannot mend it.
      if (reason !== "settings_token_signature") return rejected(reason);
    }
  }
  return rejected(reason);
}
