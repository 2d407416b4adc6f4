import { assertEquals } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { actionIn } from "./answers.ts";
import { assertNothingSent, auditOf, read, signInAgain } from "./actions.ts";

/** What an administrator changes while the form is on an agent's screen. */
const CHANGES: { name: string; settings: Record<string, string | boolean | null>; code: string }[] =
  [
    {
      name: "another event has taken the slot",
      settings: { event_1_name: "pause_communication" },
      code: "action_expired",
    },
    {
      name: "the slot is empty",
      settings: { event_1_name: null, event_1_label: null, event_1_description: null },
      code: "action_expired",
    },
    {
      name: "the Event Trigger View is off",
      settings: { enable_event_trigger_view: false },
      code: "action_expired",
    },
    {
      name: "another field identifies recipients",
      settings: { email_person_data_field: "WORK_EMAIL" },
      code: "requester_changed",
    },
    {
      name: "the token is another Agillic instance's",
      settings: { base64_encoded_token: btoa("production-key:secret") },
      code: "requester_changed",
    },
  ];

for (const { name, settings, code } of CHANGES) {
  Deno.test(`an action is refused when meanwhile ${name}`, async () => {
    using app = await createTestApp();
    const action = actionIn(await (await app.get("/events")).text());
    app.zendesk.configure(settings);

    const { problem } = await read(app.post("/events/1", action, {}, await signInAgain(app)));

    assertEquals(problem, code);
    assertNothingSent(app);
    assertEquals(auditOf(app).map(({ outcome }) => outcome), ["refused"]);
  });
}

Deno.test("GET /events offers nothing when the Event Trigger View is off", async () => {
  using app = await createTestApp({ settings: { enable_event_trigger_view: false } });
  const html = await (await app.get("/events")).text();
  assertEquals(html.includes("data-event-slot"), false);
  assertEquals((await (await app.get("/sidebar")).text()).includes("data-event-slot"), false);
});
