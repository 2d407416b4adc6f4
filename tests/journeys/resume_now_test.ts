import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { auditOf, read } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";
import {
  counts,
  createPausingApp,
  notify,
  OTHER_TICKET,
  pause,
  pauseShown,
  resumeAction,
  untilShown,
} from "./pausing.ts";

const UNTIL_THIS = "Paused until this ticket is solved";

Deno.test("POST /events/3/resume resumes at once, and the ticket resumes nothing more", async () => {
  using app = await createPausingApp();
  await pause(app);
  const { status, html } = await read(app.post("/events/3/resume", await resumeAction(app)));

  assertEquals(status, 200);
  assertStringIncludes(textOf(html), "Resume event triggered");
  assertMatch(html, /<div id="event-3-pause"[^>]* hx-swap-oob="true"><\/div>/);
  assertEquals([await pauseShown(app), counts(app)], ["", [1, 1]]);
  const line = auditOf(app).at(-1);
  assertEquals([line?.kind, line?.event, line?.outcome], [
    "resume",
    "resume_communication",
    "done",
  ]);

  await notify(app);
  assertEquals(counts(app), [1, 1]);
});

Deno.test("resuming happens once, for two agents and however often it is posted", async () => {
  using app = await createPausingApp();
  await pause(app);
  const other = { Authorization: `Bearer ${await app.signIn({ agentId: 9002 })}` };
  const action = await resumeAction(app);
  const theirs = await resumeAction(app, {}, { agentId: 9002 });

  const answers = await Promise.all([
    app.post("/events/3/resume", action),
    app.post("/events/3/resume", action),
    app.post("/events/3/resume", theirs, {}, other),
    app.post("/events/3/resume", action),
  ]);
  assertEquals(answers.map(({ status }) => status), [200, 200, 200, 200]);
  app.clock.now += 5 * 60_000;
  assertEquals((await app.post("/events/3/resume", theirs, {}, other)).status, 200);
  assertEquals(counts(app), [1, 1]);
});

Deno.test("resumed by an agent and by the ticket at one moment, it is resumed once", async () => {
  using app = await createPausingApp();
  await pause(app);
  const action = await resumeAction(app);
  await Promise.all([notify(app), app.post("/events/3/resume", action)]);
  await untilShown(app, "");

  assertEquals(counts(app), [1, 1]);
});

Deno.test("what another ticket has paused can be resumed, and is resumed for both", async () => {
  using app = await createPausingApp({ settings: { cool_down_seconds: "0" } });
  await pause(app);
  assertEquals(await pauseShown(app, OTHER_TICKET), "Paused until ticket #101 is solved");
  await pause(app, OTHER_TICKET);
  const action = await resumeAction(app, OTHER_TICKET);
  const { status } = await read(app.post("/events/3/resume", action, OTHER_TICKET));

  assertEquals([status, await pauseShown(app), counts(app)], [200, "", [2, 1]]);
  await notify(app);
  await notify(app, {}, 102);
  assertEquals(counts(app), [2, 1]);
});

Deno.test("an action to resume works for its requester, ticket, agent and slot alone", async () => {
  using app = await createPausingApp();
  await pause(app);
  const action = await resumeAction(app);
  const other = { Authorization: `Bearer ${await app.signIn({ agentId: 9002 })}` };

  const refused = [
    app.post("/events/3/resume", action, { "Requester-Email": "empty@example.dk" }),
    app.post("/events/3/resume", action, OTHER_TICKET),
    app.post("/events/3/resume", action, {}, other),
    app.post("/events/1/resume", action),
    app.post("/events/3", action),
    app.post("/events/3/resume", ""),
  ];
  const statuses = (await Promise.all(refused)).map(({ status }) => status);
  assertEquals(statuses, [409, 409, 409, 410, 410, 410]);
  assertEquals([await pauseShown(app), counts(app)], [UNTIL_THIS, [1, 0]]);
});

Deno.test("what Agillic refused is paused still, and can be resumed with the next press", async () => {
  using app = await createPausingApp();
  await pause(app);
  app.agillic.set({ rateLimitNext: 9 });
  const { problem } = await read(app.post("/events/3/resume", await resumeAction(app)));
  assertEquals([problem, await pauseShown(app)], ["rate_limited", UNTIL_THIS]);

  app.agillic.set({ rateLimitNext: 0 });
  const { status } = await read(app.post("/events/3/resume", await resumeAction(app)));
  assertEquals([status, await pauseShown(app), counts(app)], [200, "", [1, 1]]);
});

Deno.test("an outcome that nobody knows is said, and not tried again by the ticket", async () => {
  using app = await createPausingApp();
  await pause(app);
  app.agillic.set({ dropAfterDoingNext: 1 });
  const { problem } = await read(app.post("/events/3/resume", await resumeAction(app)));
  assertEquals(problem, "outcome_unknown");
  assertEquals(await pauseShown(app), "Outcome unknown: it may have been resumed");
  await notify(app);
  assertEquals(counts(app), [1, 1]);

  // By an agent it can be.
  const { status } = await read(app.post("/events/3/resume", await resumeAction(app)));
  assertEquals([status, await pauseShown(app), counts(app)], [200, "", [1, 2]]);
});

Deno.test("what was resumed in another way since is not resumed once more", async () => {
  const settings = { event_2_name: "resume_communication", event_2_label: "Resume" };
  using app = await createPausingApp({ settings });
  await pause(app);
  const action = await resumeAction(app);
  const byHand = actionIn(await (await app.get("/events")).text(), "event-2");
  app.clock.now += 1_000;
  await app.post("/events/2", byHand);

  const { problem } = await read(app.post("/events/3/resume", action));
  assertEquals([problem, await pauseShown(app), counts(app)], ["done_meanwhile", "", [1, 1]]);
});

Deno.test("read-only, nothing is resumed and the button says so", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await createPausingApp({ kv });
  await pause(app);
  const action = await resumeAction(app);
  const env = {
    WEBHOOK_SECRETS: app.config.accounts.get("acme")?.webhookSecrets.join() ?? "",
    READ_ONLY: "1",
  };
  using locked = await createPausingApp({ kv, env });

  assertEquals([await pauseShown(locked), await resumeAction(locked)], [UNTIL_THIS, ""]);
  assertEquals((await read(locked.post("/events/3/resume", action))).problem, "read_only");
  assertEquals(await notify(locked), 204);
  assertEquals(counts(locked), [0, 0]);
  // Noted it is, and done when actions are allowed again.
  await app.resumeDue();
  assertEquals(counts(app), [1, 1]);
});
