import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { createSealing } from "../../server/sealing.ts";
import { actionIn, createTestApp, ORIGIN, type Place, type TestApp } from "../test_app.ts";
import { auditOf, NOBODY, read, signInAgain, textOf } from "./actions.ts";

const METTE = "mette@example.dk";
const EVENTS = ["welcome_event", "double_opt_in", "pause_communication"];

/** Nothing reached Agillic but what was read, and nobody has got anything. */
function assertNothingSent(app: TestApp): void {
  const writes = [...app.agillic.counts].filter(([route]) =>
    route.startsWith("POST") && !route.endsWith("/:listCommunicationHistory")
  );
  assertEquals(writes, []);
}

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
    headers: {
      Authorization: `Bearer ${await app.zendesk.signSettings({ installation_id: "9999" })}`,
      "Content-Type": "application/json",
    },
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
    assertMatch(textOf(html), /This was shown for another requester\. Nothing was sent\./);
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

Deno.test("an altered, foreign, missing or doubled action is refused", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events")).text());
  const foreign = createSealing({ keys: [new Uint8Array(32).fill(9)], now: () => app.clock.now });
  const claims = { kind: "event", slot: 1, event: "welcome_event", nonce: "n" };
  const session = await app.signIn();
  const actions = {
    action_missing: "",
    sealed_malformed: "rubbish",
    sealed_altered: `${action.slice(0, -2)}AA`,
    sealed_unknown_key: await foreign.seal("action", claims, 60),
  };

  for (const [reason, text] of Object.entries(actions)) {
    const { status, problem } = await read(app.post("/events/1", text));
    assertEquals([status, problem], [410, "action_expired"], reason);
    assertEquals(app.log.at(-1)?.reason, reason);
  }
  for (const other of [session, await app.agentPass()]) {
    assertEquals((await read(app.post("/events/1", other))).problem, "action_expired");
  }
  assertEquals(auditOf(app).every(({ outcome }) => outcome === "refused"), true);
  assertNothingSent(app);
});

Deno.test("an action is read from a form alone", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events")).text());
  const place = { "Content-Type": "application/json" };
  const headers = { ...(await signInAgain(app)), ...place };

  const inQuery = await read(app.post(`/events/1?action=${action}`, ""));
  const inHeader = await read(app.post("/events/1", "", {}, { Action: action }));
  const asJson = await read(app.request("/events/1", {
    method: "POST",
    headers: { ...headers, "Requester-Email": encodeURIComponent(METTE), "Requester-Id": "501" },
    body: JSON.stringify({ action }),
  }));

  for (const { problem } of [inQuery, inHeader, asJson]) assertEquals(problem, "action_expired");
  assertNothingSent(app);
});

Deno.test("an action works for 30 minutes and not for 31, and says so", async () => {
  using app = await createTestApp();
  const html = await (await app.get("/events")).text();
  app.clock.now += 29 * 60_000;
  assertEquals(
    (await app.post("/events/1", actionIn(html), {}, await signInAgain(app))).status,
    200,
  );
  app.clock.now += 2 * 60_000;

  const expired = await read(
    app.post("/events/2", actionIn(html, "event-2"), {}, await signInAgain(app)),
  );

  assertEquals([expired.status, expired.problem], [410, "action_expired"]);
  assertMatch(textOf(expired.html), /on screen for more than 30 minutes\. Nothing was sent\./);
  assertEquals(EVENTS.map((event) => app.agillic.achieved(METTE, event)), [1, 0, 0]);
});

Deno.test("an action is refused in another slot, and for the creation of a recipient", async () => {
  using app = await createTestApp();
  const event = actionIn(await (await app.get("/events")).text());
  const create = actionIn(await (await app.get("/sidebar", NOBODY)).text(), "create-recipient");
  assertNotEquals(create, "");

  const otherSlot = await read(app.post("/events/2", event));
  const eventAsCreation = await read(app.post("/recipient", event));
  const creationAsEvent = await read(app.post("/events/1", create, NOBODY));

  for (const { status, problem } of [otherSlot, eventAsCreation, creationAsEvent]) {
    assertEquals([status, problem], [410, "action_expired"]);
  }
  assertNothingSent(app);
  assertEquals((await app.get("/recipient", NOBODY)).status, 200);
});

