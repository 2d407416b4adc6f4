import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { faultsOf, partsOf, personDataOf, problemsOf, textOf } from "./answers.ts";

const FRAGMENTS = {
  "/sidebar": "recipient",
  "/recipient": "recipient",
  "/events": "events",
  "/communications": "communications",
};

async function listFaults(app: TestApp, path = "/sidebar"): Promise<[string, string][]> {
  const response = await app.get(path);
  assertEquals([path, response.status], [path, 422]);
  const html = await response.text();
  assertEquals(problemsOf(html), ["settings_invalid"]);
  return faultsOf(html);
}

for (const [path, part] of Object.entries(FRAGMENTS)) {
  Deno.test(`GET ${path} names what nothing works without by its label, and asks Agillic nothing`, async () => {
    using app = await createTestApp({
      settings: { base64_encoded_token: "", email_person_data_field: "Email", event_3_name: "" },
    });

    const response = await app.get(path);

    assertEquals(response.status, 422);
    assertEquals(response.headers.get("Cache-Control"), "private, no-store");
    assertEquals(response.headers.get("Requester"), "echo-1");
    const html = await response.text();
    assertEquals([partsOf(html), problemsOf(html)], [[part], ["settings_invalid"]]);
    assertStringIncludes(html, "The app’s settings need correcting");
    assertEquals(faultsOf(html), [
      ["Base64 Encoded Token", "It is not filled in. Fill it in."],
      [
        "Email Person Data Field",
        "It has small letters. Agillic’s names are upper case: write it exactly as it stands in Agillic.",
      ],
    ]);
    assertStringIncludes(html, "An administrator can correct them in Zendesk’s Admin Center.");
    assertEquals(app.log.at(-1)?.reason, "settings_invalid");
    assertEquals(app.agillic.calls.length, 0);
  });
}

Deno.test("faulty settings are named in the agent's language", async () => {
  using app = await createTestApp({ settings: { email_person_data_field: "" } });
  const html = await (await app.get("/sidebar", { "Agent-Locale": "da" })).text();
  assertEquals(faultsOf(html), [[
    "Person Data-felt til e-mail",
    "Feltet er ikke udfyldt. Udfyld det.",
  ]]);
});

Deno.test("what a faulty setting holds is told nowhere: it may be a secret in the wrong place", async () => {
  const settings = Object.fromEntries(
    [
      "base64_encoded_token",
      "email_person_data_field",
      "person_data_field_list",
      "person_data_labels",
      "event_2_label",
      "event_3_description",
      "cool_down_seconds",
      "agillic_environment",
    ].map((parameter) => [parameter, `my secret of ${parameter}`]),
  );
  using app = await createTestApp({
    settings: { ...settings, event_2_name: "", event_3_name: "", event_3_label: "" },
  });
  for (const path of ["/sidebar", "/setup"]) {
    for (const locale of ["en", "da", "no", "sv", "de"]) {
      const html = await (await app.get(path, { "Agent-Locale": locale })).text();
      assertFalse(html.includes("my secret"), `${path} in ${locale}`);
    }
  }
  assertFalse(JSON.stringify(app.log).includes("my secret"));
});

const FAULTS: [settings: Record<string, string>, label: string, words: string][] = [
  [{ base64_encoded_token: "key:secret" }, "Base64 Encoded Token", "It is not the Base64 value"],
  [{ base64_encoded_token: "a2V5 OnM=" }, "Base64 Encoded Token", "It contains a space."],
  [{ base64_encoded_token: '"a2V5OnM="' }, "Base64 Encoded Token", "It contains quotation marks."],
  [{ base64_encoded_token: btoa("key") }, "Base64 Encoded Token", "it contains no colon."],
  [{ person_data_field_list: "" }, "Person Data Field List", "It is not filled in."],
  [{ person_data_field_list: "FIRST NAME" }, "Person Data Field List", "has a space in it"],
  [{ person_data_field_list: "E-MAIL" }, "Person Data Field List", "has a character that no"],
];

