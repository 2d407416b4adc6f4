import {
  assert,
  assertEquals,
  assertFalse,
  assertMatch,
  assertNotMatch,
  assertStringIncludes,
} from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { firstAction, NOBODY, read, signInAgain } from "./actions.ts";
import { choicesOf, csvIn, rowsOf, signInAs, trigger } from "./activity.ts";
import { actionIn, linksOf, textOf } from "./answers.ts";
import { offered, post } from "./creation.ts";

const DAY_MS = 86_400_000;
const LINK = 'hx-get="/activity"';

Deno.test("GET /activity says who triggered what, when, in which ticket, newest first, without Agillic", async () => {
  using app = await createTestApp();
  await trigger(app);
  const anders = await signInAs(app, { agentId: 9002 });
  await trigger(app, {
    slot: 3,
    place: { "Agent-Name": "Anders", "Ticket-Id": "102" },
    headers: anders,
  });
  await trigger(app, { slot: 2, place: { "Ticket-Id": "" } });
  const calls = app.agillic.calls.length;

  const response = await app.get("/activity");
  const html = await response.text();

  assertEquals(response.status, 200);
  assertEquals(response.headers.get("cache-control"), "private, no-store");
  assertEquals(app.agillic.calls.length, calls);
  assertEquals(rowsOf(html), [
    "Confirmation mail Triggered Feb 10, 10:15 AM by Mette Agent",
    "Pause marketing Triggered Feb 10, 10:14 AM by Anders, ticket #102",
    "Welcome mail Triggered Feb 10, 10:13 AM by Mette Agent, ticket #101",
  ]);
  assertStringIncludes(html, 'data-announce="3 actions in the past 90 days"');
  assertMatch(html, /<button [^>]*hx-get="\/sidebar"[^>]*>Back<\/button>/);
});

Deno.test("GET /activity is in the agent's zone and language", async () => {
  using app = await createTestApp();
  await trigger(app);
  const place = { "Agent-Locale": "da", "Agent-Time-Zone": "Asia/Tokyo" };
  const html = await (await app.get("/activity", place)).text();

  assertEquals(rowsOf(html), [
    "Welcome mail Udløst 10. feb., 18.13 af Mette Agent, sag #101",
  ]);
});

Deno.test("GET /activity has an action once, however often it was posted, and nothing that was refused", async () => {
  using app = await createTestApp();
  const action = await firstAction(app);
  const other = await firstAction(app);
  await Promise.all(Array.from({ length: 5 }, () => app.post("/events/1", action)));
  await app.post("/events/1", action);
  assertEquals((await read(app.post("/events/1", other))).problem, "cooling_down");

  assertEquals(rowsOf(await (await app.get("/activity")).text()).length, 1);
});

Deno.test("GET /activity says what failed, and of what nobody knows how it ended", async () => {
  using app = await createTestApp({ settings: { event_1_name: "wlecome_event" } });
  await trigger(app);
  app.agillic.set({ dropAfterDoingNext: 1 });
  await trigger(app, { slot: 3 });

  const html = await (await app.get("/activity")).text();
  assertEquals(rowsOf(html).map((row) => row.replace(/ Feb 10.*/, "")), [
    "Pause marketing Outcome unknown",
    "Welcome mail Failed",
  ]);
});

Deno.test("GET /activity has both steps of a creation, and neither the recipient nor the requester", async () => {
  using app = await createTestApp();
  await post(app, await offered(app));

  const html = await (await app.get("/activity", NOBODY)).text();
  assertEquals(rowsOf(html), [
    "Trigger double opt-in event Triggered Feb 10, 10:12 AM by Mette Agent, ticket #110",
    "Create recipient Created Feb 10, 10:12 AM by Mette Agent, ticket #110",
  ]);
  assertFalse(/nobody|example\.dk|510/.test(html));
});

