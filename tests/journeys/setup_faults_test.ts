import { assertEquals, assertStringIncludes } from "@std/assert";
import type { TestAppOptions } from "../app_fixture.ts";
import { assertNothingTriggered, check, shownIn, start } from "./setup_check.ts";

/** A fault, and what its row says: what was found, then what to do and where. */
type Fault = [options: TestAppOptions & { aheadMs?: number }, title: string, ...said: string[]];

const FAULTS: Record<string, Fault> = {
  "a wrong token": [
    { settings: { base64_encoded_token: btoa("agillic-key:wrong") } },
    "Base64 Encoded Token",
    "The Base64 encoded token is invalid. (Error Response Code: 403)",
    "Update “Base64 Encoded Token” in the app’s settings with a valid value",
  ],
  "a misspelt field": [
    { settings: { person_data_field_list: "FRISTNAME,EMAIL", person_data_labels: "" } },
    "Person Data Field List FRISTNAME",
    "Agillic has no Person Data field FRISTNAME.",
    "Did you mean FIRSTNAME? Correct “Person Data Field List” in the app’s settings.",
  ],
  "an email field that Agillic does not have": [
    { settings: { email_person_data_field: "MAIL" } },
    "Email Person Data Field MAIL",
    "Agillic has no Person Data field MAIL.",
    "Did you mean EMAIL? Correct “Email Person Data Field” in the app’s settings.",
  ],
  "an event that the server does not allow": [
    { env: { ALLOWED_EVENTS: "welcome_event,double_opt_in" } },
    "Settings Event 3 Name",
    "It is not among the names that this server allows. Use one of them, or ask those who run it.",
  ],
  "a Person Data field that the server does not allow": [
    {
      env: { ALLOWED_PERSON_DATA: "EMAIL,FIRSTNAME" },
      settings: { person_data_field_list: "EMAIL,CITY", person_data_labels: "" },
    },
    "Settings Person Data Field List",
    "Entry 2 is not among the names that this server allows.",
  ],
  "a Person Data field that is there twice": [
    { settings: { person_data_field_list: "EMAIL,CITY,EMAIL", person_data_labels: "" } },
    "Settings Person Data Field List",
    "Entry 3 is there twice",
  ],
  "no view": [
    {
      settings: {
        enable_recipient_view: false,
        enable_event_trigger_view: false,
        enable_communication_history_view: false,
        enable_recipient_creation_view: false,
      },
    },
    "Settings Enable Recipient Data View",
    "No view is switched on, so agents see nothing.",
    "in Zendesk’s Admin Center",
  ],
  "events without one": [
    {
      settings: Object.fromEntries(
        [1, 2, 3].flatMap((slot) =>
          ["name", "label", "description"].map((part) => [`event_${slot}_${part}`, ""])
        ),
      ),
    },
    "Settings Event 1 Name",
    "Events are switched on, but none is filled in.",
    "in Zendesk’s Admin Center",
  ],
  "a fault in what is for looks alone": [
    { settings: { person_data_labels: "CITY" } },
    "Settings Person Data Labels",
    "Entry 1 is not of the form NAME=Label.",
    "in Zendesk’s Admin Center",
  ],
  "an event that is not valid": [
    { settings: { event_1_name: "dwelcome_event" } },
    "Event 1",
    "The event “dwelcome_event” is not valid in this Agillic instance. (Error Response Code: 404)",
    "Correct the Agillic event name in “Event 1 Name” in the app’s settings.",
  ],
  "no double opt-in event": [
    { settings: { double_opt_in_event: "" } },
    "Double Opt-in Event for Creation",
    "No event is set for the double opt-in. (Error Response Code: Configuration Error, Error Response Body: Event required to create recipient)",
    "Set up an event and the necessary flow in Agillic, and name the event in “Double Opt-in Event for Creation”",
  ],
  "a double opt-in event that is not valid": [
    { settings: { double_opt_in_event: "dubble_opt_in" } },
    "Double Opt-in Event for Creation",
    "The event “dubble_opt_in” is not valid",
    "in “Double Opt-in Event for Creation” in the app’s settings",
  ],
  "a resume event and no secret of the webhook": [
    { settings: { event_3_resume_event: "resume_communication" } },
    "Zendesk’s webhook",
    "The server has no signing secret for Zendesk’s webhook, so it does not resume what an event pauses.",
    "On the server: set WEBHOOK_SECRETS, or webhookSecrets in ACCOUNTS, to the webhook’s signing secret in Zendesk.",
  ],
  "a store that cannot be used": [
    { kv: null },
    "Store for actions",
    "Actions cannot be recorded, so agents can trigger and create nothing.",
    "KV_PATH",
  ],
  "a clock that is ahead": [
    { aheadMs: 45_000 },
    "Clock",
    "The clock of the machine that checks is 45 s ahead of Agillic’s.",
    "NTP",
  ],
  "actions that are switched off": [
    { env: { READ_ONLY: "1" } },
    "Actions",
    "Actions are switched off on the server, so agents can trigger and create nothing.",
    "set READ_ONLY to 0",
  ],
};

for (const [what, [options, title, ...said]] of Object.entries(FAULTS)) {
  Deno.test(`POST /setup finds ${what}, and says what to do`, async () => {
    using app = await start(options);
    const { html, rows, report } = await check(app);
    assertEquals(rows.filter((row) => row.startsWith("red")), [`red ${title}`]);
    assertStringIncludes(html, 'data-announce="1 thing to correct');
    for (const words of said) assertStringIncludes(shownIn(html, title), words);
    assertEquals(report.match(/^✗.*/gm)?.length, 1);
    assertNothingTriggered(app);
  });
}

Deno.test("POST /setup finds an email field that is not unique", async () => {
  using app = await start();
  app.agillic.set({ emailUnique: false });
  const { html, rows } = await check(app);
  assertEquals(rows.filter((row) => row.startsWith("red")), ["red Email Person Data Field"]);
  const shown = shownIn(html, "Email Person Data Field");
  assertStringIncludes(
    shown,
    "The email field EMAIL is not set as unique in Agillic. (Error Response Code: 400)",
  );
  assertStringIncludes(shown, "Set the email field as unique in Agillic");
  assertStringIncludes(shownIn(html, "Event 1"), "Not checked: the email field");
});
