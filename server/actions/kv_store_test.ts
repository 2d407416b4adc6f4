import { assertEquals, assertRejects } from "@std/assert";
import { testActivity } from "../../tests/activity_suite_fixture.ts";
import { testOrders } from "../../tests/orders_suite_fixture.ts";
import { testStore } from "../../tests/store_suite_fixture.ts";
import { tryWithin } from "./attempts.ts";
import { USE_LIMIT_MS } from "./kept_store.ts";
import { createKvStore, type Kv, openKvStore } from "./kv_store.ts";
import { PATIENCE } from "./once_fixture.ts";
import { StoreBusy } from "./store.ts";

async function openInMemory() {
  const kv = await Deno.openKv(":memory:");
  const store = createKvStore(kv);
  return { first: store, second: store, [Symbol.asyncDispose]: () => close([kv]) };
}

async function openTwiceOnDisk() {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/kv`;
  const openFile = () => openKvStore(() => Deno.openKv(path));
  const open = () => tryWithin(USE_LIMIT_MS, openFile, PATIENCE);
  const [first, second] = [await open(), await open()];
  return {
    first,
    second,
    async [Symbol.asyncDispose]() {
      await close([first, second]);
      await Deno.remove(folder, { recursive: true });
    },
  };
}

for (const test of [testStore, testActivity, testOrders]) {
  test("Deno KV in memory", openInMemory);
  test("Deno KV on disk, opened twice,", openTwiceOnDisk);
}

/** Closes what the test has not closed itself. */
function close(opened: readonly { close(): void }[]): Promise<void> {
  for (const kv of opened) {
    try {
      kv.close();
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error;
    }
  }
  return Promise.resolve();
}

const OWNER = { subdomain: "acme", installationId: "77" };
const locked = () => Promise.reject(new TypeError("database is locked"));

Deno.test("Deno KV that is locked is busy, whatever it is used for", async () => {
  using memory = await Deno.openKv(":memory:");
  const kv: Kv = {
    get: locked,
    getMany: locked,
    list: () => {
      throw new TypeError("database is locked");
    },
    set: locked,
    atomic: () => memory.atomic(),
    close: () => {},
  };
  const store = createKvStore(kv);
  const order = { nonce: "nonce", places: ["place"], decide: () => null };

  await assertRejects(() => openKvStore(locked), StoreBusy);
  await assertRejects(() => store.claim(order), StoreBusy);
  await assertRejects(() => store.findClaim("nonce"), StoreBusy);
  await assertRejects(() => store.listLast(["place"]), StoreBusy);
  await assertRejects(() => store.listActivity({ ...OWNER, since: 0, most: 1 }), StoreBusy);
  await assertRejects(() => store.probe("id"), StoreBusy);
  await assertRejects(() => store.orders.change(["place"], () => null), StoreBusy);
  await assertRejects(() => store.orders.list(["place"]), StoreBusy);
  await assertRejects(() => store.orders.findPlaces(["ticket"]), StoreBusy);
  await assertRejects(() => store.orders.listDue(0, 1), StoreBusy);
  await assertRejects(() => store.orders.hasDelivery("id"), StoreBusy);
  await assertRejects(() => store.orders.keepDelivery("id"), StoreBusy);
});

Deno.test("Deno KV keeps what it has been told under the names that it has always had", async () => {
  using kv = await Deno.openKv(":memory:");
  const record = { at: 1, outcome: null, nonce: "nonce", ticketId: "", agent: "" };
  const store = createKvStore(kv);
  const list = async () =>
    (await Array.fromAsync(kv.list({ prefix: [] }))).map(({ key, value }) => [key, value]);

  await store.claim({ nonce: "nonce", places: ["place"], decide: () => record });
  assertEquals(await list(), [
    [["action", "nonce"], { at: 1, outcome: null }],
    [["last", "place"], record],
  ]);

  const outcome = { status: "done", code: "triggered", at: 2 } as const;
  const activity = { ...OWNER, at: 2, sealed: "sealed" };
  await store.settle({
    nonce: "nonce",
    place: "place",
    outcome,
    record: { ...record, at: 2, outcome: "done" },
    previous: null,
    activity,
  });
  assertEquals(await list(), [
    [["action", "nonce"], { at: 2, outcome }],
    [["activity", "acme", "77", 2, "nonce"], "sealed"],
    [["last", "place"], { ...record, at: 2, outcome: "done" }],
  ]);
});
