import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import {
  createTestApp,
  NOW,
  type Place,
  SESSION_KEY,
  type TestApp,
  type TestAppOptions,
} from "../test_app.ts";
import {
  DEFAULT_SETTINGS,
  DEVELOPMENT_SETTINGS_SECRET,
} from "../../simulators/zendesk/settings.ts";

const METTE = "mette@example.dk";

/** Starts the app; Agillic's answers say what time it is when `aheadMs` says by how much our clock is ahead. */
async function start(
  { aheadMs, ...options }: TestAppOptions & { aheadMs?: number } = {},
): Promise<TestApp & Disposable> {
  if (aheadMs === undefined) return await createTestApp(options);
  const answerWithDate = async (url: URL, init: RequestInit) => {
    const { body, status, headers } = await app.agillic.fetch(url, init);
    const dated = new Headers(headers);
    dated.set("Date", new Date(NOW - aheadMs).toUTCString());
    return new Response(body, { status, headers: dated });
  };
  const app: TestApp & Disposable = await createTestApp({
    ...options,
    intercept: (url, init) =>
      url.host.endsWith(".zendesk.com") ? undefined : answerWithDate(url, init),
  });
  return app;
}

/** The check's form, posted. */
async function check(app: TestApp, testRecipient = METTE, place: Place = {}): Promise<Checked> {
  return read(
    await app.request("/setup", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${await app.signIn()}`,
        Requester: "echo-1",
        "Agent-Locale": "en-US",
        ...place,
      },
      body: new URLSearchParams({ testRecipient }),
    }),
  );
}

type Checked = { response: Response; html: string; rows: string[]; report: string };

async function read(response: Response): Promise<Checked> {
  const html = await response.text();
  const rows = html.matchAll(
    /<li data-check="(\w+)" data-state="(\w+)"><strong>([^<]*)<\/strong>/g,
  );
  return {
    response,
    html,
    rows: [...rows].map(([, , state, title]) => `${state} ${title}`),
    report: /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? "",
  };
}

/** What was found where something is not green: as it is read. */
function shownIn(html: string, title: string): string {
  const row = html.split("<li ").find((item) => item.includes(`<strong>${title}</strong>`)) ?? "";
  const [shown = ""] = row.split("</li>");
  return shown.replace(/<[^>]+>/g, "\n").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}

function assertNothingTriggered(app: TestApp): void {
  for (const event of ["welcome_event", "double_opt_in", "pause_communication"]) {
    assertEquals(app.agillic.achieved(METTE, event), 0);
  }
  assertEquals(app.agillic.calls.filter(({ method }) => method !== "GET"), []);
}

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

Deno.test("GET /setup says that events can not be checked without a test recipient", async () => {
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

/** A fault, and what its row says: what was found, then what to do and where. */
type Fault = [options: TestAppOptions & { aheadMs?: number }, title: string, ...said: string[]];

const FAULTS: Record<string, Fault> = {
  "a wrong token": [
    { settings: { base64_encoded_token: btoa("agillic-key:wrong") } },
    "Base64 Encoded Token",
    "Error Response Code: 403. The Base64 encoded token is invalid.",
    "Update “Base64 Encoded Token” in the app’s settings with a valid value",
  ],
  "a misspelt field": [
    { settings: { person_data_field_list: "FRISTNAME,EMAIL" } },
    "Person Data Field List FRISTNAME",
    "Agillic has no Person Data field FRISTNAME.",
    "Did you mean FIRSTNAME? Correct “Person Data Field List” in the app’s settings.",
  ],
  "an email field that Agillic does not have": [
    { settings: { email_person_data_field: "MAIL" } },
    "Email Person Data Field MAIL",
    "Agillic has no Person Data field MAIL.",
    "Did you mean EMAIL? Correct “Email Person Data Field” in the app’s settings.",
  ],
  "an event that is not valid": [
    { settings: { event_1_name: "dwelcome_event" } },
    "Event 1",
    "Error Response Code: 404. The event “dwelcome_event” is not valid in this Agillic instance.",
    "Correct the Agillic event name in “Event 1 Name” in the app’s settings.",
  ],
  "no double opt-in event": [
    { settings: { double_opt_in_event: "" } },
    "Double Opt-in Event for Creation",
    "Error Response Code: Configuration Error. Error Response Body: Event required to create recipient",
    "Set up an event and the necessary flow in Agillic, and name the event in “Double Opt-in Event for Creation”",
  ],
  "a double opt-in event that is not valid": [
    { settings: { double_opt_in_event: "dubble_opt_in" } },
    "Double Opt-in Event for Creation",
    "The event “dubble_opt_in” is not valid",
    "in “Double Opt-in Event for Creation” in the app’s settings",
  ],
  "a store that can not be used": [
    { kv: null },
    "Store for actions",
    "Actions cannot be recorded, so agents can trigger and create nothing.",
    "KV_PATH",
  ],
  "a clock that is ahead": [
    { aheadMs: 45_000 },
    "Clock",
    "The clock of the machine that checks is 45 s ahead of Agillic’s.",
    "NTP",
  ],
  "actions that are switched off": [
    { env: { READ_ONLY: "1" } },
    "Actions",
    "Actions are switched off on the server, so agents can trigger and create nothing.",
    "set READ_ONLY to 0",
  ],
};

for (const [what, [options, title, ...said]] of Object.entries(FAULTS)) {
  Deno.test(`POST /setup finds ${what}, and says what to do`, async () => {
    using app = await start(options);
    const { html, rows, report } = await check(app);
    assertEquals(rows.filter((row) => row.startsWith("red")), [`red ${title}`]);
    assertStringIncludes(html, 'data-announce="1 check to mend"');
    for (const words of said) assertStringIncludes(shownIn(html, title), words);
    assertEquals(report.match(/^✗.*/gm)?.length, 1);
    assertNothingTriggered(app);
  });
}

Deno.test("POST /setup finds an email field that is not unique", async () => {
  using app = await start();
  app.agillic.set({ emailUnique: false });
  const { html, rows } = await check(app);
  assertEquals(rows.filter((row) => row.startsWith("red")), ["red Email Person Data Field"]);
  const shown = shownIn(html, "Email Person Data Field");
  assertStringIncludes(
    shown,
    "Error Response Code: 400. The email field EMAIL is not set as unique in Agillic.",
  );
  assertStringIncludes(shown, "Set the email field as unique in Agillic");
  assertStringIncludes(shownIn(html, "Event 1"), "Not checked: the email field");
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
    "red Settings Event 1 Name",
    "unknown Base64 Encoded Token",
    "unknown Person Data Field List",
  ]);
  const shown = shownIn(html, "Settings Event 1 Name");
  assertStringIncludes(shown, `There is a description`);
  assertStringIncludes(shown, "in Zendesk’s Admin Center");
  assertStringIncludes(
    shownIn(html, "Person Data Field List"),
    "Not checked: the settings have to be mended first.",
  );
  assertEquals(app.agillic.calls.length, 0);
});

Deno.test("POST /setup reports what was found, when, and by which version, in English", async () => {
  using app = await start({ settings: { event_1_name: "dwelcome_event" } });
  const { report, html } = await check(app, METTE, { "Agent-Locale": "da" });
  assertStringIncludes(html, 'data-announce="1 ting skal rettes"');
  assertStringIncludes(shownIn(html, "Event 1"), "er ikke gyldigt i denne Agillic-instans");
  assertStringIncludes(shownIn(html, "Event 1"), "Navn på event 1");
  const [versions, when] = report.split("\n");
  assertMatch(
    versions ?? "",
    /^Agillic sidebar \d+\.\d+\.\d+, Deno\/\S+, \/assets\/shell-test\.js$/,
  );
  assertMatch(when ?? "", /^Configuration check of 2026-02-10 09:12:05 UTC, request id-\d+$/);
  assertStringIncludes(
    report,
    `✗ Event 1: Error Response Code: 404. The event “dwelcome_event” is not valid in this Agillic instance. [event_not_valid 404]
  → Correct the Agillic event name in “Event 1 Name” in the app’s settings.`,
  );
  assertStringIncludes(report, "✓ Base64 Encoded Token: Agillic accepts the token. [token_good]");
});

Deno.test("POST /setup puts no personal data and no secret into report, rows or log", async () => {
  const token = String(DEFAULT_SETTINGS.base64_encoded_token);
  using app = await start({
    settings: {
      // What administrators paste into the wrong field.
      event_2_name: token,
      event_3_name: "o'brien/kent@example.ie",
    },
  });
  const { report, html } = await check(app, METTE, { "Requester-Email": METTE });

  for (
    const secret of [
      token,
      "agillic-secret",
      DEVELOPMENT_SETTINGS_SECRET,
      SESSION_KEY,
      "@example",
      // Mette's Person Data.
      "Mette",
      "Odense",
    ]
  ) {
    assertFalse(report.includes(secret), secret);
  }
  assertEquals(report.match(/^✗ Event \d: .*“…”/gm)?.length, 2);
  assertFalse(html.includes("agillic-secret"));
  const log = JSON.stringify(app.log);
  for (const secret of [token, METTE, "brien", "Mette"]) assertFalse(log.includes(secret), secret);
  assertStringIncludes(log, '"route":"/setup"');
});

Deno.test("GET /setup keeps what a faulty setting holds out of the report", async () => {
  const token = String(DEFAULT_SETTINGS.base64_encoded_token);
  using app = await start({ settings: { email_person_data_field: token } });
  const { report } = await read(await app.get("/setup"));
  assertStringIncludes(report, "✗ Settings Email Person Data Field: “…” has small letters.");
  assertFalse(report.includes(token));
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
