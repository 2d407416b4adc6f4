import type { TokenFault } from "./settings.ts";

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const FIELD_NAME = /^[A-Z0-9_ÆØÅÄÖÜ]+$/;

/** The credential as it was given, without “Basic”: the header copied whole is the commonest slip. */
export function bareToken(given: string): string {
  return given.trim().replace(/^Basic\s+/i, "");
}

/** Why it is not Base64 of `key:secret`; null when it is: whether Agillic lets it in is for Agillic to say. */
export function findTokenFault(token: string): TokenFault | null {
  if (/^(?:basic|bearer|authorization)(?:[\s:]|$)/i.test(token)) return "token_with_scheme";
  if (/[\r\n]/.test(token)) return "token_line_break";
  if (/["'`´‘’“”„«»]/.test(token)) return "token_quotes";
  if (/\s/.test(token)) return "token_space";
  const decoded = decode(token);
  return decoded === null ? "not_base64" : findCredentialFault(decoded);
}

function decode(token: string): string | null {
  if (!BASE64.test(token)) return null;
  try {
    return atob(token);
  } catch {
    return null;
  }
}

/** What became of `key:secret` before it was encoded. */
function findCredentialFault(credential: string): TokenFault | null {
  if (!credential.includes(":")) {
    // A key that was never encoded decodes as well, but not to text.
    return /^[\x20-\x7e\s]+$/.test(credential) ? "token_no_colon" : "not_base64";
  }
  // What `echo` adds, and what some shells keep.
  if (/[\r\n]/.test(credential)) return "token_line_break_inside";
  if (/^["']|["']$/.test(credential)) return "token_quotes_inside";
  if (/^\s|\s$|\s:|:\s/.test(credential)) return "token_space_inside";
  return /^[^:]+:./.test(credential) ? null : "token_half";
}

/** Why it is no name of Person Data; null when it may be one. Nothing is corrected by guessing. */
export function findFieldNameFault(
  name: string,
): "field_name_spaces" | "field_name_lower_case" | "field_name_characters" | null {
  if (/\s/.test(name)) return "field_name_spaces";
  if (name !== name.toUpperCase()) return "field_name_lower_case";
  return FIELD_NAME.test(name) ? null : "field_name_characters";
}
