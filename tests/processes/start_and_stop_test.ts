import { DatabaseSync } from "node:sqlite";
import { get, type IncomingHttpHeaders } from "node:http";
import { assert, assertEquals, assertLess, assertMatch, assertNotMatch } from "@std/assert";
import { actionIn } from "../journeys/answers.ts";
import { ACHIEVE, openAccount, signIn } from "./account.ts";
import { spawnServer, startServer, until } from "./server_process.ts";

const METTE = "mette@example.dk";
// Beyond STOP_SECONDS: a busy machine is slow to notice the end.
const GRACE_MS = 1_500;

Deno.test("SIGTERM lets what is in flight end and be answered, takes nothing new, and exits with 0", async () => {
  await using account = await openAccount();
  await using server = await startServer(account.env);
  const { agillic } = account;
  const agent = await signIn(account, server.origin);
  const action = actionIn(await (await agent.get(server.origin, "/events")).text());
  // Longer than Deno Deploy would give, and than it takes by itself.
  agillic.set({ latencyByRoute: { [ACHIEVE]: 5_500 } });

  const answer = agent.post(server.origin, "/events/1", action);
  await until(() => agillic.counts.get(ACHIEVE) === 1);
  server.kill("SIGTERM");
  await until(() => server.lines.some(({ type }) => type === "stopping"));
  const refused = await fetch(`${server.origin}/healthz`).then(() => false, () => true);
  const html = await (await answer).text();
  const { code, errors } = await server.ended;

  assertEquals([code, errors, refused], [0, "", true]);
  assertMatch(html, /Event triggered/);
  assertEquals(agillic.achieved(METTE, "welcome_event"), 1);
  assertEquals(server.lines.findLast(({ type }) => type === "action")?.outcome, "done");
});

Deno.test("answers are compressed for who can read it, and assets not twice", async () => {
  await using account = await openAccount();
  await using server = await startServer(account.env);
  const page = await (await fetch(`${server.origin}/shell`, { method: "POST" })).text();
  const asset = /\/assets\/[^"]+\.css/.exec(page)?.[0];

  const fragment = await headersOf(`${server.origin}/sidebar`, "gzip");
  const plain = await headersOf(`${server.origin}/sidebar`, "identity");
  const style = await headersOf(`${server.origin}${asset}`, "gzip");

  assertEquals(fragment["content-encoding"], "gzip");
  assertMatch(String(fragment.vary), /accept-encoding/i);
  assertEquals(plain["content-encoding"], undefined);
  assertEquals([style["content-encoding"], style["content-type"]], [
    "gzip",
    "text/css; charset=utf-8",
  ]);
});

// By node's client, for fetch unpacks an answer and takes away what it said of it.
function headersOf(url: string, encoding: string): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": encoding } }, (answer) => {
      answer.resume().on("end", () => resolve(answer.headers));
    }).on("error", reject);
  });
}

Deno.test("a store that another process has locked while the server starts is opened when it is free", async () => {
  await using account = await openAccount();
  const { KV_PATH = "" } = account.env;
  using holder = new DatabaseSync(KV_PATH);
  holder.exec("CREATE TABLE held (id); BEGIN EXCLUSIVE");
  await using server = await startServer(account.env);
  const askReady = async () => (await fetch(`${server.origin}/readyz/actions`)).json();
  const first = askReady();
  // It answers although the store is not there yet.
  assertEquals(await (await fetch(`${server.origin}/healthz`)).text(), "ok");
  holder.exec("COMMIT");
  // SQLite may go on waiting for a lock that is gone: then the store is opened anew.
  let last = await first;
  while (!last.ready) last = await askReady();

  assertEquals(last, { ready: true, unusable: [] });
});

Deno.test("SIGINT ends within STOP_SECONDS although Agillic does not answer", async () => {
  await using account = await openAccount();
  await using server = await startServer({ ...account.env, STOP_SECONDS: "1" });
  const { agillic } = account;
  const agent = await signIn(account, server.origin);
  const action = actionIn(await (await agent.get(server.origin, "/events")).text());
  agillic.set({ stallAfterDoingNext: 1, onlyRoutes: [ACHIEVE] });

  const broken = agent.post(server.origin, "/events/1", action).then(() => false, () => true);
  await until(() => agillic.achieved(METTE, "welcome_event") === 1);
  const stoppedAt = Date.now();
  server.kill("SIGINT");
  const { code } = await server.ended;

  assertLess(Date.now() - stoppedAt, 1_000 + GRACE_MS);
  assertEquals([code, await broken], [0, true]);
});

