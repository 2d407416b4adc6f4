import {
  assertEquals,
  assertFalse,
  assertLess,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { paths } from "../../contract/paths.ts";
import { createTestApp, NOW } from "../app_fixture.ts";
import { communicationsOf, partsOf, textOf } from "./answers.ts";
import { channelsIn, historyOf } from "./history.ts";

const MINUTE_MS = 60_000;

function sent(communicationType: unknown, index = 0) {
  return {
    communicationId: `Number ${index}`,
    communicationType,
    executionTimestamp: new Date(NOW - (index + 1) * MINUTE_MS).toISOString(),
  };
}

function withChannels(...channels: unknown[]) {
  return createTestApp({ intercept: () => Response.json(channels.map(sent)) });
}

Deno.test("what has no channel is named in every language, and can be filtered by", async () => {
  using app = await withChannels("EMAIL", undefined, "", "EMAIL", " ", ...Array(6).fill("SMS"));
  const names = { en: "No channel", da: "Ingen kanal", sv: "Ingen kanal", no: "Ingen kanal" };
  for (const [locale, name] of Object.entries({ ...names, de: "Ohne Kanal" })) {
    const html = await historyOf(app, "/communications", { "Agent-Locale": locale });
    assertEquals(channelsIn(html)[2]?.words, `${name} 3`, locale);
    assertStringIncludes(communicationsOf(html)[1]?.text ?? "", `${name},`);
  }
  const path = "/communications?channel=";
  const html = await historyOf(app, path);
  assertEquals(communicationsOf(html).map(({ channel }) => channel), ["", "", ""]);
  assertEquals(channelsIn(html).filter(({ isChosen }) => isChosen).map(({ value }) => value), [""]);
});

Deno.test("what has no channel is paged on its own", async () => {
  using app = await withChannels(...Array(30).fill(""), "EMAIL");
  const html = await historyOf(app, "/communications?channel=");
  const next = / hx-get="([^"]*before=[^"]*)"/.exec(html)?.[1] ?? "";
  assertStringIncludes(next, "channel=&amp;before=");
  const rows = communicationsOf(await historyOf(app, textOf(next)));
  assertEquals(rows.map(({ channel }) => channel), Array(20).fill(""));
});

Deno.test("a channel called ALL is another than all of them", async () => {
  using app = await withChannels("ALL", "EMAIL", "all");
  const html = await historyOf(app, "/communications?channel=ALL");
  assertEquals(communicationsOf(html).map(({ channel }) => channel), ["ALL", "ALL"]);
  assertEquals(channelsIn(html), [
    { id: "channels-all", value: "all", words: "All 3", isChosen: false },
    { id: "channel-ALL", value: "ALL", words: "ALL 2", isChosen: true },
    { id: "channel-EMAIL", value: "EMAIL", words: "E-mail 1", isChosen: false },
  ]);
  const all = await historyOf(app, "/communications?channel=all");
  assertEquals(communicationsOf(all).length, 3);
});

Deno.test("of 300 channels two are beside All, and the others are in the fold", async () => {
  const channels = Array.from({ length: 300 }, (_, index) => `CHANNEL_${index + 100}`);
  using app = await withChannels(...channels, ...channels.slice(-10));
  const html = await historyOf(app);
  assertEquals(channelsIn(html).length, 301);
  const [line = "", fold = ""] = html.split("<details");
  assertEquals(channelsIn(line).map(({ words }) => words), [
    "All 310",
    "CHANNEL_390 2",
    "CHANNEL_391 2",
  ]);
  assertEquals(channelsIn(fold).length, 298);
  assertMatch(fold, /^ ?><summary/);
  const picture = await historyOf(app, "/communications/picture");
  assertStringIncludes(textOf(picture), "and 292 more channels");

  const chosen = await historyOf(app, "/communications?channel=CHANNEL_150");
  assertEquals(communicationsOf(chosen).map(({ channel }) => channel), ["CHANNEL_150"]);
  assertEquals(channelsIn(chosen).filter(({ isChosen }) => isChosen).map(({ value }) => value), [
    "CHANNEL_150",
  ]);
  assertStringIncludes(chosen, "<details open");
});

Deno.test("of thousands of channels the most used can be chosen, and it says how many more there are", async () => {
  using app = await withChannels(
    ...Array.from({ length: 2_000 }, (_, index) => `CHANNEL ${"x".repeat(300)} ${index}`),
    ...Array.from({ length: 1_000 }, (_, index) => `CHANNEL ${index}`),
  );
  const html = await historyOf(app);
  assertEquals(channelsIn(html).length, 301);
  assertStringIncludes(html, "and 701 more channels");
  assertLess(html.length, 150_000);
});

Deno.test("nine messages need nothing to narrow them, ten do", async () => {
  using nine = await withChannels(...Array(8).fill("EMAIL"), "SMS");
  assertFalse(/class="toolbar"|\/picture/.test(await historyOf(nine)));
  const filtered = await historyOf(nine, "/communications?channel=SMS");
  assertStringIncludes(filtered, 'class="toolbar"');
  assertFalse(filtered.includes("/communications/picture"));
  using ten = await withChannels(...Array(9).fill("EMAIL"), "SMS");
  const html = await historyOf(ten);
  assertStringIncludes(html, 'class="toolbar"');
  assertStringIncludes(html, 'hx-trigger="intersect once" hx-get="/communications/picture"');
});

Deno.test("no value of the filter makes a fault, and each names one channel at most", async () => {
  using app = await withChannels("EMAIL", "\ud800X", "A&B=<C>", "SMS");
  for (
    const channel of ["%E0%A4%A", "%00", "%ED%A0%80", "constructor", "__proto__", "a&channel=b"]
  ) {
    const html = await historyOf(app, `/communications?channel=${channel}`);
    assertEquals(partsOf(html), ["communications"], channel);
    assertStringIncludes(html, "Nothing sent in this channel in the past three months");
  }
  const long = await historyOf(app, `/communications?channel=${"x".repeat(4_000)}`);
  assertFalse(long.includes("x".repeat(201)));
  const channels = channelsIn(await historyOf(app, "/communications?channel=x")).slice(1);
  assertEquals(channels.length, 4);
  for (const { value } of channels) {
    const path = paths.communications({ channel: value });
    assertEquals(communicationsOf(await historyOf(app, path)).length, 1, path);
  }
});

Deno.test("a filter by a channel that is gone meanwhile can be taken back", async () => {
  using app = await withChannels("SMS");
  assertFalse((await historyOf(app)).includes('class="toolbar"'));
  const html = await historyOf(app, "/communications?channel=EMAIL");
  assertStringIncludes(html, "Nothing sent in this channel in the past three months");
  assertEquals(channelsIn(html)[0]?.value, "all");
  assertMatch(html, /<button type="button" id="communications-all" hx-get="\/communications"/);
});
