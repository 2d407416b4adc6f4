import {
  assert,
  assertEquals,
  assertFalse,
  assertMatch,
  assertNotMatch,
  assertStringIncludes,
} from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { firstAction, NOBODY, read } from "./actions.ts";
import { choicesOf, csvIn, rowsOf, signInAs, trigger } from "./activity.ts";
import { linksOf, textOf } from "./answers.ts";
import { offered, post } from "./creation.ts";

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
    "Welcome mail Udløst 10. feb., 18.13 af Mette Agent, ticket #101",
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
