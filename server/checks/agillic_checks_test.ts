import { assertEquals } from "@std/assert";
import { type AgillicSimulator, createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import type { Switches } from "../../simulators/agillic/switches.ts";
import { connect } from "../agillic/connected_client.ts";
import { parseSettings } from "../zendesk/settings.ts";
import { type AgillicCheckOptions, checkAgillic } from "./agillic_checks.ts";
import type { Finding } from "./finding.ts";
import { parseTestRecipient } from "./test_recipient.ts";

type Given = {
  settings?: Record<string, string | boolean>;
  switches?: Partial<Switches>;
  testRecipient?: string;
  /** Answers in the simulator's place, by the path; null lets the simulator answer. */
  fetch?: (path: string) => Response | null;
} & Partial<Pick<AgillicCheckOptions, "allowedPersonData">>;

/** What is found against a fresh simulator. */
async function check(given: Given = {}) {
  const { clock, simulator, clientOf } = connect((options) => {
    const simulator = createAgillicSimulator(options);
    const fetch = async (url: string, init: RequestInit) =>
      given.fetch?.(new URL(url).pathname) ?? await simulator.fetch(url, init);
    return { set: simulator.set, calls: simulator.calls, fetch };
  });
  simulator.set(given.switches ?? {});
  const { settings } = parseSettings({ ...DEFAULT_SETTINGS, ...given.settings }, {
    allowedEvents: null,
    allowedPersonData: null,
  });
  if (settings === null) throw new Error("The settings of this test are faulty");
  const findings = await clock.until(checkAgillic({
    client: clientOf(settings.token),
    settings,
    testRecipient: parseTestRecipient(given.testRecipient ?? "mette@example.dk"),
    allowedPersonData: given.allowedPersonData ?? null,
  }));
  assertNothingAchieved(simulator);
  return { findings, simulator };
}

function assertNothingAchieved(simulator: Pick<AgillicSimulator, "calls">): void {
  assertEquals(simulator.calls.filter(({ method }) => method !== "GET"), []);
}

function summary(findings: readonly Finding[]): string[] {
  return findings.map(({ check, subject, state, code }) =>
    [state, check, subject, code].filter(Boolean).join(" ")
  );
}

const GOOD = [
  "green token token_good",
  "green person_data_fields fields_known",
  "green email_field email_field_unique",
  "green event 1 event_known",
  "green event 2 event_known",
  "green event 3 event_known",
  "green double_opt_in_event event_known",
];

Deno.test("checkAgillic finds everything good with one call for each thing", async () => {
  const { findings, simulator } = await check();
  assertEquals(summary(findings), GOOD);
  assertEquals(findings[1]?.params, { known: "12", count: "12" });
  // Discovery, the email field, and three events: double_opt_in is there twice.
  assertEquals(simulator.calls.length, 5);
});

for (const discoveryEnvelope of ["fields", "folders"] as const) {
  Deno.test(`checkAgillic reads the fields from ${discoveryEnvelope}`, async () => {
    const { findings } = await check({ switches: { discoveryEnvelope } });
    assertEquals(summary(findings), GOOD);
  });
}

for (const authFailureStatus of [401, 403] as const) {
  Deno.test(`checkAgillic finds a token that Agillic answers with ${authFailureStatus}`, async () => {
    const { findings, simulator } = await check({
      settings: { base64_encoded_token: btoa("agillic-key:wrong") },
      switches: { authFailureStatus },
    });
    assertEquals(summary(findings), [
      "red token token_invalid",
      "unknown person_data_fields after_token",
      "unknown email_field after_token",
      "unknown event 1 after_token",
      "unknown event 2 after_token",
      "unknown event 3 after_token",
      "unknown double_opt_in_event after_token",
    ]);
    assertEquals(findings[0]?.status, authFailureStatus);
    assertEquals(simulator.calls.length, 1);
  });
}

Deno.test("checkAgillic names what a misspelt field may mean", async () => {
  const { findings } = await check({
    settings: { person_data_field_list: "FRISTNAME,EMAIL,SHOE_SIZE" },
  });
  assertEquals(summary(findings).slice(1, 4), [
    "red person_data_fields FRISTNAME field_unknown",
    "red person_data_fields SHOE_SIZE field_unknown",
    "green person_data_fields fields_known",
  ]);
  assertEquals(findings[1]?.params, { field: "FRISTNAME", close: "FIRSTNAME" });
  assertEquals(findings[2]?.params, { field: "SHOE_SIZE" });
  assertEquals(findings[3]?.params, { known: "1", count: "3" });
});

Deno.test("checkAgillic suggests no field that the server does not allow", async () => {
  const { findings } = await check({
    settings: { person_data_field_list: "FRISTNAME,LASTNAM" },
    allowedPersonData: ["LASTNAME", "LASTNAM", "FRISTNAME"],
  });
  assertEquals(findings[1]?.params, { field: "FRISTNAME" });
  assertEquals(findings[2]?.params, { field: "LASTNAM", close: "LASTNAME" });
});

Deno.test("checkAgillic says that no fields are chosen", async () => {
  const { findings } = await check({
    settings: { person_data_field_list: "", enable_recipient_view: false },
  });
  assertEquals(summary(findings)[1], "green person_data_fields fields_none");
});

Deno.test("checkAgillic finds an email field that Agillic does not know, without asking for it", async () => {
  const { findings, simulator } = await check({ settings: { email_person_data_field: "EMIAL" } });
  assertEquals(summary(findings).slice(2, 4), [
    "red email_field EMIAL field_unknown",
    "unknown event 1 after_email_field",
  ]);
  assertEquals(findings[2]?.params, { field: "EMIAL", close: "EMAIL" });
  assertEquals(simulator.calls.length, 1);
});

Deno.test("checkAgillic finds an email field that is not unique", async () => {
  const { findings, simulator } = await check({ switches: { emailUnique: false } });
  assertEquals(summary(findings).slice(2), [
    "red email_field email_field_not_unique",
    "unknown event 1 after_email_field",
    "unknown event 2 after_email_field",
    "unknown event 3 after_email_field",
    "unknown double_opt_in_event after_email_field",
  ]);
  assertEquals(simulator.calls.length, 2);
});

Deno.test("checkAgillic finds an event that is not valid", async () => {
  const { findings } = await check({ settings: { event_1_name: "dwelcome_event" } });
  assertEquals(summary(findings).slice(3, 5), [
    "red event 1 event_not_valid",
    "green event 2 event_known",
  ]);
  assertEquals(findings[3]?.params, { event: "dwelcome_event" });
  assertEquals(findings[3]?.parameter, "event_1_name");
});

Deno.test("checkAgillic finds a double opt-in event that is not valid", async () => {
  const { findings } = await check({ settings: { double_opt_in_event: "dubble_opt_in" } });
  assertEquals(summary(findings).at(-1), "red double_opt_in_event event_not_valid");
});

Deno.test("checkAgillic misses the double opt-in event only where recipients may be created", async () => {
  const needed = await check({ settings: { double_opt_in_event: "" } });
  assertEquals(
    summary(needed.findings).at(-1),
    "red double_opt_in_event creation_event_missing",
  );
  const off = await check({
    settings: { double_opt_in_event: "", enable_recipient_creation_view: false },
  });
  assertEquals(summary(off.findings).at(-1), "green double_opt_in_event creation_off");
});

for (
  const [reason, testRecipient] of [
    ["test_recipient_missing", ""],
    ["test_recipient_malformed", "mette"],
  ] as const
) {
  Deno.test(`checkAgillic can not check events: ${reason}`, async () => {
    const { findings, simulator } = await check({ testRecipient });
    assertEquals(summary(findings).slice(2, 4), [
      "green email_field email_field_unique",
      `unknown event 1 ${reason}`,
    ]);
    assertEquals(simulator.calls.length, 2);
  });
}

for (const errorBody of ["json", "text", "empty", "html"] as const) {
  Deno.test(`checkAgillic tells a missing recipient from a missing event by ${errorBody}`, async () => {
    const { findings } = await check({
      testRecipient: "nobody@example.dk",
      switches: { errorBody },
    });
    assertEquals(summary(findings).slice(3), [
      "unknown event 1 test_recipient_not_found",
      "unknown event 2 test_recipient_not_found",
      "unknown event 3 test_recipient_not_found",
      "unknown double_opt_in_event test_recipient_not_found",
    ]);
    const unknownEvents = ["welcome_event", "double_opt_in", "pause_communication"];
    const there = await check({ switches: { errorBody, unknownEvents } });
    assertEquals(summary(there.findings).slice(3), [
      "red event 1 event_not_valid",
      "red event 2 event_not_valid",
      "red event 3 event_not_valid",
      "red double_opt_in_event event_not_valid",
    ]);
  });
}

for (
  const [code, switches] of [
    ["agillic_unavailable", { failNext: 9 }],
    ["agillic_unavailable", { down: true }],
    ["agillic_timeout", { hangNext: 9 }],
    ["rate_limited", { rateLimitNext: 9 }],
  ] satisfies [string, Partial<Switches>][]
) {
  Deno.test(`checkAgillic asks no more after ${JSON.stringify(switches)}`, async () => {
    const { findings, simulator } = await check({ switches });
    assertEquals(summary(findings).slice(0, 4), [
      `unknown token ${code}`,
      "unknown person_data_fields after_agillic",
      "unknown email_field after_agillic",
      "unknown event 1 after_agillic",
    ]);
    assertEquals(
      new Set(simulator.calls.map(({ path }) => path)),
      new Set(["/discovery/persondata"]),
    );
  });
}

Deno.test("checkAgillic goes on without the list of fields", async () => {
  const { findings } = await check({ switches: { htmlBodyNext: 1 } });
  assertEquals(summary(findings).slice(0, 4), [
    "unknown token agillic_answer_unknown",
    "unknown person_data_fields after_agillic",
    "green email_field email_field_unique",
    "green event 1 event_known",
  ]);
  assertEquals(findings[0]?.status, 200);
});

Deno.test("checkAgillic finds a token that may list fields but not read recipients", async () => {
  const { findings } = await check({
    fetch: (path) => path.startsWith("/recipients") ? new Response("", { status: 403 }) : null,
  });
  assertEquals(summary(findings).slice(0, 4), [
    "green token token_good",
    "green person_data_fields fields_known",
    "red email_field token_invalid",
    "unknown event 1 after_token",
  ]);
  assertEquals(findings[2]?.parameter, "base64_encoded_token");
});

Deno.test("checkAgillic says which event could not be read", async () => {
  const { findings } = await check({
    fetch: (path) => path.includes("welcome_event") ? new Response("", { status: 500 }) : null,
  });
  assertEquals(summary(findings).slice(3, 5), [
    "unknown event 1 agillic_unavailable",
    "green event 2 event_known",
  ]);
  assertEquals(findings[3]?.status, 500);
});