for (const [settings, label, words] of FAULTS) {
  Deno.test(`settings with ${JSON.stringify(settings)} are told from ${label}`, async () => {
    using app = await createTestApp({ settings });
    const [[shownLabel, shownWords] = ["", ""], ...more] = await listFaults(app);
    assertStringIncludes(shownLabel.toLowerCase(), label.toLowerCase());
    assertStringIncludes(shownWords, words);
    assertEquals(more, []);
  });
}

Deno.test("settings that were corrected are good with the next session", async () => {
  using app = await createTestApp({ settings: { base64_encoded_token: "" } });
  assertEquals((await app.get("/sidebar")).status, 422);
  app.zendesk.configure({ base64_encoded_token: btoa("agillic-key:agillic-secret") });
  const Authorization = `Bearer ${await app.signIn()}`;
  assertEquals((await app.get("/sidebar", {}, { Authorization })).status, 200);
});

Deno.test("a token pasted with “Basic” works", async () => {
  const token = `Basic ${btoa("agillic-key:agillic-secret")}`;
  using app = await createTestApp({ settings: { base64_encoded_token: token } });
  assertEquals((await app.get("/sidebar")).status, 200);
});

Deno.test("what is not filled in is not set, in each form that Zendesk may give it", async () => {
  const settings = {
    double_opt_in_event: "",
    event_2_name: "",
    event_2_label: "",
    event_2_description: "",
    event_3_name: "",
    event_3_label: "",
    event_3_description: "",
    person_data_labels: "",
    cool_down_seconds: "",
    agillic_environment: "",
  };
  for (const unsetPlaceholder of ["literal", "empty", "absent"] as const) {
    using app = await createTestApp({ settings });
    app.zendesk.set({ unsetPlaceholder });
    const response = await app.get("/sidebar");
    const html = await response.text();
    assertEquals([response.status, problemsOf(html)], [200, []], unsetPlaceholder);
    assertEquals([...html.matchAll(/data-event-slot="(\d)"/g)].map(([, slot]) => slot), ["1"]);
    assertFalse(html.includes("setting."));
  }
});

Deno.test("a checkbox is a checkbox as true and as “true”", async () => {
  for (const checkboxAs of ["boolean", "string"] as const) {
    using app = await createTestApp({ settings: { enable_event_trigger_view: false } });
    app.zendesk.set({ checkboxAs });
    const html = await (await app.get("/sidebar")).text();
    assertEquals(partsOf(html), ["summary", "recipient", "communications"], checkboxAs);
  }
});

Deno.test("an event is shown by its label and description, else by its name", async () => {
  using app = await createTestApp({ settings: { event_1_label: "", event_1_description: "" } });
  const text = textOf(await (await app.get("/events")).text());
  assertStringIncludes(text, "welcome_event Trigger");
  assertStringIncludes(text, "Confirmation mail Trigger");
  assertStringIncludes(text, "Sends the confirmation mail again");
});

Deno.test("no events in the settings are no events in the sidebar, and it says so", async () => {
  const settings: Record<string, string> = {};
  for (const slot of [1, 2, 3]) {
    for (const part of ["name", "label", "description"]) settings[`event_${slot}_${part}`] = "";
  }
  using app = await createTestApp({ settings });
  const html = await (await app.get("/events")).text();
  assertStringIncludes(html, "Your administrator has not chosen any events.");
  assertFalse(html.includes("<form"));
});

Deno.test("an agent who composes claims of their own gets no further than the server's lists", async () => {
  using app = await createTestApp({
    env: { ALLOWED_PERSON_DATA: "EMAIL,FIRSTNAME" },
    settings: { person_data_field_list: "FIRSTNAME,EMAIL" },
  });
  assertEquals(personDataOf(await (await app.get("/recipient")).text()).map(([field]) => field), [
    "FIRSTNAME",
    "EMAIL",
  ]);
  const claims = { person_data_field_list: "EMAIL,MSISDN" };
  const answer = await app.request("/session", {
    method: "POST",
    headers: await app.sessionHeaders(claims),
    body: JSON.stringify({ agentPass: await app.agentPass() }),
  });
  const Authorization = `Bearer ${(await answer.json()).session}`;
  const html = await (await app.get("/recipient", {}, { Authorization })).text();
  assertEquals(personDataOf(html).map(([field]) => field), ["EMAIL"]);
  assertFalse(html.includes("4520123456"));
});
