import { assertEquals } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";

/** Assets that say which file was read. */
function create(names = ["shell-test.js", "shell-test.css"]) {
  const read: string[] = [];
  const find = (name: string, encoding: string) => {
    if (!names.includes(name)) return Promise.resolve(null);
    read.push(`${name} ${encoding}`.trim());
    return Promise.resolve(new TextEncoder().encode(`${name} ${encoding}`.trim()));
  };
  return { read, options: { assets: { find } } };
}

Deno.test("GET /assets answers built files, which never change", async () => {
  using app = await createTestApp(create().options);
  const types = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };
  for (const [extension, type] of Object.entries(types)) {
    const response = await app.request(`/assets/shell-test.${extension}`);
    assertEquals(response.status, 200);
    assertEquals(response.headers.get("Content-Type"), type);
    assertEquals(response.headers.get("Cache-Control"), "public, max-age=31536000, immutable");
    assertEquals(response.headers.get("Vary"), "Accept-Encoding");
    assertEquals(response.headers.get("Content-Encoding"), null);
    assertEquals(response.headers.get("X-Content-Type-Options"), "nosniff");
    assertEquals(await response.text(), `shell-test.${extension}`);
  }
});

Deno.test("GET /assets answers the smallest file that the browser reads", async () => {
  using app = await createTestApp(create().options);
  const accepted: [header: string, encoding: string | null, file: string][] = [
    ["gzip, deflate, br, zstd", "br", "shell-test.js br"],
    ["br", "br", "shell-test.js br"],
    ["gzip, deflate", "gzip", "shell-test.js gz"],
    ["deflate", null, "shell-test.js"],
    ["br;q=1.0, gzip;q=0.5", "br", "shell-test.js br"],
    ["gzip, br;q=0", "gzip", "shell-test.js gz"],
    ["identity", null, "shell-test.js"],
    ["", null, "shell-test.js"],
  ];
  for (const [header, encoding, file] of accepted) {
    const response = await app.request("/assets/shell-test.js", {
      headers: { "Accept-Encoding": header },
    });
    assertEquals(response.headers.get("Content-Encoding"), encoding, header);
    assertEquals(await response.text(), file);
  }
});

Deno.test("GET /assets compresses nothing twice", async () => {
  const long = new TextEncoder().encode("x".repeat(5_000));
  using app = await createTestApp({ assets: { find: () => Promise.resolve(long) } });
  const response = await app.request("/assets/shell-test.css", {
    headers: { "Accept-Encoding": "gzip" },
  });
  assertEquals((await response.arrayBuffer()).byteLength, 5_000);
});

Deno.test("GET /assets answers nothing that was not built, wherever it is asked for", async () => {
  const { read, options } = create();
  using app = await createTestApp(options);
  const names = [
    "",
    "shell-other.js",
    "shell-test.js.br",
    "shell-test.js.gz",
    "assets.json",
    "fingerprint",
    "../deno.json",
    "..%2F..%2Fdeno.json",
    "%2e%2e%2fdeno.json",
    "..%5Cdeno.json",
    "%00shell-test.js",
    "shell-test.js%00",
    "shell-test.js/",
    "sub/shell-test.js",
    "%2Fetc%2Fpasswd",
    "constructor",
    "__proto__",
  ];
  for (const name of names) {
    const response = await app.request(`/assets/${name}`);
    assertEquals([name, response.status], [name, 404]);
    assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  }
  assertEquals(read, []);
});

Deno.test("a file that cannot be read is a fault in the log, which says where and not what", async () => {
  const find = () => Promise.reject(new RangeError("mette@example.dk"));
  using app = await createTestApp({ assets: { find } });
  const response = await app.request("/assets/shell-000000000000.js");
  assertEquals([response.status, await response.text()], [500, "Internal Server Error"]);
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  const fault = app.log.find(({ type }) => type === "fault");
  assertEquals([fault?.error, typeof fault?.where], ["RangeError", "string"]);
  assertEquals(JSON.stringify(app.log).includes("mette"), false);
});
