/** Settings, and what the server gives and allows. */
import { assertEquals } from "@std/assert";
import { LEAST, parse, TOKEN } from "../../tests/parse_settings_fixture.ts";
import { NO_LIMITS } from "./limits.ts";
import { parseSettings } from "./parse_settings.ts";
import { parseFilledIn } from "./settings_fixture.ts";

Deno.test("names within the server's limits are taken", () => {
  const limits = { events: ["welcome", "opt_in"], personData: ["EMAIL", "CITY"] };
  const settings = parse({
    person_data_field_list: "CITY,EMAIL",
    event_1_name: "welcome",
    double_opt_in_event: "opt_in",
  }, limits);
  assertEquals(settings.personDataFields, ["CITY", "EMAIL"]);
});

Deno.test("what the server gives wins over what the browser says, and need not be in Zendesk", () => {
  const { settings } = parseSettings({
    ...LEAST,
    event_1_name: "delete_all",
    cool_down_seconds: "0",
  }, {
    token: "",
    given: {
      base64_encoded_token: TOKEN,
      event_1_name: "welcome",
      enable_event_trigger_view: "true",
      cool_down_seconds: "90",
    },
    limits: NO_LIMITS,
  });
  assertEquals(settings?.token, TOKEN);
  assertEquals(settings?.events.map(({ name }) => name), ["welcome"]);
  assertEquals([settings?.views.events, settings?.coolDownSeconds], [true, 90]);
});

Deno.test("the credential is never taken from a claim", () => {
  const { settings, faults } = parseSettings({ ...LEAST, base64_encoded_token: TOKEN }, {
    token: "",
    given: {},
    limits: NO_LIMITS,
  });
  assertEquals(settings, null);
  assertEquals(faults.map(({ parameter, code }) => [parameter, code]), [[
    "base64_encoded_token",
    "missing",
  ]]);
});

Deno.test("views outside of the limits are off, and the cool-down is never shorter than the least", () => {
  const ticked = { enable_recipient_view: true, enable_event_trigger_view: true };
  const { settings, faults } = parseFilledIn(
    { ...LEAST, ...ticked, event_1_name: "welcome", cool_down_seconds: "0" },
    { views: ["recipient", "communications"], leastCoolDownSeconds: 30 },
  );
  assertEquals([settings?.views.recipient, settings?.views.events], [true, false]);
  assertEquals(settings?.coolDownSeconds, 30);
  assertEquals(faults, [
    { parameter: "enable_event_trigger_view", code: "view_not_allowed", position: null },
  ]);
  assertEquals(parse({}, { leastCoolDownSeconds: 90 }).coolDownSeconds, 90);
});
