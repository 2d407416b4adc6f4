import { assertEquals, assertNotEquals } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";

const BROWSER = { "Accept-Encoding": "gzip, deflate, br, zstd" };

async function unpack(response: Response): Promise<string> {
  if (response.body === null) return "";
  return await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).text();
}

Deno.test("what is long is sent in gzip from the page's first request on", async () => {
  using app = await createTestApp();
  await (await app.openShell()).body?.cancel();
  // What the page had the server load.
  await import("node:zlib");
  const plain = await app.get("/recipient");
  const packed = await app.get("/recipient", {}, BROWSER);
  assertEquals(plain.headers.get("Content-Encoding"), null);
  assertEquals(packed.headers.get("Content-Encoding"), "gzip");
  assertEquals(packed.headers.get("Content-Type"), plain.headers.get("Content-Type"));
  assertEquals(await unpack(packed), await plain.text());
});

Deno.test("what is short, or whoever reads no gzip, is sent it as it is", async () => {
  using app = await createTestApp({ settings: { enable_event_trigger_view: false } });
  for (const accepted of ["", "br", "gzip;q=0, br"]) {
    for (let turn = 0; turn < 2; turn++) {
      const answer = await app.get("/recipient", {}, { "Accept-Encoding": accepted });
      assertEquals(answer.headers.get("Content-Encoding"), null, accepted);
      assertNotEquals(await answer.text(), "");
    }
  }
  const short = await app.get("/events", {}, BROWSER);
  assertEquals([short.headers.get("Content-Encoding"), short.status], [null, 200]);
  await short.body?.cancel();
});
