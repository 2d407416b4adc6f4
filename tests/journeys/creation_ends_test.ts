import { assertEquals, assertMatch, assertNotEquals, assertNotMatch } from "@std/assert";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { auditOf, NOBODY, read, signInAgain } from "./actions.ts";
import { actionIn, linksOf, textOf } from "./answers.ts";
import { ADDRESS, CREATE, done, FORM, offered, post, stepsIn } from "./creation.ts";

Deno.test("a requester who was created meanwhile is shown, and nothing is triggered", async () => {
  using app = await createTestApp();
  const form = await offered(app);
  app.agillic.addRecipient({ EMAIL: ADDRESS, FIRSTNAME: "Nora" });

  for (const repeated of [false, true]) {
    const exists = await post(app, form);

    assertEquals([exists.status, exists.problem], [409, "recipient_exists"]);
    assertMatch(textOf(exists.html), /Already created Somebody else has just created this/);
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
    assertMatch(words, /An administrator can set “Double Opt-in Event for Creation”/);
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

Deno.test("a creation without a store is refused before anything is sent", async () => {
  using app = await createTestApp({ kv: null });

  const { status, problem, html } = await post(app, await offered(app));

  assertEquals([status, problem], [503, "store_unavailable"]);
  assertEquals(stepsIn(html), ["failed", "waiting"]);
  assertEquals(done(app), [0, 0]);
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

  assertMatch(textOf(html), /None of these is .*: nobody@example\.dk, mette@example\.dk\./);
  assertEquals(done(app), [1, 1]);
});

Deno.test("with the Recipient View off a creation still says how it ended", async () => {
  using app = await createTestApp({ settings: { enable_recipient_view: false } });
  const forms = [await offered(app), await offered(app)] as const;

  const created = await post(app, forms[0]);
  app.clock.now += 60_000;
  const exists = await post(app, forms[1]);

  assertMatch(textOf(created.html), /Recipient created, and the double opt-in event triggered\./);
  assertEquals(stepsIn(created.html), ["done", "done"]);
  assertEquals([exists.status, exists.problem], [409, "recipient_exists"]);
  for (const { html } of [created, exists]) {
    assertNotMatch(html, /data-field=|is not a recipient/);
    assertMatch(html, /data-view="events"/);
  }
});

for (const view of [true, false]) {
  Deno.test(`nothing is offered after a finished creation, the Recipient View ${view ? "on" : "off"}`, async () => {
    using app = await createTestApp({ settings: { enable_recipient_view: view } });
    const created = await post(app, await offered(app));
    const sidebar = await read(app.get("/sidebar", NOBODY));
    const recipient = await read(app.get("/recipient", NOBODY));

    assertEquals(created.status, 200);
    for (const { html } of [created, sidebar, recipient]) {
      assertNotMatch(html, new RegExp(`id="${FORM}`));
    }
    assertEquals(done(app), [1, 1]);
  });
}

Deno.test("a new recipient's state is awaiting until the double opt-in is confirmed", async () => {
  using app = await createTestApp();
  const { html } = await offered(app);

  const created = await app.post("/recipient", actionIn(html, FORM), NOBODY);
  const waiting = await app.get("/recipient", NOBODY);
  app.agillic.clickDoubleOptIn(ADDRESS);
  const confirmed = await app.get("/recipient", NOBODY);

  const states = [created, waiting, confirmed].map(({ headers }) => headers.get("Recipient-State"));
  assertEquals(states, ["awaiting", "awaiting", "none"]);
});

/** Ways for a creation to end. */
const ENDS: Record<string, (app: TestApp) => void> = {
  "both steps done": () => {},
  "created meanwhile": (app) => app.agillic.addRecipient({ EMAIL: ADDRESS }),
  "first step failed": (app) => app.agillic.set({ rateLimitNext: 100, onlyRoutes: [CREATE] }),
  "first step unknown": (app) => app.agillic.set({ dropAfterDoingNext: 1, onlyRoutes: [CREATE] }),
  "second step failed": (app) => app.agillic.set({ unknownEvents: ["double_opt_in"] }),
};

for (const [end, arrange] of Object.entries(ENDS)) {
  Deno.test(`the answer to a creation leads administrators alone to the configuration check: ${end}`, async () => {
    for (const role of ["agent", "end-user", "Admin", ""]) {
      using app = await createTestApp();
      const form = await offered(app);
      arrange(app);
      const place = { ...NOBODY, "Agent-Role": role };
      const { html } = await read(app.post("/recipient", actionIn(form.html, FORM), place));
      assertEquals(linksOf(html).includes("/setup"), false, role);
    }
  });
}

Deno.test("an administrator is led to the configuration check after a creation", async () => {
  using app = await createTestApp();
  const form = await offered(app);
  const admin = { ...NOBODY, "Agent-Role": "admin" };

  const { html } = await read(app.post("/recipient", actionIn(form.html, FORM), admin));

  assertEquals(linksOf(html).includes("/setup"), true);
});
