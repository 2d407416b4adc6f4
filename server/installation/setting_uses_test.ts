import { assertEquals, assertNotEquals } from "@std/assert";
import { SECRET_NAME } from "../../contract/settings.ts";
import { VIEWS } from "./limits.ts";
import { listStopping, type Need, SETTING_USES } from "./setting_uses.ts";
import type { Parameter, Settings } from "./settings.ts";
import { parseFilledIn } from "./settings_fixture.ts";

const GOOD = {
  base64_encoded_token: btoa("agillic-key:agillic-secret"),
  enable_recipient_view: true,
  enable_event_trigger_view: true,
  enable_communication_history_view: true,
  enable_recipient_creation_view: true,
  email_person_data_field: "EMAIL",
  person_data_field_list: "EMAIL,CITY",
  person_data_labels: "CITY=Town",
  double_opt_in_event: "opt_in",
  event_1_name: "welcome",
  event_1_label: "Welcome",
  event_1_description: "Sends a mail",
  cool_down_seconds: "90",
  agillic_environment: "staging",
};
const LIMITS = { events: ["welcome", "opt_in", "pause"] };

/** Settings that make one setting faulty, what stops then, and what is there instead of it. */
type Row = {
  given: Record<string, unknown>;
  stops: Need[];
  left?: (settings: Settings) => unknown;
};

const secret = "eyJh.eyJi.c2ln";
const description = (slot: number): Row => ({
  given: { [`event_${slot}_name`]: "pause", [`event_${slot}_description`]: secret },
  stops: [],
  left: ({ events }) => events.find((event) => event.slot === slot)?.description === "",
});
const label = (slot: number): Row => ({
  given: { [`event_${slot}_name`]: "pause", [`event_${slot}_label`]: secret },
  stops: [],
  left: ({ events }) => events.find((event) => event.slot === slot)?.label === "pause",
});
const name = (slot: number): Row => ({
  given: { [`event_${slot}_name`]: "delete_all" },
  stops: [],
  left: ({ events }) => events.length === 1 && events[0]?.name === "welcome",
});

/** Without its values, or without what undoes it, it would be another event. */
const leftOut = (slot: number, part: string): Row => ({
  given: {
    event_2_name: "pause",
    [`event_${slot}_name`]: "pause",
    [`event_${slot}_${part}`]: secret,
  },
  stops: [],
  left: ({ events }) => events.length > 0 && events.every((event) => event.slot !== slot),
});

const ROWS: Record<Exclude<Parameter, typeof SECRET_NAME>, Row> = {
  base64_encoded_token: { given: { base64_encoded_token: "key:secret" }, stops: ["everything"] },
  email_person_data_field: {
    given: { email_person_data_field: "Email" },
    stops: ["everything"],
  },
  agillic_oauth: {
    given: { agillic_oauth: "yes" },
    stops: [],
    left: ({ oauth }) => !oauth,
  },
  phone_person_data_field: {
    given: { phone_person_data_field: "msisdn" },
    stops: [],
    left: ({ phoneField }) => phoneField === null,
  },
  enable_recipient_view: { given: { enable_recipient_view: "yes" }, stops: ["recipient"] },
  enable_event_trigger_view: { given: { enable_event_trigger_view: "yes" }, stops: ["events"] },
  enable_communication_history_view: {
    given: { enable_communication_history_view: "yes" },
    stops: ["communications"],
  },
  enable_recipient_creation_view: {
    given: { enable_recipient_creation_view: "yes" },
    stops: ["creation"],
  },
  person_data_field_list: {
    given: { person_data_field_list: "CITY,last name,CITY" },
    stops: [],
    left: ({ personDataFields }) => personDataFields.join() === "CITY",
  },
  person_data_labels: {
    given: { person_data_labels: "CITY,EMAIL=Mail" },
    stops: [],
    left: ({ labels }) => labels.EMAIL === "Mail" && !("CITY" in labels),
  },
  masked_person_data: { given: { masked_person_data: "CITY,e mail" }, stops: ["recipient"] },
  double_opt_in_event: { given: { double_opt_in_event: "delete_all" }, stops: ["creation"] },
  event_1_name: {
    given: { event_1_name: "delete_all", event_2_name: "pause" },
    stops: [],
    left: ({ events }) => events.length === 1 && events[0]?.name === "pause",
  },
  event_1_label: label(1),
  event_1_description: description(1),
  event_1_context: leftOut(1, "context"),
  event_1_resume_event: leftOut(1, "resume_event"),
  event_2_name: name(2),
  event_2_label: label(2),
  event_2_description: description(2),
  event_2_context: leftOut(2, "context"),
  event_2_resume_event: leftOut(2, "resume_event"),
  event_3_name: name(3),
  event_3_label: label(3),
  event_3_description: description(3),
  event_3_context: leftOut(3, "context"),
  event_3_resume_event: leftOut(3, "resume_event"),
  more_events: {
    given: { more_events: "pause\ndelete_all\npause | Pause | | order\npause" },
    stops: [],
    left: ({ events }) => events.map(({ slot }) => slot).join() === "1,4,7",
  },
  domain_based_unsubscribe: {
    given: { domain_based_unsubscribe: "perhaps" },
    stops: [],
    left: ({ domainBasedUnsubscribe }) => !domainBasedUnsubscribe,
  },
  cool_down_seconds: {
    given: { cool_down_seconds: "1,5" },
    stops: [],
    left: ({ coolDownSeconds }) => coolDownSeconds === 60,
  },
  agillic_environment: {
    given: { agillic_environment: "prod" },
    stops: [],
    left: ({ environment }) => environment === null,
  },
  note_on_ticket: {
    given: { note_on_ticket: "perhaps" },
    stops: [],
    left: ({ noteOnTicket }) => !noteOnTicket,
  },
  ticket_tag: {
    given: { ticket_tag: "two words" },
    stops: [],
    left: ({ ticketTag }) => ticketTag === "",
  },
  target_groups: {
    given: { target_groups: "Loyal customers\nLoyal customers" },
    stops: [],
    left: ({ targetGroups }) => targetGroups.join() === "Loyal customers",
  },
  tables: {
    given: { tables: "ORDERS\nRETURNS: REASON" },
    stops: [],
    left: ({ tables }) => tables.map(({ name }) => name).join() === "RETURNS",
  },
};

