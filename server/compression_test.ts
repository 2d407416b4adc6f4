import { assert, assertEquals } from "@std/assert";
import { createCompression } from "./compression.ts";

const LONG = "æ long text. ".repeat(200);

async function unpack(bytes: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  return await new Response(bytes.pipeThrough(new DecompressionStream("gzip"))).text();
}

Deno.test("nothing waits for the code that compresses", async () => {
  const compression = createCompression();
  assertEquals(compression.whole(LONG, "gzip"), null);
  await import("node:zlib");
  const bytes = compression.whole(LONG, "gzip");
  assert(bytes !== null && bytes.length < LONG.length / 10);
  assertEquals(await unpack(new Blob([bytes]).stream()), LONG);
});

Deno.test("what is short, or for whom reads no gzip, goes as it is", async () => {
  const compression = createCompression();
  compression.prepare();
  await import("node:zlib");
  assertEquals(compression.whole("short", "gzip"), null);
  for (const accepted of [undefined, "", "br", "gzip;q=0", "gzip; q=0.0, br"]) {
    assertEquals(compression.whole(LONG, accepted), null);
    assertEquals(compression.pieces("a", Promise.resolve("b"), accepted), null);
  }
  assert(compression.whole(LONG, "br;q=1.0, GZIP;q=0.8") !== null);
});

Deno.test("the first piece can be read before the last one is there", async () => {
  const compression = createCompression();
  compression.prepare();
  await import("node:zlib");
  const { promise, resolve } = Promise.withResolvers<string>();
  const packed = compression.pieces("first", promise, "gzip");
  assert(packed !== null);
  const reader = packed.pipeThrough(new DecompressionStream("gzip"))
    .pipeThrough(new TextDecoderStream()).getReader();
  assertEquals((await reader.read()).value, "first");
  resolve("last");
  assertEquals((await reader.read()).value, "last");
  assertEquals((await reader.read()).done, true);
});
