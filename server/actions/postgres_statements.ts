import type { Sql } from "./postgres_client.ts";

/**
 * Until the end of the transaction, nobody else claims or changes any of these. Locks on the names and not on rows,
 * since most places have no row yet; always in the same order, so that no two wait for each other.
 */
export async function lock(sql: Sql, names: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(id)
    from (
      select distinct hashtextextended(name, 0) as id
      from jsonb_array_elements_text(${sql.json(names)}) as name
      order by id
    ) as ids`;
}

/** By the database's clock alone, which is the same for every process. */
export function inFuture(sql: Sql, ttlMs: number) {
  return sql`now() + make_interval(secs => ${ttlMs / 1000})`;
}
