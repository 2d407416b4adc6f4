import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { DEVELOPMENT_WEBHOOK_SECRET } from "../../simulators/zendesk/settings.ts";
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
const WEBHOOK = "green Zendesk’s webhook";

Deno.test("POST /setup finds everything good with a test recipient, and triggers nothing", async () => {
  using app = await start({ aheadMs: 0 });

  const { response, html, rows } = await check(app);

  assertEquals(response.status, 200);
  assertEquals(response.headers.get("requester"), "echo-1");
  assertEquals(response.headers.get("cache-control"), "private, no-store");
  assertStringIncludes(html, 'data-view="setup"');
  assertStringIncludes(html, 'data-announce="Everything checked works"');
  assertStringIncludes(html, `value="${METTE}"`);
  assertStringIncludes(html, '<h3 data-state="green">Everything checked works</h3>');
  assertStringIncludes(html, ">12 checks passed</summary>");
  assertEquals(rows, ALL_GREEN);
  assertNothingTriggered(app);
  // Discovery, the email field, and three events.
  assertEquals(app.agillic.calls.length, 5);
});

Deno.test("POST /setup finds the secret of the webhook where an event is resumed, and counts it alone", async () => {
  const settings = { event_3_resume_event: "resume_communication" };
  const env = { WEBHOOK_SECRETS: DEVELOPMENT_WEBHOOK_SECRET };
  using app = await start({ aheadMs: 0, env, settings });
  const { rows, report } = await check(app);
  assertEquals(rows, ALL_GREEN.toSpliced(7, 0, "green Event 3").toSpliced(9, 0, WEBHOOK));
  assertStringIncludes(report, "that the ticket is solved. Signing secrets: 1. [");
  assertFalse(report.includes(DEVELOPMENT_WEBHOOK_SECRET));
});

Deno.test("GET /setup says that events cannot be checked without a test recipient", async () => {
  using app = await start({ aheadMs: 0 });

  const { response, html, rows } = await read(await app.get("/setup"));

  assertEquals(response.status, 200);
  const isEvent = (row: string) => row.includes("Event");
  assertEquals(rows, [
    ...ALL_GREEN.filter(isEvent).map((row) => row.replace("green", "unknown")),
    ...ALL_GREEN.filter((row) => !isEvent(row)),
  ]);
  assertStringIncludes(
    html,
    'data-announce="Everything checked works. 4 things could not be checked"',
  );
  assertStringIncludes(
    shownIn(html, "Event 1"),
    "The event “welcome_event” cannot be checked without a test recipient.",
  );
  assertEquals(app.agillic.calls.length, 2);
});

Deno.test("GET /setup suggests the requester as the test recipient, and asks Agillic nothing about them", async () => {
  using app = await start();
  assertEquals(testRecipientIn(await (await app.get("/setup")).text()), METTE);
  assertEquals(app.agillic.calls.filter(({ path }) => path.includes("mette")), []);
  for (const email of ["", "nobody"]) {
    const html = await (await app.get("/setup", { "Requester-Email": email })).text();
    assertEquals(testRecipientIn(html), "");
  }
});

Deno.test("POST /setup leaves the test recipient as it was typed, also when it was emptied", async () => {
  using app = await start();
  for (const typed of ["", "kent@example.ie"]) {
    const { html } = await check(app, typed, { "Requester-Email": METTE });
    assertEquals(testRecipientIn(html), typed);
  }
});

function testRecipientIn(html: string): string | undefined {
  return / name="testRecipient" value="([^"]*)"/.exec(html)?.[1];
}

Deno.test("POST /setup has the result on top, then what to correct, what is not known, and what is good", async () => {
  using app = await start({
    settings: { event_1_name: "dwelcome_event", person_data_labels: "CITY" },
  });
  const { html, rows, report } = await check(app);
  const order = [
    '<h3 data-state="red">2 things to correct</h3>',
    "<strong>Settings Person Data Labels</strong>",
    "<strong>Event 1</strong>",
    "<h3>1 thing could not be checked</h3>",
    "<strong>Clock</strong>",
    "<summary",
    "<strong>Base64 Encoded Token</strong>",
  ].map((text) => html.indexOf(text));
  assertFalse(order.includes(-1));
  assertEquals(order, order.toSorted((a, b) => a - b));
  const [red = "", unknown = ""] = rows.slice(1);
  assertEquals([red, unknown], ["red Event 1", "unknown Clock"]);
  assertStringIncludes(report, "\n2 things to correct. 1 thing could not be checked\n\n✗ ");
  assertEquals(report.match(/^[✗?✓]/gm)?.join(""), "✗✗?" + "✓".repeat(9));
});

Deno.test("POST /setup says that the test recipient is not in Agillic, or no address", async () => {
  using app = await start();
  const nobody = await check(app, "nobody@example.dk");
  assertEquals(nobody.rows[0], "unknown Event 1");
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
  assertEquals(rows.slice(0, 4), [
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
    "Not checked: the settings must be corrected first.",
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
