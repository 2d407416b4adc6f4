import { assertEquals, assertMatch, assertNotEquals, assertNotMatch } from "@std/assert";
import type { Kv } from "../../server/actions/kv.ts";
import type { Switches } from "../../simulators/agillic/switches.ts";
import { actionIn, createTestApp, type Place, type TestApp } from "../test_app.ts";
import {
  afterTimeout,
  type Answer,
  auditOf,
  NOBODY,
  read,
  signInAgain,
  textOf,
  until,
} from "./actions.ts";

const ADDRESS = "nobody@example.dk";
const CREATE = "POST /recipients";
const ACHIEVE = "POST /recipients/:id/events/:event/:achieveEvent";
const FORM = "create-recipient";

/** What the sidebar offers for somebody whom Agillic does not know. */
async function offered(app: TestApp, place: Place = NOBODY): Promise<Answer> {
  return await read(app.get("/sidebar", place));
}

async function post(app: TestApp, { html }: Pick<Answer, "html">): Promise<Answer> {
  return await read(app.post("/recipient", actionIn(html, FORM), NOBODY));
}

function count(app: TestApp, route: string): number {
  return app.agillic.counts.get(route) ?? 0;
}

/** How often the recipient was asked to be created, and the event achieved. */
function done(app: TestApp): [created: number, achieved: number] {
  return [count(app, CREATE), app.agillic.achieved(ADDRESS, "double_opt_in")];
}

function stepsIn(html: string): string[] {
  return [...html.matchAll(/<li data-state="(\w+)"/g)].map(([, state]) => state ?? "");
}

Deno.test("GET /sidebar offers to create a requester whom Agillic does not know, and nothing else", async () => {
  using app = await createTestApp();
  const { status, html } = await offered(app);

  assertEquals(status, 200);
  assertMatch(html, /data-view="create"/);
  assertMatch(html, /data-problem="recipient_not_found"/);
  assertMatch(
    textOf(html),
    /Recipient not found.*nobody@example\.dk is not a recipient in Agillic/,
  );
  assertMatch(textOf(html), /Only with the customer’s consent\./);
  assertMatch(html, /<button[^>]*>\s*<span>Create recipient and send double opt-in<\/span>/);
  assertNotMatch(html, /data-view="(?:recipient|events|communications)"/);
});

