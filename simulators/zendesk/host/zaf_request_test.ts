import { assertEquals } from "@std/assert";
import { createZendeskSimulator } from "../app.ts";
import { BACKEND, testOptions } from "../options_fixture.ts";
import { performRequest } from "./zaf_request.js";

/** `client.request` of an app in the page, whose proxy reaches a server that answers with `respond`. */
function setUp(respond: (request: Request) => Response | Promise<Response>) {
  const simulator = createZendeskSimulator(
    testOptions({ fetch: (request) => Promise.resolve(respond(request)) }),
  );
  return (options: Parameters<typeof performRequest>[0]) =>
    performRequest(options, {
      fetch: (input, init) => simulator.fetch(input, init),
      origin: "http://localhost:8002",
      proxyPath: "/proxy/v2/apps/5678",
    });
}

Deno.test("a relative address is Zendesk's own, as the agent", async () => {
  const request = setUp(() => Response.error());
  const { done, args } = await request({ url: "/api/v2/users/501.json" });
  assertEquals(done, true);
  assertEquals(Object(args[0]).user.email, "mette@example.dk");
  assertEquals(args[1], "success");
});

Deno.test("a failure has status, statusText, responseText and responseJSON", async () => {
  const request = setUp(() =>
    Response.json({ error: "x" }, { status: 403, statusText: "Forbidden" })
  );
  const { done, args } = await request({ url: `${BACKEND}/session`, type: "POST", data: "{}" });
  assertEquals(done, false);
  assertEquals(args[0], {
    status: 403,
    statusText: "Forbidden",
    responseText: '{"error":"x"}',
    responseJSON: { error: "x" },
  });
});

Deno.test("data is sent as jQuery sends it: a string as it is, an object as a form, in GET in the address", async () => {
  const seen: string[] = [];
  const request = setUp(async (sent) => {
    seen.push(
      `${sent.method} ${sent.url} ${sent.headers.get("content-type")} ${await sent.text()}`,
    );
    return new Response("ok");
  });
  const form = "application/x-www-form-urlencoded; charset=UTF-8";
  await request({ url: `${BACKEND}/a`, type: "POST", contentType: "application/json", data: "{}" });
  await request({ url: `${BACKEND}/a`, method: "PUT", data: { a: 1, b: "æ" } });
  const { args } = await request({ url: `${BACKEND}/a`, data: { a: 1 } });
  assertEquals(seen, [
    `POST ${BACKEND}/a application/json {}`,
    `PUT ${BACKEND}/a ${form} a=1&b=%C3%A6`,
    `GET ${BACKEND}/a?a=1 null `,
  ]);
  assertEquals(args[0], "ok");
});

Deno.test("an answer that is not the JSON it should be fails as a parse error", async () => {
  const request = setUp(() => new Response("<html>", { headers: { "content-type": "text/html" } }));
  const { done, args } = await request({ url: `${BACKEND}/a`, dataType: "json" });
  assertEquals([done, Object(args[0]).statusText], [false, "parsererror"]);
});

Deno.test("httpCompleteResponse gives the whole answer", async () => {
  const request = setUp(() => Response.json({ a: 1 }, { headers: { "x-b": "2" } }));
  const { args } = await request({ url: `${BACKEND}/a`, httpCompleteResponse: true });
  const { status, responseJSON, responseHeaders } = Object(args[0]);
  assertEquals([status, responseJSON, responseHeaders["x-b"]], [200, { a: 1 }, "2"]);
});

Deno.test("a request that gets nowhere fails with status 0", async () => {
  const outcome = await performRequest({ url: "/x" }, {
    fetch: () => Promise.reject(new TypeError("Failed to fetch")),
    origin: "http://localhost:8002",
    proxyPath: "/proxy",
  });
  assertEquals([outcome.done, Object(outcome.args[0]).status], [false, 0]);
});
