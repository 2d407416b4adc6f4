import { assertEquals } from "@std/assert";
import { DEVELOPMENT_WEBHOOK_SECRET } from "../../simulators/zendesk/settings.ts";
import { auditOf, read, signInAgain } from "./actions.ts";
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
import { createReach, DUE, MINUTE, passTime, UNTIL_THIS } from "./resuming.ts";

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

Deno.test("while Agillic is away it is tried again, ever later, and resumed once when it is back", async () => {
  const reach = createReach();
  using app = await createPausingApp({ intercept: reach.intercept });
  await pause(app);
  reach.isAway = true;
  await notify(app);
  assertEquals(await untilShown(app, DUE), DUE);
  assertEquals(reach.tried, 1);

  await passTime(app, HOUR);
  assertEquals(reach.tried, 6);
  assertEquals(await pauseShown(app), DUE);
  reach.isAway = false;
  await passTime(app, HOUR);
  assertEquals([await pauseShown(app), counts(app), reach.tried], ["", [1, 1], 6]);
  assertEquals(
    auditOf(app).map(({ outcome, code }) => `${outcome} ${code}`),
    [
      "done triggered",
      ...Array(6).fill("failed agillic_unavailable"),
      "done triggered",
    ],
  );
});

Deno.test("Agillic's 429 is tried again", async () => {
  using app = await createPausingApp();
  await pause(app);
  app.agillic.set({ rateLimitNext: 4 });
  await notify(app);
  assertEquals(await untilShown(app, DUE), DUE);
  await passTime(app, 2 * MINUTE);

  assertEquals([await pauseShown(app), counts(app)], ["", [1, 1]]);
});

Deno.test("after a day it is given up, said so, and can be resumed by an agent", async () => {
  const reach = createReach();
  using app = await createPausingApp({ intercept: reach.intercept });
  await pause(app);
  reach.isAway = true;
  await notify(app);
  await passTime(app, DAY + HOUR);
  assertEquals(await pauseShown(app), "Could not be resumed");
  const { tried } = reach;
  await passTime(app, HOUR);
  assertEquals(reach.tried, tried);

  reach.isAway = false;
  const action = await resumeAction(app);
  const { status } = await read(app.post("/events/3/resume", action, {}, await signInAgain(app)));
  assertEquals([status, await pauseShown(app), counts(app)], [200, "", [1, 1]]);
});

Deno.test("an outcome that nobody knows is not tried again, and is said", async () => {
  using app = await createPausingApp();
  await pause(app);
  app.agillic.set({ dropAfterDoingNext: 1 });
  await notify(app);
  const unknown = "Outcome unknown: it may have been resumed";
  assertEquals(await untilShown(app, unknown), unknown);
  await passTime(app, 2 * HOUR);

  assertEquals(counts(app), [1, 1]);
  assertEquals(auditOf(app).at(-1)?.code, "outcome_unknown");
});

Deno.test("what Agillic refuses for good is not tried again, and is said", async () => {
  using app = await createPausingApp({ settings: { event_3_resume_event: "no_such_event" } });
  await pause(app);
  await notify(app);
  assertEquals(await untilShown(app, "Could not be resumed"), "Could not be resumed");
  await passTime(app, 2 * HOUR);

  assertEquals(auditOf(app).map(({ code }) => code), ["triggered", "event_not_valid"]);
});

Deno.test("a ticket that is not solved in 90 days resumes nothing any more", async () => {
  using app = await createPausingApp();
  await pause(app);
  app.clock.now += 90 * DAY - MINUTE;
  assertEquals(await pauseShown(app), UNTIL_THIS);
  app.clock.now += 2 * MINUTE;

  assertEquals(await pauseShown(app), "");
  assertEquals(await notify(app), 204);
  assertEquals(counts(app), [1, 0]);
});

Deno.test("a ticket of more than 90 days does not hold what another one has paused", async () => {
  using app = await createPausingApp();
  await pause(app);
  app.clock.now += 90 * DAY + MINUTE;
  await pause(app, OTHER_TICKET);
  await notify(app, {}, 102);
  await untilShown(app, "", OTHER_TICKET);

  assertEquals(counts(app), [2, 1]);
});

Deno.test("paused again while resuming is still tried, it is resumed by the new ticket alone", async () => {
  const reach = createReach();
  using app = await createPausingApp({ intercept: reach.intercept });
  await pause(app);
  reach.isAway = true;
  await notify(app);
  await untilShown(app, DUE);
  app.clock.now += 2 * MINUTE;
  await pause(app, OTHER_TICKET);
  reach.isAway = false;
  await passTime(app, HOUR);
  assertEquals([await pauseShown(app, OTHER_TICKET), counts(app)], [UNTIL_THIS, [2, 0]]);

  await notify(app, {}, 102);
  await untilShown(app, "", OTHER_TICKET);
  assertEquals(counts(app), [2, 1]);
});

Deno.test("an opened sidebar has what is due resumed, where nothing else wakes the server", async () => {
  const reach = createReach();
  using app = await createPausingApp({ intercept: reach.intercept });
  await pause(app);
  reach.isAway = true;
  await notify(app);
  await untilShown(app, DUE);
  reach.isAway = false;
  app.clock.now += 2 * MINUTE;
  await (await app.get("/sidebar")).text();

  assertEquals(await untilShown(app, ""), "");
  assertEquals(counts(app), [1, 1]);
});

Deno.test("what is due is looked for once a minute, and not at all where nothing pauses", async () => {
  for (const [secrets, reads] of [[DEVELOPMENT_WEBHOOK_SECRET, 2], ["", 0]] as const) {
    using kv = await Deno.openKv(":memory:");
    let looked = 0;
    using app = await createPausingApp({
      env: { WEBHOOK_SECRETS: secrets },
      kv: Object.assign(kv, {
        list: (...query: Parameters<Deno.Kv["list"]>) => {
          looked++;
          return Deno.Kv.prototype.list.apply(kv, query);
        },
      }),
    });
    for (let second = 0; second < 100; second += 10) {
      await app.resumeDue();
      app.clock.now += 10_000;
    }
    assertEquals(looked, reads);
  }
});