Deno.test("Deno Deploy gives 5 s, and the server takes no longer there", async () => {
  await using account = await openAccount();
  await using server = await startServer({ ...account.env, DENO_DEPLOY: "true" });
  const { agillic } = account;
  const agent = await signIn(account, server.origin);
  agillic.set({ latencyMs: 9_000 });

  const broken = agent.get(server.origin, "/recipient").then(() => false, () => true);
  await until(() => agillic.counts.size > 0);
  const stoppedAt = Date.now();
  server.kill("SIGTERM");
  const { code } = await server.ended;

  assertLess(Date.now() - stoppedAt, 5_000 + GRACE_MS);
  assertEquals([code, await broken], [0, true]);
});

Deno.test("a port that is taken is one sentence on stderr, and exit code 1", async () => {
  await using account = await openAccount();
  await using first = await startServer(account.env);
  await using second = spawnServer({ ...account.env, PORT: new URL(first.origin).port });

  const { code, errors } = await second.ended;

  assertEquals(code, 1);
  assertEquals(
    errors.trim(),
    "Cannot start: another process listens on this port. End it, or set another PORT.",
  );
});

for (const HOST of ["a..b", "nobody.invalid", "192.0.2.1"]) {
  Deno.test(`a HOST that nothing listens on, ${HOST}, is one sentence on stderr, and exit code 1`, async () => {
    await using account = await openAccount();
    await using server = spawnServer({ ...account.env, HOST, PORT: "0" });
    const { code, errors } = await server.ended;
    assertEquals([code, errors.trim().split("\n").length], [1, 1], errors);
    assertMatch(errors, /^Cannot start: .*HOST/);
  });
}

// What this user may not listen on; 0 where all may be.
const kept = Deno.build.os === "linux"
  ? Number(await Deno.readTextFile("/proc/sys/net/ipv4/ip_unprivileged_port_start")) - 1
  : 0;

Deno.test({
  name: "a port without the right to it is one sentence on stderr, and exit code 1",
  ignore: kept < 1,
  async fn() {
    await using account = await openAccount();
    const through = Deno.uid() === 0 ? ["setpriv", "--bounding-set=-net_bind_service"] : [];
    await using server = spawnServer({ ...account.env, PORT: String(kept) }, { through });
    const { code, errors } = await server.ended;
    assertEquals(code, 1);
    assertEquals(
      errors.trim(),
      `Cannot start: this user may not listen on port ${kept}. Set PORT to 1024 or more.`,
    );
  },
});

Deno.test("a server without its environment names every fault on stderr, no value, and exits with 1", async () => {
  await using empty = spawnServer({});
  await using wrong = spawnServer({
    PUBLIC_URL: "http://example.com/path",
    ZENDESK_SUBDOMAINS: "acme",
    ZENDESK_APP_ID: "12",
    SETTINGS_SECRETS: "short-secret",
    SESSION_KEYS: "short-key",
    READ_ONLY: "yes",
  });

  const [missing, faulty] = await Promise.all([empty.ended, wrong.ended]);

  assertEquals([missing.code, faulty.code, empty.lines, wrong.lines], [1, 1, [], []]);
  for (
    const name of [
      "PUBLIC_URL",
      "ZENDESK_SUBDOMAINS",
      "ZENDESK_APP_ID",
      "SETTINGS_SECRETS",
      "SESSION_KEYS",
    ]
  ) {
    assertMatch(missing.errors, new RegExp(`^  - ${name} is missing: `, "m"));
  }
  for (const name of ["PUBLIC_URL", "SETTINGS_SECRETS", "SESSION_KEYS", "READ_ONLY"]) {
    assertMatch(faulty.errors, new RegExp(`^  - ${name} `, "m"));
  }
  assertNotMatch(faulty.errors, /short-secret|short-key|\sat /);
});

Deno.test("a server whose store cannot be opened shows everything and refuses actions", async () => {
  await using account = await openAccount();
  const { agillic, env } = account;
  await using server = await startServer({ ...env, KV_PATH: `${env.KV_PATH}/not/a/folder` });
  const agent = await signIn(account, server.origin);

  const sidebar = await agent.get(server.origin, "/sidebar");
  const refused = await agent.post(server.origin, "/events/1", actionIn(await sidebar.text()));

  assertEquals([sidebar.status, refused.status], [200, 503]);
  assertMatch(await refused.text(), /data-problem="store_unavailable"/);
  assertEquals(agillic.counts.get(ACHIEVE), undefined);
  assert(server.lines.some(({ type }) => type === "store_away"));
});
