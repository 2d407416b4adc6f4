import { assertEquals, assertFalse } from "@std/assert";
import { SESSION_KEY, type TestApp } from "../app_fixture.ts";
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

const UNTIL_THIS = "Paused until this ticket is solved";
const DUE = "The ticket is solved: being resumed";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SETTINGS_SECRET = "development-settings-secret-0123456789abcdef";
const WEBHOOK_SECRET = "development-webhook-secret-0123456789abcdef";

/** An Agillic that cannot be reached while `isAway`: nothing is sent then. */
function createReach() {
  const reach = {
    isAway: false,
    tried: 0,
    intercept(url: URL) {
      if (!reach.isAway || !url.pathname.includes("resume_communication")) return undefined;
      reach.tried++;
      throw new TypeError("error sending request", {
        cause: new Error("client error (Connect): connection refused"),
      });
    },
  };
  return reach;
}

/** Goes on minute by minute, as the server does by itself. */
async function passTime(app: TestApp, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += MINUTE) {
    app.clock.now += MINUTE;
    await app.resumeDue();
  }
}

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

Deno.test("another process goes on where one has ended, also when it had just begun", async () => {
  using kv = await Deno.openKv(":memory:");
  const reach = createReach();
  using before = await createPausingApp({ kv, intercept: reach.intercept });
  await pause(before);
  reach.isAway = true;
  await notify(before);
  await untilShown(before, DUE);

  using after = await createPausingApp({ kv });
  after.clock.now += 2 * MINUTE;
  await after.resumeDue();
  assertEquals([await pauseShown(after), counts(after)], ["", [0, 1]]);
});

Deno.test("of many processes that look at one moment, one resumes", async () => {
  using kv = await Deno.openKv(":memory:");
  const reach = createReach();
  using first = await createPausingApp({ kv, intercept: reach.intercept });
  await pause(first);
  reach.isAway = true;
  await notify(first);
  await untilShown(first, DUE);

  const apps = await Promise.all(Array.from({ length: 5 }, () => createPausingApp({ kv })));
  await Promise.all(apps.map((app) => {
    app.clock.now += 2 * MINUTE;
    return app.resumeDue();
  }));
  const resumed = apps.map((app) => counts(app)[1]);
  assertEquals(resumed.toSorted(), [0, 0, 0, 0, 1]);
});

Deno.test("a process that dies while it resumes leaves an outcome that nobody knows", async () => {
  using kv = await Deno.openKv(":memory:");
  let isDead = false;
  const never = Promise.withResolvers<Response>();
  using dying = await createPausingApp({
    kv,
    intercept: (url) => {
      if (!url.pathname.includes("resume_communication")) return undefined;
      isDead = true;
      return never.promise;
    },
  });
  await pause(dying);
  await notify(dying);
  assertEquals(isDead, true);

  using after = await createPausingApp({ kv });
  after.clock.now += MINUTE;
  await after.resumeDue();
  assertEquals(await pauseShown(after), "Outcome unknown: it may have been resumed");
  assertEquals(counts(after), [0, 0]);
  never.reject(new Error("dead"));
});

Deno.test("a rotation of the keys between loses nothing, and a key that is gone ends it", async () => {
  using kv = await Deno.openKv(":memory:");
  const newKey = "_".repeat(42) + "8";
  const start = (keys: string) =>
    createPausingApp({ kv, env: { SESSION_KEYS: keys, WEBHOOK_SECRETS: WEBHOOK_SECRET } });
  using old = await start(SESSION_KEY);
  using both = await start(`${newKey},${SESSION_KEY}`);
  using fresh = await start(newKey);
  await pause(old);

  assertEquals([await pauseShown(both), await pauseShown(fresh)], [UNTIL_THIS, ""]);
  both.clock.now += 61_000;
  await pause(both, OTHER_TICKET);
  assertEquals(await pauseShown(both), "Paused until tickets #101, #102 are solved");
  await notify(both);
  const until102 = "Paused until ticket #102 is solved";
  assertEquals(await untilShown(both, until102), until102);
  await notify(both, {}, 102);
  assertEquals(await untilShown(both, ""), "");
  assertEquals([counts(old), counts(both)], [[1, 0], [1, 1]]);

  await pause(old, { "Requester-Email": "empty@example.dk" });
  await notify(fresh);
  assertEquals(counts(fresh), [0, 0]);
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

Deno.test("it is resumed with the server's credential, where it has one, and else with the sealed one", async () => {
  const token = btoa("agillic-key:agillic-secret");
  const account = { settingsSecrets: [SETTINGS_SECRET], webhookSecrets: [WEBHOOK_SECRET] };
  for (const settings of [{}, { base64_encoded_token: token }]) {
    using kv = await Deno.openKv(":memory:");
    using app = await createPausingApp({ kv, accounts: { acme: { ...account, settings } } });
    await pause(app);
    const dump = JSON.stringify(await Array.fromAsync(kv.list({ prefix: [] })));
    for (const word of [token, "agillic-secret", "mette", "resume_communication"]) {
      assertFalse(dump.includes(word), word);
    }
    await notify(app);
    await untilShown(app, "");
    assertEquals(counts(app), [1, 1]);
  }
});

Deno.test("what the configuration does not allow any more is not resumed by itself", async () => {
  const account = { settingsSecrets: [SETTINGS_SECRET], webhookSecrets: [WEBHOOK_SECRET] };
  const env = { WEBHOOK_SECRETS: WEBHOOK_SECRET };
  for (
    const changed of [
      { accounts: { acme: { ...account, limits: { events: ["pause_communication"] } } } },
      { env: { ...env, AGILLIC_BASE_URL: "https://other.example" } },
    ]
  ) {
    using kv = await Deno.openKv(":memory:");
    using before = await createPausingApp({ kv });
    await pause(before);
    using after = await createPausingApp({ kv, ...changed });
    assertEquals(await notify(after), 204);

    assertEquals(counts(after), [0, 0]);
    assertEquals(auditOf(after).map(({ outcome, code }) => [outcome, code]), [
      ["refused", "settings_invalid"],
    ]);
    assertEquals(await pauseShown(before), "Could not be resumed");
  }
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
  for (const [secrets, reads] of [[WEBHOOK_SECRET, 2], ["", 0]] as const) {
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
