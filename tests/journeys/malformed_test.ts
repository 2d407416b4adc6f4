import { assert, assertEquals, assertNotMatch } from "@std/assert";
import { parts } from "../../contract/parts.ts";
import { createTestApp, type TestApp } from "../app_fixture.ts";

const POSTED = ["/shell", "/session", "/recipient", "/events/1", "/setup"];
const READ = ["/sidebar", ...Object.values(parts).map(({ path }) => path), "/healthz", "/readyz"];
const MULTIPART = "multipart/form-data; boundary=x";
const FORM = "application/x-www-form-urlencoded";

/** A body that breaks off after its first bytes, as one from a client that went away. */
function cutBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode("action=a"));
      controller.error(new TypeError("connection closed"));
    },
  });
}

/** Nothing of the server's own went wrong, and the log says why it was refused. */
function assertClientsFault(app: TestApp, response: Response, what: string): void {
  const { status } = response;
  assert(status >= 400 && status < 500, `${what}: ${status}`);
  assertEquals(app.log.filter(({ type }) => type !== "request"), [], what);
  assert(app.log.at(-1)?.reason, `${what}: no reason`);
}

/** A body that has not begun after 10 s. */
function slowBody({ clock }: TestApp): ReadableStream {
  const pull = () => {
    clock.now += 10_000;
    return new Promise<void>(() => {});
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}

for (const path of POSTED) {
  Deno.test(`POST ${path} refuses a body that breaks off, comes too slowly or is no form`, async () => {
    using app = await createTestApp();
    const bodies: [type: string, body: BodyInit, reason?: string][] = [
      [FORM, cutBody(), "body_incomplete"],
      [FORM, slowBody(app), "body_too_slow"],
      [MULTIPART, "garbage"],
      [MULTIPART, '--x\r\nContent-Disposition: form-data; name="action"'],
      ["multipart/form-data", "--x"],
      ["application/json", '{"agentPass":'],
    ];
    for (const [type, body, reason] of bodies) {
      app.log.length = 0;
      const response = await app.request(path, {
        method: "POST",
        body,
        headers: { Authorization: "Bearer none", "Content-Type": type },
      });
      assertClientsFault(app, response, `${type} ${reason}`);
      if (reason !== undefined) assertEquals(app.log.at(-1)?.reason, reason);
    }
  });
}

Deno.test("POST /setup by an agent refuses a form that cannot be read", async () => {
  using app = await createTestApp();
  const headers = { Authorization: `Bearer ${await app.signIn()}`, "Content-Type": MULTIPART };
  app.log.length = 0;
  const response = await app.request("/setup", { method: "POST", body: "garbage", headers });
  assertEquals(response.status, 400);
  assertClientsFault(app, response, "garbage");
  assertEquals(app.log.at(-1)?.reason, "form_malformed");
});

Deno.test("no path, query or header of an agent's makes an answer of 500", async () => {
  using app = await createTestApp();
  const authorization = { Authorization: `Bearer ${await app.signIn()}` };
  app.log.length = 0;
  const odd = ["%", "%E0%A4%A", "%00", "\xff\xfe", "{{x}}", "9".repeat(400), "-", "__proto__"];
  const names = [
    "Requester",
    "Requester-Email",
    "Requester-Id",
    "Requester-Other-Emails",
    "Zendesk-Location",
    "Ticket-Id",
    "Ticket-Created-At",
    "Agent-Locale",
    "Agent-Time-Zone",
    "Agent-Name",
    "Recipient",
    "Recipient-State",
    "Accept-Language",
    "Accept-Encoding",
    "Content-Length",
  ];
  for (const text of odd) {
    const query = text.replace("\xff\xfe", "%ff%fe");
    for (const path of READ) {
      const headers = Object.fromEntries(names.map((name) => [name, text]));
      for (
        const [url, init] of [
          [`${path}?channel=${query}&before=${query}&${query}`, authorization],
          [`${path}/${query}`, authorization],
          [path, { ...headers, ...authorization }],
        ] as const
      ) {
        const { status } = await app.request(url, { headers: init });
        assert(status < 500, `${url} with ${text}: ${status}`);
      }
    }
    for (const path of POSTED) {
      const headers = {
        ...Object.fromEntries(names.map((name) => [name, text])),
        ...authorization,
      };
      const body = new URLSearchParams({ action: text, testRecipient: text, token: text });
      const { status } = await app.request(path, { method: "POST", headers, body });
      assert(status < 500, `POST ${path} with ${text}: ${status}`);
    }
    await app.request(`/assets/${query}`);
    await app.request(`/events/${query}`, { method: "POST", headers: authorization });
  }
  assertEquals(app.log.filter(({ type }) => type === "fault"), []);
  assertEquals(app.log.filter(({ status }) => Number(status) >= 500), []);
});

Deno.test("a method that there is not is no route's", async () => {
  using app = await createTestApp();
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "FOO", "PROPFIND"]) {
    for (const path of [...READ, ...POSTED, "/assets/shell-test.js"]) {
      assertEquals((await app.request(path, { method })).status, 404, `${method} ${path}`);
    }
  }
});

// As Deno makes it from the header, in front of the target.
const HOSTS = ["x/healthz?", "x/healthz#", "u@x", "x y", "x\\y", "x:1:2", "x:port", "\xff", "x/"];

for (const host of HOSTS) {
  Deno.test(`the host ${JSON.stringify(host)} is refused and chooses no route`, async () => {
    using app = await createTestApp();
    const response = await app.request("/sidebar", { headers: { Host: host } });
    assertEquals([response.status, await response.text()], [400, "Bad request"]);
    assertClientsFault(app, response, host);
    assertEquals(app.log.map(({ reason, route }) => [reason, route]), [
      ["host_malformed", "unmatched"],
    ]);
  });
}

for (const host of ["localhost", "localhost:8000", "a-b.example.com", "127.0.0.1:1", "[::1]:80"]) {
  Deno.test(`the host ${host} is served`, async () => {
    using app = await createTestApp();
    const response = await app.request("/healthz", { headers: { Host: host } });
    assertEquals([response.status, await response.text()], [200, "ok"]);
    assertNotMatch(JSON.stringify(app.log), /malformed/);
  });
}
