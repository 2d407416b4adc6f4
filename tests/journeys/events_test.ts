import { assertEquals, assertStringIncludes } from "@std/assert";
import { actionIn, createTestApp } from "../test_app.ts";

Deno.test("POST /events/1 triggers the configured event once", async () => {
  using app = await createTestApp();
  const action = actionIn(await (await app.get("/events")).text());

  const first = await app.post("/events/1", action);

  assertEquals(first.status, 200);
  assertStringIncludes(await first.text(), "Event triggered");
  assertEquals(app.agillic.achieved("mette@example.dk", "welcome_event"), 1);
});
