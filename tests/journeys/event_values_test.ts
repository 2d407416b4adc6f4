/** Events that are sent with values. */
import { assert, assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { assertNothingSent, auditOf, firstAction } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";
import { ACHIEVE, achieved, fieldsOf, METTE, post, start, VALUES } from "./event_values.ts";

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