Deno.test("GET /activity is filtered by agent and by event, list, sums and CSV alike", async () => {
  using app = await createTestApp();
  const anders = await signInAs(app, { agentId: 9002 });
  await trigger(app);
  await trigger(app, { slot: 3 });
  await trigger(app, { place: { "Agent-Name": "Anders" }, headers: anders });

  const all = await (await app.get("/activity")).text();
  assertEquals(choicesOf(all, "agent"), [
    ["", "All agents"],
    ["9002", "Anders"],
    ["9001", "Mette Agent"],
  ]);
  assertEquals(choicesOf(all, "event"), [
    ["", "All events"],
    ["event:pause_communication", "Pause marketing"],
    ["event:welcome_event", "Welcome mail"],
  ]);
  assertStringIncludes(
    all,
    "Picture of the past 90 days: 3 actions. Welcome mail: 2, Pause marketing: 1",
  );

  const path = "/activity?agent=9001&event=event%3Awelcome_event";
  const html = await (await app.get(path)).text();
  assertEquals(rowsOf(html).length, 1);
  assertStringIncludes(html, "Picture of the past 90 days: 1 action. Welcome mail: 1");
  assertEquals(csvIn(html).trim().split("\n").length, 2);
  assertStringIncludes(html, '<option value="9001" selected>');
  // Refreshed, it stays as it is.
  assert(linksOf(html).includes(path));
  const none = await (await app.get("/activity?agent=9002&event=event:pause_communication")).text();
  assertEquals(rowsOf(none), []);
  assertStringIncludes(textOf(none), "No such action in the past 90 days");
});

Deno.test("GET /activity is not filtered by what it does not offer", async () => {
  using app = await createTestApp();
  await trigger(app);
  for (const query of ["agent=9999", "event=event:other", "agent=&event=", "before=never"]) {
    assertEquals(rowsOf(await (await app.get(`/activity?${query}`)).text()).length, 1, query);
  }
});

Deno.test("GET /activity has pages of 50, each action on one of them", async () => {
  using app = await createTestApp({ settings: { cool_down_seconds: "0" } });
  for (let count = 0; count < 103; count++) {
    await trigger(app, { place: { "Ticket-Id": `${1_000 + count}` }, afterMs: 1_000 });
  }

  const sizes: number[] = [];
  const seen = new Set<string>();
  let path: string | undefined = "/activity";
  while (path !== undefined) {
    const html: string = await (await app.get(path)).text();
    const rows = rowsOf(html);
    sizes.push(rows.length);
    for (const row of rows) seen.add(row);
    path = linksOf(html).find((link) => link.includes("before="));
    // Somebody acts meanwhile: no row comes twice.
    if (sizes.length === 1) await trigger(app, { afterMs: 1_000 });
  }
  assertEquals([sizes, seen.size], [[50, 50, 3], 103]);
});

Deno.test("GET /activity forgets after 90 days", async () => {
  using app = await createTestApp();
  await trigger(app);
  app.clock.now += 30 * DAY_MS;
  await trigger(app, { slot: 3, headers: await signInAgain(app) });

  app.clock.now += 60 * DAY_MS - 60_001;
  const before = await (await app.get("/activity", {}, await signInAgain(app))).text();
  app.clock.now += 2;
  const after = await (await app.get("/activity", {}, await signInAgain(app))).text();

  assertEquals([rowsOf(before).length, rowsOf(after).length], [2, 1]);
  app.clock.now += 30 * DAY_MS + 60_000;
  const none = await (await app.get("/activity", {}, await signInAgain(app))).text();
  assertStringIncludes(textOf(none), "Nothing was triggered in the past 90 days");
  assertNotMatch(none, /<svg class="timeline"|<textarea|<select/);
});

