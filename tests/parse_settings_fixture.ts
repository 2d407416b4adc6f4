/** What tests of settings without faults are made of. */
import { assertEquals } from "@std/assert";
import type { Limits } from "../server/installation/limits.ts";
import type { Settings } from "../server/installation/settings.ts";
import { parseFilledIn } from "../server/installation/settings_fixture.ts";

/** A credential that is in order. */
export const TOKEN = btoa("key:secret");

/** The least that settings need. */
export const LEAST = {
  base64_encoded_token: TOKEN,
  enable_communication_history_view: true,
  email_person_data_field: "EMAIL",
  person_data_field_list: "EMAIL",
};

/** Reads settings that have no fault. */
export function parse(claims: Record<string, unknown>, limits: Partial<Limits> = {}): Settings {
  const { settings, faults } = parseFilledIn({ ...LEAST, ...claims }, limits);
  assertEquals(faults, []);
  if (settings === null) throw new Error("no settings");
  return settings;
}
