import { assertEquals } from "@std/assert";
import { createSealing } from "../sealing.ts";
import type { Offer } from "./action.ts";
import { listActivity, sealActivity } from "./activity.ts";
import { createMemoryStore } from "./memory_store_fixture.ts";
import { keepOpened } from "./once_fixture.ts";
import { ACTIVITY_TTL_MS, type ActivityEntry } from "./store.ts";

const NOW = Date.UTC(2026, 1, 10, 9);
const OWNER = { subdomain: "acme", installationId: "77" };
const OFFER: Offer = {
  ...OWNER,
  kind: "event",
  slot: 1,
  event: "welcome_event",
  instance: "digest of a token",
  userId: "9001",
  ticketId: "101",
  requesterId: "501",
  requesterEmail: "mette@example.dk",
  recipientField: "EMAIL",
  recipientValue: "mette@example.dk",
};
const now = () => NOW;
const sealing = createSealing({ keys: [new Uint8Array(32)], now });

function seal(at = NOW): Promise<ActivityEntry> {
  return sealActivity(sealing, OFFER, "Mette Agent", { at, status: "done", code: "triggered" });
}

/** A store that keeps these. */
function storeOf(...entries: ActivityEntry[]) {
  const memory = createMemoryStore();
  entries.forEach((entry, index) => memory.activity.set(`nonce ${index}`, entry));
  return keepOpened(memory);
}

Deno.test("sealActivity leaves in clear whose it was and when, and seals nothing about a customer", async () => {
  const { sealed, ...clear } = await seal();
  assertEquals(clear, { ...OWNER, at: NOW });

  const opened = await sealing.open("activity", sealed);
  const { aud: _, exp: __, ...payload } = opened.ok ? opened.value : {};
  assertEquals(payload, {
    ...OWNER,
    at: NOW,
    userId: "9001",
    agent: "Mette Agent",
    ticketId: "101",
    kind: "event",
    event: "welcome_event",
    outcome: "done",
  });
});

Deno.test("listActivity reads what is 90 days old at the most, newest first", async () => {
  const store = storeOf(
    await seal(NOW - ACTIVITY_TTL_MS),
    await seal(NOW - 1),
    await seal(NOW - ACTIVITY_TTL_MS - 1),
  );
  const { all, unreadable, isCut } = await listActivity({ store, sealing, now }, OWNER);
  assertEquals(all.map(({ at }) => at), [NOW - 1, NOW - ACTIVITY_TTL_MS]);
  assertEquals([unreadable, isCut], [0, false]);
});

Deno.test("listActivity counts what it cannot open, and what was moved from another installation", async () => {
  const moved = { ...await seal(), installationId: "78" };
  const broken = { ...OWNER, at: NOW, sealed: "nothing" };
  const store = storeOf(moved, broken, await seal());

  const own = await listActivity({ store, sealing, now }, OWNER);
  assertEquals([own.all.length, own.unreadable], [1, 1]);
  const other = await listActivity({ store, sealing, now }, { ...OWNER, installationId: "78" });
  assertEquals([other.all.length, other.unreadable], [0, 1]);
});
