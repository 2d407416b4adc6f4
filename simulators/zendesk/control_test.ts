import { assertEquals, assertStringIncludes } from "@std/assert";
import { createZendeskSimulator } from "./app.ts";
import { testOptions } from "./options_fixture.ts";

function createClient() {
  const simulator = createZendeskSimulator(testOptions());
  return async (method: string, path: string, body?: unknown) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await simulator.fetch(`/_simulator${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text) };
  };
}

Deno.test("PATCH switches turns the named ones and leaves the others", async () => {
  const call = createClient();
  const { body } = await call("PATCH", "/switches", { checkboxAs: "string", proxyStatus: 500 });
  assertEquals([body.checkboxAs, body.proxyStatus, body.installation422], ["string", 500, false]);
  assertEquals((await call("GET", "/switches")).body, body);
});

Deno.test("PATCH switches refuses a switch there is not", async () => {
  const call = createClient();
  const { status, body } = await call("PATCH", "/switches", { checkboxas: "string" });
  assertEquals(status, 400);
  assertStringIncludes(body.error, "checkboxas");
});

Deno.test("PATCH settings changes some, null takes one away, and anything else is refused", async () => {
  const call = createClient();
  const { body } = await call("PATCH", "/settings", { event_1_name: null, cool_down_seconds: "0" });
  assertEquals(["event_1_name" in body, body.cool_down_seconds], [false, "0"]);
  assertEquals((await call("PATCH", "/settings", { cool_down_seconds: 0 })).status, 400);
  assertEquals((await call("PATCH", "/settings", [])).status, 400);
});

Deno.test("POST reset puts account, settings, switches and calls back", async () => {
  const simulator = createZendeskSimulator(testOptions());
  const before = await (await simulator.fetch("/_simulator")).json();
  simulator.set({ proxyStatus: 500 });
  simulator.configure({ event_1_name: "x" });
  await simulator.fetch("/api/v2/users/501.json", { method: "PUT", body: '{"user":{"email":""}}' });
  assertEquals((await simulator.fetch("/_simulator/reset", { method: "POST" })).status, 204);
  assertEquals(await (await simulator.fetch("/_simulator")).json(), before);
});
