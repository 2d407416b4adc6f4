import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { decodeJwt } from "jose";
import { createZendeskSimulator } from "./app.ts";
import { testOptions } from "./options_fixture.ts";

const TRANSLATIONS = {
  app: {
    parameters: {
      base64_encoded_token: { label: "Base64 Encoded Token", helpText: "Without the word Basic." },
      event_1_name: { label: "First event" },
    },
  },
};

const FORM = {
  title: "Our Agillic",
  email_person_data_field: "E_MAIL",
  event_1_name: "other_event",
  person_data_field_list: "EMAIL",
};

function setUp() {
  const simulator = createZendeskSimulator(testOptions({ translations: TRANSLATIONS }));
  const submit = (fields: Record<string, string>) =>
    simulator.fetch("/admin/apps/settings", { method: "POST", body: new URLSearchParams(fields) });
  return { simulator, submit };
}

Deno.test("the settings page has a labelled field for each parameter, and secure ones are write-only", async () => {
  const { simulator } = setUp();
  const page = await (await simulator.fetch("/admin/apps/settings")).text();
  for (
    const part of [
      "Base64 Encoded Token",
      "Without the word Basic.",
      "First event",
      'value="welcome_event"',
      'type="password"',
      'name="enable_recipient_view" value="1" checked',
      '<textarea id="person_data_field_list"',
    ]
  ) assertStringIncludes(page, part);
  assert(!page.includes("development-settings-secret"));
  assert(!page.includes(btoa("agillic-key:agillic-secret")));
});

Deno.test("saving changes what is signed from then on, and an empty secure field keeps its value", async () => {
  const { simulator, submit } = setUp();
  const response = await submit({ ...FORM, base64_encoded_token: "" });
  assertEquals(response.status, 303);
  assertEquals(response.headers.get("location"), "/admin/apps/settings?saved");
  const claims = decodeJwt(await simulator.signSettings());
  assertEquals(claims.event_1_name, "other_event");
  assertEquals(claims.email_person_data_field, "E_MAIL");
  assertEquals(claims.base64_encoded_token, btoa("agillic-key:agillic-secret"));
  assertEquals(claims.enable_recipient_view, false);
  await submit({ ...FORM, base64_encoded_token: "bmV3OnRva2Vu", enable_recipient_view: "1" });
  const renewed = decodeJwt(await simulator.signSettings());
  assertEquals(renewed.base64_encoded_token, "bmV3OnRva2Vu");
  assertEquals(renewed.enable_recipient_view, true);
});

Deno.test("a required field left empty is refused, and nothing is saved", async () => {
  const { simulator, submit } = setUp();
  const response = await submit({ ...FORM, email_person_data_field: " " });
  assertEquals(response.status, 422);
  const page = await response.text();
  assertStringIncludes(page, "email_person_data_field is required.");
  assertStringIncludes(page, 'value="other_event"');
  assertEquals(decodeJwt(await simulator.signSettings()).event_1_name, "welcome_event");
});
