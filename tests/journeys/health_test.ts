import { assertEquals } from "@std/assert";
import type { Kv } from "../../server/actions/kv_store.ts";
import { createTestApp, type TestApp, type TestAppOptions } from "../app_fixture.ts";
import { firstAction, until } from "./actions.ts";

/** What both answer: /readyz, which tells of actions, and /readyz/actions. */
async function readiness(
  options: TestAppOptions,
  change: (app: TestApp) => void = () => {},
): Promise<[reading: unknown, acting: unknown]> {
  using app = await createTestApp(options);
  change(app);
  const { actions, ...reading } = await ask(app, "/readyz");
  const acting = await ask(app, "/readyz/actions");
  const { status: _, ...told } = acting;
  assertEquals(actions, told);
  return [reading, acting];
}

async function ask(app: TestApp, path: string) {
  const response = await app.request(path);
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  return { status: response.status, ...await response.json() };
}

const READY = { status: 200, ready: true, unusable: [] };

function unready(...unusable: string[]) {
  return { status: 503, ready: false, unusable };
}

/** A store whose writes fail, or all that it is used for. */
async function openFailingKv({ reads }: { reads: boolean }) {
  const memory = await Deno.openKv(":memory:");
  const failing = () => Promise.reject(new Error("attempt to write a readonly database"));
  const kv: Kv = {
    get: reads ? failing : memory.get.bind(memory),
    getMany: reads ? failing : memory.getMany.bind(memory),
    set: failing,
    list: memory.list.bind(memory),
    atomic: () => Object.assign(memory.atomic(), { commit: failing }),
    close: () => memory.close(),
  };
  return { kv, [Symbol.dispose]: () => memory.close() };
}

Deno.test("GET /healthz says that the process answers, whatever else is wrong", async () => {
  using app = await createTestApp({ kv: null });
  app.agillic.set({ down: true });
  const response = await app.request("/healthz");
  assertEquals([response.status, await response.text()], [200, "ok"]);
});

Deno.test("GET /readyz and /readyz/actions say that everything can be used", async () => {
  assertEquals(await readiness({}), [READY, READY]);
});

Deno.test("without a store that can be opened, reads are served and actions are not", async () => {
  assertEquals(await readiness({ kv: null }), [READY, unready("store")]);
});

Deno.test("with a store that is read-only, full or locked, reads are served and actions are not", async () => {
  for (const reads of [false, true]) {
    using store = await openFailingKv({ reads });
    assertEquals(await readiness({ kv: store.kv }), [READY, unready("store")]);
  }
});

Deno.test("in read-only mode, reads are served and actions are not", async () => {
  assertEquals(await readiness({ env: { READ_ONLY: "1" } }), [READY, unready("read_only")]);
});

Deno.test("from the signal to stop on, nothing is served any more", async () => {
  const stop = ({ process }: TestApp) => process.isStopping = true;
  assertEquals(await readiness({}, stop), [unready("stopping"), unready("stopping")]);
});

Deno.test("a store that was away at the start and is back is found again", async () => {
  using memory = await Deno.openKv(":memory:");
  let isThere = false;
  const openKv = () => isThere ? Promise.resolve(memory) : Promise.reject(new TypeError("away"));
  using app = await createTestApp({ openKv });

  assertEquals(await ask(app, "/readyz/actions"), unready("store"));
  isThere = true;
  app.clock.now += 1_000;
  // This one has it tried.
  await ask(app, "/readyz/actions");
  await until(() => app.log.some(({ type }) => type === "store_back"));

  assertEquals(await ask(app, "/readyz/actions"), READY);
  assertEquals((await app.post("/events/1", await firstAction(app))).status, 200);
  const told = app.log.filter(({ type }) => String(type).startsWith("store_"));
  assertEquals(told.map(({ type, reason }) => [type, reason]), [
    ["store_away", "not_opened"],
    ["store_back", "not_opened"],
  ]);
});

Deno.test("GET /readyz names a public key that is none", async () => {
  const pem = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----";
  const fault = unready("app_public_key");
  assertEquals(await readiness({ env: { ZENDESK_APP_PUBLIC_KEY: pem } }), [fault, fault]);
});

Deno.test("GET /readyz does not wait for a key that is Zendesk's to have", async () => {
  const env = { ZENDESK_APP_PUBLIC_KEY: "", ZENDESK_APP_ID: "1" };
  const intercept = () => Promise.reject(new TypeError("nothing is reachable"));
  assertEquals(await readiness({ env, intercept }), [READY, READY]);
});

Deno.test("GET /readyz names assets that were not built", async () => {
  const missing = { find: () => Promise.resolve(null) };
  const broken = { find: () => Promise.reject(new Error("no such file")) };
  const halfBuilt = {
    find: (name: string) => Promise.resolve(name.startsWith("htmx-") ? null : new Uint8Array()),
  };
  for (const assets of [missing, broken, halfBuilt]) {
    assertEquals(await readiness({ assets }), [unready("assets"), unready("assets")]);
  }
});

Deno.test("GET /readyz names all that cannot be used at once", async () => {
  const assets = { find: () => Promise.resolve(null) };
  assertEquals(await readiness({ kv: null, assets }), [
    unready("assets"),
    unready("assets", "store"),
  ]);
});
