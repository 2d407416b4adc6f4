/** Who sees the activity. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { NOBODY, read } from "./actions.ts";
import { rowsOf, signInAs, trigger } from "./activity.ts";
import { textOf } from "./answers.ts";

const LINK = 'hx-get="/activity"';

Deno.test("GET /activity is of one installation of one account", async () => {
  const secret = "settings-secret-of-the-other-0123456789";
  using app = await createTestApp({
    accounts: {
      acme: { settingsSecrets: ["development-settings-secret-0123456789abcdef"] },
      other: { settingsSecrets: [secret] },
    },
  });
  const elsewhere = [
    await signInAs(app, { installationId: "567" }),
    await signInAs(app, { subdomain: "other", secret }),
  ];
  await trigger(app);
  for (const headers of elsewhere) {
    const html = await (await app.get("/activity", {}, headers)).text();
    assertStringIncludes(textOf(html), "Nothing was triggered in the past 90 days");
    await trigger(app, { slot: 3, headers });
    assertEquals(rowsOf(await (await app.get("/activity", {}, headers)).text()).length, 1);
  }
  assertEquals(rowsOf(await (await app.get("/activity")).text()).length, 1);
});

Deno.test("GET /activity and the link to it are for the agents whom the account names, else for all", async () => {
  const acme = { settingsSecrets: ["development-settings-secret-0123456789abcdef"] };
  const cases = [
    { limits: {}, mette: 200, anders: 200 },
    { limits: { activityFor: ["9002"] }, mette: 403, anders: 200 },
    { limits: { activityFor: [] }, mette: 403, anders: 403 },
  ];
  for (const { limits, ...expected } of cases) {
    using app = await createTestApp({ accounts: { acme: { ...acme, limits } } });
    await trigger(app);
    const agents = [
      [expected.mette, await signInAs(app, { agentId: 9001 })],
      [expected.anders, await signInAs(app, { agentId: 9002 })],
    ] as const;
    for (const [expectedStatus, headers] of agents) {
      // What the browser says of itself opens nothing.
      const place = { "Agent-Role": "admin" };
      const { status, html, problem } = await read(app.get("/activity", place, headers));
      const isAllowed = expectedStatus === 200;
      assertEquals([status, problem], [expectedStatus, isAllowed ? "" : "activity_not_allowed"]);
      assertEquals(rowsOf(html).length, isAllowed ? 1 : 0);
      assertMatch(html, /hx-get="\/sidebar"[^>]*>Back</);
      const sidebars = [{}, NOBODY, { "Requester-Email": "" }];
      for (const place of sidebars) {
        const sidebar = await (await app.get("/sidebar", place, headers)).text();
        assertEquals(sidebar.includes(LINK), isAllowed, JSON.stringify(place));
      }
    }
  }
});

Deno.test("GET /activity is for agents who have signed in", async () => {
  using app = await createTestApp();
  const none = await read(app.request("/activity"));
  assertEquals([none.status, none.problem], [401, "session_required"]);
});
