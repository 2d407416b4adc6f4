/** Events that are sent with values. */
import { assert, assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { createTestApp, type TestApp, type TestAppOptions } from "../app_fixture.ts";
import { assertNothingSent, auditOf, firstAction, read, until } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";

const METTE = "mette@example.dk";
const ACHIEVE = "POST /recipients/:id/events/:event/:achieveWithContext";
const SETTINGS = {
  event_1_name: "order_late",
  event_1_label: "Apologise",
  event_1_context:
    "order: ORDER_ID=Order number (required), DAYS=Days late (number), UNTIL=Until (date), REASON=Reason (Late|Lost)",
};
const VALUES = { ORDER_ID: "A-77 <b>", DAYS: "2,5", UNTIL: "2026-02-28", REASON: "Lost" };

/** Starts an app whose first event takes values; `sent` are the bodies that Agillic got. */
async function start(options: TestAppOptions = {}) {
  const sent: unknown[] = [];
  const app = await createTestApp({
    ...options,
    settings: { ...SETTINGS, ...options.settings },
    intercept: (url, init) => {
      if (url.pathname.endsWith("/:achieveWithContext")) sent.push(JSON.parse(String(init.body)));
      return options.intercept?.(url, init);
    },
  });
  return Object.assign(app, { sent });
}

async function post(app: TestApp, action: string, values: Record<string, string>) {
  return await read(app.post("/events/1", action, {}, {}, values));
}

const achieved = (app: TestApp) => app.agillic.achieved(METTE, "order_late");

/** The fields of the form with their values, and what is said of them. */
function fieldsOf(html: string): Record<string, string> {
  const fields = html.matchAll(/<div class="parameter">(.*?)<\/div>/gs);
  return Object.fromEntries([...fields].map(([, field = ""]) => {
    const name = /name="([^"]*)"/.exec(field)?.[1] ?? "";
    const [, value] =
      /<textarea[^>]*>([^<]*)|<input [^>]*value="([^"]*)"|<option value="([^"]*)" selected/
        .exec(field)?.filter((found) => found !== undefined) ?? [];
    const fault = /<small[^>]*>(.*?)<\/small>/.exec(field)?.[1];
    return [name, [textOf(value ?? ""), fault ?? ""].filter(Boolean).join(": ")];
  }));
}

Deno.test("an event with a context asks for its values, and is sent with them", async () => {
  using app = await start();
  const html = await (await app.get("/events")).text();
  assertMatch(textOf(html), /Order number \(required\) Days late Until Reason Late Lost/);
  assertMatch(html, /<textarea [^>]*name="ORDER_ID" aria-required="true"/);
  assertMatch(html, /<input type="date" [^>]*name="UNTIL"/);

  const { status, html: answer } = await post(app, actionIn(html), VALUES);

  assertEquals(status, 200);
  assertMatch(textOf(answer), /Event triggered/);
  assertEquals(app.sent, [{
    context_parameters: {
      name: "order",
      ORDER_ID: "A-77 <b>",
      DAYS: "2.5",
      UNTIL: "2026-02-28",
      REASON: "Lost",
    },
  }]);
  assertEquals([achieved(app), app.agillic.counts.get(ACHIEVE)], [1, 1]);
  // The next time begins anew.
  assertEquals(fieldsOf(answer), { ORDER_ID: "", DAYS: "", UNTIL: "", REASON: "" });
});

Deno.test("what is not filled in, and fields that are not the event's, are not sent", async () => {
  using app = await start();
  const action = await firstAction(app);

  await post(app, action, { ORDER_ID: " 77 ", DAYS: "", name: "other", SECRET: "x", slot: "2" });

  assertEquals(app.sent, [{ context_parameters: { name: "order", ORDER_ID: "77" } }]);
});

Deno.test("an event without a context is sent without a body, whatever is posted beside it", async () => {
  using app = await createTestApp();
  await post(app, await firstAction(app), VALUES);
  assertEquals(app.agillic.achieved(METTE, "welcome_event"), 1);
  assertEquals(app.agillic.counts.get(ACHIEVE), undefined);
});

