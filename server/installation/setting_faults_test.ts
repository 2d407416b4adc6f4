import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { faultOf, faultsOf, LEAST, TOKEN } from "../../tests/setting_faults_fixture.ts";
import { parseFilledIn } from "./settings_fixture.ts";

Deno.test("every fault in the settings is named at once", () => {
  const { settings, faults } = parseFilledIn({ enable_recipient_view: true });
  assertEquals(settings, null);
  assertEquals(faults, [
    { parameter: "base64_encoded_token", code: "missing", position: null },
    { parameter: "email_person_data_field", code: "missing", position: null },
    { parameter: "person_data_field_list", code: "missing", position: null },
  ]);
});

Deno.test("a required setting is missing in each form that Zendesk may give it", () => {
  for (const parameter of ["base64_encoded_token", "email_person_data_field"]) {
    for (const value of [undefined, null, "", "  ", `{{setting.${parameter}}}`]) {
      assertEquals(faultOf(parameter, value), "missing", `${parameter}: ${value}`);
    }
  }
  assertEquals(faultOf("person_data_field_list", " , ,"), "missing");
});

Deno.test("a field name with a space, small letters or another character is named", () => {
  const names = {
    "FIRST NAME": "field_name_spaces",
    "Email": "field_name_lower_case",
    "E-MAIL": "field_name_characters",
    "EMAIL=": "field_name_characters",
    "EMAIL;CITY": "field_name_characters",
  };
  for (const [name, code] of Object.entries(names)) {
    assertEquals(faultOf("email_person_data_field", name), code);
    assertEquals(faultOf("person_data_field_list", `CITY, ${name}`), `${code} 2`);
  }
  assertEquals(faultOf("email_person_data_field", "EMAIL,CITY"), "field_name_characters");
});

Deno.test("each faulty name of a list is named", () => {
  assertEquals(
    faultsOf({ person_data_field_list: "EMAIL, city, EMAIL, LAST NAME" }).map((fault) => [
      fault.code,
      fault.position,
    ]),
    [["field_name_lower_case", 2], ["duplicate", 3], ["field_name_spaces", 4]],
  );
});

Deno.test("no view, and events without one, are faults", () => {
  assertEquals(faultOf("enable_recipient_view", false), "no_view");
  assertEquals(faultsOf({ enable_event_trigger_view: true }), [
    { parameter: "event_1_name", code: "no_event", position: null },
  ]);
  assertEquals(faultsOf({ enable_event_trigger_view: true, event_3_name: "welcome" }), []);
  assertEquals(faultsOf({ enable_event_trigger_view: true, more_events: "welcome" }), []);
});

Deno.test("labels that are not NAME=Label, or twice for one name, are named", () => {
  for (const pair of ["CITY", "CITY=", "=Town"]) {
    assertEquals(faultOf("person_data_labels", `EMAIL=Mail, ${pair}`), "label_malformed 2");
  }
  assertEquals(faultOf("person_data_labels", "EMAIL=Mail,EMAIL=E-mail"), "duplicate 2");
});

Deno.test("a label of nothing but spaces is read in no time", () => {
  const startedAt = performance.now();
  for (const at of ["", "@"]) {
    assertEquals(
      faultOf("person_data_labels", `EMAIL${at}${" ".repeat(15_000)}x`),
      "label_malformed 1",
    );
  }
  assert(performance.now() - startedAt < 500);
});

Deno.test("a label for a language that there is not, or twice for one, is named", () => {
  for (const code of ["fr", "", "da-DK", "constructor"]) {
    assertEquals(faultOf("person_data_labels", `EMAIL@${code}=Mail`), "label_language_unknown 1");
  }
  assertEquals(faultOf("person_data_labels", "EMAIL@nb=E-post, EMAIL@nn=E-post"), "duplicate 2");
  assertEquals(faultOf("person_data_labels", "@da=E-post"), "label_malformed 1");
  assertEquals(faultOf("person_data_labels", "CITY@da=By"), "label_without_field 1");
});

Deno.test("a masked name that is no field's name is named, and one that is not shown is none", () => {
  assertEquals(faultOf("masked_person_data", "EMAIL, cpr"), "field_name_lower_case 2");
  assertEquals(faultOf("masked_person_data", "CPR;EMAIL"), "field_name_characters 1");
  assertEquals(faultsOf({ masked_person_data: "CPR, EMAIL, CPR" }), []);
});

Deno.test("a label for a field that is not in the list is named", () => {
  for (const name of ["CITY", "constructor"]) {
    assertEquals(faultOf("person_data_labels", `${name}=x`), "label_without_field 1");
  }
});

Deno.test("a cool-down that is no number of seconds in a day is named", () => {
  for (const text of ["-1", "1.5", "a minute", "86401", "100000", "1e3"]) {
    assertEquals(faultOf("cool_down_seconds", text), "not_a_number");
  }
});

Deno.test("an environment that there is not is named", () => {
  assertEquals(faultOf("agillic_environment", "Test"), "not_an_environment");
});

