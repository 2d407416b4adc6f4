import { assertEquals, assertMatch } from "@std/assert";
import { parts } from "../../contract/parts.ts";
import { createTestApp, type TestApp } from "../app_fixture.ts";

const NOTHING = "default-src 'none'; frame-ancestors 'none'";
const PATHS = [
  ...Object.values(parts).map(({ path }) => path),
  "/sidebar",
  "/shell",
  "/session",
  "/healthz",
  "/readyz",
  "/assets/shell-test.js",
  "/assets/unknown.js",
  "/unknown",
];

/** What matters for an answer of any kind. */
function protection({ headers }: Response): (string | null)[] {
  return [
    "X-Content-Type-Options",
    "Cross-Origin-Resource-Policy",
    "Referrer-Policy",
    "X-Robots-Tag",
    "Strict-Transport-Security",
  ].map((name) => headers.get(name));
}

const PROTECTED = ["nosniff", "same-origin", "no-referrer", "noindex", "max-age=31536000"];

function assertProtected(response: Response, what: string): void {
  const { headers } = response;
  assertEquals([what, ...protection(response)], [what, ...PROTECTED]);
  const isAsset = headers.get("Cache-Control") === "public, max-age=31536000, immutable";
  if (!isAsset) assertEquals([what, headers.get("Cache-Control")], [what, "private, no-store"]);
  const policy = headers.get("Content-Security-Policy") ?? "";
  if (headers.get("Permissions-Policy") === null) assertEquals([what, policy], [what, NOTHING]);
  else assertMatch(policy, /^default-src 'none'; script-src 'self'/, what);
}

/** Answers of every kind, by what was asked. */
async function* answers(app: TestApp): AsyncGenerator<[what: string, response: Response]> {
  const headers = { Authorization: `Bearer ${await app.signIn()}` };
  for (const path of PATHS) {
    for (const method of ["GET", "HEAD", "POST", "PUT"]) {
      yield [`${method} ${path}`, await app.request(path, { method })];
      yield [`${method} ${path}, signed in`, await app.request(path, { method, headers })];
    }
    yield [`${path} with an odd host`, await app.request(path, { headers: { Host: "x/?" } })];
    const body = "x".repeat(65 * 1024);
    yield [`${path} with too much`, await app.request(path, { method: "POST", body })];
  }
  yield ["the shell", await app.openShell()];
  yield ["a recipient", await app.get("/sidebar")];
  yield ["nobody", await app.get("/sidebar", { "Requester-Email": "nobody@example.dk" })];
  app.agillic.set({ down: true });
  yield ["a failure", await app.get("/recipient")];
}

Deno.test("no answer of any kind lacks what protects it", async () => {
  using app = await createTestApp();
  const statuses = new Set<number>();
  for await (const [what, response] of answers(app)) {
    statuses.add(response.status);
    assertProtected(response, what);
  }
  for (const status of [200, 400, 401, 403, 404, 413, 502]) {
    assertEquals([status, statuses.has(status)], [status, true]);
  }
});

Deno.test("an error of ours is protected, too", async () => {
  const find = () => Promise.reject(new Error("disk full"));
  using app = await createTestApp({ assets: { find } });
  const response = await app.request("/assets/shell-test.js");
  assertEquals(response.status, 500);
  assertProtected(response, "an asset that cannot be read");
});
