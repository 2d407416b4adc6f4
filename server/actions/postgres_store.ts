import type { Patience } from "./attempts.ts";
import { createPostgresClient, type Sql } from "./postgres_client.ts";
import { createPostgresOrders } from "./postgres_orders.ts";
import { inFuture, lock } from "./postgres_statements.ts";
import {
  ACTIVITY_TTL_MS,
  type ActivityQuery,
  type Claim,
  type ClaimAnswer,
  claimOf,
  type ClaimOrder,
  type LastRecord,
  OUTCOME_TTL_MS,
  PROBE_TTL_MS,
  RECORD_TTL_MS,
  recordAfter,
  type Settlement,
  type Store,
  StoreBusy,
} from "./store.ts";

/** Keeps actions in Postgres, in tables that it creates; `url` is a secret. */
export function openPostgresStore(url: string, patience: Pick<Patience, "delay">): Store {
  const client = createPostgresClient(url, patience);
  return {
    claim: (order) => client.transact((sql) => claim(sql, order)),
    settle: (settlement) => client.transact((sql) => settle(sql, settlement)),
    findClaim: (nonce) => client.read(async (sql) => (await look(sql, nonce, [])).claim),
    listLast: (places) => client.read(async (sql) => (await look(sql, "", places)).records),
    listActivity: (query) => client.read((sql) => listActivity(sql, query)),
    orders: createPostgresOrders(client),
    probe: (id) => client.read((sql) => probe(sql, id)),
    close: () => client.close(),
  };
}

async function claim(sql: Sql, { nonce, places, decide }: ClaimOrder): Promise<ClaimAnswer> {
  await lock(sql, [nonce, ...places]);
  const present = await look(sql, nonce, places);
  if (present.claim !== null) return { kind: "repeated", claim: present.claim };
  const records = present.records.filter((record) => record !== null);
  const record = decide(records);
  const [place] = places;
  if (record === null || place === undefined) return { kind: "refused", records };
  await keepNewClaim(sql, nonce, place, record);
  await sweep(sql);
  return { kind: "claimed", record, records };
}

async function settle(sql: Sql, settlement: Settlement): Promise<void> {
  const { nonce, place, previous } = settlement;
  await lock(sql, [nonce, place]);
  const { claim: before, records: [present] } = await look(sql, previous?.nonce ?? nonce, [place]);
  await keepOutcome(sql, settlement);
  // A later action claims the record meanwhile when the cool-down is short: then it is not ours to write.
  if (present?.nonce !== nonce) return;
  const record = recordAfter(settlement, before);
  if (record === null) await sql`delete from agillic_records where place = ${place}`;
  else await keepRecord(sql, place, record);
}

type Present = { claim: Claim | null; records: readonly (LastRecord | null)[] };

/** What is kept of an action and at each place, as far as it has not expired. */
async function look(sql: Sql, nonce: string, places: readonly string[]): Promise<Present> {
  const [row] = await sql<{ claim: Claim | null; records: Record<string, LastRecord> | null }[]>`
    select
      (select claim from agillic_actions where nonce = ${nonce} and expires_at > now()),
      (
        select jsonb_object_agg(place, record) from agillic_records
        where expires_at > now()
          and place in (select jsonb_array_elements_text(${sql.json(places)}))
      ) as records`;
  const records = row?.records ?? {};
  return { claim: row?.claim ?? null, records: places.map((place) => records[place] ?? null) };
}

/** Both rows; the table's key says once more that the nonce is new, whatever became of the lock. */
async function keepNewClaim(
  sql: Sql,
  nonce: string,
  place: string,
  record: LastRecord,
): Promise<void> {
  const { count } = await sql`
    with claimed as (
      insert into agillic_actions as kept (nonce, claim, expires_at)
      values (${nonce}, ${sql.json(claimOf(record, null))}, ${inFuture(sql, OUTCOME_TTL_MS)})
      on conflict (nonce) do update
      set claim = excluded.claim, expires_at = excluded.expires_at
      where kept.expires_at <= now()
      returning nonce
    )
    insert into agillic_records (place, record, expires_at)
    select ${place}, ${sql.json(record)}, ${inFuture(sql, RECORD_TTL_MS)} from claimed
    on conflict (place) do update
    set record = excluded.record, expires_at = excluded.expires_at`;
  if (count !== 1) throw new StoreBusy();
}

/** In one statement, so that the activity costs no round trip. */
async function keepOutcome(
  sql: Sql,
  { nonce, outcome, record, activity }: Settlement,
): Promise<void> {
  const claim = claimOf(record, outcome);
  const { subdomain, installationId, at, sealed } = activity;
  await sql`
    with ended as (
      insert into agillic_actions (nonce, claim, expires_at)
      values (${nonce}, ${sql.json(claim)}, ${inFuture(sql, OUTCOME_TTL_MS)})
      on conflict (nonce) do update
      set claim = excluded.claim, expires_at = excluded.expires_at
    )
    insert into agillic_activity (nonce, subdomain, installation_id, at, sealed, expires_at)
    values (
      ${nonce}, ${subdomain}, ${installationId}, ${at}, ${sealed},
      ${inFuture(sql, ACTIVITY_TTL_MS)}
    )
    on conflict (nonce) do nothing`;
}

async function keepRecord(sql: Sql, place: string, record: LastRecord): Promise<void> {
  await sql`
    insert into agillic_records (place, record, expires_at)
    values (${place}, ${sql.json(record)}, ${inFuture(sql, RECORD_TTL_MS)})
    on conflict (place) do update
    set record = excluded.record, expires_at = excluded.expires_at`;
}

async function listActivity(
  sql: Sql,
  { subdomain, installationId, since, most }: ActivityQuery,
): Promise<readonly string[]> {
  const rows = await sql<{ sealed: string }[]>`
    select sealed from agillic_activity
    where subdomain = ${subdomain} and installation_id = ${installationId}
      and at >= ${since} and expires_at > now()
    order by at desc, nonce desc
    limit ${most}`;
  return rows.map(({ sealed }) => sealed);
}

/** An action adds a row to each table, and its claim removes up to ten: what has expired never piles up. It waits for nobody. */
async function sweep(sql: Sql): Promise<void> {
  await sql`
    with swept as (
      delete from agillic_actions where nonce = any(array(
        select nonce from agillic_actions where expires_at <= now()
        limit 10 for update skip locked
      ))
    ), swept_activity as (
      delete from agillic_activity where nonce = any(array(
        select nonce from agillic_activity where expires_at <= now()
        limit 10 for update skip locked
      ))
    )
    delete from agillic_records where place = any(array(
      select place from agillic_records where expires_at <= now()
      limit 10 for update skip locked
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
