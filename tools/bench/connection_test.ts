import { assertEquals, assertRejects } from "@std/assert";
import { Connection, encodeRequest, headerOf, textOf } from "./connection.ts";

const long = "æ".repeat(200_000);

Deno.test("Connection reads answer after answer, long ones whole", async () => {
  await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, (request) => {
    const { pathname } = new URL(request.url);
    return pathname === "/long"
      ? new Response(long, { status: 203 })
      : new Response(`${pathname} for ${request.headers.get("who")}`);
  });
  using connection = await Connection.open(server.addr.port);
  const ask = (target: string) =>
    connection.send(encodeRequest("GET", target, { Host: "localhost", Who: "Mette" }));
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

  assertEquals(decode((await ask("/short")).body), "/short for Mette");
  const answer = await ask("/long");
  assertEquals(answer.status, 203);
  assertEquals(decode(answer.body), long);
  assertEquals(headerOf((await ask("/")).head, "content-type"), "text/plain;charset=UTF-8");
});

Deno.test("Connection says so when it is closed in the middle", async () => {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const accepted = (async () => {
    using tcp = await listener.accept();
    await tcp.read(new Uint8Array(1_024));
    await tcp.write(new TextEncoder().encode("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhal"));
  })();
  using connection = await Connection.open(listener.addr.port);
  const request = encodeRequest("GET", "/", { Host: "localhost" });
  await assertRejects(() => connection.send(request), Error, "the connection was closed");
  await accepted;
});

Deno.test("Connection reads an answer that comes in chunks", async () => {
  await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, () => {
    const pieces = ["short", long].map((text) => new TextEncoder().encode(text));
    return new Response(ReadableStream.from(pieces));
  });
  using connection = await Connection.open(server.addr.port);
  const request = encodeRequest("GET", "/", { Host: "localhost" });
  for (let turn = 0; turn < 2; turn++) {
    const { head, body } = await connection.send(request);
    assertEquals(headerOf(head, "transfer-encoding"), "chunked");
    assertEquals(new TextDecoder().decode(body), "short" + long);
  }
});

Deno.test("textOf reads an answer that is compressed, and one that is not", async () => {
  await using server = Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    automaticCompression: true,
    onListen() {},
  }, () => new Response(long));
  using connection = await Connection.open(server.addr.port);
  for (const encoding of ["gzip", "br", null]) {
    const headers = { Host: "localhost", "Accept-Encoding": encoding ?? "identity" };
    const answer = await connection.send(encodeRequest("GET", "/", headers));
    assertEquals(headerOf(answer.head, "content-encoding"), encoding);
    assertEquals(textOf(answer), long);
  }
});
