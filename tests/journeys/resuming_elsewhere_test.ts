/** Resumed by another process than the one that paused, or under another configuration. */
import { assertEquals, assertFalse } from "@std/assert";
import {
  DEVELOPMENT_SETTINGS_SECRET,
  DEVELOPMENT_WEBHOOK_SECRET,
} from "../../simulators/zendesk/settings.ts";
import { SESSION_KEY } from "../app_fixture.ts";
import { auditOf, until } from "./actions.ts";
import {
  counts,
  createPausingApp,
  notify,
  OTHER_TICKET,
  pause,
  pauseShown,
  untilShown,
} from "./pausing.ts";
import { createReach, DUE, MINUTE, UNTIL_THIS } from "./resuming.ts";

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
  const told = notify(dying);
  await until(() => isDead);
  // Zendesk is not made to wait for it.
  dying.clock.now += 3_000;
  assertEquals(await told, 204);

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
    createPausingApp({
      kv,
      env: { SESSION_KEYS: keys, WEBHOOK_SECRETS: DEVELOPMENT_WEBHOOK_SECRET },
    });
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

Deno.test("it is resumed with the server's credential, where it has one, and else with the sealed one", async () => {
  const token = btoa("agillic-key:agillic-secret");
  const account = {
    settingsSecrets: [DEVELOPMENT_SETTINGS_SECRET],
    webhookSecrets: [DEVELOPMENT_WEBHOOK_SECRET],
  };
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

Deno.test("it is resumed with the server's credential as agents use it: however written, exchanged or not", async () => {
  const token = btoa("agillic-key:agillic-secret");
  const account = {
    settingsSecrets: [DEVELOPMENT_SETTINGS_SECRET],
    webhookSecrets: [DEVELOPMENT_WEBHOOK_SECRET],
  };
  for (const written of [`Basic ${token}`, ` ${token}\n`]) {
    for (const agillic_oauth of [false, true]) {
      using kv = await Deno.openKv(":memory:");
      const before = { base64_encoded_token: written };
      using paused = await createPausingApp({
        kv,
        accounts: { acme: { ...account, settings: before } },
      });
      await pause(paused);
      const schemes: string[] = [];
      using after = await createPausingApp({
        kv,
        accounts: { acme: { ...account, settings: { ...before, agillic_oauth } } },
        intercept: (url, { headers }) => {
          if (!url.pathname.includes("resume_communication")) return undefined;
          schemes.push(new Headers(headers).get("authorization")?.split(" ")[0] ?? "");
          return new Response(null, { status: 200 });
        },
      });
      await notify(after);
      await untilShown(after, "");
      assertEquals(schemes, [agillic_oauth ? "Bearer" : "Basic"]);
    }
  }
});

Deno.test("what the configuration does not allow any more is not resumed by itself", async () => {
  const account = {
    settingsSecrets: [DEVELOPMENT_SETTINGS_SECRET],
    webhookSecrets: [DEVELOPMENT_WEBHOOK_SECRET],
  };
  const env = { WEBHOOK_SECRETS: DEVELOPMENT_WEBHOOK_SECRET };
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
    await until(() => auditOf(after).length > 0);

    assertEquals(counts(after), [0, 0]);
    assertEquals(auditOf(after).map(({ outcome, code }) => [outcome, code]), [
      ["refused", "settings_invalid"],
    ]);
    assertEquals(await untilShown(before, "Could not be resumed"), "Could not be resumed");
  }
});
