import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { actionIn, faultsOf, partsOf, personDataOf, problemsOf, textOf } from "./answers.ts";

const DECORATIVE = {
  agillic_environment: "prod",
  person_data_labels: "CITY, EMAIL=Mail",
  event_3_name: "",
  cool_down_seconds: "1,5",
};

Deno.test("faults in what is for looks alone stop no agent, and administrators are told", async () => {
  using app = await createTestApp({ settings: DECORATIVE });

  const response = await app.get("/sidebar", { "Agent-Role": "agent" });

  assertEquals(response.status, 200);
  const html = await response.text();
  assertEquals(problemsOf(html), []);
  assertEquals(partsOf(html), ["summary", "events", "recipient", "communications"]);
  assertFalse(html.includes("Settings to correct"));
  assertFalse(html.includes('data-badge="production"'));
  const shown = await (await app.get("/sidebar", { "Agent-Role": "admin" })).text();
  assertStringIncludes(
    textOf(shown),
    "Settings to correct: Person Data Labels, Event 3 Description, Event 3 Button Label, " +
      "Cool-down in Seconds, Agillic Environment",
  );
});

Deno.test("a cool-down that is faulty is the default, and no event is triggered again before", async () => {
  using app = await createTestApp({ settings: { cool_down_seconds: "1,5" } });
  await app.post("/events/1", actionIn(await (await app.get("/events")).text()));
  app.clock.now += 59_000;
  const html = await (await app.get("/events")).text();
  assertEquals((await app.post("/events/1", actionIn(html))).status, 429);
});

Deno.test("a faulty list of Person Data stops the recipient alone", async () => {
  using app = await createTestApp({ settings: { person_data_field_list: "email" } });

  const response = await app.get("/sidebar");

  assertEquals([response.status, app.log.at(-1)?.reason], [422, "settings_invalid"]);
  const html = await response.text();
  assertEquals(partsOf(html), ["summary", "events", "recipient", "communications"]);
  assertEquals(problemsOf(html), ["settings_invalid"]);
  assertEquals(faultsOf(html).map(([label]) => label), ["Person Data Field List"]);
  const action = actionIn(html);
  assertEquals((await app.post("/events/1", action)).status, 200);
  assertEquals((await app.get("/communications")).status, 200);
  assertEquals((await app.get("/recipient")).status, 422);
});

Deno.test("a faulty entry of a list is left out, and the rest is shown", async () => {
  using app = await createTestApp({
    settings: { person_data_field_list: "FIRSTNAME, last name, CITY, CITY" },
  });
  const response = await app.get("/recipient");
  assertEquals(response.status, 200);
  assertEquals(
    personDataOf(await response.text()).map(([field]) => field),
    ["FIRSTNAME", "CITY"],
  );
});

Deno.test("faulty events stop the events alone", async () => {
  using app = await createTestApp({ env: { ALLOWED_EVENTS: "double_opt_in" } });
  const some = await (await app.get("/events")).text();
  assertEquals([...some.matchAll(/data-event-slot="(\d)"/g)].map(([, slot]) => slot), ["2"]);

  using none = await createTestApp({ env: { ALLOWED_EVENTS: "another" } });
  const response = await none.get("/sidebar");
  assertEquals(response.status, 200);
  const html = await response.text();
  assertEquals(partsOf(html), ["summary", "events", "recipient", "communications"]);
  assertEquals(problemsOf(html), ["settings_invalid"]);
  const stopped = await none.get("/events");
  assertEquals(stopped.status, 422);
  assertEquals(faultsOf(await stopped.text()).map(([label]) => label), [
    "Event 1 Name",
    "Event 2 Name",
    "Event 3 Name",
  ]);
});

Deno.test("a faulty double opt-in event stops the creation alone", async () => {
  using app = await createTestApp({
    env: { ALLOWED_EVENTS: "welcome_event" },
    settings: { event_2_name: "", event_2_label: "", event_2_description: "" },
  });
  assertEquals(problemsOf(await (await app.get("/sidebar")).text()), []);
  const html = await (await app.get("/sidebar", { "Requester-Email": "nobody@example.dk" })).text();
  assertEquals(partsOf(html), ["create"]);
  assertEquals(faultsOf(html).map(([label]) => label), ["Double Opt-in Event for Creation"]);
  assertEquals(actionIn(html, "create-recipient"), "");
});

Deno.test("a checkbox that is neither checked nor unchecked stops its own view", async () => {
  using app = await createTestApp({ settings: { enable_communication_history_view: "yes" } });
  const response = await app.get("/sidebar");
  assertEquals([response.status, problemsOf(await response.text())], [200, []]);
  const history = await app.get("/communications");
  assertEquals(history.status, 422);
  assertEquals(faultsOf(await history.text()), [[
    "Enable Communication History View",
    "It is neither checked nor unchecked. Save the app’s settings again.",
  ]]);
});

Deno.test("without a view the sidebar says so in one sentence, and asks Agillic nothing", async () => {
  const off = {
    enable_recipient_view: false,
    enable_event_trigger_view: false,
    enable_communication_history_view: false,
    enable_recipient_creation_view: false,
  };
  using app = await createTestApp({ settings: off });
  const response = await app.get("/sidebar", { "Agent-Role": "agent" });
  assertEquals(response.status, 200);
  assertEquals(
    textOf(await response.text()),
    "Your administrator has not chosen anything to show here.",
  );
  assertEquals(app.agillic.calls.length, 0);
  const admin = textOf(await (await app.get("/sidebar", { "Agent-Role": "admin" })).text());
  assertStringIncludes(admin, "Settings to correct: Enable Recipient Data View");
  // What the shell says itself is in the agent's language then, too.
  const page = { "Accept-Language": "da" };
  const inEnglish = await (await app.get("/sidebar", {}, page)).text();
  assertStringIncludes(inEnglish, '<template id="problem-connection" hx-swap-oob="true">');
});

Deno.test("where only the creation is on, a recipient's sidebar says that there is nothing to show", async () => {
  using app = await createTestApp({
    settings: {
      enable_recipient_view: false,
      enable_event_trigger_view: false,
      enable_communication_history_view: false,
    },
  });
  assertStringIncludes(
    textOf(await (await app.get("/sidebar")).text()),
    "Your administrator has not chosen anything to show here.",
  );
});
