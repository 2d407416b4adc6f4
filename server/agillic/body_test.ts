import { assert, assertEquals, assertRejects } from "@std/assert";
import { BodyNotTextError, BodyTooLargeError, readText } from "./body.ts";

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

const latin1 = new Uint8Array([0x53, 0xf8, 0x72, 0x65, 0x6e]);

/** The answer of these bytes: as one with an announced length, and as one without. */
function answersOf(bytes: Uint8Array<ArrayBuffer>, contentType: string): Response[] {
  const headers = { "content-type": contentType };
  const announced = { ...headers, "content-length": String(bytes.length) };
  return [new Response(bytes, { headers: announced }), new Response(bytes, { headers })];
}

Deno.test("readText reads the charset that the answer names", async () => {
  const types = [
    "application/json; charset=iso-8859-1",
    "application/json;CHARSET=Windows-1252",
    'text/plain; a=b; charset="latin1"',
    "text/plain; charset='latin1'",
  ];
  for (const type of types) {
    for (const answer of answersOf(latin1, type)) {
      assertEquals(await readText(answer, 10), "Søren", type);
    }
  }
});

Deno.test("readText takes an answer without a charset for UTF-8, with or without its mark", async () => {
  const utf8 = new TextEncoder().encode("\ufeffSøren");
  for (const type of ["application/json", "application/json; charset=utf-8", ""]) {
    for (const answer of answersOf(utf8, type)) {
      assertEquals(await readText(answer, 10), "Søren", type);
    }
  }
});

Deno.test("readText takes what Agillic itself could not read as it was sent", async () => {
  const bytes = new TextEncoder().encode("S\ufffdren");
  for (const answer of answersOf(bytes, "")) assertEquals(await readText(answer, 10), "S\ufffdren");
});

Deno.test("readText guesses nothing: bytes that are not UTF-8, half a letter, a charset that nobody knows", async () => {
  const half = new TextEncoder().encode("sø").slice(0, 2);
  const cases: [Uint8Array<ArrayBuffer>, string][] = [
    [latin1, "application/json"],
    [latin1, "application/json; charset=utf-8"],
    [half, "application/json"],
    [latin1, "application/json; charset=martian"],
  ];
  for (const [bytes, type] of cases) {
    for (const answer of answersOf(bytes, type)) {
      await assertRejects(() => readText(answer, 10), BodyNotTextError);
    }
  }
});
