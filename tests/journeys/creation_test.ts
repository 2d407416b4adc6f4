import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { auditOf, NOBODY, read } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";
import { ADDRESS, done, FORM, offered, post } from "./creation.ts";

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
  assertMatch(confirmed.html, /data-field="EMAIL_PERMISSION"><dt[^]*?<dd><span title="TRUE">Yes</);
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

Deno.test("only the address that was created is said to be a recipient now", async () => {
  using app = await createTestApp();
  app.agillic.set({ unknownEvents: ["double_opt_in"] });
  const place = { ...NOBODY, "Requester-Other-Emails": "second@example.dk" };
  const form = await offered(app, place);
  assertMatch(
    textOf(form.html),
    /None of these is a recipient in Agillic: nobody@example\.dk, second@example\.dk\./,
  );

  const { html } = await read(app.post("/recipient", actionIn(form.html, FORM), place));

  assertMatch(textOf(html), /nobody@example\.dk is now a recipient/);
  assertNotMatch(textOf(html), /second@example\.dk/);
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
