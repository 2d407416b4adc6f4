import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { createSealing } from "../../server/sealing.ts";
import { createTestApp, ORIGIN } from "../app_fixture.ts";
import { assertNothingSent, auditOf, NOBODY, read, signInAgain } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";

const METTE = "mette@example.dk";
const EVENTS = ["welcome_event", "double_opt_in", "pause_communication"];

Deno.test("an altered, foreign or missing action is refused", async () => {
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

  // What is sealed has no place in an address.
  assertEquals(inQuery.problem, "input_refused");
  for (const { problem } of [inHeader, asJson]) assertEquals(problem, "action_expired");
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
  assertMatch(
    textOf(expired.html),
    /works for 30 minutes, and only while the app’s settings stay the same\. Nothing was sent\./,
  );
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

Deno.test("an event's action does not create, although creation uses the same event", async () => {
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
