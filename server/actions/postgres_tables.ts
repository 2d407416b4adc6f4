import type postgres from "postgres";

// Any number will do that no other user of the database locks.
const CREATION_LOCK = 4_711_019_001;

const TABLES = `
  create table if not exists agillic_actions (
    nonce text primary key,
    claim jsonb not null,
    expires_at timestamptz not null
  );
  create index if not exists agillic_actions_expires_at on agillic_actions (expires_at);
  create table if not exists agillic_records (
    place text primary key,
    record jsonb not null,
    expires_at timestamptz not null
  );
  create index if not exists agillic_records_expires_at on agillic_records (expires_at);
  create table if not exists agillic_activity (
    nonce text primary key,
    subdomain text not null,
    installation_id text not null,
    at bigint not null,
    sealed text not null,
    expires_at timestamptz not null
  );
  create index if not exists agillic_activity_at
    on agillic_activity (subdomain, installation_id, at);
  create index if not exists agillic_activity_expires_at on agillic_activity (expires_at);
  create table if not exists agillic_orders (
    id text primary key,
    place text not null,
    ticket text not null,
    due_at bigint,
    kept jsonb not null,
    expires_at timestamptz not null
  );
  create index if not exists agillic_orders_place on agillic_orders (place);
  create index if not exists agillic_orders_ticket on agillic_orders (ticket);
  create index if not exists agillic_orders_due_at on agillic_orders (due_at);
  create index if not exists agillic_orders_expires_at on agillic_orders (expires_at)`;

/**
 * Creates the tables unless they are there, whoever else does so at the same time. Where they are, nothing is asked
 * for that needs more than the right to read and write them.
 */
export async function createTables(sql: postgres.ISql): Promise<void> {
  if (await areThere(sql)) return;
  await sql`select pg_advisory_xact_lock(${CREATION_LOCK})`;
  if (!await areThere(sql)) await sql.unsafe(TABLES);
}

async function areThere(sql: postgres.ISql): Promise<boolean> {
  const [row] = await sql<{ there: boolean }[]>`
    select to_regclass('agillic_actions') is not null
      and to_regclass('agillic_records') is not null
      and to_regclass('agillic_activity') is not null
      and to_regclass('agillic_orders') is not null as there`;
  return row?.there === true;
}
