import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { type Verdict, VerdictText } from "./verdict.tsx";
import { type Language, LANGUAGES, textOf } from "./words/copy.ts";

function wordsOf(
  verdict: Exclude<Verdict, { kind: "nothing_sent" }>,
  language: Language = "en",
): string {
  return String(<VerdictText {...{ language, verdict }} />).replace(/<[^>]*>/g, "");
}

Deno.test("the verdict says since when all mail is unwanted, where that is known", () => {
  const since = "Mar 3, 2025";
  const said = [
    wordsOf({ kind: "unsubscribed" }),
    wordsOf({ kind: "unsubscribed", since }),
    wordsOf({ kind: "complaint" }),
    wordsOf({ kind: "complaint", since }),
  ];
  assertEquals(said, [
    "Unsubscribed: gets no marketing mail",
    "Unsubscribed since Mar 3, 2025: gets no marketing mail",
    "Marked our mail as spam: Agillic sends no more mail",
    "Marked our mail as spam on Mar 3, 2025: Agillic sends no more mail",
  ]);
});

Deno.test("the verdict names the sending domains whose mail is unwanted", () => {
  const news = { domain: "news.acme.com", since: "Mar 3, 2025" };
  const shop = { domain: "shop.acme.com" };
  const said = [
    wordsOf({ kind: "unsubscribed", domains: [news] }),
    wordsOf({ kind: "unsubscribed", domains: [shop, news, { domain: "" }] }),
    wordsOf({ kind: "unsubscribed", domains: [{ domain: "" }] }),
    wordsOf({ kind: "complaint", domains: [news, shop] }),
  ];
  assertEquals(said, [
    "Unsubscribed from news.acme.com since Mar 3, 2025",
    "Unsubscribed from shop.acme.com, news.acme.com since Mar 3, 2025, and domains not named here",
    "Unsubscribed from domains not named here",
    "Marked mail from news.acme.com (Mar 3, 2025) and shop.acme.com as spam",
  ]);
  assertEquals(
    wordsOf({ kind: "unsubscribed", domains: [shop, { domain: "" }] }, "de"),
    "Abgemeldet von shop.acme.com und hier nicht genannten Domains",
  );
});

Deno.test("an inactive address is never said to get no mail: it still does", () => {
  const stillSent = /still sent|stadig mails|skickas ändå|sendes fortsatt|trotzdem gesendet/;
  const notSent = /\b(?:no|nothing|not|ingen|inga|inget|ingenting|ikke|inte|keine?|nichts?)\b/i;
  for (const language of LANGUAGES) {
    const said = wordsOf({ kind: "inactive" }, language);
    assertMatch(said, stillSent);
    const [claim = ""] = said.split(",");
    assertNotMatch(claim, notSent);
  }
});

Deno.test("mail that bounced is not said to bounce hard: many soft bounces may be why", () => {
  for (const language of LANGUAGES) {
    for (const key of ["verdict.bounces", "verdict.bouncesSince"] as const) {
      assertNotMatch(textOf(language, key), /hard/i);
    }
  }
});

// One line has room for no more at 270 px, or with larger text: what is cut must not change what it says.
Deno.test("the verdict says in every language that mail bounces before it says since when", () => {
  const since = "Mar 3, 2025";
  for (const language of LANGUAGES) {
    assertMatch(wordsOf({ kind: "bounces", since }, language), new RegExp(`${since}$`));
  }
});
