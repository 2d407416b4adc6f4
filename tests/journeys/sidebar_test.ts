import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp, type Place } from "../app_fixture.ts";
import { partsOf, problemsOf } from "./answers.ts";

const NOBODY: Place = { "Requester-Email": "nobody@example.dk", "Requester-Id": "510" };

Deno.test("GET /sidebar shows recipient and events with one call, and has the history load itself", async () => {
  using app = await createTestApp();

  const response = await app.get("/sidebar");

  assertEquals(response.status, 200);
  assertEquals(response.headers.get("Content-Type"), "text/html; charset=UTF-8");
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  assertEquals(response.headers.get("Requester"), "echo-1");
  assertEquals(response.headers.get("Recipient"), null);
  const html = await response.text();
  assertEquals(partsOf(html), ["summary", "events", "recipient", "communications"]);
  assertEquals(problemsOf(html), []);
  assertStringIncludes(
    html,
    '<div data-field="FIRSTNAME"><dt title="FIRSTNAME">First name</dt><dd><span>Mette</span>',
  );
  assertEquals([...html.matchAll(/data-event-slot="(\d)"/g)].map(([, slot]) => slot), [
    "1",
    "2",
    "3",
  ]);
  assertStringIncludes(html, 'hx-get="/communications" hx-trigger="load" hx-target="this"');
  assertEquals(app.agillic.calls.map(({ method, route }) => `${method} ${route}`), [
    "GET /recipients/:id",
  ]);
});

Deno.test("each part is loaded alone with at most one call to Agillic", async () => {
  using app = await createTestApp();
  const calls = { "/recipient": 1, "/events": 0, "/communications": 1, "/sidebar": 1 };
  for (const [path, expected] of Object.entries(calls)) {
    const before = app.agillic.calls.length;
    const response = await app.get(path);
    assertEquals([path, response.status], [path, 200]);
    assertEquals(app.agillic.calls.length - before, expected, path);
    await response.body?.cancel();
  }
});

Deno.test("a view that the settings hide is not in the sidebar", async () => {
  const hidden: [setting: string, parts: string[]][] = [
    ["enable_recipient_view", ["summary", "events", "communications"]],
    ["enable_event_trigger_view", ["summary", "recipient", "communications"]],
    ["enable_communication_history_view", ["summary", "events", "recipient"]],
  ];
  for (const [setting, parts] of hidden) {
    using app = await createTestApp({ settings: { [setting]: false } });
    assertEquals(partsOf(await (await app.get("/sidebar")).text()), parts, setting);
  }
});

Deno.test("a view that the settings hide is not answered on its own either", async () => {
  using app = await createTestApp({
    settings: {
      enable_recipient_view: false,
      enable_event_trigger_view: false,
      enable_communication_history_view: false,
    },
  });
  for (const path of ["/recipient", "/events", "/communications", "/communications?before=1.0"]) {
    const response = await app.get(path);
    assertEquals([path, response.status, await response.text()], [path, 200, ""]);
  }
  assertEquals(app.agillic.counts.get("POST /recipients/:id/:listCommunicationHistory"), undefined);
});

Deno.test("nobody in Agillic can be created, and has no events and no history", async () => {
  using app = await createTestApp();
  const response = await app.get("/sidebar", NOBODY);
  assertEquals(response.status, 200);
  const html = await response.text();
  assertEquals([partsOf(html), problemsOf(html)], [["create"], ["recipient_not_found"]]);
  assertStringIncludes(html, "Recipient not found");
  assertStringIncludes(html, "nobody@example.dk is not a recipient in Agillic.");
  assertStringIncludes(html, "Create recipient and send double opt-in");
  assertEquals(app.log.at(-1)?.reason, "recipient_not_found");
});

