/** A Postgres of its own on a free port, for tests. */
import { findFreePort } from "../tools/bench/processes.ts";
import postgres from "postgres";
import { installPostgres } from "./postgres_package.ts";

/** A database server with nothing in it. */
export type Postgres = AsyncDisposable & {
  /** Of a database that is there. */
  url: string;
  /** Creates a new database and answers its URL. */
  createDatabase(): Promise<string>;
  /** Lets it stand still, with every connection open. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  start(): Promise<void>;
};

const USER = "sidebar";
const PASSWORD = "secret of the tests";
const START_LIMIT_MS = 30_000;
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  // What is lost when the machine ends is not missed.
  "fsync=off",
];

/** Whom its programs run as: they refuse to be root. */
type Owner = { uid?: number };

/** Why tests that need Postgres are left out on this machine; null where they are not. */
async function findNoPostgres(): Promise<string | null> {
  try {
    await installPostgres();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Starts one; disposing of it stops it and removes all that it kept. */
async function openPostgres(): Promise<Postgres> {
  const programs = await installPostgres();
  const folder = await Deno.makeTempDir();
  const owner = await findOwner();
  if (owner.uid !== undefined) await Deno.chown(folder, owner.uid, null);
  await initialize(programs, folder, owner);
  const port = findFreePort();
  const urlOf = (database: string) =>
    `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`;
  let server = await startServer(programs, folder, port, owner);
  let databases = 0;

  async function kill(): Promise<void> {
    // To the first of its processes: it ends the others at once, and itself.
    server.kill("SIGQUIT");
    await server.status;
  }

  return {
    url: urlOf("postgres"),
    kill,
    async createDatabase() {
      const name = `test_${++databases}`;
      await runStatement(urlOf("postgres"), `create database ${name}`);
      return urlOf(name);
    },
    pause: () => signalAll(server.pid, "SIGSTOP"),
    resume: () => signalAll(server.pid, "SIGCONT"),
    async start() {
      server = await startServer(programs, folder, port, owner);
    },
    async [Symbol.asyncDispose]() {
      await kill();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function findOwner(): Promise<Owner> {
  if (Deno.uid() !== 0) return {};
  const { stdout } = await new Deno.Command("id", { args: ["-u", "nobody"] }).output();
  return { uid: Number(new TextDecoder().decode(stdout)) };
}

async function initialize(programs: string, folder: string, owner: Owner): Promise<void> {
  const passwordFile = `${folder}/password`;
  await Deno.writeTextFile(passwordFile, PASSWORD);
  const { success, stderr } = await new Deno.Command(`${programs}/initdb`, {
    ...owner,
    cwd: folder,
    args: [
      `--pgdata=${folder}/data`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ],
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(`Cannot set Postgres up: ${new TextDecoder().decode(stderr)}`);
}

async function startServer(
  programs: string,
  folder: string,
  port: number,
  owner: Owner,
): Promise<Deno.ChildProcess> {
  const server = new Deno.Command(`${programs}/postgres`, {
    ...owner,
    cwd: folder,
    args: ["-D", `${folder}/data`, "-p", String(port), ...SETTINGS.flatMap((one) => ["-c", one])],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  await waitUntilReady(server);
  return server;
}

/** Its log says so; what comes after is read and dropped, or it would wait for a reader. */
async function waitUntilReady(server: Deno.ChildProcess): Promise<void> {
  const ready = Promise.withResolvers<void>();
  const timer = setTimeout(() => server.kill("SIGQUIT"), START_LIMIT_MS);
  (async () => {
    let log = "";
    for await (const text of server.stderr.pipeThrough(new TextDecoderStream())) {
      log = `${log}${text}`.slice(-10_000);
      if (log.includes("ready to accept connections")) ready.resolve();
    }
    ready.reject(new Error(`Cannot start Postgres: ${log}`));
  })();
  try {
    await ready.promise;
  } finally {
    clearTimeout(timer);
  }
}

/** Each of its processes is a session of its own, so that no signal reaches all at once. */
async function signalAll(pid: number, signal: Deno.Signal): Promise<void> {
  Deno.kill(pid, signal);
  for (const child of await listChildren(pid)) Deno.kill(child, signal);
}

async function listChildren(pid: number): Promise<number[]> {
  const text = Deno.build.os === "linux"
    ? await Deno.readTextFile(`/proc/${pid}/task/${pid}/children`)
    : new TextDecoder().decode(
      (await new Deno.Command("pgrep", { args: ["-P", String(pid)] }).output()).stdout,
    );
  return text.split(/\s+/).filter(Boolean).map(Number);
}

async function runStatement(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql.unsafe(statement);
  await sql.end();
}

/** One Postgres for the tests of a file, started when it is first asked for; `ignore` where there is none, which is said. */
export async function sharePostgres(): Promise<{ ignore: boolean; find(): Promise<Postgres> }> {
  const missing = await findNoPostgres();
  if (missing !== null) console.warn(`Tests on Postgres are left out: ${missing}`);
  let running: Promise<Postgres> | undefined;
  Deno.test.afterAll(async () => await (await running)?.[Symbol.asyncDispose]());
  return { ignore: missing !== null, find: () => running ??= openPostgres() };
}
