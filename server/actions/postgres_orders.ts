import {
  type DecideOrders,
  DELIVERY_TTL_MS,
  type Order,
  ORDER_TTL_MS,
  type OrderStore,
} from "./orders.ts";
import type { PostgresClient, Sql } from "./postgres_client.ts";
import { inFuture, lock } from "./postgres_statements.ts";

/** Keeps orders in Postgres, a row each; deliveries lie among the actions. */
export function createPostgresOrders(client: PostgresClient): OrderStore {
  return {
    change: (places, decide) => client.transact((sql) => change(sql, places, decide)),
    list: (places) => client.read((sql) => list(sql, places)),
    findPlaces: (tickets) =>
      client.read(async (sql) =>
        placesOf(
          await sql<PlaceRow[]>`
            select distinct place from agillic_orders
            where expires_at > now()
              and ticket in (select jsonb_array_elements_text(${sql.json(tickets)}))`,
        )
      ),
    listDue: (now, most) =>
      client.read(async (sql) =>
        placesOf(
          await sql<PlaceRow[]>`
            select place from agillic_orders
            where due_at <= ${now} and expires_at > now()
            group by place order by min(due_at) limit ${most}`,
        )
      ),
    hasDelivery: (id) =>
      client.read(async (sql) => {
        const rows = await sql`
          select from agillic_actions where nonce = ${deliveryNonce(id)} and expires_at > now()`;
        return rows.length > 0;
      }),
    keepDelivery: (id) =>
      client.read(async (sql) => {
        await sql`
          insert into agillic_actions (nonce, claim, expires_at)
          values (${deliveryNonce(id)}, ${sql.json(true)}, ${inFuture(sql, DELIVERY_TTL_MS)})
          on conflict (nonce) do nothing`;
      }),
  };
}

type PlaceRow = { place: string };

function placesOf(rows: readonly PlaceRow[]): string[] {
  return rows.map(({ place }) => place);
}

function deliveryNonce(id: string): string {
  return `delivery ${id}`;
}

async function change(sql: Sql, places: readonly string[], decide: DecideOrders): Promise<void> {
  await lock(sql, places);
  const orders = decide((await list(sql, places)).flat());
  const [place] = places;
  if (orders === null || place === undefined) return;
  await sql`
    delete from agillic_orders
    where place in (select jsonb_array_elements_text(${sql.json(places)}))
      or id in (select id from agillic_orders where expires_at <= now() limit 10)`;
  await sql`
    insert into agillic_orders (id, place, ticket, due_at, kept, expires_at)
    select
      kept->>'id', ${place}, kept->>'ticket', (kept->'due'->>'next')::bigint, kept,
      ${inFuture(sql, ORDER_TTL_MS)}
    from jsonb_array_elements(${sql.json(orders)}) as kept`;
}

async function list(
  sql: Sql,
  places: readonly string[],
): Promise<readonly (readonly Order[])[]> {
  const rows = await sql<{ place: string; kept: Order }[]>`
    select place, kept from agillic_orders
    where expires_at > now()
      and place in (select jsonb_array_elements_text(${sql.json(places)}))
    order by id`;
  return places.map((place) => rows.filter((row) => row.place === place).map(({ kept }) => kept));
}
