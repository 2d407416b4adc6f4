import { assertEquals, assertNotMatch, assertRejects } from "@std/assert";
import postgres from "postgres";
import { sharePostgres } from "../../tests/postgres_fixture.ts";
import { testActivity } from "../../tests/activity_suite_fixture.ts";
import { testOrders } from "../../tests/orders_suite_fixture.ts";
import { testStore } from "../../tests/store_suite_fixture.ts";
import { delay } from "../delay.ts";
import { openPostgresStore } from "./postgres_store.ts";
import { type LastRecord, type Store, StoreBusy } from "./store.ts";

const { ignore, find } = await sharePostgres();

/** Two stores on an empty database, and whoever looks into it. */
async function open() {
  const { url } = await find();
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  await sql`drop table if exists
    agillic_actions, agillic_records, agillic_activity, agillic_orders`;
  const [first, second] = [openPostgresStore(url, { delay }), openPostgresStore(url, { delay })];
  return {
    url,
    sql,
    first,
    second,
    async [Symbol.asyncDispose]() {
      first.close();
      second.close();
      await sql.end();
    },
  };
}

testStore("Postgres", open, { ignore });
testActivity("Postgres", open, { ignore });
testOrders("Postgres", open, { ignore });

function test(name: string, fn: (opened: Awaited<ReturnType<typeof open>>) => Promise<void>) {
  Deno.test({
    name,
    ignore,
    async fn() {
      await using opened = await open();
      await fn(opened);
    },
  });
}

function recordOf(nonce: string): LastRecord {
  return { at: 1, outcome: null, nonce, ticketId: "101", agent: "sealed name" };
}

function claim(store: Store, nonce: string, places: readonly string[] = ["place"]) {
  return store.claim({ nonce, places, decide: () => recordOf(nonce) });
}

test("Postgres has its tables created once by twenty processes that come at one moment", async ({ url, sql }) => {
  const stores = Array.from({ length: 20 }, () => openPostgresStore(url, { delay }));
  try {
    const answers = await Promise.all(stores.map((store, index) => store.findClaim(`${index}`)));
    assertEquals(answers, Array(20).fill(null));
    const tables = await sql`select tablename from pg_tables where tablename like 'agillic_%'`;
    assertEquals(tables.length, 4);
  } finally {
    stores.forEach((store) => store.close());
  }
});

test("Postgres serves whoever may only read and write the tables", async ({ url, sql, first }) => {
  await first.probe("id");
  await sql.unsafe(`
    drop role if exists guest;
    create role guest login password 'guest';
    grant select, insert, update, delete
      on agillic_actions, agillic_records, agillic_activity, agillic_orders to guest`);
  const guest = openPostgresStore(withUser(url, "guest"), { delay });
  try {
    assertEquals((await claim(guest, "nonce")).kind, "claimed");
    await guest.orders.change(["place"], () => []);
  } finally {
    guest.close();
    await sql`drop owned by guest`;
  }
});

test("Postgres lets one of two through whose session keys are in another order", async ({ first, second }) => {
  const orders = [["old", "new"], ["new", "old"]];
  for (let round = 0; round < 20; round++) {
    const answers = await Promise.all(
      orders.map((keys, index) =>
        (index === 0 ? first : second).claim({
          nonce: `nonce ${round} ${index}`,
          places: keys.map((key) => `${key} place ${round}`),
          decide: ([last]) => last === undefined ? recordOf("nonce") : null,
        })
      ),
    );
    assertEquals(answers.map(({ kind }) => kind).toSorted(), ["claimed", "refused"]);
  }
});

test("Postgres never answers what has expired, and a claim removes some of it", async ({ sql, first }) => {
  await first.probe("id");
  const expired = Array.from({ length: 25 }, (_, index) => `expired ${index}`);
  for (const name of ["nonce", ...expired]) {
    await sql`insert into agillic_actions values (${name}, '{"at": 1}', now() - interval '1 s')`;
    await sql`insert into agillic_records values (${name}, '{"at": 1}', now() - interval '1 s')`;
    await sql`
      insert into agillic_activity
      values (${name}, 'acme', '77', 1, 'sealed', now() - interval '1 s')`;
  }

  assertEquals(await first.findClaim("nonce"), null);
  assertEquals(await first.listLast(["nonce"]), [null]);
  const activity = { subdomain: "acme", installationId: "77", since: 0, most: 100 };
  assertEquals(await first.listActivity(activity), []);
  const answer = await claim(first, "nonce", ["nonce"]);

  assertEquals(answer, { kind: "claimed", record: recordOf("nonce"), records: [] });
  const [left] = await sql`
    select (select count(*)::int from agillic_actions) as actions,
      (select count(*)::int from agillic_records) as records,
      (select count(*)::int from agillic_activity) as activity`;
  assertEquals(left, { actions: 16, records: 16, activity: 16 });
});

