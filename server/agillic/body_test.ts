import { assert, assertEquals, assertRejects } from "@std/assert";
import { BodyTooLargeError, readText } from "./body.ts";

function streamOf(chunks: readonly string[]): { body: ReadableStream<Uint8Array>; read: number[] } {
  const encoder = new TextEncoder();
  const read: number[] = [];
  let next = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks[next];
      if (chunk === undefined) return controller.close();
      read.push(next++);
      controller.enqueue(encoder.encode(chunk));
    },
  }, { highWaterMark: 0 });
  return { body, read };
}

Deno.test("readText reads a body whose length is not announced", async () => {
  assertEquals(await readText(new Response(streamOf(["ab", "cd"]).body), 4), "abcd");
});

Deno.test("readText joins a letter that two chunks share", async () => {
  const [first, second] = [new Uint8Array([0xc3]), new Uint8Array([0xb8])];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of [first, second]) controller.enqueue(chunk);
      controller.close();
    },
  });
  assertEquals(await readText(new Response(body), 10), "ø");
});

Deno.test("readText stops reading past the limit", async () => {
  const { body, read } = streamOf(["ab", "cd", "ef", "gh"]);
  await assertRejects(() => readText(new Response(body), 3), BodyTooLargeError);
  assertEquals(read, [0, 1]);
});

Deno.test("readText does not begin a body that announces too much", async () => {
  const { body, read } = streamOf(["ab"]);
  const response = new Response(body, { headers: { "content-length": "99" } });
  await assertRejects(() => readText(response, 3), BodyTooLargeError);
  assertEquals(read, []);
});

Deno.test("readText does not trust the announced length of a compressed body", async () => {
  const headers = { "content-length": "2", "content-encoding": "gzip" };
  const response = new Response(streamOf(["abcdef"]).body, { headers });
  await assertRejects(() => readText(response, 3), BodyTooLargeError);
});

Deno.test("readText reads no body as nothing", async () => {
  assertEquals(await readText(new Response(null), 3), "");
  assert(new Response(null).body === null);
});
