import { assertEquals } from "@std/assert";
import { type Limits, NO_LIMITS } from "./limits.ts";
import { parseSettings } from "./parse_settings.ts";
import type { Settings } from "./settings.ts";
import { parseFilledIn } from "./settings_fixture.ts";

const TOKEN = btoa("key:secret");
const LEAST = {
  base64_encoded_token: TOKEN,
  enable_communication_history_view: true,
  email_person_data_field: "EMAIL",
  person_data_field_list: "EMAIL",
};

function parse(claims: Record<string, unknown>, limits: Partial<Limits> = {}): Settings {
  const { settings, faults } = parseFilledIn({ ...LEAST, ...claims }, limits);
  assertEquals(faults, []);
  if (settings === null) throw new Error("no settings");
  return settings;
}

Deno.test("settings are read whole", () => {
  const settings = parse({
    enable_recipient_view: true,
    enable_event_trigger_view: true,
    enable_communication_history_view: true,
    enable_recipient_creation_view: true,
    domain_based_unsubscribe: true,
    email_person_data_field: "CONTACT_EMAIL",
    person_data_field_list: "FIRSTNAME, LAST_NAME ,KØN,ADDRESS_1,",
    double_opt_in_event: "double opt in",
    event_1_name: "welcome event",
    event_1_description: "Sends the welcome mail",
    event_1_label: "Welcome",
    event_3_name: "pause",
    person_data_labels: "FIRSTNAME=First name, LAST_NAME = Last = name",
    cool_down_seconds: "90",
    agillic_environment: "Staging",
    note_on_ticket: true,
    ticket_tag: "agillic/æ-1_b",
    target_groups: "Loyal customers\n\n Near, or in, a shop \r\n",
    tables: "ORDERS: ORDER_DATE, total | Orders\nEMAIL_STATUS:DOMAIN",
    installation_id: "5678",
    exp: 1,
    something_else: {},
  });
  assertEquals(settings, {
    token: TOKEN,
    views: { recipient: true, events: true, communications: true, creation: true },
    emailField: "CONTACT_EMAIL",
    personDataFields: ["FIRSTNAME", "LAST_NAME", "KØN", "ADDRESS_1"],
    labels: { FIRSTNAME: "First name", LAST_NAME: "Last = name" },
    domainBasedUnsubscribe: true,
    doubleOptInEvent: "double opt in",
    events: [
      { slot: 1, name: "welcome event", label: "Welcome", description: "Sends the welcome mail" },
      { slot: 3, name: "pause", label: "pause", description: "" },
    ],
    coolDownSeconds: 90,
    environment: "staging",
    noteOnTicket: true,
    ticketTag: "agillic/æ-1_b",
    targetGroups: ["Loyal customers", "Near, or in, a shop"],
    tables: [
      { name: "ORDERS", title: "Orders", columns: ["ORDER_DATE", "total"] },
      { name: "EMAIL_STATUS", title: "EMAIL_STATUS", columns: ["DOMAIN"] },
    ],
  });
});

Deno.test("settings that are not filled in have their defaults, in whichever form they arrive", () => {
  const optional = [
    "enable_recipient_view",
    "enable_event_trigger_view",
    "enable_recipient_creation_view",
    "domain_based_unsubscribe",
    "double_opt_in_event",
    "event_1_name",
    "event_1_description",
    "event_1_label",
    "event_2_name",
    "event_3_name",
    "person_data_labels",
    "cool_down_seconds",
    "agillic_environment",
    "note_on_ticket",
    "ticket_tag",
    "target_groups",
    "tables",
  ];
  const absent = parse({});
  assertEquals(absent.views, {
    recipient: false,
    events: false,
    communications: true,
    creation: false,
  });
  assertEquals(absent.domainBasedUnsubscribe, false);
  assertEquals([absent.doubleOptInEvent, absent.events, absent.labels], [null, [], {}]);
  assertEquals([absent.coolDownSeconds, absent.environment], [60, null]);
  assertEquals([absent.noteOnTicket, absent.ticketTag], [false, ""]);
  assertEquals([absent.targetGroups, absent.tables], [[], []]);
  const forms: ((name: string) => unknown)[] = [
    (name) => `{{setting.${name}}}`,
    (name) => ` {{ setting.${name} }} `,
    () => "",
    () => null,
  ];
  for (const form of forms) {
    const claims = Object.fromEntries(optional.map((name) => [name, form(name)]));
    assertEquals(parse(claims), absent, String(form("x")));
  }
});

Deno.test("a checkbox is checked as true, “true” or “1”, and else unchecked", () => {
  const readings: [unknown, boolean][] = [
    [true, true],
    ["true", true],
    ["True", true],
    ["1", true],
    [false, false],
    ["false", false],
    ["0", false],
    ["", false],
    [null, false],
  ];
  for (const [value, checked] of readings) {
    const { views } = parse({ enable_recipient_view: value });
    assertEquals(views.recipient, checked, JSON.stringify(value));
  }
});

Deno.test("a token that was pasted with “Basic” is taken without it", () => {
  for (const pasted of [TOKEN, ` ${TOKEN}\n`, `Basic ${TOKEN}`, `basic  ${TOKEN} `]) {
    assertEquals(parse({ base64_encoded_token: pasted }).token, TOKEN, pasted);
  }
});

Deno.test("a cool-down is a number of seconds, as text or number, and may be none", () => {
  for (const [value, seconds] of [["0", 0], [0, 0], [30, 30], ["86400", 86_400]] as const) {
    assertEquals(parse({ cool_down_seconds: value }).coolDownSeconds, seconds);
  }
});

Deno.test("no list of fields is needed where the recipient is not shown", () => {
  const settings = parse({ person_data_field_list: "", enable_recipient_view: false });
  assertEquals(settings.personDataFields, []);
});

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