test("Postgres keeps an outcome for a day, a record and its activity for ninety", async ({ sql, first }) => {
  await claim(first, "nonce");
  await first.settle({
    nonce: "nonce",
    place: "place",
    outcome: { status: "done", code: "triggered", at: 2 },
    record: recordOf("nonce"),
    previous: null,
    activity: { subdomain: "acme", installationId: "77", at: 2, sealed: "sealed" },
  });
  const [kept] = await sql`
    select round(extract(epoch from a.expires_at - now()) / 3600)::int as hours,
      round(extract(epoch from r.expires_at - now()) / 86400)::int as days,
      round(extract(epoch from s.expires_at - now()) / 86400)::int as activity_days
    from agillic_actions a, agillic_records r, agillic_activity s`;
  assertEquals(kept, { hours: 24, days: 90, activity_days: 90 });
});

test("Postgres is busy while somebody holds the place, and free at once when they are gone", async ({ sql, first }) => {
  await first.probe("id");
  const holder = await sql.reserve();
  await holder`begin`;
  await holder`select pg_advisory_xact_lock(hashtextextended('place', 0))`;
  await assertRejects(() => claim(first, "nonce"), StoreBusy);
  await holder`rollback`;
  holder.release();

  assertEquals((await claim(first, "nonce")).kind, "claimed");
});

test("Postgres that takes no more connections is busy, and serves when one is free", async ({ url, sql, first }) => {
  await first.probe("id");
  await sql.unsafe(`
    drop role if exists guest;
    create role guest login password 'guest' connection limit 1;
    grant select, insert, update, delete on agillic_actions, agillic_records to guest`);
  const [one, other] = [1, 2].map(() => openPostgresStore(withUser(url, "guest"), { delay }));
  try {
    await one?.probe("id");
    await assertRejects(async () => await other?.probe("id"), StoreBusy);
    one?.close();
    await untilGone(sql, "guest");
    await other?.probe("id");
  } finally {
    for (const store of [one, other]) store?.close();
    await sql`drop owned by guest`;
  }
});

test("Postgres does what came while every connection of the process was waiting", async ({ sql, first }) => {
  await first.probe("id");
  const holder = await sql.reserve();
  await holder`begin`;
  await holder`select pg_advisory_xact_lock(hashtextextended('place', 0))`;
  const waiting = Array.from({ length: 8 }, (_, index) => claim(first, `waiting ${index}`));
  const refused = Promise.allSettled(waiting);

  assertEquals((await claim(first, "nonce", ["other place"])).kind, "claimed");
  for (const { status } of await refused) assertEquals(status, "rejected");
  await holder`rollback`;
  holder.release();
});

test("Postgres whose connections end in the middle of a claim refuses it, and takes the next", async ({ sql, first }) => {
  await first.probe("id");
  const holder = await sql.reserve();
  await holder`begin`;
  await holder`select pg_advisory_xact_lock(hashtextextended('place', 0))`;
  const broken = assertRejects(() => claim(first, "nonce"));
  await untilWaiting(sql);
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'agillic-sidebar'`;
  await broken;
  await holder`rollback`;
  holder.release();

  assertEquals(await first.findClaim("nonce"), null);
  assertEquals((await claim(first, "nonce")).kind, "claimed");
});

test("Postgres that cannot be reached says nothing of the password", async ({ url }) => {
  const wrong = [withUser(url, "nobody"), url.replace(/:\d+\//, ":1/"), `${url}-missing`];
  for (const one of wrong) {
    const store = openPostgresStore(one, { delay });
    const error = await assertRejects(() => store.probe("id"), Error);
    store.close();
    assertNotMatch(Deno.inspect(error, { depth: 9 }), /secret|nobody:nobody/);
  }
});

function withUser(url: string, user: string): string {
  return url.replace(/\/\/.*@/, `//${user}:${user}@`);
}

async function untilGone(sql: postgres.Sql, user: string): Promise<void> {
  for (;;) {
    const present = await sql`select 1 from pg_stat_activity where usename = ${user}`;
    if (present.length === 0) return;
  }
}

async function untilWaiting(sql: postgres.Sql): Promise<void> {
  for (;;) {
    const waiting = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`;
    if (waiting.length > 0) return;
  }
}
