import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { actionIn, partsOf, personDataOf, problemsOf, textOf } from "./answers.ts";

const SHARED: Place = { "Requester-Email": "shared@example.dk", "Requester-Id": "507" };

async function matchesOf(app: TestApp): Promise<string[]> {
  app.agillic.set({ emailUnique: false });
  return sealedIn(await (await app.get("/sidebar", SHARED)).text());
}

function sealedIn(html: string): string[] {
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

Deno.test("the problem stays when the matches cannot be found", async () => {
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
    assertEquals(partsOf(html), ["summary", "events", "recipient", "communications"]);
    names.push(personDataOf(html)[0]?.[1]);
    const next = response.headers.get("Recipient") ?? Recipient;
    const history = await app.get("/communications", SHARED, { Recipient: next });
    assertEquals([history.status, problemsOf(await history.text())], [200, []]);
  }
  assertEquals(names, ["Ida", "Otto"]);
  assertStringIncludes(app.agillic.calls.at(-1)?.path ?? "", "/recipients/AGILLIC_ID=.F0ag/");
});

Deno.test("those who share an address are told apart by name first", async () => {
  using app = await createTestApp();
  app.agillic.set({ emailUnique: false });
  const html = await (await app.get("/sidebar", SHARED)).text();
  const titles = [...html.matchAll(/<strong>([^<]*)<\/strong>\s*<small>([^<]*)</g)];
  assertEquals(titles.map(([, title, line]) => [title, line]), [
    ["Ida", "E-mail: shared@example.dk"],
    ["Otto", "E-mail: shared@example.dk"],
  ]);
  assertStringIncludes(html, 'aria-label="Choose: Ida"');
  assertStringIncludes(html, "<small>Agillic ID: .F0ag</small>");
});

Deno.test("where the settings show no name, the identifier leads", async () => {
  using app = await createTestApp({ settings: { person_data_field_list: "EMAIL" } });
  app.agillic.set({ emailUnique: false });
  const html = await (await app.get("/sidebar", SHARED)).text();
  assertStringIncludes(html, "<strong>.F0af</strong>");
  assertFalse(html.includes("Otto"));
});

Deno.test("after a choice it is said who of how many it was, on every refresh", async () => {
  for (const recipientView of [true, false]) {
    using app = await createTestApp({ settings: { enable_recipient_view: recipientView } });
    const [, Recipient = ""] = await matchesOf(app);
    const chosen = await app.get("/sidebar", SHARED, { Recipient });
    const next = chosen.headers.get("Recipient") ?? "";
    const html = await chosen.text();
    assertMatch(textOf(html), /Otto, 2 of 2 Choose another/);
    if (!recipientView) continue;
    const again = await (await app.get("/recipient", SHARED, { Recipient: next })).text();
    assertMatch(textOf(again), /Otto, 2 of 2/);
  }
  using app = await createTestApp();
  assertFalse((await (await app.get("/sidebar")).text()).includes("data-chosen"));
});

Deno.test("a choice can be changed: nobody is chosen until another one is", async () => {
  using app = await createTestApp();
  const [first = ""] = await matchesOf(app);
  const chosen = await app.get("/sidebar", SHARED, { Recipient: first });
  const Recipient = chosen.headers.get("Recipient") ?? "";
  const [again = ""] = sealedIn(await chosen.text());

  const back = await app.get("/sidebar", SHARED, { Recipient: again });

  assertEquals(back.status, 400);
  const html = await back.text();
  assertFalse(html.includes("<form"));
  // Nobody is chosen meanwhile, not by a refresh either.
  const refreshed = { Recipient: back.headers.get("Recipient") ?? "" };
  assertEquals((await app.get("/recipient", SHARED, refreshed)).status, 400);
  const [, other = ""] = sealedIn(html);
  const changed = await (await app.get("/sidebar", SHARED, { Recipient: other })).text();
  assertMatch(textOf(changed), /Otto, 2 of 2/);
  // What was offered for the first is not done for the other.
  const action = actionIn(await (await app.get("/events", SHARED, { Recipient })).text());
  const refused = await app.post("/events/1", action, SHARED, { Recipient: other });
  assertEquals(refused.status, 409);
});

Deno.test("where there is nothing to choose any more, who has the address is named instead", async () => {
  using app = await createTestApp();
  const [, otto = ""] = await matchesOf(app);
  const chosen = await (await app.get("/sidebar", SHARED, { Recipient: otto })).text();
  const [again = ""] = sealedIn(chosen);
  app.agillic.set({ emailUnique: true });

  const response = await app.get("/sidebar", SHARED, { Recipient: again });

  assertEquals(personDataOf(await response.text())[0], ["FIRSTNAME", "Ida"]);
  // Saying nothing would leave Otto named.
  const Recipient = response.headers.get("Recipient") ?? "";
  const next = await (await app.get("/recipient", SHARED, { Recipient })).text();
  assertEquals(personDataOf(next)[0], ["FIRSTNAME", "Ida"]);
});

Deno.test("who was chosen and is gone leaves the choice to be made anew", async () => {
  const intercepted: string[] = [];
  using app = await createTestApp({
    intercept: (url) => {
      if (!url.pathname.includes("AGILLIC_ID=.F0ag")) return undefined;
      intercepted.push(url.pathname);
      return Response.json({ status: "404", message: "Not found" }, { status: 404 });
    },
  });
  const [, Recipient = ""] = await matchesOf(app);
  const response = await app.get("/sidebar", SHARED, { Recipient });
  assertEquals(response.status, 400);
  assertEquals(sealedIn(await response.text()).length, 2);
  // From then on nobody is named.
  const refreshed = { Recipient: response.headers.get("Recipient") ?? "" };
  assertEquals((await app.get("/sidebar", SHARED, refreshed)).status, 400);
  assertEquals(intercepted.length, 1);
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
