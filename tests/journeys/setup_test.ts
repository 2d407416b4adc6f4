import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { assertNothingTriggered, check, METTE, read, shownIn, start } from "./setup_check.ts";

const ALL_GREEN = [
  "green Settings",
  "green Base64 Encoded Token",
  "green Person Data Field List",
  "green Email Person Data Field",
  "green Event 1",
  "green Event 2",
  "green Event 3",
  "green Double Opt-in Event for Creation",
  "green Store for actions",
  "green Clock",
  "green Keys",
  "green Actions",
];

Deno.test("POST /setup finds everything good with a test recipient, and triggers nothing", async () => {
  using app = await start({ aheadMs: 0 });

  const { response, html, rows } = await check(app);

  assertEquals(response.status, 200);
  assertEquals(response.headers.get("requester"), "echo-1");
  assertEquals(response.headers.get("cache-control"), "private, no-store");
  assertStringIncludes(html, 'data-view="setup"');
  assertStringIncludes(html, 'data-announce="Nothing to mend"');
  assertStringIncludes(html, `value="${METTE}"`);
  assertEquals(rows, ALL_GREEN);
  assertNothingTriggered(app);
  // Discovery, the email field, and three events.
  assertEquals(app.agillic.calls.length, 5);
});

Deno.test("GET /setup says that events cannot be checked without a test recipient", async () => {
  using app = await start({ aheadMs: 0 });

  const { response, html, rows } = await read(await app.get("/setup"));

  assertEquals(response.status, 200);
  assertEquals(
    rows,
    ALL_GREEN.map((row) => row.includes("Event") ? row.replace("green", "unknown") : row),
  );
  const shown = shownIn(html, "Event 1");
  assertStringIncludes(
    shown,
    "The event “welcome_event” cannot be checked without a test recipient.",
  );
  assertStringIncludes(shown, "Name a test recipient who is in Agillic");
  assertEquals(app.agillic.calls.length, 2);
});

Deno.test("POST /setup says that the test recipient is not in Agillic, or no address", async () => {
  using app = await start();
  const nobody = await check(app, "nobody@example.dk");
  assertEquals(nobody.rows[4], "unknown Event 1");
  assertStringIncludes(
    shownIn(nobody.html, "Event 1"),
    "The event “welcome_event” was not checked: the test recipient was not found in Agillic.",
  );
  const script = await check(app, `"><script>alert(1)</script>`);
  assertStringIncludes(
    shownIn(script.html, "Event 1"),
    "was not checked: the test recipient is not an e-mail address.",
  );
  assertStringIncludes(script.html, `value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"`);
});

Deno.test("GET /setup works without Agillic, and does not know the time then", async () => {
  using app = await start();
  app.agillic.set({ down: true });
  const { response, html, rows } = await read(await app.get("/setup"));
  assertEquals(response.status, 200);
  assertEquals(rows.slice(1, 5), [
    "unknown Base64 Encoded Token",
    "unknown Person Data Field List",
    "unknown Email Person Data Field",
    "unknown Event 1",
  ]);
  assertStringIncludes(shownIn(html, "Base64 Encoded Token"), "Agillic cannot be reached.");
  assertStringIncludes(shownIn(html, "Clock"), "No answer from Agillic said what time it is.");
});

Deno.test("GET /setup shows faulty settings as red rows, where other parts only refuse", async () => {
  using app = await start({
    settings: { base64_encoded_token: "not base64", event_1_name: "", event_1_label: "" },
  });
  assertEquals((await app.get("/recipient")).status, 422);

  const { response, html, rows } = await read(await app.get("/setup"));

  assertEquals(response.status, 200);
  assertEquals(rows.slice(0, 4), [
    "red Settings Base64 Encoded Token",
    "red Settings Event 1 Description",
    "unknown Base64 Encoded Token",
    "unknown Person Data Field List",
  ]);
  const shown = shownIn(html, "Settings Event 1 Description");
  assertStringIncludes(shown, `There is a description`);
  assertStringIncludes(shown, "in Zendesk’s Admin Center");
  assertStringIncludes(
    shownIn(html, "Person Data Field List"),
    "Not checked: the settings have to be mended first.",
  );
  assertEquals(app.agillic.calls.length, 0);
});

Deno.test("GET /setup leaves nothing in the store", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await start({ kv });
  await check(app);
  assertEquals((await Array.fromAsync(kv.list({ prefix: [] }))).length, 0);
});

Deno.test("GET /setup suggests no field that the server does not allow", async () => {
  using app = await start({
    env: { ALLOWED_PERSON_DATA: "FRISTNAME,EMAIL" },
    settings: { person_data_field_list: "FRISTNAME,EMAIL", person_data_labels: "" },
  });
  const { html } = await read(await app.get("/setup"));
  assertFalse(html.includes("FIRSTNAME"));
});

Deno.test("GET /setup is for agents who have signed in", async () => {
  using app = await start();
  const none = await app.request("/setup");
  assertEquals(none.status, 401);
  assertStringIncludes(await none.text(), 'data-problem="session_required"');
  const pass = await app.get("/setup", {}, { Authorization: `Bearer ${await app.agentPass()}` });
  assertEquals(pass.status, 401);
});

Deno.test("GET /sidebar links to the check for administrators, also when settings are faulty", async () => {
  const link = 'hx-get="/setup"';
  for (const settings of [{}, { base64_encoded_token: "not base64" }]) {
    using app = await start({ settings });
    const admin = await (await app.get("/sidebar", { "Agent-Role": "admin" })).text();
    assertStringIncludes(admin, link);
    const agent = await (await app.get("/sidebar", { "Agent-Role": "agent" })).text();
    assertFalse(agent.includes(link));
    assertFalse((await (await app.get("/sidebar")).text()).includes(link));
  }
});
