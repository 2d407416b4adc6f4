import { assert, assertEquals, assertLess, assertMatch } from "@std/assert";
import { openAccount } from "./account.ts";
import { type ServerProcess, startServer, until } from "./server_process.ts";

/** Opens a connection and sends what is given, as it is. */
async function open({ origin }: ServerProcess, text: string): Promise<Deno.TcpConn> {
  const { hostname, port } = new URL(origin);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  await connection.write(new TextEncoder().encode(text));
  return connection;
}

/** What comes back first, while both sides are open. */
async function firstOf(connection: Deno.TcpConn): Promise<string> {
  const bytes = new Uint8Array(1_000);
  return new TextDecoder().decode(bytes.subarray(0, await connection.read(bytes) ?? 0));
}

/** Opens one, sends, and closes our side; answers all that comes back. */
async function send(server: ServerProcess, text: string): Promise<string> {
  const connection = await open(server, text);
  await connection.closeWrite();
  return await new Response(connection.readable).text();
}

/** Status and, for those of ours, the reason in the log. */
async function refusals(server: ServerProcess, requests: string[]): Promise<string[]> {
  const said: string[] = [];
  for (const request of requests) {
    const before = server.lines.length;
    const [, status] = (await send(server, request)).split(" ");
    await until(() => server.lines.length > before);
    said.push(`${status} ${server.lines.at(-1)?.reason}`);
  }
  return said;
}

Deno.test("the request's target alone chooses the route, and an odd Host is refused", async () => {
  await using account = await openAccount();
  await using server = await startServer(account.env);
  const close = "Connection: close\r\n\r\n";

  const said = await refusals(server, [
    `GET /sidebar HTTP/1.1\r\nHost: x/healthz?\r\n${close}`,
    `GET /sidebar HTTP/1.1\r\nHost: x/healthz#\r\n${close}`,
    `GET /sidebar HTTP/1.1\r\nHost: x y\r\n${close}`,
  ]);
  const whole = await send(server, `GET http://other/healthz HTTP/1.1\r\nHost: x\r\n${close}`);
  const none = await send(server, "GET /healthz HTTP/1.0\r\n\r\n");
  using tunnel = await open(server, `CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n${close}`);
  using asterisk = await open(server, `OPTIONS * HTTP/1.1\r\nHost: x\r\n${close}`);

  assertEquals(said, Array(3).fill("400 host_malformed"));
  assertMatch(whole, /^HTTP\/1.1 200 [\s\S]*ok$/);
  assertMatch(none, /^HTTP\/1.0 200 [\s\S]*ok$/);
  for (const other of [tunnel, asterisk]) assertMatch(await firstOf(other), /^HTTP\/1.1 404 /);
  assertEquals(server.lines.filter(({ type }) => type === "fault"), []);
});

Deno.test("a body that breaks off is the client's fault", async () => {
  await using account = await openAccount();
  await using server = await startServer(account.env);
  const head = (path: string) =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n`;

  const said = await refusals(
    server,
    ["/shell", "/session", "/recipient", "/events/1", "/setup"].flatMap((path) => [
      `${head(path)}Transfer-Encoding: chunked\r\n\r\n5\r\nab`,
      `${head(path)}Content-Length: 10\r\n\r\nab`,
    ]),
  );

  assertEquals(said, Array(10).fill("400 body_incomplete"));
  assertEquals(server.lines.filter(({ type }) => type === "fault"), []);
});

Deno.test("half a body is waited for ten seconds", async () => {
  await using account = await openAccount();
  await using server = await startServer(account.env);
  const startedAt = Date.now();

  const half = "POST /setup HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab";
  using connection = await open(server, half);
  // Deno answers, but leaves the connection open until the client or a proxy ends it.
  const answer = await firstOf(connection);

  const took = Date.now() - startedAt;
  assertMatch(answer, /^HTTP\/1.1 408 /);
  assert(took >= 9_900, `${took} ms`);
  assertLess(took, 15_000);
  await until(() => server.lines.at(-1)?.reason === "body_too_slow");
});