const NOTHING = { personDataFields: [], events: [] };

/** What is not shown with these settings. */
function stoppedBy(given: Record<string, unknown>): Need[] {
  const { settings, faults } = parseFilledIn({ ...GOOD, ...given }, LIMITS);
  return (["everything", ...VIEWS] as const)
    .filter((need) => listStopping(need, faults, settings ?? NOTHING).length > 0);
}

Deno.test("settings without a fault stop nothing", () => {
  assertEquals(parseFilledIn(GOOD, LIMITS).faults, []);
  assertEquals(stoppedBy({}), []);
});

for (const [parameter, { given, stops, left }] of Object.entries(ROWS)) {
  Deno.test(`a faulty ${parameter} stops ${stops.join() || "nothing"}`, () => {
    const { settings, faults } = parseFilledIn({ ...GOOD, ...given }, LIMITS);
    assertEquals(new Set(faults.map((fault) => fault.parameter)), new Set([parameter]));
    assertEquals(stoppedBy(given), stops);
    assertEquals(settings === null, stops.includes("everything"));
    if (left !== undefined && settings !== null) assertEquals(left(settings), true);
  });
}

Deno.test("every setting but the secret has its row in this test", () => {
  assertEquals(
    new Set([...Object.keys(ROWS), SECRET_NAME]),
    new Set(Object.keys(SETTING_USES)),
  );
  assertNotEquals(
    listStopping(
      "everything",
      [{ parameter: SECRET_NAME, code: "secret_unknown", position: null }],
      NOTHING,
    ),
    [],
  );
});

Deno.test("the table says of the same settings that their faults stop something", () => {
  const stopping = Object.entries(ROWS).filter(([, { stops }]) => stops.length > 0);
  const named = Object.entries(SETTING_USES).filter(([, use]) => use.whenFaulty === "stops");
  assertEquals(
    new Set(named.map(([parameter]) => parameter)),
    new Set([SECRET_NAME, ...stopping.map(([parameter]) => parameter)]),
  );
});

Deno.test("a view stops where the faults of its list leave nothing of it", () => {
  assertEquals(stoppedBy({ person_data_field_list: "email, last name" }), ["recipient"]);
  assertEquals(stoppedBy({ person_data_field_list: "" }), ["recipient"]);
  assertEquals(stoppedBy({ event_1_name: "delete_all" }), ["events"]);
});

Deno.test("events without one stop nothing: the view says it in a sentence", () => {
  const none = { event_1_name: "", event_1_label: "", event_1_description: "" };
  assertEquals(stoppedBy(none), []);
});

Deno.test("a faulty cool-down is never shorter than the server's least", () => {
  const limits = { leastCoolDownSeconds: 120 };
  const { settings } = parseFilledIn({ ...GOOD, cool_down_seconds: "1,5" }, limits);
  assertEquals(settings?.coolDownSeconds, 120);
});
