/** Settings as an administrator fills them in, the credential among them. */
import { TOKEN_NAME } from "../../contract/settings.ts";
import { type Limits, NO_LIMITS } from "./limits.ts";
import { parseSettings } from "./parse_settings.ts";
import type { ParsedSettings } from "./settings.ts";

/** Reads settings that came whole, within these limits and with nothing that the server gives. */
export function parseFilledIn(
  { [TOKEN_NAME]: token, ...claims }: Record<string, unknown>,
  limits: Partial<Limits> = {},
): ParsedSettings {
  return parseSettings(claims, {
    token: typeof token === "string" ? token : "",
    given: {},
    limits: { ...NO_LIMITS, ...limits },
  });
}