Deno.test("a created recipient awaits confirmation until the customer gives it", async () => {
  using app = await createTestApp();
  const created = await post(app, await offered(app));

  assertEquals([created.status, created.problem], [200, ""]);
  assertMatch(textOf(created.html), /Recipient created, and the double opt-in event triggered\./);
  assertMatch(created.html, /data-view="recipient"/);
  assertMatch(created.html, /data-badge="awaiting">Awaiting confirmation</);
  assertMatch(created.html, /data-view="events"/);
  assertMatch(textOf(created.html), /Last triggered now by Mette Agent, ticket #110/);
  assertEquals(done(app), [1, 1]);

  const waiting = await read(app.get("/recipient", NOBODY));
  assertMatch(waiting.html, /data-badge="awaiting"/);
  assertNotMatch(waiting.html, /data-view="create"|Recipient created/);

  app.agillic.clickDoubleOptIn(ADDRESS);
  const confirmed = await read(app.get("/sidebar", NOBODY));
  assertNotMatch(confirmed.html, /data-badge="awaiting"/);
  assertMatch(confirmed.html, /data-field="EMAIL_PERMISSION"><dt>[^]*?<dd><span title="TRUE">Yes</);
  assertMatch(
    await (await app.get("/communications", NOBODY)).text(),
    /Confirm your email/,
  );
});

Deno.test("a recipient is created with the configured email field and the requester's address alone", async () => {
  const bodies: string[] = [];
  using app = await createTestApp({
    settings: { email_person_data_field: "CUSTOMER_ID" },
    intercept: (url, { method, body }) => {
      if (method === "POST" && url.pathname === "/recipients") bodies.push(String(body));
      return undefined;
    },
  });

  const place = { ...NOBODY, "Requester-Other-Emails": "second@example.dk" };
  const { html } = await offered(app, place);
  await app.post("/recipient", actionIn(html, FORM), place);

  assertEquals(bodies.map((body) => JSON.parse(body)), [{ personData: { CUSTOMER_ID: ADDRESS } }]);
});

Deno.test("a double click, and every repetition, creates and triggers once and answers alike", async () => {
  using app = await createTestApp();
  const form = await offered(app);

  const answers = await Promise.all([post(app, form), post(app, form), post(app, form)]);
  app.clock.now += 5 * 60_000;
  answers.push(await post(app, form));

  for (const { status, html } of answers) {
    assertEquals(status, 200);
    assertMatch(textOf(html), /Recipient created, and the double opt-in event triggered\./);
  }
  assertEquals(done(app), [1, 1]);
});

Deno.test("two agents who create at the same moment create and trigger once", async () => {
  using app = await createTestApp();
  const forms = await Promise.all([offered(app), offered(app)]);

  const answers = await Promise.all(forms.map((form) => post(app, form)));

  assertEquals(done(app), [1, 1]);
  assertEquals(answers.filter(({ status }) => status === 200).length, 1);
  const other = answers.find(({ status }) => status !== 200);
  // Whether the other one looks before or after it is there: it says why nothing was done.
  assertEquals(["recipient_exists", "cooling_down"].includes(other?.problem ?? ""), true);
});

Deno.test("creation whose first step fails for certain says so and can be tried again", async () => {
  using app = await createTestApp();
  const form = await offered(app);
  app.agillic.set({ rateLimitNext: 100, onlyRoutes: [CREATE] });

  const failed = await post(app, form);

  assertEquals([failed.status, failed.problem], [503, "rate_limited"]);
  assertEquals(stepsIn(failed.html), ["failed", "waiting"]);
  assertMatch(failed.html, /<span>Create recipient and send double opt-in</);
  app.agillic.set({ rateLimitNext: 0 });
  const again = await post(app, failed);
  assertEquals([again.status, again.problem], [200, ""]);
  assertEquals(app.agillic.achieved(ADDRESS, "double_opt_in"), 1);
});

Deno.test("creation that Agillic refuses with 400 says so and creates nothing", async () => {
  using app = await createTestApp({
    intercept: (url, { method }) =>
      method === "POST" && url.pathname === "/recipients"
        ? Response.json({ status: "400", message: "No" }, { status: 400 })
        : undefined,
  });

  const failed = await post(app, await offered(app));

  assertEquals([failed.status, failed.problem], [502, "agillic_answer_unknown"]);
  assertEquals(stepsIn(failed.html), ["failed", "waiting"]);
  assertEquals(app.agillic.achieved(ADDRESS, "double_opt_in"), 0);
});

/** Ways for the first step to end so that nobody knows what became of it. */
const UNKNOWN: { name: string; switches: Partial<Switches>; created: boolean }[] = [
  { name: "no answer after it was done", switches: { stallAfterDoingNext: 1 }, created: true },
  { name: "broken after it was done", switches: { dropAfterDoingNext: 1 }, created: true },
  { name: "no answer, nothing done", switches: { hangNext: 1 }, created: false },
  { name: "broken before it was done", switches: { dropNext: 1 }, created: false },
  { name: "500", switches: { failNext: 1, failStatus: 500 }, created: false },
  { name: "503", switches: { failNext: 1, failStatus: 503 }, created: false },
];

for (const { name, switches, created } of UNKNOWN) {
  Deno.test(`creation whose first step is unknown (${name}) offers to look, and never creates again by itself`, async () => {
    using app = await createTestApp();
    const form = await offered(app);
    app.agillic.set({ ...switches, onlyRoutes: [CREATE] });

    const unknown = await read(
      afterTimeout(
        app,
        app.post("/recipient", actionIn(form.html, FORM), NOBODY),
        () => count(app, CREATE) === 1,
      ),
    );
    const again = await post(app, form);

    for (const answer of [unknown, again]) {
      assertEquals([answer.status, answer.problem], [504, "outcome_unknown"]);
      assertEquals(stepsIn(answer.html), ["unknown", "waiting"]);
      assertEquals(actionIn(answer.html, FORM), "");
      // What there is to do now: look whether the recipient is there.
      assertMatch(answer.html, /<button[^>]*hx-get="\/sidebar"/);
    }
    assertEquals(done(app), [1, 0]);

    app.clock.now += 60_000;
    const looked = await read(app.get("/sidebar", NOBODY));
    assertMatch(
      looked.html,
      created ? /data-view="recipient"/ : /data-problem="recipient_not_found"/,
    );
    assertMatch(
      looked.html,
      created ? /<span>Trigger double opt-in event</ : /<span>Create recipient and send/,
    );
    const ended = await post(app, looked);
    assertEquals([ended.status, ended.problem], [200, ""]);
    assertEquals(done(app), [created ? 1 : 2, 1]);
  });
}

Deno.test("an event that Agillic does not know fails the second step with its name, and it goes on from there", async () => {
  using app = await createTestApp();
  app.agillic.set({ unknownEvents: ["double_opt_in"] });

  const failed = await post(app, await offered(app));

  assertEquals([failed.status, failed.problem], [404, "event_not_valid"]);
  assertEquals(stepsIn(failed.html), ["done", "failed"]);
  assertMatch(textOf(failed.html), /Error Response Code: 404/);
  assertMatch(
    textOf(failed.html),
    /The event “double_opt_in” is not valid in this Agillic instance\./,
  );
  assertNotMatch(textOf(failed.html), /is not a recipient/);
  assertMatch(failed.html, /<span>Trigger double opt-in event</);

  app.agillic.set({ unknownEvents: [] });
  const ended = await post(app, failed);
  assertEquals([ended.status, ended.problem], [200, ""]);
  assertMatch(ended.html, /data-badge="awaiting"/);
  assertEquals(done(app), [1, 1]);
});

Deno.test("a second step that is unknown is not offered again, and is not triggered again by itself", async () => {
  for (const switches of [{ stallAfterDoingNext: 1 }, { dropAfterDoingNext: 1 }]) {
    using app = await createTestApp();
    const form = await offered(app);
    app.agillic.set({ ...switches, onlyRoutes: [ACHIEVE] });

    const unknown = await read(
      afterTimeout(
        app,
        app.post("/recipient", actionIn(form.html, FORM), NOBODY),
        () => count(app, ACHIEVE) === 1,
      ),
    );
    const again = await post(app, form);

    for (const answer of [unknown, again]) {
      assertEquals([answer.status, answer.problem], [504, "outcome_unknown"]);
      assertEquals(stepsIn(answer.html), ["done", "unknown"]);
      assertEquals(actionIn(answer.html, FORM), "");
      assertMatch(answer.html, /<button[^>]*hx-get="\/sidebar"/);
    }
    assertEquals(done(app), [1, 1]);
    const looked = await read(app.get("/sidebar", NOBODY));
    assertMatch(looked.html, /data-view="recipient"/);
    assertMatch(textOf(looked.html), /Outcome unknown: tried .* by Mette Agent, ticket #110/);
    assertNotMatch(looked.html, /data-view="create"/);
  }
});

Deno.test("a process that dies between the two steps leaves the second to be done, by whomever", async () => {
  using kv = await Deno.openKv(":memory:");
  // Once the first outcome is stored nothing more is done: the second claim never ends.
  let process: "alive" | "dying" | "dead" | "another" = "alive";
  const dying: Kv = {
    get: kv.get.bind(kv),
    getMany: (keys, options) => {
      if (process !== "dying") return kv.getMany(keys, options);
      process = "dead";
      return new Promise(() => {});
    },
    set: kv.set.bind(kv),
    atomic: () => {
      const transaction = kv.atomic();
      const commit = transaction.commit.bind(transaction);
      transaction.commit = async () => {
        const committed = await commit();
        if (process === "alive" && count(app, CREATE) === 1) process = "dying";
        return committed;
      };
      return transaction;
    },
  };
  using app = await createTestApp({ kv: dying });
  const form = await offered(app);
  app.post("/recipient", actionIn(form.html, FORM), NOBODY);
  await until(() => process === "dead");
  process = "another";

  const anders = { Authorization: `Bearer ${await app.signIn({ agentId: 9002 })}` };
  const looked = await read(app.get("/sidebar", NOBODY, anders));
  assertMatch(looked.html, /data-view="recipient"/);
  assertEquals(stepsIn(looked.html), ["done", "waiting"]);
  const ended = await read(app.post("/recipient", actionIn(looked.html, FORM), NOBODY, anders));

  assertEquals([ended.status, ended.problem], [200, ""]);
  assertMatch(ended.html, /data-badge="awaiting"/);
  assertEquals(done(app), [1, 1]);
  // The first agent's form, sent again, finds both steps done.
  assertEquals((await post(app, form)).problem, "cooling_down");
  assertEquals(done(app), [1, 1]);
});

Deno.test("a requester who was created meanwhile is shown, and nothing is triggered", async () => {
  using app = await createTestApp();
  const form = await offered(app);
  app.agillic.addRecipient({ EMAIL: ADDRESS, FIRSTNAME: "Nora" });

  for (const repeated of [false, true]) {
    const exists = await post(app, form);

    assertEquals([exists.status, exists.problem], [409, "recipient_exists"]);
    assertMatch(textOf(exists.html), /Created meanwhile Somebody else has just created this/);
    assertMatch(textOf(exists.html), /Nothing was created again or triggered\./);
    assertMatch(exists.html, /data-view="recipient"[^]*Nora/);
    assertNotMatch(exists.html, /data-badge="awaiting"|data-view="create"/);
    assertEquals(auditOf(app).at(-1)?.repeated, repeated);
  }
  assertEquals(done(app), [1, 0]);
});

Deno.test("without an event for it creation is a configuration error, on GET and on POST", async () => {
  using app = await createTestApp();
  const form = await offered(app);
  app.zendesk.configure({ double_opt_in_event: null });
  const again = await signInAgain(app);

  const shown = await read(app.get("/sidebar", NOBODY, again));
  const posted = await read(app.post("/recipient", actionIn(form.html, FORM), NOBODY, again));

  assertEquals([shown.status, shown.problem], [200, "creation_event_missing"]);
  assertEquals([posted.status, posted.problem], [422, "creation_event_missing"]);
  for (const { html } of [shown, posted]) {
    const words = textOf(html);
    assertMatch(words, /Error Response Code: Configuration Error/);
    assertMatch(words, /Error Response Body: Event required to create recipient/);
    assertMatch(words, /Forward this to your administrator/);
    assertEquals(actionIn(html, FORM), "");
  }
  assertEquals(done(app), [0, 0]);
});

Deno.test("with the Recipient Creation View off nobody can be created, also with a form from before", async () => {
  using app = await createTestApp();
  const form = await offered(app);
  app.zendesk.configure({ enable_recipient_creation_view: false });
  const again = await signInAgain(app);

  const shown = await read(app.get("/sidebar", NOBODY, again));
  const posted = await read(app.post("/recipient", actionIn(form.html, FORM), NOBODY, again));

  assertEquals([shown.status, shown.problem], [200, "recipient_not_found"]);
  assertNotMatch(shown.html, /data-view="create"/);
  assertEquals([posted.status, posted.problem], [410, "action_expired"]);
  assertEquals(done(app), [0, 0]);
  assertEquals(auditOf(app).map(({ outcome, code }) => [outcome, code]), [
    ["refused", "action_expired"],
  ]);
});

Deno.test("a creation is refused when the event has changed, and for another requester", async () => {
  using app = await createTestApp();
  const action = actionIn((await offered(app)).html, FORM);
  const other = { ...NOBODY, "Requester-Email": "other@example.dk", "Requester-Id": "599" };

  const foreign = await read(app.post("/recipient", action, other));
  app.zendesk.configure({ double_opt_in_event: "welcome_event" });
  const changed = await read(app.post("/recipient", action, NOBODY, await signInAgain(app)));

  assertEquals([foreign.status, foreign.problem], [409, "requester_changed"]);
  assertEquals([changed.status, changed.problem], [410, "action_expired"]);
  assertEquals(done(app), [0, 0]);
});

Deno.test("when Agillic fails after both steps were done, the agent is told that they were", async () => {
  let failing = false;
  using app = await createTestApp({
    intercept: ({ pathname }, { method }) =>
      failing && method === "GET" && pathname.startsWith("/recipients/")
        ? new Response(null, { status: 500 })
        : undefined,
  });
  const form = await offered(app);
  failing = true;

  const { status, html, problem } = await post(app, form);

  assertEquals([status, problem], [502, "agillic_unavailable"]);
  assertEquals(stepsIn(html), ["done", "done"]);
  assertEquals(actionIn(html, FORM), "");
  assertMatch(html, /<button[^>]*hx-get="\/sidebar"/);
  assertEquals(done(app), [1, 1]);
});

Deno.test("when Agillic does not find the new recipient yet, the agent is told that it was created", async () => {
  let late = false;
  using app = await createTestApp({
    intercept: ({ pathname }, { method }) =>
      late && method === "GET" && pathname.startsWith("/recipients/")
        ? new Response(null, { status: 404 })
        : undefined,
  });
  const form = await offered(app);
  late = true;

  const { html } = await post(app, form);

  assertEquals(stepsIn(html), ["done", "done"]);
  assertEquals(actionIn(html, FORM), "");
  assertMatch(textOf(html), /Recipient created, and the double opt-in event triggered\./);
  assertNotMatch(textOf(html), /is not a recipient|not found|still to be/);
  assertEquals(done(app), [1, 1]);
});

Deno.test("a second attempt just after an unknown one says how long to wait, and does nothing", async () => {
  using app = await createTestApp();
  app.agillic.set({ dropNext: 1, onlyRoutes: [CREATE] });
  await post(app, await offered(app));
  app.clock.now += 3_000;

  const early = await post(app, await offered(app));

  assertEquals([early.status, early.problem], [429, "cooling_down"]);
  assertMatch(textOf(early.html), /It can be triggered again in 8 sec\./);
  assertNotEquals(actionIn(early.html, FORM), "");
  assertEquals(done(app), [1, 0]);
  app.clock.now += 8_000;
  assertEquals((await post(app, early)).status, 200);
  assertEquals(done(app), [2, 1]);
});

Deno.test("Agillic's 409 for somebody whom it does not find is told, not passed over in silence", async () => {
  using app = await createTestApp({
    intercept: (url, { method }) =>
      method === "POST" && url.pathname === "/recipients"
        ? new Response(null, { status: 409 })
        : undefined,
  });

  const { status, problem, html } = await post(app, await offered(app));

  assertEquals([status, problem], [409, "recipient_exists"]);
  assertEquals(stepsIn(html), ["failed", "waiting"]);
  assertEquals(app.agillic.achieved(ADDRESS, "double_opt_in"), 0);
});

Deno.test("only the address that was created is said to be a recipient now", async () => {
  using app = await createTestApp();
  app.agillic.set({ unknownEvents: ["double_opt_in"] });
  const place = { ...NOBODY, "Requester-Other-Emails": "second@example.dk" };
  const form = await offered(app, place);
  assertMatch(textOf(form.html), /nobody@example\.dk, second@example\.dk is not a recipient/);

  const { html } = await read(app.post("/recipient", actionIn(form.html, FORM), place));

  assertMatch(textOf(html), /nobody@example\.dk is now a recipient/);
  assertNotMatch(textOf(html), /second@example\.dk/);
});

Deno.test("a creation without a store is refused before anything is sent", async () => {
  using app = await createTestApp({ kv: null });

  const { status, problem, html } = await post(app, await offered(app));

  assertEquals([status, problem], [503, "store_unavailable"]);
  assertEquals(stepsIn(html), ["failed", "waiting"]);
  assertEquals(done(app), [0, 0]);
});

Deno.test("each step of a creation has its own line in the log", async () => {
  using app = await createTestApp();
  await post(app, await offered(app));

  assertEquals(
    auditOf(app).map(({ kind, event, outcome, code }) => [kind, event, outcome, code]),
    [
      ["create", "double_opt_in", "done", "created"],
      ["double_opt_in", "double_opt_in", "done", "triggered"],
    ],
  );
});

Deno.test("when a recipient found by another address is gone, the requester's own address is offered", async () => {
  let gone = false;
  using app = await createTestApp({
    intercept: ({ pathname }, { method }) =>
      gone && method === "GET" && pathname.startsWith("/recipients/")
        ? new Response(null, { status: 404 })
        : undefined,
  });
  const place = { ...NOBODY, "Requester-Other-Emails": "mette@example.dk" };
  const matched = (await app.get("/sidebar", place)).headers.get("Recipient") ?? "";
  assertNotEquals(matched, "");
  gone = true;

  const shown = await app.get("/sidebar", place, { Recipient: matched });
  const { html } = await read(shown.clone());
  // The shell sends back what the latest answer named.
  const headers = { Recipient: shown.headers.get("Recipient") ?? "" };
  gone = false;
  await app.post("/recipient", actionIn(html, FORM), place, headers);

  assertMatch(textOf(html), /nobody@example\.dk, mette@example\.dk is not a recipient/);
  assertEquals(done(app), [1, 1]);
});