Deno.test("values with faults come back marked, and nothing was sent", async () => {
  using app = await start();
  const faulty: [Record<string, string>, Record<string, string>][] = [
    [{ ORDER_ID: "" }, { ORDER_ID: "Fill this in." }],
    [{ ORDER_ID: "   " }, { ORDER_ID: "Fill this in." }],
    [{ ORDER_ID: "x".repeat(201) }, {
      ORDER_ID: `${"x".repeat(201)}: Use at most 200 characters.`,
    }],
    [{ ORDER_ID: "a\u0000b" }, {
      ORDER_ID: "a\u0000b: Write it on one line, without control characters.",
    }],
    [{ DAYS: "three" }, { DAYS: "three: Write a number, such as 12 or 12.5." }],
    [{ DAYS: "1e3" }, { DAYS: "1e3: Write a number, such as 12 or 12.5." }],
    [{ DAYS: "1.000" }, { DAYS: "1.000: Write a number, such as 12 or 12.5." }],
    [{ UNTIL: "2026-02-30" }, {
      UNTIL: "2026-02-30: Write a date as year-month-day, such as 2026-11-30.",
    }],
    [{ UNTIL: "28.02.2026" }, {
      UNTIL: "28.02.2026: Write a date as year-month-day, such as 2026-11-30.",
    }],
    [{ REASON: "Stolen" }, { REASON: "Choose one of those offered." }],
  ];
  let action = await firstAction(app);
  for (const [values, marked] of faulty) {
    const { status, html, problem } = await post(app, action, { ...VALUES, ...values });
    assertEquals([status, problem], [400, "values_invalid"], JSON.stringify(values));
    assertEquals(fieldsOf(html), {
      ORDER_ID: "A-77 <b>",
      DAYS: "2,5",
      UNTIL: "2026-02-28",
      REASON: "Lost",
      ...marked,
    });
    assertMatch(html, /<details class="event" name="event" open>/);
    assertEquals(auditOf(app).at(-1)?.code, "values_invalid");
    action = actionIn(html);
  }
  assertNothingSent(app);
  assertEquals((await post(app, action, VALUES)).status, 200);
});

Deno.test("a value that looks like a credential is refused, and not shown again", async () => {
  using app = await start();
  const secrets = [
    btoa("agillic-key:agillic-secret"),
    `no ${btoa("agillic-key:agillic-secret")}`,
    "{{setting.base64_encoded_token}}",
    "eyJh.eyJi.c2ln",
  ];
  for (const secret of secrets) {
    const { status, html, problem } = await post(app, await firstAction(app), {
      ...VALUES,
      ORDER_ID: secret,
    });
    assertEquals([status, problem], [400, "input_refused"]);
    assertEquals(fieldsOf(html).ORDER_ID, "This looked like a password or a token.");
    assert(!html.includes(secret));
    assert(!JSON.stringify(app.log).includes(secret));
  }
  assertNothingSent(app);
});

Deno.test("what was typed is kept beside every other problem", async () => {
  using app = await start();
  app.agillic.set({ rateLimitNext: 100 });
  const { problem, html } = await post(app, await firstAction(app), VALUES);
  assertEquals([problem, fieldsOf(html).ORDER_ID, fieldsOf(html).REASON], [
    "rate_limited",
    "A-77 <b>",
    "Lost",
  ]);
  app.agillic.set({ rateLimitNext: 0 });
  assertEquals((await post(app, actionIn(html), VALUES)).status, 200);
});

Deno.test("after 429 the same values are sent again", async () => {
  using app = await start();
  app.agillic.set({ rateLimitNext: 2 });
  assertEquals((await post(app, await firstAction(app), VALUES)).status, 200);
  assertEquals(app.sent.length, 3);
  assertEquals(new Set(app.sent.map((body) => JSON.stringify(body))).size, 1);
  assertEquals(achieved(app), 1);
});

Deno.test("a repetition with the same values answers the same, with others it is refused", async () => {
  using app = await start({ settings: { cool_down_seconds: "0" } });
  const action = await firstAction(app);
  await post(app, action, VALUES);
  app.clock.now += 5_000;

  const same = await post(app, action, VALUES);
  assertEquals([same.status, auditOf(app).at(-1)?.repeated], [200, true]);
  const others: Record<string, string>[] = [
    { ...VALUES, ORDER_ID: "78" },
    { ...VALUES, DAYS: "" },
    { ...VALUES, ORDER_ID: VALUES.REASON, REASON: "Late" },
    { ORDER_ID: VALUES.ORDER_ID },
  ];
  for (const values of others) {
    const { status, html, problem } = await post(app, action, values);
    assertEquals([status, problem], [409, "done_meanwhile"]);
    assertMatch(textOf(html), /Mette Agent started this 5 sec ago.*Nothing was sent again\./);
    assertEquals(fieldsOf(html).ORDER_ID, values.ORDER_ID);
    assertEquals(auditOf(app).at(-1)?.outcome, "refused");
  }
  assertEquals([achieved(app), app.agillic.counts.get(ACHIEVE)], [1, 1]);
});

Deno.test("a repetition with other values is refused while the first is under way, too", async () => {
  const answers: PromiseWithResolvers<undefined>[] = [];
  using app = await start({
    intercept: ({ pathname }) => {
      if (!pathname.endsWith("/:achieveWithContext")) return undefined;
      const answer = Promise.withResolvers<undefined>();
      answers.push(answer);
      return answer.promise;
    },
  });
  const action = await firstAction(app);
  const first = post(app, action, VALUES);
  await until(() => answers.length === 1);

  const other = await post(app, action, { ...VALUES, ORDER_ID: "78" });
  answers[0]?.resolve(undefined);

  assertEquals([other.problem, (await first).status, achieved(app)], ["done_meanwhile", 200, 1]);
});