Deno.test("GET /activity is of one installation of one account", async () => {
  const secret = "settings-secret-of-the-other-0123456789";
  using app = await createTestApp({
    accounts: {
      acme: { settingsSecrets: ["development-settings-secret-0123456789abcdef"] },
      other: { settingsSecrets: [secret] },
    },
  });
  const elsewhere = [
    await signInAs(app, { installationId: "567" }),
    await signInAs(app, { subdomain: "other", secret }),
  ];
  await trigger(app);
  for (const headers of elsewhere) {
    const html = await (await app.get("/activity", {}, headers)).text();
    assertStringIncludes(textOf(html), "Nothing was triggered in the past 90 days");
    await trigger(app, { slot: 3, headers });
    assertEquals(rowsOf(await (await app.get("/activity", {}, headers)).text()).length, 1);
  }
  assertEquals(rowsOf(await (await app.get("/activity")).text()).length, 1);
});

Deno.test("GET /activity and the link to it are for the agents whom the account names, else for all", async () => {
  const acme = { settingsSecrets: ["development-settings-secret-0123456789abcdef"] };
  const cases = [
    { limits: {}, mette: 200, anders: 200 },
    { limits: { activityFor: ["9002"] }, mette: 403, anders: 200 },
    { limits: { activityFor: [] }, mette: 403, anders: 403 },
  ];
  for (const { limits, ...expected } of cases) {
    using app = await createTestApp({ accounts: { acme: { ...acme, limits } } });
    await trigger(app);
    const agents = [
      [expected.mette, await signInAs(app, { agentId: 9001 })],
      [expected.anders, await signInAs(app, { agentId: 9002 })],
    ] as const;
    for (const [expectedStatus, headers] of agents) {
      // What the browser says of itself opens nothing.
      const place = { "Agent-Role": "admin" };
      const { status, html, problem } = await read(app.get("/activity", place, headers));
      const isAllowed = expectedStatus === 200;
      assertEquals([status, problem], [expectedStatus, isAllowed ? "" : "activity_not_allowed"]);
      assertEquals(rowsOf(html).length, isAllowed ? 1 : 0);
      assertMatch(html, /hx-get="\/sidebar"[^>]*>Back</);
      const sidebars = [{}, NOBODY, { "Requester-Email": "" }];
      for (const place of sidebars) {
        const sidebar = await (await app.get("/sidebar", place, headers)).text();
        assertEquals(sidebar.includes(LINK), isAllowed, JSON.stringify(place));
      }
    }
  }
});

Deno.test("GET /activity is for agents who have signed in", async () => {
  using app = await createTestApp();
  const none = await read(app.request("/activity"));
  assertEquals([none.status, none.problem], [401, "session_required"]);
});

Deno.test("GET /activity says so when the store is away, with a way to try again and a way back", async () => {
  using app = await createTestApp({ kv: null });
  const { status, html, problem } = await read(app.get("/activity"));

  assertEquals([status, problem], [503, "store_unavailable"]);
  assertStringIncludes(textOf(html), "The activity cannot be read right now.");
  assertNotMatch(html, /sent nothing/);
  assertMatch(html, /<button [^>]*hx-get="\/activity"[^>]*>Try again</);
  assertMatch(html, /<button [^>]*hx-get="\/sidebar"[^>]*>Back</);
});

Deno.test("GET /activity goes on in read-only mode, and where the settings are faulty", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await createTestApp({ kv });
  await trigger(app);
  using readOnly = await createTestApp({ kv, env: { READ_ONLY: "1" } });
  using faulty = await createTestApp({ kv, settings: { base64_encoded_token: "not base64" } });

  for (const other of [readOnly, faulty]) {
    assertEquals(rowsOf(await (await other.get("/activity")).text()).length, 1);
  }
});

