import { assert, assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp, NOW, type Place } from "../app_fixture.ts";
import { communicationsOf, partsOf, problemsOf, textOf } from "./answers.ts";
import { channelsIn, historyOf, nextPageIn, pagesOf } from "./history.ts";

const EMPTY: Place = { "Requester-Email": "empty@example.dk", "Requester-Id": "502" };
const HOUR_MS = 3_600_000;

/** Forty a channel, half of which are called Forårsudsalg. */
async function withSales() {
  const app = await createTestApp();
  for (let number = 0; number < 80; number++) {
    app.agillic.addCommunication("empty@example.dk", {
      name: `${number % 4 < 2 ? "Forårsudsalg" : "Newsletter"} ${number}`,
      channel: number % 2 === 0 ? "EMAIL" : "SMS",
      sentAt: NOW - number * HOUR_MS,
    });
  }
  return app;
}

Deno.test("GET /communications?find= finds names over all three months, whatever their case and accents", async () => {
  using app = await withSales();
  const pages = await pagesOf(app, "/communications?find=FORAARSUDSALG", EMPTY);
  assertEquals(pages.map((html) => communicationsOf(html).length), [0]);
  for (const find of ["forårsudsalg", "FORARSUDSALG", " rsUDs "]) {
    const path = `/communications?find=${encodeURIComponent(find)}`;
    const names = (await pagesOf(app, path, EMPTY)).flatMap(communicationsOf)
      .map(({ name }) => name);
    assertEquals([names.length, new Set(names).size], [40, 40], find);
    assert(names.every((name) => name.startsWith("Forårsudsalg ")), find);
  }
});

Deno.test("a search asks Agillic once, on every page of what it finds", async () => {
  using app = await withSales();
  const first = await historyOf(app, "/communications?find=news", EMPTY);
  assertEquals(app.agillic.calls.length, 1);
  await historyOf(app, nextPageIn(first), EMPTY);
  assertEquals(app.agillic.calls.length, 2);
  await historyOf(app, "/communications/list?find=news", EMPTY);
  assertEquals(app.agillic.calls.length, 3);
});

Deno.test("search and filter go together, and further pages keep both", async () => {
  using app = await withSales();
  const pages = await pagesOf(app, "/communications?channel=SMS&find=newsletter", EMPTY);
  const rows = pages.map(communicationsOf);
  assertEquals(rows.map(({ length }) => length), [10, 10]);
  for (const { channel, name } of rows.flat()) {
    assertEquals([channel, name.startsWith("Newsletter ")], ["SMS", true]);
  }
  const [first = ""] = pages;
  assertStringIncludes(first, 'data-announce="SMS, newsletter: 20 communications"');
  assertStringIncludes(first, 'name="find" value="newsletter"');
  assertStringIncludes(first, "<details open");
  assertEquals(channelsIn(first).filter(({ isChosen }) => isChosen).map(({ value }) => value), [
    "SMS",
  ]);
});

Deno.test("GET /communications/list answers the list alone, as what narrows it stays where it is", async () => {
  using app = await withSales();
  const html = await historyOf(app, "/communications/list?channel=all&find=newsletter", EMPTY);
  assertEquals([partsOf(html), problemsOf(html)], [[], []]);
  assertFalse(/class="toolbar"|<svg class="timeline"/.test(html));
  assertEquals(communicationsOf(html).length, 10);
  assertStringIncludes(html, 'id="communications-list" data-announce="newsletter: 40 ');
  // What failed before is over.
  assertStringIncludes(html, '<div id="communications-notice" class="notice"></div>');
  assertStringIncludes(nextPageIn(html) ?? "", "?find=newsletter&before=");
});

Deno.test("what nothing is called says so, and has a way back", async () => {
  using app = await withSales();
  for (const path of ["/communications", "/communications/list"]) {
    const html = await historyOf(app, `${path}?find=%3Cb%3ESale`, EMPTY);
    assertStringIncludes(textOf(html), "No message is called “<b>Sale”");
    assertStringIncludes(html, 'data-announce="No message is called “&lt;b&gt;Sale”"');
    assertStringIncludes(html, 'id="communications-all" hx-get="/communications" hx-target=');
  }
  const sms = await historyOf(app, "/communications?channel=SMS&find=x", EMPTY);
  assertStringIncludes(textOf(sms), "No message in this channel is called “x”");
});

Deno.test("a search for nothing is none, and no search makes a fault", async () => {
  using app = await withSales();
  for (const find of ["", "%20"]) {
    const html = await historyOf(app, `/communications?channel=all&find=${find}`, EMPTY);
    assertStringIncludes(html, 'data-announce="80 communications"');
    assertFalse(html.includes("<details open"));
  }
  for (const find of ["%00", "%ED%A0%80", "(", "%5C", "x".repeat(4_000), "%E2%80%AE"]) {
    assertEquals(partsOf(await historyOf(app, `/communications?find=${find}`, EMPTY)), [
      "communications",
    ]);
  }
});

Deno.test("what is looked for is in no line of the log", async () => {
  using app = await withSales();
  await historyOf(app, "/communications?find=bodil", EMPTY);
  await historyOf(app, "/communications/list?find=bodil", EMPTY);
  assertFalse(JSON.stringify(app.log).toLowerCase().includes("bodil"));
  assertFalse(JSON.stringify(app.agillic.calls).includes("bodil"));
});

Deno.test("a look at what came keeps what the list is narrowed by", async () => {
  using app = await withSales();
  const since = NOW - 1_000;
  const html = await historyOf(
    app,
    `/communications/since/${since}/4?channel=SMS&find=news`,
    EMPTY,
  );
  const rows = communicationsOf(html);
  assertEquals(rows.length, 10);
  assert(rows.every(({ channel, name }) => channel === "SMS" && name.startsWith("Newsletter")));
});

Deno.test("a mark of the picture has the list begin at its row, where that is on a later page", async () => {
  using app = await createTestApp();
  const html = await historyOf(app);
  const picture = await historyOf(app, "/communications/picture");
  const ids = [...picture.matchAll(/data-leads-to="communication-([^"]*)"/g)]
    .map(([, key = ""]) => key);
  const key = ids.find((key) => !html.includes(`id="communication-${key}"`));
  assertStringIncludes(html, 'id="communications-from" name="from" hidden');

  const placed = await historyOf(app, `/communications?from=${key}`);
  const [first] = communicationsOf(placed);
  assertStringIncludes(first?.html ?? "", `id="communication-${key}"`);
  assertStringIncludes(placed, "<details open");
  // What was pressed stays in sight, and is not asked for again.
  assertStringIncludes(placed, picture);
  assertFalse(placed.includes("/communications/picture"));
  assertStringIncludes(textOf(placed), "Show all messages");
});
