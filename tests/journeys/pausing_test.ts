import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Kv } from "../../server/actions/kv_store.ts";
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
  send,
  signed,
  untilShown,
} from "./pausing.ts";

const UNTIL_THIS = "Paused until this ticket is solved";

Deno.test("an event is paused until its ticket is solved, and resumed once then", async () => {
  using app = await createPausingApp();
  assertEquals(await pauseShown(app), "");

  const { status, html } = await pause(app);
  assertEquals(status, 200);
  assertStringIncludes(textOf(html), UNTIL_THIS);
  assertEquals(await pauseShown(app), UNTIL_THIS);
  assertEquals(counts(app), [1, 0]);

  await app.zendesk.changeStatus(101, "solved");
  assertEquals(await untilShown(app, ""), "");
  assertEquals(counts(app), [1, 1]);
  assertEquals(app.zendesk.deliveries, [{ ticketId: 101, status: 204 }]);
});

Deno.test("what is resumed has a line in the log of who paused it, and where, and nobody's name", async () => {
  using app = await createPausingApp();
  await pause(app);
  await notify(app);
  await untilShown(app, "");

  const [paused, resumed] = auditOf(app);
  assertEquals([resumed?.kind, resumed?.slot, resumed?.event, resumed?.outcome, resumed?.code], [
    "resume",
    3,
    "resume_communication",
    "done",
    "triggered",
  ]);
  assertEquals(
    [resumed?.userId, resumed?.ticketId, resumed?.installationId, resumed?.recipient],
    [paused?.userId, "101", "5678", paused?.recipient],
  );
});

Deno.test("a ticket that is opened again does not pause by itself", async () => {
  using app = await createPausingApp();
  await pause(app);
  await app.zendesk.changeStatus(101, "solved");
  await untilShown(app, "");
  await app.zendesk.changeStatus(101, "open");
  await notify(app, { body: { status: "open" } });

  assertEquals([await pauseShown(app), counts(app)], ["", [1, 1]]);
});

Deno.test("no other status resumes, and closed does", async () => {
  using app = await createPausingApp();
  await pause(app);
  for (const status of ["new", "open", "pending", "hold", "", "resolved"]) {
    assertEquals(await notify(app, { body: { status } }), 204);
  }
  assertEquals([await pauseShown(app), counts(app)], [UNTIL_THIS, [1, 0]]);

  assertEquals(await notify(app, { body: { status: "Closed" } }), 204);
  await untilShown(app, "");
  assertEquals(counts(app), [1, 1]);
});

Deno.test("of a ticket in which nothing was paused the signature of the webhook is kept, and nothing else", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await createPausingApp({ kv });
  const webhook = await signed(app);
  assertEquals((await send(app, webhook)).status, 204);

  const entries = await Array.fromAsync(kv.list({ prefix: [] }));
  const signature = webhook.headers.get("X-Zendesk-Webhook-Signature") ?? "";
  assertEquals(entries.map(({ key, value }) => [key, value]), [[["delivery", signature], true]]);
  assertEquals(counts(app), [0, 0]);
});

Deno.test("of two tickets that pause one recipient, the last to be solved resumes", async () => {
  using app = await createPausingApp({ settings: { cool_down_seconds: "0" } });
  await pause(app);
  await pause(app, OTHER_TICKET);
  assertEquals(await pauseShown(app), "Paused until tickets #101, #102 are solved");

  await notify(app, {}, 102);
  assertEquals(await untilShown(app, UNTIL_THIS), UNTIL_THIS);
  assertEquals(await pauseShown(app, OTHER_TICKET), "Paused until ticket #101 is solved");
  assertEquals(counts(app), [2, 0]);

  await notify(app);
  await untilShown(app, "");
  assertEquals(counts(app), [2, 1]);
});

Deno.test("two tickets that are solved at one moment resume once", async () => {
  using app = await createPausingApp({ settings: { cool_down_seconds: "0" } });
  await pause(app);
  await pause(app, OTHER_TICKET);

  await Promise.all([notify(app), notify(app, {}, 102)]);
  assertEquals(await untilShown(app, ""), "");
  assertEquals(counts(app), [2, 1]);
});

Deno.test("an event that is triggered twice in a ticket is resumed once", async () => {
  using app = await createPausingApp();
  await pause(app);
  app.clock.now += 61_000;
  await pause(app);
  await notify(app);
  await untilShown(app, "");

  assertEquals(counts(app), [2, 1]);
});