Deno.test("of twenty posts of one action at one moment with two sets of values, one is sent", async () => {
  using app = await start({ settings: { cool_down_seconds: "0" } });
  const action = await firstAction(app);

  const answers = await Promise.all(
    Array.from(
      { length: 20 },
      async (_, index) => await post(app, action, { ...VALUES, ORDER_ID: String(index % 2) }),
    ),
  );

  assertEquals([achieved(app), app.agillic.counts.get(ACHIEVE)], [1, 1]);
  assertEquals(answers.filter(({ status }) => status === 200).length, 10);
  assertEquals(answers.filter(({ problem }) => problem === "done_meanwhile").length, 10);
});

Deno.test("of twenty agents with values of their own one sends the event within the cool-down", async () => {
  using app = await start();
  const actions = await Promise.all(Array.from({ length: 20 }, () => firstAction(app)));

  const answers = await Promise.all(
    actions.map((action, index) => post(app, action, { ...VALUES, ORDER_ID: String(index) })),
  );

  assertEquals([achieved(app), app.sent.length], [1, 1]);
  assertEquals(answers.filter(({ problem }) => problem === "cooling_down").length, 19);
});

Deno.test("values are in no line of the log, no header, no metric and not in the store", async () => {
  const kv = await Deno.openKv(":memory:");
  try {
    using app = await start({ kv, env: { METRICS_TOKEN: "metrics-token-0123456789-0123456789" } });
    const values = { ...VALUES, ORDER_ID: "Hemmelig77" };
    const action = await firstAction(app);
    const response = await app.post("/events/1", action, {}, {}, values);
    await response.text();
    await post(app, action, { ...values, DAYS: "3" });
    await post(app, action, { ...values, DAYS: "many" });
    const kept: unknown[] = [];
    for await (const { key, value } of kv.list({ prefix: [] })) kept.push(key, value);
    const metrics = await app.request("/metrics", {
      headers: { Authorization: "Bearer metrics-token-0123456789-0123456789" },
    });
    const texts = [app.log, kept, [...response.headers], await metrics.text()];
    assertNotMatch(JSON.stringify(texts), /Hemmelig77|2026-02-28/);
    assertMatch(JSON.stringify(kept), /"values":"[\w-]{43}"/);
  } finally {
    kv.close();
  }
});

Deno.test("a context that Agillic does not know is the settings' fault, and nothing was triggered", async () => {
  for (const unknownContext of [400, 404, 422] as const) {
    using app = await start({ settings: { event_1_context: "parcel: PARCEL_ID=Parcel" } });
    app.agillic.set({ unknownContext });
    const { status, problem, html } = await post(app, await firstAction(app), { PARCEL_ID: "7" });
    assertEquals([status, problem], [422, "context_not_valid"]);
    assertMatch(textOf(html), /Agillic does not take the values of the event “order_late”/);
    assertNotMatch(textOf(html), /Last triggered/);
    assertEquals(achieved(app), 0);
  }
});

Deno.test("an event that Agillic does not know is that, also with values", async () => {
  using app = await start();
  app.agillic.set({ unknownEvents: ["order_late"] });
  const { status, problem } = await post(app, await firstAction(app), VALUES);
  assertEquals([status, problem], [404, "event_not_valid"]);
});

Deno.test("more events have slots of their own, which they keep where a line is faulty", async () => {
  using app = await createTestApp({
    settings: {
      more_events: [
        "order_late | Apologise | For a late order | order: ORDER_ID=Order number",
        " | without a name",
        "pause_communication | Pause again",
      ].join("\n"),
    },
  });
  const html = await (await app.get("/events")).text();
  const slots = [...html.matchAll(/data-event-slot="(\d+)"/g)].map(([, slot]) => slot);
  assertEquals(slots, ["1", "2", "3", "4", "6"]);
  const posted = await read(
    app.post("/events/4", actionIn(html, "event-4"), {}, {}, { ORDER_ID: "7" }),
  );
  assertEquals([posted.status, achieved(app)], [200, 1]);
  assertEquals((await app.post("/events/6", actionIn(html, "event-6"))).status, 200);
  assertEquals(app.agillic.achieved(METTE, "pause_communication"), 1);
  // An action of another slot is not this one's.
  const other = await read(app.post("/events/6", actionIn(html, "event-4")));
  assertEquals([other.status, other.problem], [410, "action_expired"]);
});

Deno.test("what the account does not allow is no event, and no event without what resumes it", async () => {
  using app = await createTestApp({
    env: { ALLOWED_EVENTS: "welcome_event,double_opt_in,pause_communication" },
    settings: {
      more_events: "order_late\npause_communication | Pause | | | order_late\nwelcome_event",
    },
  });
  const html = await (await app.get("/events")).text();
  const slots = [...html.matchAll(/data-event-slot="(\d+)"/g)].map(([, slot]) => slot);
  assertEquals(slots, ["1", "2", "3", "6"]);
  const admin = await (await app.get("/sidebar", { "Agent-Role": "admin" })).text();
  assertMatch(textOf(admin), /Settings to correct: More Events/);
});
