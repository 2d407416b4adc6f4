import { assert, assertEquals } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import type { Switches } from "../../simulators/agillic/switches.ts";
import { createChecker } from "./checker_fixture.ts";

const check = createChecker(createAgillicSimulator, DEFAULT_SETTINGS);

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
  const { findings, summary, calls } = await check();
  assertEquals(summary, GOOD);
  assertEquals(findings[1]?.params, { count: "12" });
  // Discovery, the email field, and three events: double_opt_in is there twice.
  assertEquals(calls.length, 5);
});

for (const discoveryEnvelope of ["fields", "folders"] as const) {
  Deno.test(`checkAgillic reads the fields from ${discoveryEnvelope}`, async () => {
    const { summary } = await check({ switches: { discoveryEnvelope } });
    assertEquals(summary, GOOD);
  });
}

for (const authFailureStatus of [401, 403] as const) {
  Deno.test(`checkAgillic finds a token that Agillic answers with ${authFailureStatus}`, async () => {
    const { findings, summary, calls } = await check({
      settings: { base64_encoded_token: btoa("agillic-key:wrong") },
      switches: { authFailureStatus },
    });
    assertEquals(summary, [
      "red token token_invalid",
      "unknown person_data_fields after_token",
      "unknown email_field after_token",
      "unknown event 1 after_token",
      "unknown event 2 after_token",
      "unknown event 3 after_token",
      "unknown double_opt_in_event after_token",
    ]);
    assertEquals(findings[0]?.status, authFailureStatus);
    assertEquals(calls.length, 1);
  });
}

Deno.test("checkAgillic names what a misspelt field may mean", async () => {
  const { findings, summary } = await check({
    settings: { person_data_field_list: "FRISTNAME,EMAIL,SHOE_SIZE" },
  });
  assertEquals(summary.slice(1, 4), [
    "red person_data_fields FRISTNAME field_unknown",
    "red person_data_fields SHOE_SIZE field_unknown",
    "green email_field email_field_unique",
  ]);
  assertEquals(findings[1]?.params, { field: "FRISTNAME", close: "FIRSTNAME" });
  assertEquals(findings[2]?.params, { field: "SHOE_SIZE" });
});

Deno.test("checkAgillic names a masked field that Agillic does not have: it masks nothing", async () => {
  const { findings, summary } = await check({ settings: { masked_person_data: "MSISDM,CITY" } });
  assertEquals(summary.slice(1, 3), [
    "red person_data_fields MSISDM field_unknown",
    "green email_field email_field_unique",
  ]);
  assertEquals(findings[1]?.params, { field: "MSISDM", close: "MSISDN" });
  assertEquals(findings[1]?.parameter, "masked_person_data");
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
  const { summary } = await check({
    settings: { person_data_field_list: "", enable_recipient_view: false },
  });
  assertEquals(summary[1], "green person_data_fields fields_none");
});

Deno.test("checkAgillic does not call fields or an event good that the settings could not hold", async () => {
  const { summary } = await check({
    settings: { person_data_field_list: "first name", double_opt_in_event: "eyJh.eyJi.c2ln" },
  });
  assertEquals(summary[1], "unknown person_data_fields after_settings");
  assertEquals(summary.at(-1), "unknown double_opt_in_event after_settings");
});

Deno.test("checkAgillic finds an email field that Agillic does not know, without asking for it", async () => {
  const { findings, summary, calls } = await check({
    settings: { email_person_data_field: "EMIAL" },
  });
  assertEquals(summary.slice(2, 4), [
    "red email_field EMIAL field_unknown",
    "unknown event 1 after_email_field",
  ]);
  assertEquals(findings[2]?.params, { field: "EMIAL", close: "EMAIL" });
  assertEquals(calls.length, 1);
});

Deno.test("checkAgillic finds an email field that is not unique", async () => {
  const { summary, calls } = await check({ switches: { emailUnique: false } });
  assertEquals(summary.slice(2), [
    "red email_field email_field_not_unique",
    "unknown event 1 after_email_field",
    "unknown event 2 after_email_field",
    "unknown event 3 after_email_field",
    "unknown double_opt_in_event after_email_field",
  ]);
  assertEquals(calls.length, 2);
});

for (
  const [code, switches] of [
    ["agillic_unavailable", { failNext: 9 }],
    ["agillic_unavailable", { down: true }],
    ["agillic_timeout", { hangNext: 9 }],
    ["rate_limited", { rateLimitNext: 9 }],
  ] satisfies [string, Partial<Switches>][]
) {
  Deno.test(`checkAgillic asks no more after ${JSON.stringify(switches)}`, async () => {
    const { summary, calls } = await check({ switches });
    assertEquals(summary.slice(0, 4), [
      `unknown token ${code}`,
      "unknown person_data_fields after_agillic",
      "unknown email_field after_agillic",
      "unknown event 1 after_agillic",
    ]);
    assertEquals(
      new Set(calls.map(({ path }) => path)),
      new Set(["/discovery/persondata"]),
    );
  });
}

Deno.test("checkAgillic goes on without the list of fields", async () => {
  const { findings, summary } = await check({ switches: { htmlBodyNext: 1 } });
  assertEquals(summary.slice(0, 4), [
    "unknown token agillic_answer_unknown",
    "unknown person_data_fields after_agillic",
    "green email_field email_field_unique",
    "green event 1 event_known",
  ]);
  assertEquals(findings[0]?.status, 200);
});

Deno.test("checkAgillic finds a token that may list fields but not read recipients", async () => {
  const { findings, summary } = await check({
    fetch: (path) => path.startsWith("/recipients") ? new Response("", { status: 403 }) : null,
  });
  assertEquals(summary.slice(0, 4), [
    "green token token_good",
    "green person_data_fields fields_known",
    "red email_field token_invalid",
    "unknown event 1 after_token",
  ]);
  assertEquals(findings[2]?.parameter, "base64_encoded_token");
});

const OAUTH = { agillic_oauth: true };

Deno.test("checkAgillic says that the token is exchanged, and exchanges it once", async () => {
  const { summary, calls } = await check({ settings: OAUTH });
  assertEquals(summary, ["green token token_exchanged", ...GOOD.slice(1)]);
  assertEquals(calls.filter(({ path }) => path === "/oauth2/token").length, 1);
});

Deno.test("checkAgillic says that the token is not exchanged, and asks no more", async () => {
  const refusals: { settings?: Record<string, string>; fetch?: () => Response }[] = [
    { settings: { base64_encoded_token: btoa("agillic-key:wrong") } },
    { fetch: () => Response.json({ error: "unsupported_grant_type" }, { status: 400 }) },
    { fetch: () => new Response(null, { status: 404 }) },
    { fetch: () => Response.json({ token: "of another shape" }) },
  ];
  for (const { settings, fetch } of refusals) {
    const { findings, summary } = await check({
      settings: { ...OAUTH, ...settings },
      ...(fetch && { fetch: (path) => path === "/oauth2/token" ? fetch() : null }),
    });
    assertEquals(summary[0], "red token exchange_failed");
    assertEquals(findings[0]?.parameter, "agillic_oauth");
    assert(summary.slice(1).every((line) => line.endsWith(" after_token")), summary.join());
  }
});

Deno.test("checkAgillic says that Agillic is away when the exchange is", async () => {
  const { summary } = await check({ settings: OAUTH, switches: { down: true } });
  assertEquals(summary[0], "unknown token agillic_unavailable");
});
