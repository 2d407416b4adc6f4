import { assertEquals } from "@std/assert";
import { parse, TOKEN } from "../../tests/parse_settings_fixture.ts";

const PLAIN = { context: null, resumeEvent: null };

Deno.test("settings are read whole", () => {
  const settings = parse({
    enable_recipient_view: true,
    enable_event_trigger_view: true,
    enable_communication_history_view: true,
    enable_recipient_creation_view: true,
    agillic_oauth: true,
    domain_based_unsubscribe: true,
    email_person_data_field: "CONTACT_EMAIL",
    phone_person_data_field: "MSISDN",
    person_data_field_list: "FIRSTNAME, LAST_NAME ,KØN,ADDRESS_1,",
    double_opt_in_event: "double opt in",
    event_1_name: "welcome event",
    event_1_description: "Sends the welcome mail",
    event_1_label: "Welcome",
    event_2_name: "order",
    event_2_context: "order: ORDER_ID=Order number (required), REASON = Reason (Late| Lost)",
    event_3_name: "pause",
    event_3_resume_event: "resume",
    more_events: "late\n\n stop | Stop | Stops (all) | s: DAYS=Days (required, number) | go \r\n",
    person_data_labels: "FIRSTNAME=First name, LAST_NAME = Last = name",
    masked_person_data: "KØN, BIRTHDATE,KØN,",
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
    oauth: true,
    views: { recipient: true, events: true, communications: true, creation: true },
    emailField: "CONTACT_EMAIL",
    phoneField: "MSISDN",
    personDataFields: ["FIRSTNAME", "LAST_NAME", "KØN", "ADDRESS_1"],
    labels: { FIRSTNAME: "First name", LAST_NAME: "Last = name" },
    maskedFields: ["KØN", "BIRTHDATE"],
    domainBasedUnsubscribe: true,
    doubleOptInEvent: "double opt in",
    events: [
      {
        slot: 1,
        name: "welcome event",
        label: "Welcome",
        description: "Sends the welcome mail",
        ...PLAIN,
      },
      {
        slot: 2,
        name: "order",
        label: "order",
        description: "",
        context: {
          schema: "order",
          parameters: [
            { key: "ORDER_ID", label: "Order number", type: "text", isRequired: true, choices: [] },
            {
              key: "REASON",
              label: "Reason",
              type: "choice",
              isRequired: false,
              choices: ["Late", "Lost"],
            },
          ],
        },
        resumeEvent: null,
      },
      {
        slot: 3,
        name: "pause",
        label: "pause",
        description: "",
        context: null,
        resumeEvent: "resume",
      },
      { slot: 4, name: "late", label: "late", description: "", ...PLAIN },
      {
        slot: 5,
        name: "stop",
        label: "Stop",
        description: "Stops (all)",
        context: {
          schema: "s",
          parameters: [
            { key: "DAYS", label: "Days", type: "number", isRequired: true, choices: [] },
          ],
        },
        resumeEvent: "go",
      },
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
    "agillic_oauth",
    "phone_person_data_field",
    "domain_based_unsubscribe",
    "double_opt_in_event",
    "event_1_name",
    "event_1_description",
    "event_1_label",
    "event_1_context",
    "event_1_resume_event",
    "more_events",
    "event_2_name",
    "event_3_name",
    "person_data_labels",
    "masked_person_data",
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
  assertEquals([absent.oauth, absent.phoneField], [false, null]);
  assertEquals(absent.domainBasedUnsubscribe, false);
  assertEquals([absent.doubleOptInEvent, absent.events, absent.labels], [null, [], {}]);
  assertEquals(absent.maskedFields, []);
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

Deno.test("a label is for all agents, or for those who read one language, by any of its locales", () => {
  const { labels } = parse({
    person_data_labels:
      "EMAIL=Mail, EMAIL@da = E-post@Hjem, EMAIL@ nb =E-post, EMAIL@de=Mailadresse",
  });
  assertEquals(labels, {
    "EMAIL": "Mail",
    "EMAIL@da": "E-post@Hjem",
    "EMAIL@no": "E-post",
    "EMAIL@de": "Mailadresse",
  });
});

Deno.test("no list of fields is needed where the recipient is not shown", () => {
  const settings = parse({ person_data_field_list: "", enable_recipient_view: false });
  assertEquals(settings.personDataFields, []);
});
