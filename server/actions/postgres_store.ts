import type { Patience } from "./attempts.ts";
import { createPostgresClient, type Sql } from "./postgres_client.ts";
import {
  type Claim,
  type ClaimAnswer,
  type ClaimOrder,
  type LastRecord,
  OUTCOME_TTL_MS,
  RECORD_TTL_MS,
  recordAfter,
  type Settlement,
  type Store,
  StoreBusy,
} from "./store.ts";

const PROBE_TTL_MS = 60_000;
// A claim adds two rows and removes up to this many from each table: what has expired never piles up.
const SWEPT_A_CLAIM = 10;

/** Keeps actions in Postgres, in two tables that it creates; `url` is a secret. */
export function openPostgresStore(url: string, patience: Pick<Patience, "delay">): Store {
  const client = createPostgresClient(url, patience);
  return {
    claim: (order) => client.transact((sql) => claim(sql, order)),
    findClaim: (nonce) => client.read((sql) => findClaim(sql, nonce)),
    settle: (settlement) => client.transact((sql) => settle(sql, settlement)),
    listLast: (places) => client.read((sql) => listLast(sql, places)),
    probe: (id) => client.read((sql) => probe(sql, id)),
    close: () => client.close(),
  };
}

async function claim(sql: Sql, { nonce, places, decide }: ClaimOrder): Promise<ClaimAnswer> {
  await lock(sql, [nonce, ...places]);
  const present = await findClaim(sql, nonce);
  if (present !== null) return { kind: "repeated", claim: present };
  const records = (await listLast(sql, places)).filter((record) => record !== null);
  const record = decide(records);
  const [place] = places;
  if (record === null || place === undefined) return { kind: "refused", records };
  const isNew = await keepNewClaim(sql, nonce, { at: record.at, outcome: null });
  if (!isNew) throw new StoreBusy();
  await keepRecord(sql, place, record);
  await sweep(sql);
  return { kind: "claimed", record, records };
}

async function settle(sql: Sql, settlement: Settlement): Promise<void> {
  const { nonce, place, outcome, previous } = settlement;
  await lock(sql, [nonce, place]);
  const [present] = await listLast(sql, [place]);
  const before = await findClaim(sql, previous?.nonce ?? nonce);
  await keepClaim(sql, nonce, { at: outcome.at, outcome });
  // A later action claims the record meanwhile when the cool-down is short: then it is not ours to write.
  if (present?.nonce !== nonce) return;
  const record = recordAfter(settlement, before);
  if (record === null) await sql`delete from agillic_records where place = ${place}`;
  else await keepRecord(sql, place, record);
}

/**
 * Until the end of the transaction, nobody else claims or settles any of these. Locks on the names and not on rows,
 * since most places have no row yet; always in the same order, so that no two wait for each other.
 */
async function lock(sql: Sql, names: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(id)
    from (
      select distinct hashtextextended(name, 0) as id
      from jsonb_array_elements_text(${sql.json(names)}) as name
      order by id
    ) as ids`;
}

async function findClaim(sql: Sql, nonce: string): Promise<Claim | null> {
  const [row] = await sql<{ claim: Claim }[]>`
    select claim from agillic_actions where nonce = ${nonce} and expires_at > now()`;
  return row?.claim ?? null;
}

async function listLast(
  sql: Sql,
  places: readonly string[],
): Promise<readonly (LastRecord | null)[]> {
  if (places.length === 0) return [];
  const rows = await sql<{ place: string; record: LastRecord }[]>`
    select place, record from agillic_records
    where place in ${sql(places)} and expires_at > now()`;
  const records = new Map(rows.map(({ place, record }) => [place, record]));
  return places.map((place) => records.get(place) ?? null);
}

/** Whether there was none: the table's key says so once more, whatever became of the lock. */
async function keepNewClaim(sql: Sql, nonce: string, claim: Claim): Promise<boolean> {
  const { count } = await sql`
    insert into agillic_actions as kept (nonce, claim, expires_at)
    values (${nonce}, ${sql.json(claim)}, ${inFuture(sql, OUTCOME_TTL_MS)})
    on conflict (nonce) do update
    set claim = excluded.claim, expires_at = excluded.expires_at
    where kept.expires_at <= now()`;
  return count === 1;
}

async function keepClaim(sql: Sql, nonce: string, claim: Claim): Promise<void> {
  await sql`
    insert into agillic_actions (nonce, claim, expires_at)
    values (${nonce}, ${sql.json(claim)}, ${inFuture(sql, OUTCOME_TTL_MS)})
    on conflict (nonce) do update
    set claim = excluded.claim, expires_at = excluded.expires_at`;
}

async function keepRecord(sql: Sql, place: string, record: LastRecord): Promise<void> {
  await sql`
    insert into agillic_records (place, record, expires_at)
    values (${place}, ${sql.json(record)}, ${inFuture(sql, RECORD_TTL_MS)})
    on conflict (place) do update
    set record = excluded.record, expires_at = excluded.expires_at`;
}

/** By the database's clock alone, which is the same for every process. */
function inFuture(sql: Sql, ttlMs: number) {
  return sql`now() + make_interval(secs => ${ttlMs / 1000})`;
}

// Skips what others have locked: it never waits.
async function sweep(sql: Sql): Promise<void> {
  await sql`
    delete from agillic_actions where nonce = any(array(
      select nonce from agillic_actions where expires_at <= now()
      limit ${SWEPT_A_CLAIM} for update skip locked
    ))`;
  await sql`
    delete from agillic_records where place = any(array(
      select place from agillic_records where expires_at <= now()
      limit ${SWEPT_A_CLAIM} for update skip locked
    ))`;
}

async function probe(sql: Sql, id: string): Promise<void> {
  const nonce = `check ${id}`;
  // Expires too: a process may end before it deletes.
  await sql`
    insert into agillic_actions (nonce, claim, expires_at)
    values (${nonce}, ${sql.json(id)}, ${inFuture(sql, PROBE_TTL_MS)})`;
  const [row] = await sql<{ claim: string }[]>`
    delete from agillic_actions where nonce = ${nonce} returning claim`;
  if (row?.claim !== id) throw new Error("Cannot use the store: it does not keep what it is given");
}
