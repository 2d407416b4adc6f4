import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { auditOf, NOBODY, read } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";

const READ_ONLY = { READ_ONLY: "1" };

Deno.test("a read-only app shows everything and offers no action", async () => {
  using app = await createTestApp({ env: READ_ONLY });
  const { status, html } = await read(app.get("/sidebar"));

  assertEquals(status, 200);
  assertMatch(html, /data-field="FIRSTNAME"/);
  assertEquals(html.match(/Read-only: events cannot be triggered at present\./g)?.length, 3);
  assertEquals(html.match(/<input type="hidden" name="action" value=""/g)?.length, 3);
  assertNotMatch(html, /<button type="submit"/);
  for (const path of ["/recipient", "/events", "/communications"]) {
    assertEquals((await app.get(path)).status, 200, path);
  }
});

Deno.test("a read-only app offers nobody to be created", async () => {
  using app = await createTestApp({ env: READ_ONLY });
  const { html } = await read(app.get("/sidebar", NOBODY));

  assertMatch(textOf(html), /Read-only: recipients cannot be created at present\./);
  assertNotMatch(html, /<form|name="action"/);
});

Deno.test("a read-only app refuses actions from before it was switched, with nothing sent and a line in the log", async () => {
  using kv = await Deno.openKv(":memory:");
  using before = await createTestApp({ kv });
  const event = actionIn(await (await before.get("/events")).text());
  const create = actionIn(await (await before.get("/sidebar", NOBODY)).text(), "create-recipient");
  using app = await createTestApp({ kv, env: READ_ONLY });

  const triggered = await read(app.post("/events/1", event));
  const created = await read(app.post("/recipient", create, NOBODY));

  for (const { status, problem, html } of [triggered, created]) {
    assertEquals([status, problem], [403, "read_only"]);
    assertMatch(textOf(html), /Actions are switched off at present\. Nothing was sent\./);
  }
  assertMatch(triggered.html, /^<form id="event-1"/);
  assertEquals(app.agillic.calls, []);
  assertEquals(
    auditOf(app).map(({ kind, outcome, code }) => [kind, outcome, code]),
    [["event", "refused", "read_only"], ["create", "refused", "read_only"]],
  );
});

Deno.test("READ_ONLY 0 switches nothing off", async () => {
  using app = await createTestApp({ env: { READ_ONLY: "0" } });
  const action = actionIn(await (await app.get("/events")).text());
  assertEquals((await app.post("/events/1", action)).status, 200);
});
