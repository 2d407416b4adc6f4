import { assertEquals } from "@std/assert";
import {
  compose,
  formatLocaleOf,
  isCopyKey,
  type Language,
  languageOf,
  LANGUAGES,
  say,
  sayCount,
  textOf,
} from "./copy.ts";
import { type Copy, copy as en } from "./en/copy.ts";
import { responseLines } from "../for_administrator.tsx";
import * as languages from "./languages.ts";

const english: Copy = en;
const translations = LANGUAGES.filter((language) => language !== "en")
  .map((language): [Language, Copy] => [language, languages[language].copy]);

Deno.test("every language has the keys of English, in its order", () => {
  for (const [, copy] of translations) assertEquals(Object.keys(copy), Object.keys(en));
});

Deno.test("every text has the placeholders of the English one", () => {
  for (const [language, copy] of translations) {
    for (const [key, text] of textsOf(copy)) {
      assertEquals(
        placeholders(text),
        placeholders(new Map(textsOf(english)).get(key) ?? ""),
        `${language}: ${key}`,
      );
    }
  }
});

Deno.test("every text is there, and translated unless it is a name or the vendor's wording", () => {
  const same =
    /^(app$|environment\.staging|by\.|channel\.|setup\.check\.|problem\.(status|code)|events\.title|activity\.withTime|activity\.hard_bounced|activityLog\.(agent|event|ticket)$|setup\.report)/;
  for (const [language, copy] of translations) {
    const texts = new Map(textsOf(english));
    for (const [key, text] of textsOf(copy)) {
      assertEquals(text.trim() !== "", true, `${language}: ${key}`);
      if (!same.test(key)) assertEquals(text === texts.get(key), false, `${language}: ${key}`);
    }
  }
});

Deno.test("every sentence is said somewhere", async () => {
  const parts = new URL("../../contract/parts.ts", import.meta.url);
  const sources = [await Deno.readTextFile(parts)];
  for await (const { name } of Deno.readDir(new URL("..", import.meta.url))) {
    if (/\.tsx?$/.test(name) && !name.includes("_test.")) {
      sources.push(await Deno.readTextFile(new URL(`../${name}`, import.meta.url)));
    }
  }
  const text = sources.join("\n");
  const computed =
    /^(problem\..+\.(title|what|next)|environment\.|channel\.|by\.|verdict\.|setup\.(state|check)\.)/;
  const unused = Object.keys(en).filter((key) => !computed.test(key) && !text.includes(`"${key}"`));
  assertEquals(unused, []);
});

Deno.test("languageOf() knows regions and both Norwegians, and falls back to English", () => {
  const cases: [string, Language][] = [
    ["da", "da"],
    ["da-DK", "da"],
    ["sv_SE", "sv"],
    ["nb", "no"],
    ["nn-NO", "no"],
    ["no", "no"],
    ["de-AT", "de"],
    ["en-US", "en"],
    ["de-x-informal", "de"],
    ["da;q=0.8", "da"],
    ["zh-Hant", "en"],
    ["fr", "en"],
    ["", "en"],
  ];
  for (const [locale, language] of cases) assertEquals(languageOf(locale), language, locale);
});

Deno.test("formatLocaleOf() keeps region and clock, and nothing that would be another language", () => {
  const cases: [string, string][] = [
    ["de-AT", "de-AT"],
    ["en-US-u-hc-h23", "en-US-u-hc-h23"],
    ["de-x-informal", "de"],
    ["da-DK-u-ca-buddhist-nu-arab", "da-DK"],
    ["nb-NO", "no-NO"],
    ["nn-NO", "no-NO"],
    ["sv_SE", "sv-SE"],
    ["fr-FR", "en-GB"],
    ["zh-Hant", "en-GB"],
    ["", "en-GB"],
    // No tags, but their language is clear.
    ["da-x", "da"],
    ["da-1", "da"],
    ["de-u-hc-h23-u-hc-h12", "de"],
    ["en-", "en"],
  ];
  for (const [locale, formatLocale] of cases) {
    assertEquals(formatLocaleOf(locale), formatLocale, locale);
    assertEquals(Intl.DateTimeFormat.supportedLocalesOf(formatLocale), [formatLocale]);
  }
});

Deno.test("say() fills in what it is told, and nothing twice", () => {
  assertEquals(
    say("en", "recipient.matchedOn", { address: "{address}$&@b.dk" }),
    "Matched on {address}$&@b.dk",
  );
});

Deno.test("sayCount() takes the form that goes with the number", () => {
  const count = (number: number) => ({ number, text: String(number) });
  assertEquals(sayCount("en", "communications.announce", count(1)), "1 communication");
  assertEquals(sayCount("en", "communications.announce", count(0)), "0 communications");
  assertEquals(sayCount("de", "communications.announce", count(2)), "2 Nachrichten");
});

Deno.test("compose() keeps the order of each language", () => {
  assertEquals(compose("en", "asOf", { time: 7 }), ["as of ", 7, ""]);
});

Deno.test("what a sentence is told keeps its direction to itself, however it is told", () => {
  const hebrew = "\u2068שלום\u2069";
  assertEquals(say("en", "recipient.matchedOn", { address: "שלום" }), `Matched on ${hebrew}`);
  assertEquals(
    compose("en", "events.lastWithoutTicket", { when: 7, agent: "שלום" }),
    ["Last triggered ", 7, " by ", hebrew, ""],
  );
});

Deno.test("Danish calls a ticket a ticket, as Zendesk does, and the token is definite in Swedish", () => {
  assertEquals(JSON.stringify(languages.da).match(/.{20}\bsag(en|er|erne)?\b/gi), null);
  assertEquals(JSON.stringify(languages.sv).match(/.{20}(?<!\ben|kodad) token\b/gi), null);
});

Deno.test("isCopyKey() knows sentences, and nothing that every object has", () => {
  assertEquals(isCopyKey("channel.EMAIL"), true);
  assertEquals(isCopyKey("channel.CARRIER_PIGEON"), false);
  assertEquals(isCopyKey("toString"), false);
});

Deno.test("the vendor's wording stays as support knows it", () => {
  assertEquals(responseLines("event_not_valid"), ["Error Response Code: 404"]);
  assertEquals(responseLines("email_field_not_unique"), ["Error Response Code: 400"]);
  assertEquals(responseLines("token_invalid"), ["Error Response Code: 403"]);
  assertEquals(responseLines("creation_event_missing"), [
    "Error Response Code: Configuration Error",
    "Error Response Body: Event required to create recipient",
  ]);
  assertEquals(textOf("en", "problem.recipient_not_found.title"), "Recipient not found");
  assertEquals(textOf("en", "create.button"), "Create recipient and send double opt-in");
});

function textsOf(copy: Copy): [key: string, text: string][] {
  return Object.entries(copy).flatMap(([key, text]): [string, string][] =>
    typeof text === "string"
      ? [[key, text]]
      : Object.entries(text).map(([form, text]) => [`${key}.${form}`, text])
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
}