Deno.test("nothing is paused by an event that was refused, and what was paused before stays", async () => {
  using app = await createPausingApp();
  app.agillic.set({ rateLimitNext: 9 });
  assertEquals((await pause(app)).problem, "rate_limited");
  app.agillic.set({ rateLimitNext: 0 });
  assertEquals(await pauseShown(app), "");

  await pause(app);
  const second = await pause(app, OTHER_TICKET);
  assertEquals(second.problem, "cooling_down");
  assertEquals(await pauseShown(app), UNTIL_THIS);
});

Deno.test("what may be paused is resumed, too", async () => {
  using app = await createPausingApp();
  app.agillic.set({ dropAfterDoingNext: 1 });
  assertEquals((await pause(app)).problem, "outcome_unknown");
  assertEquals(await pauseShown(app), UNTIL_THIS);
  await notify(app);
  await untilShown(app, "");

  assertEquals(counts(app), [1, 1]);
});

Deno.test("the same post again pauses nothing anew after the ticket was solved", async () => {
  using app = await createPausingApp();
  const action = actionIn((await read(app.get("/events"))).html, "event-3");
  await app.post("/events/3", action);
  await notify(app);
  await untilShown(app, "");
  const { status } = await read(app.post("/events/3", action));

  assertEquals([status, await pauseShown(app), counts(app)], [200, "", [1, 1]]);
});

Deno.test("of one post that came twice, the one that the store refuses takes nothing back", async () => {
  using kv = await Deno.openKv(":memory:");
  const isAction = (key: unknown) => Array.isArray(key) && key[0] === "action";
  let looked = Infinity;
  // The second looks before the first has claimed, and cannot claim any more.
  const store: Kv = Object.assign(Object.create(kv), {
    get: (key: Deno.KvKey) => kv.get(isAction(key) && ++looked === 1 ? ["nothing"] : key),
    getMany: (keys: Deno.KvKey[]) =>
      isAction(keys[0]) && looked === 1 ? Promise.reject(new Error("I/O")) : kv.getMany(keys),
    list: kv.list.bind(kv),
    set: kv.set.bind(kv),
    atomic: kv.atomic.bind(kv),
  });
  const sent = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<undefined>();
  using app = await createPausingApp({
    kv: store,
    intercept: ({ pathname }) => {
      if (!pathname.includes("pause_communication")) return undefined;
      sent.resolve();
      return answered.promise;
    },
  });
  const { html } = await read(app.get("/events"));
  const first = read(app.post("/events/3", actionIn(html, "event-3")));
  await sent.promise;
  looked = 0;
  const second = await read(app.post("/events/3", actionIn(html, "event-3")));
  assertEquals(second.problem, "store_unavailable");
  answered.resolve(undefined);
  assertEquals((await first).problem, "");
  assertEquals(await pauseShown(app), UNTIL_THIS);
  await notify(app);
  assertEquals(counts(app), [1, 1]);
});

Deno.test("in a new ticket, which has no number, an event is triggered and nothing is paused", async () => {
  using app = await createPausingApp();
  const place = { "Ticket-Id": "" };
  assertEquals((await pause(app, place)).status, 200);

  assertEquals([await pauseShown(app, place), counts(app)], ["", [1, 0]]);
});

Deno.test("where Zendesk does not say when tickets are solved, nothing is paused and nothing said", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await createPausingApp({ kv, env: { WEBHOOK_SECRETS: "" } });
  const { html } = await pause(app);

  assertEquals(html.includes("event-3-pause"), false);
  const keys = (await Array.fromAsync(kv.list({ prefix: [] }))).map(({ key }) => key[0]);
  assertEquals(keys.toSorted(), ["action", "activity", "last"]);
  const { status } = await read(app.post("/events/3/resume", await resumeAction(app)));
  assertEquals([status, counts(app)], [410, [1, 0]]);
});

Deno.test("an event that nothing resumes looks and costs as before", async () => {
  const reads: unknown[] = [];
  using kv = await Deno.openKv(":memory:");
  using app = await createPausingApp({
    settings: { event_3_resume_event: "" },
    kv: Object.assign(kv, {
      list: (selector: unknown) => {
        reads.push(selector);
        throw new Error("Nobody has to list");
      },
    }),
  });
  const { html } = await pause(app);

  assertEquals([html.includes("-pause"), reads], [false, []]);
});
