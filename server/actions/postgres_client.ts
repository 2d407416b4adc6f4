import postgres from "postgres";
import { ENDED, NoAnswer, type Patience } from "./attempts.ts";
import { createTables } from "./postgres_tables.ts";
import { StoreBusy } from "./store.ts";

/** Runs statements, each with its own answer. */
export type Sql = postgres.ISql;

/** What each use of Postgres goes through; throws StoreBusy where nothing was written. */
export type PostgresClient = {
  /** Statements on their own, each done once it is answered. */
  read<Value>(run: (sql: Sql) => Promise<Value>): Promise<Value>;
  /** Statements that are all done, or none of them. */
  transact<Value>(run: (sql: Sql) => Promise<Value>): Promise<Value>;
  close(): void;
};

type Pool = { sql: postgres.Sql; ready: Promise<void> };

const MAX_CONNECTIONS = 8;
const CONNECT_TIMEOUT_SECONDS = 1.5;
// Below the 2 s that a use may take: what hangs is given up here first, together with its connections.
const LIMIT_MS = 1_800;
const RETIRE_SECONDS = 2;

// In each transaction: a pooling proxy in between shares sessions among clients. The last limit frees the locks of a
// process that stops in the middle.
const LIMITS = `
  set local lock_timeout = '1000ms';
  set local statement_timeout = '1500ms';
  set local idle_in_transaction_session_timeout = '1500ms'`;

const BUSY = new Set([
  "40001", // serialization_failure
  "40P01", // deadlock_detected
  "55P03", // lock_not_available, lock_timeout too
  "53300", // too_many_connections
  "57P03", // cannot_connect_now: it is starting
]);

/** Connects to Postgres when it is first used, and again after a use that failed or did not end. */
export function createPostgresClient(
  url: string,
  { delay }: Pick<Patience, "delay">,
): PostgresClient {
  let pool: Pool | null = null;
  let isClosed = false;

  function connect(): Pool {
    if (isClosed) throw new Error("Cannot use Postgres: it is closed");
    const sql = postgres(url, {
      max: MAX_CONNECTIONS,
      connect_timeout: CONNECT_TIMEOUT_SECONDS,
      // Statements with names break behind a pooling proxy.
      prepare: false,
      fetch_types: false,
      onnotice: () => {},
      connection: { application_name: "agillic-sidebar" },
    });
    const connected: Pool = { sql, ready: transactIn(sql, createTables) };
    connected.ready.catch(() => retire(connected));
    return connected;
  }

  /** Lets what is under way end. The next use connects again, wherever the address leads by then. */
  function retire(retired: Pool): void {
    if (pool === retired) pool = null;
    void retired.sql.end({ timeout: RETIRE_SECONDS });
  }

  async function use<Value>(run: (sql: postgres.Sql) => Promise<Value>): Promise<Value> {
    const used = pool ??= connect();
    const ended = new AbortController();

    async function answer(): Promise<Value> {
      await used.ready;
      return await run(used.sql);
    }

    async function limit(): Promise<never> {
      await delay(LIMIT_MS, ended.signal);
      throw new NoAnswer("Cannot use Postgres: it does not answer in time");
    }

    try {
      return await Promise.race([answer(), limit()]);
    } catch (error) {
      if (error instanceof StoreBusy) throw error;
      if (isBusy(error)) throw new StoreBusy(error);
      retire(used);
      throw error;
    } finally {
      ended.abort(ENDED);
    }
  }

  return {
    read: use,
    transact: (run) => use((sql) => transactIn(sql, run)),
    close() {
      isClosed = true;
      void pool?.sql.end({ timeout: 0 });
      pool = null;
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof postgres.PostgresError && BUSY.has(error.code);
}

async function transactIn<Value>(
  sql: postgres.Sql,
  run: (sql: Sql) => Promise<Value>,
): Promise<Value> {
  const { value } = await sql.begin(async (transaction) => {
    try {
      await transaction.unsafe(LIMITS);
      return { value: await run(transaction) };
    } catch (error) {
      // Told of it, the client would roll back on a connection that is gone, which ends the process. It rejects the
      // transaction by itself.
      if (isConnectionLost(error)) await new Promise(() => {});
      throw error;
    }
  });
  return value;
}

/** The client puts the statement on every error of it, and Postgres's own are of a class. */
function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && "query" in error && !(error instanceof postgres.PostgresError);
}
