import { busyWhenLocked } from "./kv_busy.ts";
import type { Kv } from "./kv_store.ts";
import {
  type DecideOrders,
  DELIVERY_TTL_MS,
  type Order,
  ORDER_TTL_MS,
  type OrderStore,
} from "./orders.ts";
import { StoreBusy } from "./store.ts";

type Key = readonly (string | number)[];
type Kept = readonly Order[];

/** Keeps orders in Deno KV: those of a place in one entry, and entries beside it by which it is found. */
export function createKvOrders(kv: Kv): OrderStore {
  return {
    change: (places, decide) => busyWhenLocked(() => change(kv, places, decide)),
    list: (places) =>
      busyWhenLocked(() =>
        Promise.all(places.map(async (place) => (await kv.get<Kept>(orderKey(place))).value ?? []))
      ),
    findPlaces: (tickets) => busyWhenLocked(() => findPlaces(kv, tickets)),
    listDue: (now, most) => busyWhenLocked(() => listDue(kv, now, most)),
    hasDelivery: (id) =>
      busyWhenLocked(async () => (await kv.get(deliveryKey(id))).versionstamp !== null),
    async keepDelivery(id) {
      await busyWhenLocked(() => kv.set(deliveryKey(id), true, { expireIn: DELIVERY_TTL_MS }));
    },
  };
}

function orderKey(place: string): Key {
  return ["order", place];
}

function deliveryKey(id: string): Key {
  return ["delivery", id];
}

/** The keys of the entries by which a place is found. */
function listIndex(place: string, orders: Kept): Key[] {
  return orders.flatMap(({ ticket, due }) => [
    ["order_ticket", ticket, place],
    ...(due === null ? [] : [["order_due", due.next, place]]),
  ]);
}

async function change(kv: Kv, places: readonly string[], decide: DecideOrders): Promise<void> {
  const entries = await kv.getMany<Kept[]>(places.map(orderKey), { consistency: "strong" });
  const orders = decide(entries.flatMap(({ value }) => value ?? []));
  const [place] = places;
  if (orders === null || place === undefined) return;
  const changes = kv.atomic().check(...entries);
  for (const [index, { key, value }] of entries.entries()) {
    if (value === null) continue;
    for (const found of listIndex(places[index] ?? "", value)) changes.delete(found);
    changes.delete(key);
  }
  if (orders.length > 0) {
    changes.set(orderKey(place), orders, { expireIn: ORDER_TTL_MS });
    for (const found of listIndex(place, orders)) {
      changes.set(found, true, { expireIn: ORDER_TTL_MS });
    }
  }
  if (!(await changes.commit()).ok) throw new StoreBusy();
}

async function findPlaces(kv: Kv, tickets: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    tickets.map((ticket) => listPlaces(kv.list({ prefix: ["order_ticket", ticket] }))),
  );
  return [...new Set(found.flat())];
}

async function listDue(kv: Kv, now: number, most: number): Promise<readonly string[]> {
  const until = { prefix: ["order_due"], end: ["order_due", now + 1] };
  return [...new Set(await listPlaces(kv.list(until, { limit: most })))];
}

async function listPlaces(entries: AsyncIterable<{ key: Deno.KvKey }>): Promise<string[]> {
  return await Array.fromAsync(entries, ({ key }) => String(key.at(-1)));
}
