import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import type { Switches } from "../../simulators/agillic/switches.ts";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { assertNothingChanged, open, rowsOf, SECRET, TEST_RECIPIENT } from "./clinic.ts";

/** What is wrong, and the one red row that names it. */
type Fault = {
  settings?: Record<string, string | boolean>;
  switches?: Partial<Switches>;
  env?: Record<string, string>;
  red: string;
  said: string[];
};

const FAULTS: Record<string, Fault> = {
  "a wrong token": {
    settings: { base64_encoded_token: btoa("agillic-key:wrong") },
    red: "Base64 Encoded Token",
    said: [
      "The Base64 encoded token is invalid. (Error Response Code: 403) [token_invalid 403]",
      "Update “Base64 Encoded Token” in the app’s settings with a valid value",
    ],
  },
  "a misspelt field": {
    settings: { person_data_field_list: "FRISTNAME,EMAIL", person_data_labels: "" },
    red: "Person Data Field List FRISTNAME",
    said: ["Did you mean FIRSTNAME?"],
  },
  "an email field that is not unique": {
    switches: { emailUnique: false },
    red: "Email Person Data Field",
    said: [
      "The email field EMAIL is not set as unique in Agillic. (Error Response Code: 400)",
      "Set the email field as unique in Agillic",
    ],
  },
  "an unknown event": {
    settings: { event_1_name: "dwelcome_event" },
    red: "Event 1",
    said: [
      "The event “dwelcome_event” is not valid in this Agillic instance. (Error Response Code: 404)",
      "in “Event 1 Name”",
    ],
  },
  "no double opt-in event": {
    settings: { double_opt_in_event: "" },
    red: "Double Opt-in Event for Creation",
    said: [
      "No event is set for the double opt-in. (Error Response Code: Configuration Error, Error Response Body: Event required to create recipient)",
      "Set up an event and the necessary flow in Agillic",
    ],
  },
  "a database in a folder that is not there": {
    env: { KV_PATH: "./no-such-folder/agillic.sqlite" },
    red: "Store for actions",
    said: ["KV_PATH names a file that can be written"],
  },
  "a database that is a folder": {
    env: { KV_PATH: "." },
    red: "Store for actions",
    said: ["Actions cannot be recorded"],
  },
  "a Postgres that is not there": {
    env: { KV_PATH: "", DATABASE_URL: "postgres://user:hush-hush@127.0.0.1:1/none" },
    red: "Store for actions",
    said: ["DATABASE_URL can be reached"],
  },
  "a server without a store": {
    env: { KV_PATH: "" },
    red: "Store for actions",
    said: [
      "without them the server starts on Deno Deploy only",
      "set DENO_DEPLOY=1 for this check",
    ],
  },
  "a key that is too short": {
    env: { SESSION_KEYS: "hush-hush" },
    red: "Keys",
    said: ["SESSION_KEYS holds a key that is not 32 bytes in base64url", "deno task keys"],
  },
  "a missing secret": {
    env: { SETTINGS_SECRETS: "" },
    red: "Keys",
    said: ["SETTINGS_SECRETS is missing"],
  },
  "a setting that signs with an unlisted secret": {
    settings: { settings_secret: "hush-hush-hush-hush-hush-hush-hush-hush" },
    red: "Keys",
    said: ["The secret in Zendesk is not the one that the server knows"],
  },
  "an id that is no app's in Zendesk": {
    env: { ZENDESK_APP_ID: "404" },
    red: "Zendesk App",
    said: ["has no app with the id 404", "[app_unknown 404]", "ZENDESK_APP_ID"],
  },
  "a webhook's secret that is too short": {
    env: { WEBHOOK_SECRETS: "hush" },
    red: "Environment",
    said: ["WEBHOOK_SECRETS holds a secret that is shorter than 32 characters"],
  },
  "a missing address of the server": {
    env: { PUBLIC_URL: "" },
    red: "Environment",
    said: ["PUBLIC_URL is missing", ".env.example"],
  },
  "actions that are switched off": {
    env: { READ_ONLY: "1" },
    red: "Actions",
    said: ["set READ_ONLY to 0"],
  },
  "a token with a line break": {
    settings: { base64_encoded_token: "a2V5OnNl\nY3JldA==" },
    red: "Settings Base64 Encoded Token",
    said: ["It contains a line break."],
  },
  "no view": {
    settings: {
      enable_recipient_view: false,
      enable_event_trigger_view: false,
      enable_communication_history_view: false,
      enable_recipient_creation_view: false,
    },
    red: "Settings Enable Recipient Data View",
    said: ["No view is switched on, so agents see nothing."],
  },
  "a resume event and no secret of the webhook": {
    settings: { event_3_resume_event: "resume_communication" },
    red: "Zendesk’s webhook",
    said: ["it does not resume what an event pauses", "set WEBHOOK_SECRETS"],
  },
  "a faulty setting": {
    settings: { cool_down_seconds: "soon" },
    red: "Settings Cool-down in Seconds",
    said: ["is not a number of seconds"],
  },
};

for (const [what, fault] of Object.entries(FAULTS)) {
  Deno.test(`deno task doctor finds ${what}, and says what to do`, async () => {
    await using clinic = await open(fault.env);
    clinic.simulator.set(fault.switches ?? {});
    const settings = await clinic.write("settings.json", {
      ...DEFAULT_SETTINGS,
      settings_secret: SECRET,
      ...fault.settings,
    });

    const { code, output, error } = await clinic.run(
      "--settings",
      settings,
      "--test-recipient",
      TEST_RECIPIENT,
    );

    assertEquals([code, error], [1, ""]);
    assertEquals(rowsOf(output).filter((row) => row.startsWith("✗")), [`✗ ${fault.red}`]);
    for (const words of fault.said) assertStringIncludes(output, words);
    assertStringIncludes(output, "\n1 thing to correct");
    assertFalse(/@|hush|agillic-key/.test(output));
    assertNothingChanged(clinic);
  });
}
