import { busyWhenLocked } from "./kv_busy.ts";
import { createKvOrders } from "./kv_orders.ts";
import {
  ACTIVITY_TTL_MS,
  type ActivityQuery,
  type Claim,
  type ClaimAnswer,
  claimOf,
  type ClaimOrder,
  type InstallationOwner,
  type LastRecord,
  OUTCOME_TTL_MS,
  PROBE_TTL_MS,
  RECORD_TTL_MS,
  recordAfter,
  type Settlement,
  type Store,
  StoreBusy,
} from "./store.ts";

/** The part of Deno KV that actions use. */
export type Kv = Pick<Deno.Kv, "get" | "getMany" | "list" | "atomic" | "set" | "close">;

type Key = readonly string[];

// Limits of Deno KV.
const MAX_KEYS_A_READ = 10;
const MAX_LISTED_A_READ = 500;

/** Opens Deno KV as a store for actions; throws StoreBusy while another process has its file. */
export async function openKvStore(openKv: () => Promise<Kv>): Promise<Store> {
  return createKvStore(await busyWhenLocked(openKv));
}

/** Keeps actions in Deno KV. */
export function createKvStore(kv: Kv): Store {
  return {
    claim: (order) => busyWhenLocked(() => claim(kv, order)),
    findClaim: (nonce) => busyWhenLocked(async () => (await kv.get<Claim>(actionKey(nonce))).value),
    settle: (settlement) => busyWhenLocked(() => settle(kv, settlement)),
    listLast: (places) => busyWhenLocked(() => listLast(kv, places)),
    listActivity: (query) => busyWhenLocked(() => listActivity(kv, query)),
    orders: createKvOrders(kv),
    probe: (id) => busyWhenLocked(() => probe(kv, id)),
    close: () => kv.close(),
  };
}

function actionKey(nonce: string): Key {
  return ["action", nonce];
}

function recordKey(place: string): Key {
  return ["last", place];
}

function activityKey({ subdomain, installationId }: InstallationOwner): Key {
  return ["activity", subdomain, installationId];
}

async function claim(kv: Kv, { nonce, places, decide }: ClaimOrder): Promise<ClaimAnswer> {
  const [action, ...entries] = await kv.getMany<[Claim, ...LastRecord[]]>(
    [actionKey(nonce), ...places.map(recordKey)],
    { consistency: "strong" },
  );
  if (action?.value) return { kind: "repeated", claim: action.value };
  const records = entries.map(({ value }) => value).filter((value) => value !== null);
  const record = decide(records);
  const [place] = places;
  if (record === null || place === undefined) return { kind: "refused", records };
  const { ok } = await kv.atomic()
    .check({ key: actionKey(nonce), versionstamp: null })
    .check(...entries)
    .set(actionKey(nonce), claimOf(record, null), { expireIn: OUTCOME_TTL_MS })
    .set(recordKey(place), record, { expireIn: RECORD_TTL_MS })
    .commit();
  if (!ok) throw new StoreBusy();
  return { kind: "claimed", record, records };
}

async function settle(kv: Kv, settlement: Settlement): Promise<void> {
  const { nonce, place, outcome, previous, activity } = settlement;
  const [present, before] = await kv.getMany<[LastRecord, Claim]>(
    [recordKey(place), actionKey(previous?.nonce ?? nonce)],
    { consistency: "strong" },
  );
  const change = kv.atomic().check(present, before)
    .set(actionKey(nonce), claimOf(settlement.record, outcome), { expireIn: OUTCOME_TTL_MS })
    .set([...activityKey(activity), activity.at, nonce], activity.sealed, {
      expireIn: ACTIVITY_TTL_MS,
    });
  // A later action claims the record meanwhile when the cool-down is short: then it is not ours to write.
  if (present.value?.nonce === nonce) {
    const record = recordAfter(settlement, before.value);
    if (record === null) change.delete(recordKey(place));
    else change.set(recordKey(place), record, { expireIn: RECORD_TTL_MS });
  }
  if (!(await change.commit()).ok) throw new StoreBusy();
}

async function listLast(
  kv: Kv,
  places: readonly string[],
): Promise<readonly (LastRecord | null)[]> {
  const keys = places.map(recordKey);
  const reads: Promise<readonly { value: LastRecord | null }[]>[] = [];
  for (let start = 0; start < keys.length; start += MAX_KEYS_A_READ) {
    reads.push(kv.getMany<LastRecord[]>(keys.slice(start, start + MAX_KEYS_A_READ)));
  }
  return (await Promise.all(reads)).flat().map(({ value }) => value);
}

async function listActivity(
  kv: Kv,
  { since, most, ...owner }: ActivityQuery,
): Promise<readonly string[]> {
  const prefix = activityKey(owner);
  const entries = kv.list<string>({ prefix, start: [...prefix, since] }, {
    reverse: true,
    limit: most,
    batchSize: Math.min(most, MAX_LISTED_A_READ),
  });
  return await Array.fromAsync(entries, ({ value }) => value);
}

async function probe(kv: Kv, id: string): Promise<void> {
  const key: Key = ["check", id];
  // Expires too: a process may end before it deletes.
  await kv.set(key, id, { expireIn: PROBE_TTL_MS });
  const { value } = await kv.get<string>(key, { consistency: "strong" });
  await kv.atomic().delete(key).commit();
  if (value !== id) throw new Error("Cannot use the store: it does not keep what it is given");
}
