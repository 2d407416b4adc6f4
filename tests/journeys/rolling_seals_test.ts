/** While a release replaces another, what one of them has sealed comes to the other. */
import { assert, assertEquals } from "@std/assert";
import { base64url } from "jose";
import { createSealing, type SealedKind, type Sealing } from "../../server/sealing.ts";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { createTestApp, SESSION_KEY, type TestApp } from "../app_fixture.ts";
import { achieved, firstAction } from "./actions.ts";
import { problemsOf } from "./answers.ts";

const TOKEN = String(DEFAULT_SETTINGS.base64_encoded_token);
const AGENT = {
  subdomain: "acme",
  installationId: "5678",
  userId: "9001",
  location: "ticket_sidebar",
};

function sealingOf(app: TestApp): Sealing {
  return createSealing({
    keys: [new Uint8Array(base64url.decode(SESSION_KEY))],
    now: () => app.clock.now,
  });
}

/** Sealed by a release that we do not know. */
async function sealOtherwise(app: TestApp, kind: SealedKind, payload: Record<string, unknown>) {
  return await sealingOf(app).seal(kind, payload, 900);
}

const OTHER_SESSIONS: Record<string, Record<string, unknown>> = {
  "without a version": {
    agent: AGENT,
    settings: { token: TOKEN, views: {}, events: [] },
    faults: [],
  },
  "of another version": { version: 0, agent: AGENT, settings: { token: TOKEN }, faults: [] },
  "whose faults lack a position": {
    agent: AGENT,
    settings: null,
    faults: [{ parameter: "event_1_name", code: "missing" }],
  },
};

async function assertRenewed(app: TestApp, payload: Record<string, unknown>, reason: string) {
  const session = await sealOtherwise(app, "session", payload);
  const headers = { Authorization: `Bearer ${session}` };
  for (const path of ["/sidebar", "/recipient", "/events", "/communications", "/setup"]) {
    const answer = await app.get(path, {}, headers);
    assertEquals([path, answer.status, app.log.at(-1)?.reason], [path, 401, reason]);
    assertEquals(problemsOf(await answer.text()), ["session_required"]);
  }
  assertEquals((await app.post("/events/1", "x", {}, headers)).status, 401);
  assertEquals(app.agillic.calls.length, 0);
  assertEquals((await app.get("/events")).status, 200);
}

for (const [which, payload] of Object.entries(OTHER_SESSIONS)) {
  Deno.test(`a session ${which} is renewed: every part answers 401`, async () => {
    using app = await createTestApp();
    await assertRenewed(app, payload, "session_other_version");
  });
}

Deno.test("a session of this version with nothing inside is renewed: every part answers 401", async () => {
  using app = await createTestApp();
  const own = await sealingOf(app).open("session", await app.signIn());
  assert(own.ok);
  await assertRenewed(app, { version: own.value.version }, "payload_malformed");
});

Deno.test("what else another release sealed is a problem, and never a fault of the server", async () => {
  using app = await createTestApp();
  const pass = await sealOtherwise(app, "agent-pass", { subdomain: "acme", userId: "9001" });
  const refused = await app.request("/session", {
    method: "POST",
    headers: await app.sessionHeaders(),
    body: JSON.stringify({ agentPass: pass }),
  });
  assertEquals([refused.status, (await refused.json()).problem], [401, "session_required"]);

  const action = await sealOtherwise(app, "action", { kind: "event", slot: 1, nonce: "n" });
  const posted = await app.post("/events/1", action);
  assertEquals(posted.status, 410);
  assertEquals(problemsOf(await posted.text()), ["action_expired"]);

  const name = await sealOtherwise(app, "recipient", { field: "EMAIL" });
  const read = await app.get("/recipient", {}, { Recipient: name });
  assertEquals(read.status, 409);
  assertEquals(problemsOf(await read.text()), ["requester_changed"]);
  assertEquals(app.log.filter(({ type }) => type === "fault"), []);
});

Deno.test("a form of the release before, which does not say what it showed, triggers once", async () => {
  using app = await createTestApp();
  const opened = await sealingOf(app).open("action", await firstAction(app));
  assert(opened.ok);
  const { shownLast, ...before } = opened.value;
  assertEquals(shownLast, null);
  await app.post("/events/1", await firstAction(app));
  app.clock.now += 90_000;

  const action = await sealOtherwise(app, "action", before);
  for (const _ of ["first", "again"]) {
    assertEquals((await app.post("/events/1", action)).status, 200);
  }
  assertEquals(achieved(app), 2);
});
