/** A masked value for whoever asks for it: of the right person, within a limit, with a line of the log. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp, type Place } from "../app_fixture.ts";
import { signInAgain } from "./actions.ts";
import { assertWithout, problemsOf, textOf } from "./answers.ts";

const MASKED = { masked_person_data: "MSISDN, BIRTHDATE" };
const SHARED: Place = { "Requester-Email": "shared@example.dk", "Requester-Id": "507" };

/** What asks for the value of a field. */
const pathOf = (field: string) => `/recipient/values/${field}`;

Deno.test("POST /recipient/values/:field is the one field with its value, read again, and copied by its button", async () => {
  using app = await createTestApp({ settings: MASKED });
  await app.get("/recipient");
  const calls = app.agillic.calls.length;
  const response = await app.post(pathOf("BIRTHDATE"), "");
  assertEquals([response.status, app.agillic.calls.length], [200, calls + 1]);
  assertEquals(response.headers.get("Requester"), "echo-1");
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  const html = await response.text();
  assertMatch(
    html,
    /^<div data-field="BIRTHDATE"><dt title="BIRTHDATE">Date of birth<\/dt><dd tabindex="-1">/,
  );
  assertStringIncludes(html, '<span title="14.03.1987">Mar 14, 1987</span>');
  assertStringIncludes(html, 'data-copy="Mar 14, 1987"');
  assertWithout(html, ["4520123456", "Holm"], "the answer");

  assertWithout(
    await (await app.get("/recipient")).text(),
    ["4520123456", "1987", "Mar 14"],
    "the next refresh",
  );
});

Deno.test("a masked field without a value is a hyphen for whoever asks", async () => {
  using app = await createTestApp({ settings: MASKED });
  const place = { "Requester-Email": "empty@example.dk", "Requester-Id": "502" };
  const html = await (await app.post(pathOf("MSISDN"), "", place)).text();
  assertStringIncludes(html, "<span>-</span>");
});

Deno.test("no field is revealed but those that are masked and shown, and nothing is asked or logged for it", async () => {
  using app = await createTestApp({
    settings: { masked_person_data: "MSISDN,CUSTOMER_ID" },
  });
  for (const field of ["EMAIL", "CUSTOMER_ID", "NO_SUCH_FIELD", "msisdn", "%20MSISDN"]) {
    const response = await app.post(pathOf(field), "");
    assertEquals([field, response.status], [field, 404]);
    assertWithout(await response.text(), ["mette@example.dk", "C-1001"], field);
  }
  assertEquals(app.agillic.calls.length, 0);
  assertEquals(app.log.filter(({ type }) => type === "reveal"), []);

  using hidden = await createTestApp({ settings: { ...MASKED, enable_recipient_view: false } });
  assertEquals((await hidden.post(pathOf("MSISDN"), "")).status, 404);
});

Deno.test("a value is that of the requester of the request, or of whom the agent has chosen", async () => {
  using app = await createTestApp({ settings: { masked_person_data: "FIRSTNAME" } });
  const ulla = { "Requester-Email": "unsubscribed@example.dk", "Requester-Id": "503" };
  assertStringIncludes(await (await app.post(pathOf("FIRSTNAME"), "", ulla)).text(), "Ulla");

  app.agillic.set({ emailUnique: false });
  const matches = await (await app.get("/sidebar", SHARED)).text();
  const [, otto = ""] = [...matches.matchAll(/hx-headers="([^"]+)"/g)]
    .map(([, headers = ""]) => JSON.parse(textOf(headers)).Recipient);
  const chosen = await app.post(pathOf("FIRSTNAME"), "", SHARED, { Recipient: otto });
  assertStringIncludes(await chosen.text(), "Otto");

  const elsewhere = await app.post(pathOf("FIRSTNAME"), "", ulla, { Recipient: otto });
  assertEquals([elsewhere.status, problemsOf(await elsewhere.text())], [409, [
    "requester_changed",
  ]]);
  const nobodyChosen = await app.post(pathOf("FIRSTNAME"), "", SHARED);
  assertEquals(nobodyChosen.status, 400);
  const withoutAddress = await app.post(pathOf("FIRSTNAME"), "", { "Requester-Email": "" });
  assertEquals(withoutAddress.headers.get("HX-Retarget"), "#recipient");
  assertEquals(problemsOf(await withoutAddress.text()), ["requester_without_email"]);
});

Deno.test("whom Agillic does not have any more is taken off the sidebar, and nothing is revealed", async () => {
  using app = await createTestApp({ settings: MASKED });
  const place = { "Requester-Email": "nobody@example.dk", "Requester-Id": "510" };
  const response = await app.post(pathOf("MSISDN"), "", place);
  assertEquals(response.headers.get("HX-Retarget"), "#sidebar");
  assertEquals(problemsOf(await response.text()), ["recipient_not_found"]);
  assertEquals(app.log.filter(({ type }) => type === "reveal"), []);
});

