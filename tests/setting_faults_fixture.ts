/** What tests of faulty settings are made of. */
import { assertEquals } from "@std/assert";
import type { Limits } from "../server/installation/limits.ts";
import type { SettingFault } from "../server/installation/settings.ts";
import { parseFilledIn } from "../server/installation/settings_fixture.ts";

/** A credential that is in order. */
export const TOKEN = btoa("agillic-key:agillic-secret");

/** The least that settings need. */
export const LEAST = {
  base64_encoded_token: TOKEN,
  enable_recipient_view: true,
  email_person_data_field: "EMAIL",
  person_data_field_list: "EMAIL",
};

/** The faults of settings that are else in order. */
export function faultsOf(
  claims: Record<string, unknown>,
  limits: Partial<Limits> = {},
): readonly SettingFault[] {
  return parseFilledIn({ ...LEAST, ...claims }, limits).faults;
}

/** The one fault of a setting: its code, and which of a list it is. */
export function faultOf(parameter: string, value: unknown, limits?: Partial<Limits>): string {
  const [fault, ...more] = faultsOf({ [parameter]: value }, limits);
  assertEquals([fault?.parameter, more], [parameter, []]);
  return [fault?.code, fault?.position].filter(Boolean).join(" ");
}