Deno.test("nobody in Agillic is only told of where creating is hidden", async () => {
  using app = await createTestApp({ settings: { enable_recipient_creation_view: false } });
  for (const path of ["/sidebar", "/recipient"]) {
    const html = await (await app.get(path, NOBODY)).text();
    assertEquals([partsOf(html), problemsOf(html)], [["recipient"], ["recipient_not_found"]]);
    assertStringIncludes(html, "Recipient not found");
    assertFalse(html.includes("<form"));
  }
});

Deno.test("nobody can be created while no event is set for it", async () => {
  using app = await createTestApp({ settings: { double_opt_in_event: "" } });
  const html = await (await app.get("/sidebar", NOBODY)).text();
  assertEquals(problemsOf(html), ["creation_event_missing", "recipient_not_found"]);
  assertStringIncludes(html, "Error Response Code: Configuration Error");
  assertStringIncludes(html, "Error Response Body: Event required to create recipient");
  assertFalse(html.includes("<form"));
});

Deno.test("GET /recipient of nobody replaces the whole sidebar", async () => {
  using app = await createTestApp();
  const response = await app.get("/recipient", NOBODY);
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("HX-Retarget"), "#sidebar");
  assertEquals(response.headers.get("HX-Reswap"), "innerHTML");
  assertEquals(partsOf(await response.text()), ["create"]);
});

Deno.test("a requester without an address is told what to do, and Agillic nothing", async () => {
  using app = await createTestApp();
  for (const address of ["", "mette", "a b@example.dk", `${"a".repeat(250)}@example.dk`]) {
    for (const path of ["/sidebar", "/recipient", "/events", "/communications"]) {
      const response = await app.get(path, { "Requester-Email": address });
      assertEquals([path, response.status], [path, 200]);
      const html = await response.text();
      assertEquals(problemsOf(html), ["requester_without_email"]);
      assertStringIncludes(html, "The requester of this ticket has no e-mail address");
      assertFalse(html.includes("<form"));
    }
  }
  assertEquals(app.agillic.calls.length, 0);
});

Deno.test("an administrator finds the way to the configuration check, others do not", async () => {
  using app = await createTestApp();
  for (const place of [{}, NOBODY]) {
    const admin = await (await app.get("/sidebar", { ...place, "Agent-Role": "admin" })).text();
    assertStringIncludes(admin, 'hx-get="/setup"');
    for (const role of ["agent", "Admin", "", "end-user"]) {
      const other = await (await app.get("/sidebar", { ...place, "Agent-Role": role })).text();
      assertFalse(other.includes("/setup"), role);
    }
  }
});

Deno.test("the echo comes back as it was sent, but only one that is opaque", async () => {
  using app = await createTestApp();
  const echoes = { "a-Z_9": "a-Z_9", "": null, "a b": null, "mette@example.dk": null };
  for (const [sent, expected] of Object.entries(echoes)) {
    const { headers } = await app.get("/sidebar", {}, { Requester: sent });
    assertEquals(headers.get("Requester"), expected, sent);
  }
  const { headers } = await app.get("/sidebar", {}, { Requester: "x".repeat(65) });
  assertEquals(headers.get("Requester"), null);
});

Deno.test("the sidebar goes on without the store, without what was last done", async () => {
  using app = await createTestApp({ kv: null });
  const response = await app.get("/sidebar");
  assertEquals(response.status, 200);
  assertEquals(partsOf(await response.text()), [
    "summary",
    "events",
    "recipient",
    "communications",
  ]);
  assertEquals(app.log.at(-1)?.reason, "store_unavailable");
});

Deno.test("what does not exist is 404, with the headers of everything else", async () => {
  using app = await createTestApp();
  for (const path of ["/", "/unknown", "/events/4", "/sidebar/x", "/recipient/mette@example.dk"]) {
    const response = await app.request(path);
    assertEquals([path, response.status], [path, 404]);
    assertEquals(response.headers.get("Cache-Control"), "private, no-store");
    assertEquals(await response.text(), "Not found");
  }
});