Deno.test("nothing is revealed without a session, or where Agillic does not answer", async () => {
  using app = await createTestApp({ settings: MASKED });
  const refused = await app.post(pathOf("MSISDN"), "", {}, { Authorization: "Bearer forged" });
  assertEquals(refused.status, 401);
  app.agillic.set({ down: true });
  const response = await app.post(pathOf("MSISDN"), "");
  assertEquals([response.status, problemsOf(await response.text())], [502, [
    "agillic_unavailable",
  ]]);
  assertEquals(app.log.filter(({ type }) => type === "reveal"), []);
});

Deno.test("each value that is revealed has a line of the log, without value or person", async () => {
  using app = await createTestApp({ settings: MASKED });
  await app.post(pathOf("MSISDN"), "");
  await app.post(pathOf("MSISDN"), "", { "Requester-Email": "METTE@example.dk" });
  const [line, again, ...more] = app.log.filter(({ type }) => type === "reveal");
  assertEquals(more, []);
  assert(line);
  const { at: _, requestId, recipient, ...rest } = line;
  assertEquals(rest, {
    type: "reveal",
    subdomain: "acme",
    installationId: "5678",
    userId: "9001",
    ticketId: "101",
    field: "MSISDN",
  });
  assertMatch(String(recipient), /^[\w-]{43}$/);
  assertEquals(again?.recipient, recipient);
  const request = app.log.find((entry) =>
    entry.type === "request" && entry.requestId === requestId
  );
  assertEquals([request?.route, request?.status], ["/recipient/values/:field", 200]);
  const log = JSON.stringify(app.log).toLowerCase();
  assertWithout(log, ["4520123456", "mette", "example.dk"], "the log");
});

Deno.test("an agent is shown sixty values at once, then one a minute; another agent their own", async () => {
  using app = await createTestApp({ settings: MASKED });
  for (let number = 1; number <= 60; number++) {
    assertEquals((await app.post(pathOf("MSISDN"), "")).status, 200, String(number));
  }
  const calls = app.agillic.calls.length;
  const refused = await app.post(pathOf("BIRTHDATE"), "");
  assertEquals(refused.status, 429);
  const html = await refused.text();
  assertEquals(problemsOf(html), ["reveal_limit"]);
  assertStringIncludes(textOf(html), "The next one can be shown in 1 min.");
  assertEquals(app.agillic.calls.length, calls);
  assertEquals(app.log.filter(({ type }) => type === "reveal").length, 60);

  const other = { Authorization: `Bearer ${await app.signIn({ agentId: 9002 })}` };
  assertEquals((await app.post(pathOf("MSISDN"), "", {}, other)).status, 200);

  app.clock.now += 60_000;
  assertEquals((await app.post(pathOf("MSISDN"), "")).status, 200);
  assertEquals((await app.post(pathOf("MSISDN"), "")).status, 429);

  app.clock.now += 60 * 60_000;
  const again = await signInAgain(app);
  for (let number = 1; number <= 60; number++) {
    assertEquals((await app.post(pathOf("MSISDN"), "", {}, again)).status, 200, String(number));
  }
  assertEquals((await app.post(pathOf("MSISDN"), "", {}, again)).status, 429);
});

Deno.test("processes with one store count together, and without a store nothing is revealed", async () => {
  using kv = await Deno.openKv(":memory:");
  using one = await createTestApp({ settings: MASKED, kv });
  using two = await createTestApp({ settings: MASKED, kv });
  for (let number = 1; number <= 30; number++) {
    await one.post(pathOf("MSISDN"), "");
    await two.post(pathOf("MSISDN"), "");
  }
  assertEquals((await one.post(pathOf("MSISDN"), "")).status, 429);
  const entries = JSON.stringify(await Array.fromAsync(kv.list({ prefix: [] })));
  assertWithout(entries, ["4520123456", "mette", "MSISDN", "9001"], "the store");

  using without = await createTestApp({ settings: MASKED, kv: null });
  const response = await without.post(pathOf("MSISDN"), "");
  assertEquals([response.status, problemsOf(await response.text())], [503, ["store_unavailable"]]);
  assertEquals(without.agillic.calls.length, 0);
});

Deno.test("with actions switched off masked values are still shown to whoever asks", async () => {
  using app = await createTestApp({ settings: MASKED, env: { READ_ONLY: "1" } });
  assertEquals((await app.post(pathOf("MSISDN"), "")).status, 200);
});
