import {
  assertEquals,
  assertFalse,
  assertMatch,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { createTestApp, NOW, type Place, type TestAppOptions } from "../app_fixture.ts";
import { communicationsOf, partsOf, problemsOf, textOf } from "./answers.ts";
import { historyOf, nextPageIn, pagesOf, verdictOf } from "./history.ts";

const EMPTY: Place = { "Requester-Email": "empty@example.dk", "Requester-Id": "502" };

/** Agillic answers this history and nothing else. */
function withHistory(rows: unknown): TestAppOptions {
  return { intercept: () => Response.json(rows) };
}

function pictureIn(html: string): string {
  return /<svg class="timeline".*<\/svg>(?=<p class="legend")/s.exec(html)?.[0] ?? "";
}

Deno.test("GET /communications shows three months, newest first, each with what became of it", async () => {
  using app = await createTestApp();

  const response = await app.get("/communications");

  assertEquals(response.status, 200);
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  assertEquals(response.headers.get("Requester"), "echo-1");
  const html = await response.text();
  const more = await historyOf(app, nextPageIn(html));
  assertEquals([partsOf(html), problemsOf(html)], [["communications"], []]);
  const rows = [...communicationsOf(html), ...communicationsOf(more)];
  assertEquals(rows.map(({ name, channel, activity }) => [name, channel, activity]), [
    ["How was your order?", "EMAIL", "opened"],
    ["STOP", "INBOUND_SMS", ""],
    ["Your parcel is ready", "SMS", ""],
    ["Your order 20117 is on its way", "TRANSACTIONAL_EMAIL", "clicked"],
    ["Chat follow-up", "WHATSAPP", ""],
    ["Preview of the sale", "EMAIL", "not_opened"],
    ["Newsletter no. 11", "EMAIL", "not_opened"],
    ["Points about to expire", "PUSH_NOTIFICATION", "opened"],
    ["Member evening", "EMAIL", "opened"],
    ["Retargeting audience", "GOOGLE_CM", ""],
    ["Newsletter no. 10", "EMAIL", "hard_bounced"],
    ["Lookalike audience", "FACEBOOK_CA", ""],
    ["Spring and autumn catalogue", "PRINT", ""],
    ["Welcome back offer", "EMAIL", "clicked"],
  ]);
  assertMatch(rows[0]?.text ?? "", /E-mail, Feb 10, 5:12\sAM Opened 5:52\sAM/);
  assertStringIncludes(rows[0]?.html ?? "", 'title="2026-02-10 04:12:05 UTC"');
  const words = ["Inbound SMS,", "SMS,", "Transactional e-mail,", "WHATSAPP,", "E-mail,", "E-mail,"]
    .concat(["Push notification,", "E-mail,", "Google customer match,", "E-mail,"])
    .concat(["Facebook custom audience,", "Print,", "E-mail,"]);
  for (const [index, word] of words.entries()) {
    assertStringIncludes(rows[index + 1]?.text ?? "", word);
  }
  for (const [index, word] of [[5, "Not Opened"], [3, "Clicked"], [10, "Hard Bounced"]] as const) {
    assertStringIncludes(rows[index]?.text ?? "", word);
  }
  assertFalse(html.includes("Anniversary catalogue"));
});

Deno.test("Agillic is asked once, for exactly three months", async () => {
  using app = await createTestApp();
  await historyOf(app);
  const [call, ...more] = app.agillic.calls;
  assertEquals(
    call?.path,
    "/recipients/EMAIL=mette%40example.dk/:listCommunicationHistory" +
      "?dateStart=2025-11-10T09%3A12%3A05.000Z&dateEnd=2026-02-10T09%3A12%3A05.000Z",
  );
  assertEquals(more, []);
});

Deno.test("what Agillic sends beyond the three months is not shown", async () => {
  const row = (communicationId: string, ms: number) => ({
    communicationId,
    communicationType: "SMS",
    executionTimestamp: new Date(ms).toISOString(),
  });
  const from = Date.UTC(2025, 10, 10, 9, 12, 5);
  using app = await createTestApp(
    withHistory([row("too old", from - 1_000), row("just in time", from), row("now", NOW)]),
  );
  assertEquals(communicationsOf(await historyOf(app)).map(({ name }) => name), [
    "now",
    "just in time",
  ]);
});

Deno.test("any order, spelling and lack of detail of Agillic's makes the same history", async () => {
  using plain = await createTestApp();
  const expected = communicationsOf(await historyOf(plain)).map(({ name, text }) => [name, text]);
  const ways = [
    { historyOrder: "newest" },
    { historyOrder: "none" },
    { clickedSpelling: "clickedTimestamp" },
    { timestampFormat: "iso" },
    { bouncedAs: "string" },
  ] as const;
  for (const way of ways) {
    using app = await createTestApp();
    app.agillic.set(way);
    const rows = communicationsOf(await historyOf(app)).map(({ name, text }) => [name, text]);
    assertEquals(rows, expected, JSON.stringify(way));
  }
});

Deno.test("without details nothing is said of what became of a communication", async () => {
  using app = await createTestApp();
  app.agillic.set({ historyWithoutAdditionalFields: true });
  const html = await historyOf(app);
  assertEquals(new Set(communicationsOf(html).map(({ activity }) => activity)), new Set([""]));
  assertFalse(/Not Opened|Opened|https:/.test(textOf(html)));
});

Deno.test("a stored copy is a link when it is https, and only then", async () => {
  using app = await createTestApp();
  const html = (await pagesOf(app)).join("");
  const linked = communicationsOf(html).filter((row) => row.html.includes("<a "));
  assertEquals(linked.map(({ name }) => name).includes("Preview of the sale"), false);
  assertEquals(linked.length, 6);
  for (const { html } of linked) {
    assertMatch(html, / href="https:\/\/mail\.example\.net\/stored\/\w+" target="_blank"/);
    assertStringIncludes(html, 'rel="noopener noreferrer"');
  }
  assertFalse(html.includes("javascript:"));
});

Deno.test("names and channels that hold markup are text", async () => {
  using app = await createTestApp();
  const place = { "Requester-Email": "script@example.dk" };
  const html = await historyOf(app, "/communications", place);
  const [row] = communicationsOf(html);
  assertEquals(row?.name, `"><script>alert(1)</script>`);
  assertEquals(row?.channel, `"><SCRIPT>ALERT(1)</SCRIPT>`);
  const picture = await historyOf(app, "/communications/picture", place);
  assertStringIncludes(picture, "&lt;script&gt;alert(1)");
  assertFalse(/<script|javascript:/i.test(html + picture));
});

Deno.test("an empty history says so, and so does a channel without one", async () => {
  using app = await createTestApp();
  const empty = await historyOf(app, "/communications", EMPTY);
  assertStringIncludes(empty, "Nothing sent in the past three months");
  assertStringIncludes(empty, 'data-announce="0 communications"');
  assertEquals(verdictOf(empty), "Nothing sent in the past three months");
  assertFalse(/class="toolbar"|Show all/.test(empty));
  const picture = await historyOf(app, "/communications/picture", EMPTY);
  assertEquals(textOf(picture), "Nothing sent in the past three months");
  const fax = await historyOf(app, "/communications?channel=FAX");
  assertStringIncludes(fax, "Nothing sent in this channel in the past three months");
  assertStringIncludes(fax, 'class="toolbar"');
  assertStringIncludes(fax, "Show all messages");
});

Deno.test("rows that say little are shown with what they say, those without a time last", async () => {
  using app = await createTestApp(withHistory([
    { communicationId: "No time", communicationType: "EMAIL" },
    { communicationType: "sms", executionTimestamp: "10.02.2026 08:00:00" },
    { communicationId: "Odd time", communicationType: "PRINT", executionTimestamp: "soon" },
    null,
    {},
  ]));
  const html = await historyOf(app);
  const rows = communicationsOf(html);
  assertEquals(rows.map(({ name, channel }) => [name, channel]), [
    ["", "SMS"],
    ["No time", "EMAIL"],
    ["Odd time", "PRINT"],
  ]);
  assertEquals(rows.slice(1).map(({ html }) => html.includes("<time")), [false, false]);
  assertMatch(rows[1]?.text ?? "", /E-mail, -/);
});

Deno.test("the history of nobody says so with the address", async () => {
  using app = await createTestApp();
  const html = await historyOf(app, "/communications", { "Requester-Email": "nobody@example.dk" });
  assertEquals(problemsOf(html), ["recipient_not_found"]);
  assertStringIncludes(html, "nobody@example.dk is not a recipient in Agillic.");
});

Deno.test("the picture of three months names its channels, months and ticket", async () => {
  using app = await createTestApp();
  const html = await historyOf(app, "/communications/picture");
  const picture = pictureIn(html);
  assertStringIncludes(picture, 'role="img" aria-label="Picture of the past three months: 13 ');
  assertStringIncludes(textOf(html), "and 1 more channel");
  assertEquals([...picture.matchAll(/<text[^>]*>(\w{3})</g)].map(([, month]) => month), [
    "Dec",
    "Jan",
    "Feb",
    "SMS",
  ]);
  assertEquals([...picture.matchAll(/<use href="#m-/g)].length, 13);
  const [title] = [...picture.matchAll(/<title>(.*?)<\/title>/g)].map(([, text = ""]) => text);
  assertMatch(title ?? "", /^How was your order\?, Feb 10, 5:12\sAM, Opened$/);
  assertStringIncludes(picture, "72 h before the ticket");
  assertStringIncludes(picture, ">Transactional e-mail</text>");
});

Deno.test("inbound SMS is drawn differently from SMS", async () => {
  using app = await createTestApp();
  const html = await historyOf(app);
  const drawingOf = (channel: string) => {
    const row = communicationsOf(html).find((row) => row.channel === channel);
    return /<path d="([^"]*)"/.exec(row?.html ?? "")?.[1] ?? "";
  };
  const [sms, inbound] = [drawingOf("SMS"), drawingOf("INBOUND_SMS")];
  assertMatch(sms, /^M/);
  assertMatch(inbound, /^M/);
  assertNotEquals(sms, inbound);
});