Deno.test("a checkbox that holds something else is named", () => {
  for (const value of ["yes", 5, {}, []]) {
    const [fault, ...more] = faultsOf({
      enable_event_trigger_view: value,
      event_1_name: "welcome",
    });
    assertEquals([fault?.parameter, fault?.code], ["enable_event_trigger_view", "not_a_checkbox"]);
    assertEquals(more, [], String(value));
  }
});

Deno.test("a setting that is no text is named and does not throw", () => {
  for (const value of [{}, [], true]) {
    assertNotEquals(faultOf("email_person_data_field", value), "", String(value));
  }
});

Deno.test("names outside of the server's limits are named", () => {
  const limits = { events: ["welcome"], personData: ["EMAIL"] };
  assertEquals(faultOf("event_1_name", "delete_all", limits), "not_allowed");
  assertEquals(faultOf("double_opt_in_event", "delete_all", limits), "not_allowed");
  assertEquals(faultOf("person_data_field_list", "EMAIL,SALARY", limits), "not_allowed 2");
  assertEquals(faultOf("event_2_name", "Welcome", limits), "not_allowed");
  assertEquals(faultOf("event_2_name", "x", { events: [] }), "not_allowed");
  assertEquals(
    faultsOf({ event_2_name: "welcome", event_2_resume_event: "delete_all" }, limits)
      .map(({ parameter, code }) => [parameter, code]),
    [["event_2_resume_event", "not_allowed"]],
  );
});

Deno.test("a setting of the wrong type hides no other fault", () => {
  const { faults } = parseFilledIn({
    base64_encoded_token: "",
    enable_recipient_view: "yes",
    email_person_data_field: "e mail",
    person_data_field_list: "EMAIL",
  });
  assertEquals(faults.map(({ parameter, code }) => `${parameter} ${code}`), [
    "base64_encoded_token missing",
    "enable_recipient_view not_a_checkbox",
    "email_person_data_field field_name_spaces",
  ]);
});

Deno.test("a setting that holds what looks like a credential is refused, wherever it stands in it", () => {
  const texts = [TOKEN, `FIRSTNAME=${TOKEN}`, "{{setting.settings_secret}} x", "eyJh.eyJi.c2ln"];
  for (const parameter of ["event_1_description", "person_data_labels", "agillic_environment"]) {
    for (const text of texts) {
      const faults = faultsOf({ event_1_name: "welcome", [parameter]: text });
      assertEquals(faults.map(({ code }) => code), ["holds_credential"], `${parameter}: ${text}`);
      assertEquals(JSON.stringify(faults).includes(TOKEN), false);
    }
  }
});

Deno.test("settings that are too long together are named by the longest, as many as have to go", () => {
  // Without the other settings of the test.
  const long = "x".repeat(15_980);
  assertEquals(faultsOf({ event_1_name: "a", event_1_description: long }), []);
  const most = {
    event_1_name: "a",
    event_1_description: `${long}${"y".repeat(40)}`,
    person_data_labels: `EMAIL=${"z".repeat(15_000)}`,
  };
  const { settings, faults } = parseFilledIn({ ...LEAST, ...most });
  assertEquals(faults, [{ parameter: "event_1_description", code: "too_long", position: null }]);
  assertEquals(settings?.events[0]?.description, "");
  const labels = `EMAIL=${"z".repeat(16_010)}`;
  assertEquals(
    faultsOf({ ...most, person_data_labels: labels }).map(({ parameter }) => parameter),
    ["event_1_description", "person_data_labels"],
  );
});

Deno.test("a setting that was refused whole is not called missing besides, nor are words of its event", () => {
  const secret = "eyJh.eyJi.c2ln";
  assertEquals(faultOf("email_person_data_field", secret), "holds_credential");
  assertEquals(
    faultsOf({
      enable_event_trigger_view: true,
      event_1_name: secret,
      event_1_label: "Mail",
    }).map(({ parameter, code }) => [parameter, code]),
    [["event_1_name", "holds_credential"]],
  );
});

Deno.test("many faults in one setting hide none in another", () => {
  const labels = Array.from({ length: 100 }, () => "CITY").join(",");
  const faults = faultsOf({ person_data_labels: labels, agillic_environment: "test" });
  assertEquals(faults.length, 21);
  assertEquals(faults.at(-1)?.parameter, "agillic_environment");
});

Deno.test("an email field outside of the limits is named", () => {
  assertEquals(
    faultOf("email_person_data_field", "MSISDN", { emailFields: ["EMAIL"] }),
    "not_allowed",
  );
});

Deno.test("a phone field outside of the limits, or the same as the email field, is named", () => {
  const limits = { emailFields: ["EMAIL"] };
  assertEquals(faultOf("phone_person_data_field", "MSISDN", limits), "not_allowed");
  assertEquals(faultOf("phone_person_data_field", "msisdn"), "field_name_lower_case");
  assertEquals(faultOf("phone_person_data_field", "EMAIL"), "duplicate");
});
