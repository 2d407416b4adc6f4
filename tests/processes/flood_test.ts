import { assert, assertEquals, assertMatch } from "@std/assert";
import { openAccount, signIn } from "./account.ts";
import { startServer, until, wait } from "./server_process.ts";

const MOST_FILES = 256;
const FLOOD = 400;
const SENT = {
  "no byte": "",
  "half a head": "GET /healthz HTTP/1.1\r\nHo",
  "half a body": "POST /shell HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nto",
};
/** Deno closes what is asked nothing; it leaves open, answered or not, what is half asked. */
const KEPT = "half a body";

/** Connections that send what is not enough, and wait. */
async function flood(origin: string, sent: string): Promise<Disposable> {
  const { hostname, port } = new URL(origin);
  const connections: Deno.Conn[] = [];
  for (let number = 0; number < FLOOD; number++) {
    const connection = await Deno.connect({ hostname, port: Number(port) }).catch(() => null);
    // Refused: it is not listening at this moment.
    if (connection === null) continue;
    connections.push(connection);
    await connection.write(new TextEncoder().encode(sent)).catch(() => {});
  }
  return { [Symbol.dispose]: () => connections.forEach((each) => each.close()) };
}

/** Asks until there is an answer. */
async function health(origin: string): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const answer = await fetch(`${origin}/healthz`).then((it) => it.text(), () => null);
    if (answer !== null) return answer;
    await wait(100);
  }
  return "no answer";
}

for (const [name, sent] of Object.entries(SENT)) {
  const isKept = name === KEPT;
  const when = isKept ? "once it is over" : "during it and after";
  Deno.test(`a flood of connections with ${name} leaves the process serving, ${when}`, async () => {
    await using account = await openAccount();
    await using server = await startServer(account.env, { mostFiles: MOST_FILES });
    const agent = await signIn(account, server.origin);

    {
      using _held = await flood(server.origin, sent);
      await until(() => server.lines.some(({ type }) => type === "not_accepting"));
      if (!isKept) assertEquals(await health(server.origin), "ok");
    }
    assertEquals(await health(server.origin), "ok");
    const sidebar = await agent.get(server.origin, "/sidebar");
    assertEquals(sidebar.status, 200);
    assertMatch(await sidebar.text(), /mette/i);
    assert(server.lines.filter(({ type }) => type === "started").length > 1);
    assertEquals(server.lines.filter(({ type }) => type === "fault"), []);
    server.kill("SIGTERM");
    assertEquals(await server.ended, { code: 0, errors: "" });
  });
}

Deno.test("what is in flight when a flood comes is still answered", async () => {
  await using account = await openAccount();
  await using server = await startServer(account.env, { mostFiles: MOST_FILES });
  const agent = await signIn(account, server.origin);
  account.agillic.set({ latencyMs: 2_000 });

  const sidebar = agent.get(server.origin, "/sidebar");
  await until(() => account.agillic.counts.size > 0);
  using _held = await flood(server.origin, "");
  await until(() => server.lines.some(({ type }) => type === "not_accepting"));

  assertEquals((await sidebar).status, 200);
  await (await sidebar).body?.cancel();
});
