/** Events beyond the three slots of their own settings. */
import { assertEquals, assertMatch } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { read } from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";
import { achieved, METTE } from "./event_values.ts";

Deno.test("more events have slots of their own, which they keep where a line is faulty", async () => {
  using app = await createTestApp({
    settings: {
      more_events: [
        "order_late | Apologise | For a late order | order: ORDER_ID=Order number",
        " | without a name",
        "pause_communication | Pause again",
      ].join("\n"),
    },
  });
  const html = await (await app.get("/events")).text();
  const slots = [...html.matchAll(/data-event-slot="(\d+)"/g)].map(([, slot]) => slot);
  assertEquals(slots, ["1", "2", "3", "4", "6"]);
  const posted = await read(
    app.post("/events/4", actionIn(html, "event-4"), {}, {}, { ORDER_ID: "7" }),
  );
  assertEquals([posted.status, achieved(app)], [200, 1]);
  assertEquals((await app.post("/events/6", actionIn(html, "event-6"))).status, 200);
  assertEquals(app.agillic.achieved(METTE, "pause_communication"), 1);
  // An action of another slot is not this one's.
  const other = await read(app.post("/events/6", actionIn(html, "event-4")));
  assertEquals([other.status, other.problem], [410, "action_expired"]);
});

Deno.test("what the account does not allow is no event, and no event without what resumes it", async () => {
  using app = await createTestApp({
    env: { ALLOWED_EVENTS: "welcome_event,double_opt_in,pause_communication" },
    settings: {
      more_events: "order_late\npause_communication | Pause | | | order_late\nwelcome_event",
    },
  });
  const html = await (await app.get("/events")).text();
  const slots = [...html.matchAll(/data-event-slot="(\d+)"/g)].map(([, slot]) => slot);
  assertEquals(slots, ["1", "2", "3", "6"]);
  const admin = await (await app.get("/sidebar", { "Agent-Role": "admin" })).text();
  assertMatch(textOf(admin), /Settings to correct: More Events/);
});
