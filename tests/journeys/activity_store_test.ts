/** The activity and what keeps it: its store, its keys and its limit. */
import {
  assertEquals,
  assertFalse,
  assertMatch,
  assertNotMatch,
  assertStringIncludes,
} from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { read, signInAgain, until } from "./actions.ts";
import { rowsOf, trigger } from "./activity.ts";
import { actionIn, textOf } from "./answers.ts";

const DAY_MS = 86_400_000;

Deno.test("GET /activity forgets after 90 days", async () => {
  using app = await createTestApp();
  await trigger(app);
  app.clock.now += 30 * DAY_MS;
  await trigger(app, { slot: 3, headers: await signInAgain(app) });

  app.clock.now += 60 * DAY_MS - 60_001;
  const before = await (await app.get("/activity", {}, await signInAgain(app))).text();
  app.clock.now += 2;
  const after = await (await app.get("/activity", {}, await signInAgain(app))).text();

  assertEquals([rowsOf(before).length, rowsOf(after).length], [2, 1]);
  app.clock.now += 30 * DAY_MS + 60_000;
  const none = await (await app.get("/activity", {}, await signInAgain(app))).text();
  assertStringIncludes(textOf(none), "Nothing was triggered in the past 90 days");
  assertNotMatch(none, /<svg class="timeline"|<textarea|<select/);
});

Deno.test("GET /activity says so when the store is away, with a way to try again and a way back", async () => {
  using app = await createTestApp({ kv: null });
  const { status, html, problem } = await read(app.get("/activity"));

  assertEquals([status, problem], [503, "store_unavailable"]);
  assertStringIncludes(textOf(html), "The activity cannot be read right now.");
  assertNotMatch(html, /sent nothing/);
  assertMatch(html, /<button [^>]*hx-get="\/activity"[^>]*>Try again</);
  assertMatch(html, /<button [^>]*hx-get="\/sidebar"[^>]*>Back</);
});

Deno.test("GET /activity goes on in read-only mode, and where the settings are faulty", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await createTestApp({ kv });
  await trigger(app);
  using readOnly = await createTestApp({ kv, env: { READ_ONLY: "1" } });
  using faulty = await createTestApp({ kv, settings: { base64_encoded_token: "not base64" } });

  for (const other of [readOnly, faulty]) {
    assertEquals(rowsOf(await (await other.get("/activity")).text()).length, 1);
  }
});

Deno.test("GET /activity is readable while its key is listed, and counts what no key opens", async () => {
  const [OLD, NEW] = ["A".repeat(43), `${"_".repeat(42)}8`];
  using kv = await Deno.openKv(":memory:");
  using old = await createTestApp({ kv, env: { SESSION_KEYS: OLD } });
  using both = await createTestApp({ kv, env: { SESSION_KEYS: `${NEW},${OLD}` } });
  using fresh = await createTestApp({ kv, env: { SESSION_KEYS: NEW } });
  await trigger(old);
  await trigger(both, { slot: 3 });

  const during = await (await both.get("/activity")).text();
  const after = await (await fresh.get("/activity")).text();
  assertEquals(rowsOf(during).length, 2);
  assertFalse(during.includes("cannot be read"));
  assertEquals(rowsOf(after).map((row) => row.split(" ", 2).join(" ")), ["Pause marketing"]);
  assertStringIncludes(textOf(after), "1 action cannot be read any more.");
});

Deno.test("GET /activity shows the newest 5,000, and says that there are more", async () => {
  using kv = await Deno.openKv(":memory:");
  using app = await createTestApp({ kv });
  await trigger(app);
  const [one] = await Array.fromAsync(
    kv.list({ prefix: ["activity", "acme", "5678"] }),
    ({ value }) => value,
  );
  for (let count = 0; count < 5_000; count += 500) {
    const change = kv.atomic();
    for (let index = 0; index < 500; index++) {
      change.set(["activity", "acme", "5678", app.clock.now + count + index, "nonce"], one);
    }
    await change.commit();
  }

  const html = await (await app.get("/activity")).text();
  assertStringIncludes(html, 'data-announce="5,000 actions in the past 90 days"');
  assertStringIncludes(textOf(html), "Only the newest 5,000 actions are listed and counted.");
});

Deno.test("an action whose outcome cannot be stored stands, and is not in the activity", async () => {
  using kv = await Deno.openKv(":memory:");
  let isFull = false;
  const failing = Object.assign(Object.create(kv), {
    get: kv.get.bind(kv),
    getMany: kv.getMany.bind(kv),
    list: kv.list.bind(kv),
    atomic: () => {
      const transaction = kv.atomic();
      return isFull
        ? Object.assign(transaction, { commit: () => Promise.reject(new Error("It is full")) })
        : transaction;
    },
  });
  using app = await createTestApp({
    kv: failing,
    intercept: ({ pathname }) => {
      isFull ||= pathname.endsWith("/:achieveEvent");
      return undefined;
    },
  });
  const action = actionIn(await (await app.get("/events")).text());
  const sent = read(app.post("/events/1", action));
  await until(() => app.log.some(({ type }) => type === "store_away"));
  app.clock.now += 5_000;

  assertStringIncludes(textOf((await sent).html), "Event triggered");
  assertEquals(app.log.filter(({ type }) => type === "outcome_not_stored").length, 1);
  await app.storeIsIdle();
  isFull = false;
  assertEquals(rowsOf(await (await app.get("/activity")).text()), []);
});
