import { assert, assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { read } from "./actions.ts";
import { problemsOf, textOf } from "./answers.ts";

const CALL = "GET /recipients/:id/targetGroups";
const SETTINGS = { target_groups: "Newsletter readers\nNear a shop\nLoyal customers" };

/** The target groups that are shown, in their order. */
function groupsIn(html: string): string[] {
  const list = /<ul class="badges" aria-label="Target groups">(.*?)<\/ul>/s.exec(html)?.[1] ?? "";
  return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, name = ""]) => textOf(name));
}

async function start(
  settings: Record<string, string | boolean> = SETTINGS,
): Promise<TestApp & Disposable> {
  return await createTestApp({ settings });
}

Deno.test("only target groups that the settings list are shown, in their order", async () => {
  for (const targetGroupShape of ["objects", "names", "envelope"] as const) {
    using app = await start();
    app.agillic.set({ targetGroupShape });
    const { status, html } = await read(app.get("/groups"));
    assertEquals([status, groupsIn(html)], [200, ["Newsletter readers", "Loyal customers"]]);
    assertFalse(html.includes("churn"), "what the settings do not list was sent");
    assertEquals(app.agillic.counts.get(CALL), 1);
    assertEquals(app.agillic.calls.length, 1);
  }
});

Deno.test("a recipient in none of them is said to be in none", async () => {
  using app = await start();
  const { html } = await read(app.get("/groups", { "Requester-Email": "empty@example.dk" }));
  assertEquals(textOf(html), "In none of the chosen target groups.");
});

Deno.test("the recipient leaves a place that loads them, only where the settings list some", async () => {
  using app = await start();
  const { html } = await read(app.get("/recipient"));
  assertStringIncludes(html, 'data-view="groups" hx-trigger="load" hx-get="/groups"');
  assertFalse(app.agillic.counts.has(CALL));
  using none = await start({});
  assertFalse((await read(none.get("/sidebar"))).html.includes("/groups"));
  assertEquals((await read(none.get("/groups"))).html, "");
  using off = await start({ ...SETTINGS, enable_recipient_view: false });
  assertEquals((await read(off.get("/groups"))).html, "");
  assertFalse(off.agillic.counts.has(CALL));
});

Deno.test("target groups that fail say so in their own place, and can be tried again there", async () => {
  using app = await start();
  app.agillic.set({ down: true });
  const failed = await read(app.get("/groups"));
  assertEquals([failed.status, problemsOf(failed.html)], [502, ["agillic_unavailable"]]);
  assert(/id="groups-retry" hx-get="\/groups" hx-target="#groups"/.test(failed.html), failed.html);
  assertFalse(failed.html.includes("<section"));
  app.agillic.set({ down: false });
  assertEquals((await read(app.get("/groups"))).status, 200);
});

Deno.test("an instance without target groups, or with others than is known, is not taken for none", async () => {
  for (const answer of [new Response("", { status: 404 }), Response.json([{ id: 7 }])]) {
    using app = await createTestApp({
      settings: SETTINGS,
      intercept: ({ pathname }) => pathname.endsWith("/targetGroups") ? answer : undefined,
    });
    const { html } = await read(app.get("/groups"));
    assertEquals(problemsOf(html), ["agillic_answer_unknown"]);
  }
});

Deno.test("target groups are those of the recipient that was chosen", async () => {
  using app = await start();
  app.agillic.set({ emailUnique: false });
  const shared = { "Requester-Email": "mette@example.dk" };
  const { html } = await read(app.get("/sidebar", shared));
  const name = /\{&quot;Recipient&quot;:&quot;([^&]+)&quot;\}/.exec(html)?.[1] ?? "";
  const chosen = await read(app.get("/groups", shared, { Recipient: name }));
  assertEquals(groupsIn(chosen.html), ["Newsletter readers", "Loyal customers"]);
  assertStringIncludes(app.agillic.calls.at(-1)?.path ?? "", "AGILLIC_ID");
  assertEquals(problemsOf((await read(app.get("/groups", shared))).html), [
    "email_field_not_unique",
  ]);
});