Deno.test("the event of a slot that has two events with one name in turn is still that slot's", async () => {
  // Slot 2 and the creation use the same event: neither can be posted as the other.
  using app = await createTestApp();
  const html = await (await app.get("/events", NOBODY)).text();

  const { status } = await read(app.post("/recipient", actionIn(html, "event-2"), NOBODY));

  assertEquals(status, 410);
  assertNothingSent(app);
});

Deno.test("GET, HEAD, PUT and DELETE trigger nothing", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events")).text());
  const headers = {
    ...(await signInAgain(app)),
    "Requester-Email": encodeURIComponent(METTE),
    "Requester-Id": "501",
    "Ticket-Id": "101",
  };

  for (const method of ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
    for (const path of ["/events/1", "/recipient"]) {
      await app.request(`${path}?action=${action}`, { method, headers });
      await app.request(path, {
        method,
        headers: { ...headers, "X-HTTP-Method-Override": "POST" },
      });
    }
  }
  assertNothingSent(app);
});

Deno.test("without a session nothing can be triggered, whatever the action", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events")).text());
  for (const token of ["", await app.agentPass(), "rubbish"]) {
    const { status } = await read(
      app.post("/events/1", action, {}, { Authorization: `Bearer ${token}` }),
    );
    assertEquals(status, 401);
  }
  assertNothingSent(app);
});

/** What an administrator changes while the form is on an agent's screen. */
const CHANGES: { name: string; settings: Record<string, string | boolean | null>; code: string }[] =
  [
    {
      name: "another event has taken the slot",
      settings: { event_1_name: "pause_communication" },
      code: "action_expired",
    },
    {
      name: "the slot is empty",
      settings: { event_1_name: null, event_1_label: null, event_1_description: null },
      code: "action_expired",
    },
    {
      name: "the Event Trigger View is off",
      settings: { enable_event_trigger_view: false },
      code: "action_expired",
    },
    {
      name: "another field identifies recipients",
      settings: { email_person_data_field: "WORK_EMAIL" },
      code: "requester_changed",
    },
    {
      name: "the token is another Agillic instance's",
      settings: { base64_encoded_token: btoa("production-key:secret") },
      code: "requester_changed",
    },
  ];

for (const { name, settings, code } of CHANGES) {
  Deno.test(`an action is refused when meanwhile ${name}`, async () => {
    using app = await createTestApp();
    const action = actionIn(await (await app.get("/events")).text());
    app.zendesk.configure(settings);

    const { problem } = await read(app.post("/events/1", action, {}, await signInAgain(app)));

    assertEquals(problem, code);
    assertNothingSent(app);
    assertEquals(auditOf(app).map(({ outcome }) => outcome), ["refused"]);
  });
}

Deno.test("GET /events offers nothing when the Event Trigger View is off", async () => {
  using app = await createTestApp({ settings: { enable_event_trigger_view: false } });
  const html = await (await app.get("/events")).text();
  assertEquals(html.includes("data-event-slot"), false);
  assertEquals((await (await app.get("/sidebar")).text()).includes("data-event-slot"), false);
});

Deno.test("a requester whose address was taken away is another requester", async () => {
  using app = await createTestApp();
  const { problem, html } = await postElsewhere(app, { place: { "Requester-Email": "" } });

  assertEquals([problem, actionIn(html)], ["requester_without_email", ""]);
  assertNothingSent(app);
});

Deno.test("a post from another site's page has no session and no form of ours", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events")).text());
  const response = await app.request("/events/1", {
    method: "POST",
    headers: { Origin: "https://evil.example", Cookie: "session=1", Host: new URL(ORIGIN).host },
    body: new URLSearchParams({ action }),
  });
  assertEquals([response.status, response.headers.get("Access-Control-Allow-Origin")], [401, null]);
  assertNothingSent(app);
});
