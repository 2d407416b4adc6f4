import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import type { Switches } from "../../simulators/agillic/switches.ts";
import { createTestApp } from "../app_fixture.ts";
import {
  achieved,
  afterTimeout,
  auditOf,
  countAchieveCalls,
  firstAction,
  read,
} from "./actions.ts";
import { actionIn, textOf } from "./answers.ts";

const ACHIEVE = "POST /recipients/:id/events/:event/:achieveEvent";

/** Agillic does it, or not, and its answer never comes or says nothing. */
const UNKNOWN: { name: string; switches: Partial<Switches>; done: number }[] = [
  { name: "the connection breaks after it was done", switches: { dropAfterDoingNext: 1 }, done: 1 },
  { name: "no answer comes after it was done", switches: { stallAfterDoingNext: 1 }, done: 1 },
  { name: "no answer comes and nothing was done", switches: { hangNext: 1 }, done: 0 },
  { name: "the connection breaks before it was done", switches: { dropNext: 1 }, done: 0 },
  { name: "every connection breaks", switches: { down: true }, done: 0 },
  { name: "it answers 500", switches: { failNext: 1, failStatus: 500 }, done: 0 },
  { name: "it answers 502", switches: { failNext: 1, failStatus: 502 }, done: 0 },
  { name: "it answers 503", switches: { failNext: 1, failStatus: 503 }, done: 0 },
  { name: "it answers 504", switches: { failNext: 1, failStatus: 504 }, done: 0 },
];

for (const { name, switches, done } of UNKNOWN) {
  Deno.test(`an action's outcome is unknown when ${name}, and it is never called again`, async () => {
    using app = await createTestApp();
    const action = await firstAction(app);
    app.agillic.set({ ...switches, onlyRoutes: [ACHIEVE] });

    const first = await read(
      afterTimeout(
        app,
        app.post("/events/1", action),
        switches,
        () => countAchieveCalls(app) === 1,
      ),
    );
    app.agillic.set({ down: false, onlyRoutes: [] });
    app.clock.now += 5 * 60_000;
    const again = await read(app.post("/events/1", action));

    for (const { status, problem, html } of [first, again]) {
      assertEquals([status, problem], [504, "outcome_unknown"]);
      assertMatch(textOf(html), /It may have been triggered, or not\. Check the history before/);
      assertNotMatch(textOf(html), /Event triggered|Try again/);
    }
    assertEquals([achieved(app), countAchieveCalls(app)], [done, 1]);
    assertEquals(auditOf(app).map(({ outcome, repeated }) => [outcome, repeated]), [
      ["unknown", false],
      ["unknown", true],
    ]);
  });
}

Deno.test("an unknown outcome stands beside the button, and blocks it for the cool-down", async () => {
  using app = await createTestApp();
  app.agillic.set({ dropAfterDoingNext: 1 });
  const { html } = await read(app.post("/events/1", await firstAction(app)));

  assertMatch(textOf(html), /Outcome unknown: tried now by Mette Agent, ticket #101/);
  const blocked = await read(app.post("/events/1", actionIn(html)));
  assertEquals([blocked.status, blocked.problem], [429, "cooling_down"]);
  assertEquals(achieved(app), 1);
});

Deno.test("a connection that was refused sent nothing, and the action may be tried again", async () => {
  let refusing = true;
  using app = await createTestApp({
    intercept: ({ pathname }) => {
      if (!refusing || !pathname.endsWith("/:achieveEvent")) return undefined;
      throw new TypeError(
        "error sending request: client error (Connect): tcp connect error: Connection refused (os error 111)",
      );
    },
  });
  const refused = await read(app.post("/events/1", await firstAction(app)));
  refusing = false;

  assertEquals([refused.status, refused.problem], [502, "agillic_unavailable"]);
  assertEquals((await app.post("/events/1", actionIn(refused.html))).status, 200);
  assertEquals([achieved(app), countAchieveCalls(app)], [1, 1]);
});

Deno.test("Agillic's answer counts whatever stands in it", async () => {
  for (
    const fault of ["emptyBodyNext", "halfBodyNext", "htmlBodyNext", "brokenBodyNext"] as const
  ) {
    using app = await createTestApp();
    const action = await firstAction(app);
    app.agillic.set({ [fault]: 1 });

    assertEquals((await app.post("/events/1", action)).status, 200, fault);
    assertEquals(achieved(app), 1);
  }
});

Deno.test("a redirect is not followed: its outcome is unknown", async () => {
  let calls = 0;
  using app = await createTestApp({
    intercept: ({ pathname }) => {
      if (!pathname.endsWith("/:achieveEvent")) return undefined;
      calls++;
      return new Response(null, { status: 307, headers: { location: "https://other.example/" } });
    },
  });

  assertEquals(
    (await read(app.post("/events/1", await firstAction(app)))).problem,
    "outcome_unknown",
  );
  assertEquals(calls, 1);
});
