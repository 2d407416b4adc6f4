import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { actionIn } from "./answers.ts";
import { auditOf, NOBODY, read } from "./actions.ts";

// No shorter words: keyed digests and sealed names are random letters.
const PERSONAL = ["mette", "Mette", "METTE", "nobody", "example.dk", "Aarhus"];

/** Posts an event for Mette: done, repeated, refused for another agent, and within the cool-down. */
async function act(app: TestApp): Promise<void> {
  const forms = await Promise.all([app.get("/events"), app.get("/events")]);
  const [action = "", other = ""] = await Promise.all(
    forms.map(async (form) => actionIn(await form.text())),
  );
  await app.post("/events/1", action);
  await app.post("/events/1", action);
  await app.post("/events/1", other);
  await app.post("/events/1", other, {}, {
    Authorization: `Bearer ${await app.signIn({ agentId: 9002 })}`,
  });
}

Deno.test("each action has one line: who, what, where, when in UTC, how it ended", async () => {
  using app = await createTestApp();
  await act(app);

  const lines = auditOf(app);
  assertEquals(
    lines.map(({ userId, outcome, code, repeated }) => [userId, outcome, code, repeated]),
    [
      ["9001", "done", "triggered", false],
      ["9001", "done", "triggered", true],
      ["9001", "refused", "cooling_down", false],
      ["9002", "refused", "requester_changed", false],
    ],
  );
  for (const line of lines) {
    assertMatch(String(line.at), /^2026-02-10T09:12:05\.\d{3}Z$/);
    assertMatch(String(line.recipient), /^[\w-]{43}$/);
    assertEquals(
      [line.subdomain, line.installationId, line.ticketId, line.kind, line.slot, line.event],
      ["acme", "5678", "101", "event", 1, "welcome_event"],
    );
    assertEquals(line.recipient, lines[0]?.recipient);
    // The request's own line has the same id.
    const { requestId } = line;
    assert(app.log.some((entry) => entry.type === "request" && entry.requestId === requestId));
  }
});

Deno.test("what is sent has a line before it, and what is refused or repeated has none", async () => {
  using app = await createTestApp();
  await act(app);

  const started = app.log.filter(({ type }) => type === "action_started");
  const [done] = auditOf(app);
  assertEquals(started.length, 1);
  assertEquals(
    [started[0]?.requestId, started[0]?.userId, started[0]?.event, started[0]?.recipient],
    [done?.requestId, done?.userId, done?.event, done?.recipient],
  );
  assert(app.log.findIndex((line) => line === started[0]) < app.log.findIndex((l) => l === done));
  const text = JSON.stringify(started);
  assertEquals(PERSONAL.filter((word) => text.includes(word)), []);
});

Deno.test("an audit line has the same recipient for the same person alone", async () => {
  using app = await createTestApp();
  for (const email of ["mette@example.dk", "METTE@example.dk", "empty@example.dk"]) {
    const place = { "Requester-Email": email };
    await app.post("/events/1", actionIn(await (await app.get("/events", place)).text()), place);
  }

  const [mette, capitals, empty] = auditOf(app).map(({ recipient }) => recipient);
  assertEquals(mette, capitals);
  assertNotEquals(mette, empty);
});

Deno.test("the log holds no personal data, no secret and no action, whatever is posted", async () => {
  using app = await createTestApp();
  await act(app);
  const { html } = await read(app.get("/sidebar", NOBODY));
  const create = actionIn(html, "create-recipient");
  await app.post("/recipient", create, NOBODY);
  app.agillic.set({ errorBody: "text" });
  await app.post("/events/1", actionIn(await (await app.get("/events", NOBODY)).text()), NOBODY);
  app.agillic.set({ down: true });
  await app.post("/events/3", actionIn(await (await app.get("/events")).text(), "event-3"));
  await app.get("/sidebar");

  const log = app.log.map((entry) => JSON.stringify(entry)).join("\n");
  assert(app.log.length > 15);
  const secret = btoa("agillic-key:agillic-secret");
  const secrets = ["agillic-secret", secret, create, "eyJhbGciOi"];
  for (const word of [...PERSONAL, ...secrets]) assertEquals(log.includes(word), false, word);
});

Deno.test("the store holds nothing that could be read about people after events and a creation", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await createTestApp({ kv });
  await act(app);
  const { html } = await read(app.get("/sidebar", NOBODY));
  await app.post("/recipient", actionIn(html, "create-recipient"), NOBODY);

  const entries = await Array.fromAsync(kv.list({ prefix: [] }));
  const dump = JSON.stringify(entries);
  // Of the event, of the creation and of its opt-in: an action, a record and an activity each.
  assertEquals(entries.map(({ key }) => key[0]).toSorted(), [
    ...Array(3).fill("action"),
    ...Array(3).fill("activity"),
    ...Array(3).fill("last"),
  ]);
  for (const word of [...PERSONAL, "welcome_event", "double_opt_in"]) {
    assertEquals(dump.includes(word), false, word);
  }
});
