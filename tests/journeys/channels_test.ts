import { assert, assertEquals, assertFalse, assertLess, assertStringIncludes } from "@std/assert";
import { createTestApp, NOW } from "../app_fixture.ts";
import { communicationsOf, partsOf, textOf } from "./answers.ts";
import { historyOf } from "./history.ts";

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

/** The buttons of the filter: name, count, path and whether it is pressed. */
function buttonsIn(html: string) {
  const button =
    /<button type="button" id="([^"]*)" aria-pressed="(\w+)" hx-get="([^"]*)"[^>]*>(.*?)<\/button>/g;
  return [...html.matchAll(button)].map(([, id, pressed, path, words = ""]) => ({
    id,
    path: textOf(path ?? ""),
    words: textOf(words),
    pressed: pressed === "true",
  }));
}

const optionsIn = (html: string) =>
  [...html.matchAll(/<option value="([^"]*)"( selected)?/g)]
    .map(([, value, selected]) => ({ value, selected: selected !== undefined }));

Deno.test("what has no channel is named in every language, and can be filtered by", async () => {
  using app = await withChannels("EMAIL", undefined, "", "EMAIL", " ");
  const names = { en: "No channel", da: "Ingen kanal", sv: "Ingen kanal", no: "Ingen kanal" };
  for (const [locale, name] of Object.entries({ ...names, de: "Ohne Kanal" })) {
    const html = await historyOf(app, "/communications", { "Agent-Locale": locale });
    assertEquals(buttonsIn(html)[1]?.words, `${name} 3`, locale);
    assertStringIncludes(communicationsOf(html)[1]?.text ?? "", `${name},`);
  }
  const path = "/communications?channel=";
  const html = await historyOf(app, path);
  assertEquals(communicationsOf(html).map(({ channel }) => channel), ["", "", ""]);
  assertEquals(buttonsIn(html).filter(({ pressed }) => pressed).map(({ path }) => path), [path]);
  assertStringIncludes(html, `id="communications-refresh"`);
  assertStringIncludes(html, `hx-get="${path}" hx-target="#communications"`);
});

Deno.test("what has no channel is paged on its own", async () => {
  using app = await withChannels(...Array(30).fill(""), "EMAIL");
  const html = await historyOf(app, "/communications?channel=");
  const next = / hx-get="([^"]*before=[^"]*)"/.exec(html)?.[1] ?? "";
  assertStringIncludes(next, "channel=&amp;before=");
  const rows = communicationsOf(await historyOf(app, textOf(next)));
  assertEquals(rows.map(({ channel }) => channel), Array(5).fill(""));
});

Deno.test("a channel called ALL is another than all of them", async () => {
  using app = await withChannels("ALL", "EMAIL", "all");
  const html = await historyOf(app, "/communications?channel=ALL");
  assertEquals(communicationsOf(html).map(({ channel }) => channel), ["ALL", "ALL"]);
  assertEquals(buttonsIn(html), [
    { id: "channels-all", path: "/communications", words: "All 3", pressed: false },
    { id: "channel-ALL", path: "/communications?channel=ALL", words: "ALL 2", pressed: true },
    {
      id: "channel-EMAIL",
      path: "/communications?channel=EMAIL",
      words: "E-mail 1",
      pressed: false,
    },
  ]);
});

Deno.test("of 300 channels the ten most used are buttons, and the others are in one list", async () => {
  const channels = Array.from({ length: 300 }, (_, index) => `CHANNEL_${index + 100}`);
  using app = await withChannels(...channels, ...channels.slice(-10));
  const html = await historyOf(app);
  assertEquals(buttonsIn(html).length, 11);
  assertEquals(buttonsIn(html)[1]?.words, "CHANNEL_390 2");
  assertEquals(optionsIn(html).length, 290);
  assertFalse(html.includes("more channels</option>"));
  assertStringIncludes(html, '<form hx-get="/communications" hx-target="#communications"');
  assertStringIncludes(
    html,
    '<select id="channels-other" name="channel" aria-label="More channels"',
  );
  assertStringIncludes(html, '<button type="submit" id="channels-show">Show</button>');
  assertStringIncludes(textOf(html), "and 292 more channels");

  const chosen = await historyOf(app, "/communications?channel=CHANNEL_150");
  assertEquals(communicationsOf(chosen).map(({ channel }) => channel), ["CHANNEL_150"]);
  assertEquals(optionsIn(chosen).filter(({ selected }) => selected), [
    { value: "CHANNEL_150", selected: true },
  ]);
});

Deno.test("thousands of channels end in a list that says how many more there are", async () => {
  using app = await withChannels(
    ...Array.from({ length: 2_000 }, (_, index) => `CHANNEL ${"x".repeat(300)} ${index}`),
    ...Array.from({ length: 1_000 }, (_, index) => `CHANNEL ${index}`),
  );
  const html = await historyOf(app);
  assertEquals(optionsIn(html).length, 290);
  assertStringIncludes(html, "<option disabled>and 701 more channels</option>");
  assertLess(html.length, 100_000);
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
  const paths = buttonsIn(await historyOf(app)).slice(1).map(({ path }) => path);
  for (const path of paths) {
    assertEquals(communicationsOf(await historyOf(app, path)).length, 1, path);
  }
});

Deno.test("a filter by a channel that is gone meanwhile can be taken back", async () => {
  using app = await withChannels("SMS");
  assertFalse((await historyOf(app)).includes('class="filter"'));
  const html = await historyOf(app, "/communications?channel=EMAIL");
  assertStringIncludes(html, "Nothing sent in this channel in the past three months");
  assert(buttonsIn(html).some(({ path }) => path === "/communications"));
});
