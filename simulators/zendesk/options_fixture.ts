import { createAppKeys } from "./keys.ts";
import type { ZendeskSimulatorOptions } from "./simulation.ts";

/** The moment at which the simulator's tests take place. */
export const NOW = Date.parse("2026-11-20T12:00:00Z");

/** Where the app's server is in the simulator's tests. */
export const BACKEND = "http://localhost:8000";

const MANIFEST = {
  name: "Agillic",
  version: "1.0.0",
  location: {
    support: {
      ticket_sidebar: { url: "https://app.example/shell", flexible: true, signed: true },
      new_ticket_sidebar: { url: "https://app.example/shell?new=1", flexible: true, signed: true },
      user_sidebar: { url: "https://app.example/shell", flexible: true, signed: false },
    },
  },
  domainWhitelist: ["app.example", "friend.example"],
  parameters: [
    {
      name: "base64_encoded_token",
      type: "text",
      secure: true,
      required: true,
      scopes: ["jwt_claim"],
    },
    {
      name: "settings_secret",
      type: "text",
      secure: true,
      required: true,
      scopes: ["jwt_secret_key"],
    },
    { name: "header_key", type: "text", secure: true, scopes: ["header"] },
    { name: "enable_recipient_view", type: "checkbox" },
    { name: "email_person_data_field", type: "text", required: true, default: "EMAIL" },
    { name: "event_1_name", type: "text" },
    { name: "person_data_field_list", type: "multiline" },
  ],
};

const KEYS = createAppKeys();

/** Options of a simulator whose proxy reaches nothing unless `fetch` is given; all tests share one key pair. */
export function testOptions(
  options: Partial<ZendeskSimulatorOptions> = {},
): ZendeskSimulatorOptions {
  return {
    origin: "http://localhost:8002",
    backend: BACKEND,
    manifest: MANIFEST,
    keys: KEYS,
    now: () => NOW,
    fetch: () => Promise.reject(new Error("nothing is reachable in this test")),
    ...options,
  };
}
