import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { assertNothingSent, auditOf, NOBODY, read } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";

/** Posts what was offered for Mette in ticket 101, for somebody or something else. */
async function postElsewhere(
  app: TestApp,
  { place = {}, headers = {} }: { place?: Place; headers?: Record<string, string> },
) {
  const action = actionIn(await (await app.get("/events")).text());
  assertNotEquals(action, "");
  return await read(app.post("/events/1", action, place, headers));
}

/** A session for the same agent in another installation of the same account. */
async function signInElsewhere(app: TestApp): Promise<Record<string, string>> {
  const agentPass = await app.agentPass({
    claims: { aud: "https://acme.zendesk.com/api/v2/apps/installations/9999.json" },
  });
  const answer = await app.request("/session", {
    method: "POST",
    headers: await app.sessionHeaders({ installation_id: "9999" }),
    body: JSON.stringify({ agentPass }),
  });
  return { Authorization: `Bearer ${(await answer.json()).session}` };
}

const ELSEWHERE: { name: string; reason: string; place: Place }[] = [
  {
    name: "requester",
    reason: "action_other_requester",
    place: { "Requester-Email": "empty@example.dk", "Requester-Id": "502" },
  },
  {
    name: "requester with the same address",
    reason: "action_other_requester",
    place: { "Requester-Id": "502" },
  },
  {
    name: "address of the same requester",
    reason: "action_other_requester",
    place: { "Requester-Email": "mette.work@example.com" },
  },
  {
    name: "spelling of the address",
    reason: "action_other_requester",
    place: { "Requester-Email": "Mette@example.dk" },
  },
  { name: "ticket", reason: "action_other_ticket", place: { "Ticket-Id": "102" } },
  {
    name: "ticket, one without a number",
    reason: "action_other_ticket",
    place: { "Ticket-Id": "" },
  },
  {
    name: "requester, one without an id",
    reason: "action_other_requester",
    place: { "Requester-Id": "" },
  },
];

for (const { name, reason, place } of ELSEWHERE) {
  Deno.test(`an action is refused for another ${name}, with no button in the answer`, async () => {
    using app = await createTestApp();
    const { status, html, problem } = await postElsewhere(app, { place });

    assertEquals([status, problem], [409, "requester_changed"]);
    assertMatch(
      textOf(html),
      /This was shown for another requester or ticket\. Nothing was sent\./,
    );
    assertEquals(actionIn(html), "");
    assertMatch(html, /<button type="button" id="event-1-trigger"[^>]*aria-disabled="true"/);
    // What helps is the whole sidebar of whoever is shown now.
    assertMatch(html, /hx-get="\/sidebar"/);
    assertEquals(app.log.at(-1)?.reason, reason);
    assertEquals(auditOf(app).map(({ outcome, code }) => [outcome, code]), [
      ["refused", "requester_changed"],
    ]);
    assertNothingSent(app);
  });
}

Deno.test("an action is refused for another agent and for another installation", async () => {
  for (
    const signIn of [signInElsewhere, async (app: TestApp) => ({
      Authorization: `Bearer ${await app.signIn({ agentId: 9002 })}`,
    })]
  ) {
    using app = await createTestApp();
    const { status, html, problem } = await postElsewhere(app, { headers: await signIn(app) });

    assertEquals([status, problem, actionIn(html)], [409, "requester_changed", ""]);
    assertEquals(app.log.at(-1)?.reason, "action_other_agent");
    assertNothingSent(app);
  }
});

Deno.test("an action is refused for another recipient of the same requester, and without its name", async () => {
  using app = await createTestApp();
  const place = { "Requester-Email": "shared@example.dk", "Requester-Id": "507" };
  app.agillic.set({ emailUnique: false });
  const matches = await (await app.get("/sidebar", place)).text();
  const [first = "", second = ""] = [...matches.matchAll(/&quot;Recipient&quot;:&quot;([\w.-]+)/g)]
    .map(([, sealed]) => sealed ?? "");
  assertNotEquals(second, "");
  const action = actionIn(
    await (await app.get("/sidebar", place, { Recipient: first })).text(),
  );

  for (const headers of [{ Recipient: second }, undefined]) {
    const { status, html, problem } = await read(app.post("/events/1", action, place, headers));
    assertEquals([status, problem, actionIn(html)], [409, "requester_changed", ""]);
    assertEquals(app.log.at(-1)?.reason, "action_other_recipient");
  }
  assertNothingSent(app);
  assertEquals((await app.post("/events/1", action, place, { Recipient: first })).status, 200);
});

Deno.test("a recipient's sealed name opens for its own requester alone, and not when it is altered", async () => {
  using app = await createTestApp();
  const place = { "Requester-Email": "METTE@example.dk" };
  const answer = await app.get("/sidebar", place);
  const recipient = answer.headers.get("Recipient") ?? "";
  const action = actionIn(await answer.text());

  const foreign = await read(app.post("/events/1", action, NOBODY, { Recipient: recipient }));
  const altered = await read(
    app.post("/events/1", action, place, { Recipient: `${recipient.slice(0, -2)}AA` }),
  );

  for (const { status, problem, html } of [foreign, altered]) {
    assertEquals([status, problem, actionIn(html)], [409, "requester_changed", ""]);
  }
  assertNothingSent(app);
});

Deno.test("a requester whose address was taken away is another requester", async () => {
  using app = await createTestApp();
  const { problem, html } = await postElsewhere(app, { place: { "Requester-Email": "" } });

  assertEquals([problem, actionIn(html)], ["requester_without_email", ""]);
  assertNothingSent(app);
});
