import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { DEVELOPMENT_SETTINGS_SECRET } from "../../simulators/zendesk/settings.ts";
import { createTestApp, SESSION_KEY, type TestApp } from "../app_fixture.ts";
import { read } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";

const METTE = "mette@example.dk";
const OLD = { SESSION_KEYS: SESSION_KEY };
const NEW_KEY = "_".repeat(42) + "8";
const BOTH = { SESSION_KEYS: `${NEW_KEY},${SESSION_KEY}` };
const NEW = { SESSION_KEYS: NEW_KEY };

/** One app before, while and after a rotation, all with one store. */
async function openRotation() {
  const kv = await Deno.openKv(":memory:");
  const start = (env: Record<string, string>) => createTestApp({ kv, env });
  const [old, both, fresh] = await Promise.all([start(OLD), start(BOTH), start(NEW)]);
  return { old, both, fresh, [Symbol.dispose]: () => kv.close() };
}

async function statusWith(app: TestApp, session: string): Promise<number> {
  return (await app.get("/events", {}, { Authorization: `Bearer ${session}` })).status;
}

async function signInWith(app: TestApp, agentPass: string, settings: string): Promise<Response> {
  return await app.request("/session", {
    method: "POST",
    headers: { ...await app.sessionHeaders(), Authorization: `Bearer ${settings}` },
    body: JSON.stringify({ agentPass }),
  });
}

/** Whether the settings are shown with, or are refused for their signature. */
async function isBelieved(app: TestApp, agentPass: string, settings: string): Promise<boolean> {
  const { session } = await (await signInWith(app, agentPass, settings)).json();
  return await statusWith(app, session) === 200;
}

Deno.test("sessions work while their key is listed, in whatever place, and stop when it goes", async () => {
  using rotation = await openRotation();
  const { old, both, fresh } = rotation;
  const before = await old.signIn();
  const during = await both.signIn();

  assertEquals([await statusWith(both, before), await statusWith(fresh, before)], [200, 401]);
  assertEquals([await statusWith(both, during), await statusWith(fresh, during)], [200, 200]);
  // The new key was made first: an instance that does not know it yet must renew the session.
  assertEquals(await statusWith(old, during), 401);
});

Deno.test("agent passes work while their key is listed, and stop when it goes", async () => {
  using rotation = await openRotation();
  const { old, both, fresh } = rotation;
  const pass = await old.agentPass();
  const settings = await old.zendesk.signSettings();

  assertEquals((await signInWith(both, pass, settings)).status, 200);
  assertEquals((await signInWith(fresh, pass, settings)).status, 401);
});

Deno.test("settings are believed while their secret is listed, and not when it is gone", async () => {
  const newSecret = "another-settings-secret-0123456789abcdefghij";
  const both = { SETTINGS_SECRETS: `${newSecret},${DEVELOPMENT_SETTINGS_SECRET}` };
  using rotating = await createTestApp({ env: both });
  using rotated = await createTestApp({ env: { SETTINGS_SECRETS: newSecret } });

  for (const [app, isOldBelieved] of [[rotating, true], [rotated, false]] as const) {
    const pass = await app.agentPass();
    const old = await app.zendesk.signSettings();
    assertEquals(await isBelieved(app, pass, old), isOldBelieved);
    const signed = await app.zendesk.signSettings({}, { secret: newSecret });
    assertEquals(await isBelieved(app, pass, signed), true);
    const foreign = await app.zendesk.signSettings({}, { secret: `${newSecret}x` });
    assertEquals(await isBelieved(app, pass, foreign), false);
  }
});

Deno.test("who triggered last is known through a rotation, with the cool-down, and forgotten with the key", async () => {
  using rotation = await openRotation();
  const { old, both, fresh } = rotation;
  await old.post("/events/1", actionIn(await (await old.get("/events")).text()));

  const during = await read(both.get("/events"));
  assertMatch(textOf(during.html), /Last triggered now by Mette Agent, ticket #101/);
  const blocked = await read(both.post("/events/1", actionIn(during.html)));
  assertEquals([blocked.status, blocked.problem], [429, "cooling_down"]);
  assertEquals(both.agillic.achieved(METTE, "welcome_event"), 0);

  assertNotMatch((await read(fresh.get("/events"))).html, /Last triggered/);
});

Deno.test("what is triggered during a rotation is known after it", async () => {
  using rotation = await openRotation();
  const { both, fresh } = rotation;
  await both.post("/events/1", actionIn(await (await both.get("/events")).text()));

  const after = await read(fresh.get("/events"));
  assertMatch(textOf(after.html), /Last triggered now by Mette Agent, ticket #101/);
});

Deno.test("an action from before a rotation happens once, whichever instances it is posted to", async () => {
  using rotation = await openRotation();
  const { old, both, fresh } = rotation;
  const action = actionIn(await (await old.get("/events")).text());

  const answers = await Promise.all(
    [old, both, old, both].map(async (app) => await read(app.post("/events/1", action))),
  );

  assertEquals(answers.map(({ status }) => status), [200, 200, 200, 200]);
  const achieved = [old, both].map(({ agillic }) => agillic.achieved(METTE, "welcome_event"));
  assertEquals(achieved.toSorted(), [0, 1]);
  const late = await read(fresh.post("/events/1", action));
  assertEquals([late.status, late.problem], [410, "action_expired"]);
  assertEquals(fresh.agillic.achieved(METTE, "welcome_event"), 0);
});
