import { z } from "zod";
import { CHECKBOX_SETTINGS, type SettingName, TEXT_SETTINGS } from "../../contract/settings.ts";

const PLACEHOLDER = /^\{\{\s*setting\.[^}]*\}\}$/;

// Not filled in: empty, absent, null, or the placeholder itself; Zendesk documents none of them.
const text = z.preprocess(
  (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return String(value);
    return typeof value === "string" && PLACEHOLDER.test(value.trim()) ? "" : value;
  },
  z.string().trim(),
).catch("");

const checkbox = z.preprocess(
  (value) => typeof value === "string" ? value.trim().toLowerCase() : value,
  z.union([z.boolean(), z.enum(["true", "1"]).transform(() => true)]),
);
// Null is neither checked nor unchecked.
const uncheckedWhenUnset = z.preprocess((value) => {
  const unset = value === null || value === undefined || value === "" || value === "false" ||
    value === "0";
  return unset || (typeof value === "string" && PLACEHOLDER.test(value.trim())) ? false : value;
}, checkbox.nullable().catch(null));

const texts = z.record(z.enum(TEXT_SETTINGS), text);
const checks = z.record(z.enum(CHECKBOX_SETTINGS), uncheckedWhenUnset);

/** The settings as text and checks, not looked at yet; null is neither checked nor unchecked. */
export type SettingClaims = z.infer<typeof texts> & z.infer<typeof checks>;

/** Reads the claims, whatever Zendesk made of settings that are not filled in; takes anything. */
export function parseClaims(claims: Record<string, unknown>): SettingClaims {
  const only = (names: readonly SettingName[]) =>
    Object.fromEntries(names.map((name) => [name, claims[name]]));
  return { ...texts.parse(only(TEXT_SETTINGS)), ...checks.parse(only(CHECKBOX_SETTINGS)) };
}
