import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { partsOf, personDataOf, problemsOf, textOf } from "./answers.ts";

const SHARED: Place = { "Requester-Email": "shared@example.dk", "Requester-Id": "507" };

async function matchesOf(app: TestApp): Promise<string[]> {
  app.agillic.set({ emailUnique: false });
  const html = await (await app.get("/sidebar", SHARED)).text();
  return [...html.matchAll(/hx-headers="([^"]+)"/g)]
    .map(([, headers = ""]) => JSON.parse(textOf(headers)).Recipient);
}

Deno.test("an email field that is not unique is told on top, and who it may be below it", async () => {
  using app = await createTestApp();
  app.agillic.set({ emailUnique: false });
  for (const path of ["/sidebar", "/recipient"]) {
    const response = await app.get(path, SHARED);
    assertEquals([path, response.status], [path, 400]);
    assertEquals(response.headers.get("Requester"), "echo-1");
    const html = await response.text();
    assertEquals([partsOf(html), problemsOf(html)], [["recipient"], ["email_field_not_unique"]]);
    assertMatch(
      textOf(html),
      /Error Response Code: 400 The email field EMAIL is not set as unique in Agillic.*Ida.*Otto/,
    );
    assertEquals([...html.matchAll(/>Choose</g)].length, 2);
    assertFalse(html.includes("<form"));
  }
});

Deno.test("the problem stays when the matches cannot be had", async () => {
  using app = await createTestApp();
  app.agillic.set({ emailUnique: false, failNext: 9, onlyRoutes: ["GET /recipients"] });
  const response = await app.get("/sidebar", SHARED);
  assertEquals(response.status, 400);
  const html = await response.text();
  assertEquals(problemsOf(html), ["email_field_not_unique"]);
  assertFalse(html.includes(">Choose<"));
});

Deno.test("nothing is shown or offered of those who share an address before one is chosen", async () => {
  using app = await createTestApp();
  app.agillic.set({ emailUnique: false });
  const html = await (await app.get("/communications", SHARED)).text();
  assertEquals(problemsOf(html), ["email_field_not_unique"]);
  assertStringIncludes(html, "The email field EMAIL is not set as unique in Agillic.");
});

Deno.test("who is chosen is the one that is shown, with events and history", async () => {
  using app = await createTestApp();
  const names = [];
  for (const Recipient of await matchesOf(app)) {
    const response = await app.get("/sidebar", SHARED, { Recipient });
    assertEquals(response.status, 200);
    const html = await response.text();
    assertEquals(partsOf(html), ["recipient", "events", "communications"]);
    names.push(personDataOf(html)[0]?.[1]);
    const next = response.headers.get("Recipient") ?? Recipient;
    const history = await app.get("/communications", SHARED, { Recipient: next });
    assertEquals([history.status, problemsOf(await history.text())], [200, []]);
  }
  assertEquals(names, ["Ida", "Otto"]);
  assertStringIncludes(app.agillic.calls.at(-1)?.path ?? "", "/recipients/AGILLIC_ID=.F0ag/");
});

Deno.test("a chosen recipient is nobody's but the requester's for whom it was chosen", async () => {
  using app = await createTestApp();
  const [Recipient = ""] = await matchesOf(app);
  const calls = app.agillic.calls.length;
  const aud = "https://acme.zendesk.com/api/v2/apps/installations/1.json";
  const elsewhere = `Bearer ${await signInTo(app, aud)}`;
  const others: [place: Place, headers: Record<string, string>][] = [
    [{}, { Recipient }],
    [{ ...SHARED, "Requester-Id": "1" }, { Recipient }],
    [{ ...SHARED, "Requester-Email": "mette@example.dk" }, { Recipient }],
    [{ ...SHARED, "Requester-Email": "" }, { Recipient }],
    [SHARED, { Recipient, Authorization: elsewhere }],
    [SHARED, { Recipient: "forged" }],
    [SHARED, { Recipient: "" }],
    [SHARED, { Recipient: `${Recipient.slice(0, -4)}AAAA` }],
    [SHARED, { Recipient: await app.signIn() }],
  ];
  for (const [place, headers] of others) {
    for (const path of ["/sidebar", "/recipient", "/events", "/communications"]) {
      const response = await app.get(path, place, headers);
      assertEquals([path, response.status], [path, 409]);
      assertEquals(response.headers.get("Requester"), "echo-1");
      const html = await response.text();
      assertEquals(problemsOf(html), ["requester_changed"]);
      assertFalse(/Ida|Otto|<form/.test(html));
    }
  }
  assertEquals(app.agillic.calls.length, calls);
});

Deno.test("a chosen recipient is forgotten after twelve hours", async () => {
  using app = await createTestApp();
  const [Recipient = ""] = await matchesOf(app);
  app.clock.now += 12 * 3_600_000;
  const Authorization = `Bearer ${await app.signIn()}`;
  const response = await app.get("/sidebar", SHARED, { Recipient, Authorization });
  assertEquals([response.status, app.log.at(-1)?.reason], [409, "sealed_expired"]);
});

/** A session of another installation of the same account. */
async function signInTo(app: TestApp, aud: string): Promise<string> {
  const response = await app.request("/session", {
    method: "POST",
    headers: await app.sessionHeaders({ installation_id: "1" }),
    body: JSON.stringify({ agentPass: await app.agentPass({ claims: { aud } }) }),
  });
  return (await response.json()).session;
}
