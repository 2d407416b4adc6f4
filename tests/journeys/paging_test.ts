import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp, NOW, type Place, type TestApp } from "../app_fixture.ts";
import { communicationsOf, linksOf, partsOf } from "./answers.ts";
import { channelsIn, historyOf, nextPageIn, pagesOf } from "./history.ts";

const DAY_MS = 86_400_000;
const BUSY: Place = { "Requester-Email": "busy@example.dk", "Requester-Id": "505" };

/** The names on all pages, and how many of them each page had. */
async function showAll(app: TestApp, path: string, place: Place) {
  const pages = (await pagesOf(app, path, place)).map(communicationsOf);
  return { names: pages.flat().map(({ name }) => name), sizes: pages.map(({ length }) => length) };
}

Deno.test("the pages of a long history hold each communication once, in order", async () => {
  using app = await createTestApp();
  const { names, sizes } = await showAll(app, "/communications", BUSY);
  assertEquals(sizes, [10, ...Array(11).fill(25), 15]);
  assertEquals(names.map((name) => Number(name.split(" ").at(-1))), descending(300));
  assertEquals(app.agillic.calls.length, 13);
});

Deno.test("a later page is rows alone, and says where it goes on", async () => {
  using app = await createTestApp();
  const first = await historyOf(app, "/communications", BUSY);
  const next = nextPageIn(first) ?? "";
  assertMatch(next, /^\/communications\?before=\d+\.\d+$/);
  const html = await historyOf(app, next, BUSY);
  assert(html.startsWith("<li data-communication"));
  assertEquals(partsOf(html), []);
  assertStringIncludes(html, 'tabindex="-1"');
  assertEquals(linksOf(html).filter((link) => link.includes("before=")).length, 1);
});

Deno.test("a page that cannot be loaded has its problem above the history", async () => {
  using app = await createTestApp();
  const button = /<button[^>]* id="communications-more"[^>]*>/.exec(
    await historyOf(app, "/communications", BUSY),
  )
    ?.[0];
  assertStringIncludes(button ?? "", 'hx-target="#communications-more-row" hx-swap="outerHTML"');
  for (const status of ["4xx", "5xx"]) {
    assertStringIncludes(
      button ?? "",
      `hx-status:${status}="target:#communications-notice select:.problem swap:innerHTML"`,
    );
  }
});

Deno.test("communications of the same moment are paged once each", async () => {
  using app = await createTestApp();
  for (let number = 0; number < 60; number++) {
    app.agillic.addCommunication("empty@example.dk", {
      name: `Number ${number}`,
      channel: "SMS",
      sentAt: NOW - (number < 40 ? 1 : 2) * DAY_MS,
    });
  }
  const { names, sizes } = await showAll(app, "/communications", {
    "Requester-Email": "empty@example.dk",
  });
  assertEquals(sizes, [10, 25, 25]);
  assertEquals(new Set(names).size, 60);
});

Deno.test("a communication that arrives meanwhile repeats none", async () => {
  using app = await createTestApp();
  const first = await historyOf(app, "/communications", BUSY);
  app.clock.now += 60_000;
  app.agillic.addCommunication("busy@example.dk", { name: "New", channel: "SMS" });
  const next = nextPageIn(first) ?? "";
  const rows = communicationsOf(await historyOf(app, next, BUSY));
  assertEquals(
    rows.map(({ name }) => Number(name.split(" ").at(-1))),
    descending(290).slice(0, 25),
  );
});

Deno.test("what is no place in the history is its beginning", async () => {
  using app = await createTestApp();
  for (const before of ["", "x", "1", "-1.0", "1.1.1", "'%3Bdrop"]) {
    const html = await historyOf(app, `/communications?before=${before}`, BUSY);
    assertEquals(partsOf(html), ["communications"], before);
  }
  assertEquals(await historyOf(app, "/communications?before=0.0", BUSY), "");
});

Deno.test("the filter counts each channel, most used first, and keeps the counts", async () => {
  using app = await createTestApp();
  const all = channelsIn(await historyOf(app, "/communications", BUSY));
  assertEquals(all.slice(0, 4).map(({ words, value }) => [words, value]), [
    ["All 300", "all"],
    ["E-mail 134", "EMAIL"],
    ["Transactional e-mail 34", "TRANSACTIONAL_EMAIL"],
    ["Facebook custom audience 33", "FACEBOOK_CA"],
  ]);
  assertEquals(all.filter(({ isChosen }) => isChosen).map(({ value }) => value), ["all"]);
  const sms = channelsIn(await historyOf(app, "/communications?channel=SMS", BUSY));
  assertEquals(sms.map(({ words }) => words), all.map(({ words }) => words));
  assertEquals(sms.filter(({ isChosen }) => isChosen).map(({ value }) => value), ["SMS"]);
});

Deno.test("a channel is paged on its own, and refreshed on its own", async () => {
  using app = await createTestApp();
  const path = "/communications?channel=EMAIL";
  const { names, sizes } = await showAll(app, path, BUSY);
  assertEquals(sizes, [10, 25, 25, 25, 25, 24]);
  assertEquals(new Set(names).size, 134);
  const html = await historyOf(app, path, BUSY);
  assertEquals(new Set(communicationsOf(html).map(({ channel }) => channel)), new Set(["EMAIL"]));
  const refresh = /<button[^>]*id="communications-refresh"[^>]*>/.exec(html)?.[0] ?? "";
  assertStringIncludes(refresh, 'hx-include="#communications-toolbar"');
});

Deno.test("“Show more” for a recipient who is gone meanwhile replaces the whole history", async () => {
  using app = await createTestApp();
  const next = nextPageIn(await historyOf(app, "/communications", BUSY)) ?? "";
  const gone = await app.get(next, { ...BUSY, "Requester-Email": "gone@example.dk" });
  assertEquals(gone.status, 200);
  assertEquals(gone.headers.get("HX-Retarget"), "#communications");
  assertEquals(gone.headers.get("HX-Reswap"), "outerHTML");
  assertStringIncludes(await gone.text(), 'data-problem="recipient_not_found"');
});

function descending(from: number): number[] {
  return Array.from({ length: from }, (_, index) => from - index);
}
