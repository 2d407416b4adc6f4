import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp } from "../app_fixture.ts";
import { read } from "./actions.ts";
import { problemsOf } from "./answers.ts";
import { historyOf } from "./history.ts";

const PATH = "/communications/picture";

const heightIn = (html: string) => /<svg class="timeline"[^>]* height="(\d+)"/.exec(html)?.[1];

Deno.test("the history leaves a place as high as its picture, which is drawn when it is asked for", async () => {
  using app = await createTestApp();
  const html = await historyOf(app);
  assertStringIncludes(html, `id="communications-picture" class="picture" hx-trigger="intersect`);
  assertStringIncludes(html, `hx-trigger="intersect once" hx-get="${PATH}"`);
  assertFalse(html.includes("<use"));
  assertEquals(app.agillic.calls.length, 1);

  const picture = await historyOf(app, PATH);
  assertMatch(picture, /^<div id="communications-picture" class="picture" tabindex="-1"><svg/);
  assertEquals(heightIn(picture), heightIn(html));
  assertEquals(app.agillic.calls.length, 2);
});

Deno.test("a picture that fails says so in its own place, and can be tried again there", async () => {
  using app = await createTestApp();
  app.agillic.set({ down: true });
  const failed = await read(app.get(PATH));
  assertEquals([failed.status, problemsOf(failed.html)], [502, ["agillic_unavailable"]]);
  const retry =
    `id="communications-picture-retry" hx-get="${PATH}" hx-target="#communications-picture"`;
  assertStringIncludes(failed.html, retry);
  assertFalse(failed.html.includes("<section"));
  app.agillic.set({ down: false });
  assertEquals((await read(app.get(PATH))).status, 200);
});

Deno.test("there is no picture of nobody, nor where the history is switched off", async () => {
  using app = await createTestApp();
  const nobody = await read(app.get(PATH, { "Requester-Email": "nobody@example.dk" }));
  assertEquals(problemsOf(nobody.html), ["recipient_not_found"]);
  using off = await createTestApp({ settings: { enable_communication_history_view: false } });
  assertEquals((await read(off.get(PATH))).html, "");
  assertEquals(off.agillic.calls.length, 0);
});