Deno.test("GET /activity is readable while its key is listed, and counts what no key opens", async () => {
  const [OLD, NEW] = ["A".repeat(43), `${"_".repeat(42)}8`];
  using kv = await Deno.openKv(":memory:");
  using old = await createTestApp({ kv, env: { SESSION_KEYS: OLD } });
  using both = await createTestApp({ kv, env: { SESSION_KEYS: `${NEW},${OLD}` } });
  using fresh = await createTestApp({ kv, env: { SESSION_KEYS: NEW } });
  await trigger(old);
  await trigger(both, { slot: 3 });

  const during = await (await both.get("/activity")).text();
  const after = await (await fresh.get("/activity")).text();
  assertEquals(rowsOf(during).length, 2);
  assertFalse(during.includes("cannot be read"));
  assertEquals(rowsOf(after).map((row) => row.split(" ", 2).join(" ")), ["Pause marketing"]);
  assertStringIncludes(textOf(after), "1 action cannot be read any more.");
});

Deno.test("GET /activity shows hostile names as text, and its CSV is nobody's formula", async () => {
  using app = await createTestApp({ settings: { event_1_label: '=1+1;"<b>' } });
  const name = '=HYPERLINK("https://evil.example","</textarea><script>alert(1)</script>")';
  await trigger(app, { place: { "Agent-Name": name } });

  const html = await (await app.get("/activity")).text();
  assertNotMatch(html, /<script|<b>/);
  assertEquals(
    csvIn(html),
    "Time (UTC),Agent,Agent id,Event,Event name in Agillic,Ticket,Outcome\n" +
      '2026-02-10T09:13:05.000Z,"\'=HYPERLINK(""https://evil.example"",' +
      '""</textarea><script>alert(1)</script>"")",9001,' +
      `"'=1+1;""<b>",welcome_event,101,Triggered\n`,
  );
});

Deno.test("GET /activity tells two agents of one name apart, and knows an agent by the newest name", async () => {
  using app = await createTestApp();
  const other = await signInAs(app, { agentId: 9002 });
  await trigger(app, { place: { "Agent-Name": "Old name" } });
  await trigger(app, { slot: 3 });
  await trigger(app, { slot: 2, headers: other });

  assertEquals(choicesOf(await (await app.get("/activity")).text(), "agent"), [
    ["", "All agents"],
    ["9001", "Mette Agent (9001)"],
    ["9002", "Mette Agent (9002)"],
  ]);
});

Deno.test("GET /activity shows the newest 5,000, and says that there are more", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await createTestApp({ kv });
  await trigger(app);
  const [one] = await Array.fromAsync(
    kv.list({ prefix: ["activity", "acme", "5678"] }),
    ({ value }) => value,
  );
  for (let count = 0; count < 5_000; count += 500) {
    const change = kv.atomic();
    for (let index = 0; index < 500; index++) {
      change.set(["activity", "acme", "5678", app.clock.now + count + index, "nonce"], one);
    }
    await change.commit();
  }

  const html = await (await app.get("/activity")).text();
  assertStringIncludes(html, 'data-announce="5,000 actions in the past 90 days"');
  assertStringIncludes(textOf(html), "Only the newest 5,000 actions are listed and counted.");
});

Deno.test("an action whose outcome cannot be stored stands, and is not in the activity", async () => {
  using kv = await Deno.openKv(":memory:");
  let isFull = false;
  const failing = Object.assign(Object.create(kv), {
    get: kv.get.bind(kv),
    getMany: kv.getMany.bind(kv),
    list: kv.list.bind(kv),
    atomic: () => {
      const transaction = kv.atomic();
      return isFull
        ? Object.assign(transaction, { commit: () => Promise.reject(new Error("It is full")) })
        : transaction;
    },
  });
  using app = await createTestApp({
    kv: failing,
    intercept: ({ pathname }) => {
      isFull ||= pathname.endsWith("/:achieveEvent");
      return undefined;
    },
  });
  const action = actionIn(await (await app.get("/events")).text());
  const sent = read(app.post("/events/1", action));
  while (!app.log.some(({ type }) => type === "store_away")) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  app.clock.now += 5_000;

  assertStringIncludes(textOf((await sent).html), "Event triggered");
  assertEquals(app.log.filter(({ type }) => type === "outcome_not_stored").length, 1);
  isFull = false;
  assertEquals(rowsOf(await (await app.get("/activity")).text()), []);
});
