const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const FIELD_NAME = /^[A-Z0-9_ÆØÅÄÖÜ]+$/;

/** Whether it is Base64 of `key:secret`; whether Agillic lets it in is for Agillic to say. */
export function isCredential(token: string): boolean {
  if (!BASE64.test(token)) return false;
  try {
    return /^[^:]+:.+$/s.test(atob(token));
  } catch {
    return false;
  }
}

/** Why it is no name of Person Data; null when it may be one. Nothing is corrected by guessing. */
export function findFieldNameFault(
  name: string,
): "field_name_spaces" | "field_name_lower_case" | "field_name_characters" | null {
  if (/\s/.test(name)) return "field_name_spaces";
  if (name !== name.toUpperCase()) return "field_name_lower_case";
  return FIELD_NAME.test(name) ? null : "field_name_characters";
}
