import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp, type Place } from "../app_fixture.ts";
import { communicationsOf, personDataOf, problemsOf, textOf } from "./answers.ts";

type Words = { recipient: string; yes: string; notOpened: string; updated: string; asOf: string };

const LANGUAGES: Record<string, Words> = {
  "da": {
    recipient: "Modtager",
    yes: "Ja",
    notOpened: "Ikke åbnet",
    updated: "6. jan. 2025, 10.12",
    asOf: "pr. 10.12",
  },
  "sv": {
    recipient: "Mottagare",
    yes: "Ja",
    notOpened: "Inte öppnat",
    updated: "6 jan. 2025 10:12",
    asOf: "kl. 10:12",
  },
  "no": {
    recipient: "Mottaker",
    yes: "Ja",
    notOpened: "Ikke åpnet",
    updated: "6. jan. 2025, 10:12",
    asOf: "kl. 10:12",
  },
  "de": {
    recipient: "Empfänger",
    yes: "Ja",
    notOpened: "Nicht geöffnet",
    updated: "6. Jan. 2025, 10:12",
    asOf: "Stand 10:12",
  },
  "en-GB": {
    recipient: "Recipient",
    yes: "Yes",
    notOpened: "Not Opened",
    updated: "6 Jan 2025, 10:12",
    asOf: "as of 10:12",
  },
};

for (const [locale, words] of Object.entries(LANGUAGES)) {
  Deno.test(`an agent who reads ${locale} reads everything so`, async () => {
    using app = await createTestApp();
    const place = { "Agent-Locale": locale };
    const response = await app.get("/recipient", place);
    assertEquals(response.headers.get("Content-Language"), locale.slice(0, 2));
    const html = await response.text();
    assertStringIncludes(html, `<h2 id="recipient-heading" tabindex="-1">${words.recipient}</h2>`);
    const values = new Map(personDataOf(html));
    assertEquals(values.get("EMAIL_PERMISSION"), words.yes);
    assertEquals(values.get("EMAIL_PERMISSION_UPDATE"), words.updated);
    assertStringIncludes(textOf(html), words.asOf);
    const history = await (await app.get("/communications", place)).text();
    assertStringIncludes(communicationsOf(history)[5]?.text ?? "", words.notOpened);
  });
}

Deno.test("Danish words for what is wrong, and the codes that everybody needs", async () => {
  using app = await createTestApp();
  app.agillic.set({ down: true });
  const html = await (await app.get("/sidebar", { "Agent-Locale": "da-DK" })).text();
  assertEquals(problemsOf(html), ["agillic_unavailable"]);
  assertStringIncludes(html, "Prøv igen");
  assertStringIncludes(html, "agillic_unavailable");
  assertFalse(html.includes("Try again"));
});

Deno.test("a locale that there are no words for is English", async () => {
  using app = await createTestApp();
  for (const locale of ["fr", "xx", "", "%%%", "da_DK; rm"]) {
    const html = await (await app.get("/recipient", { "Agent-Locale": locale })).text();
    assertStringIncludes(html, ">Recipient</h2>", locale);
    assertEquals(new Map(personDataOf(html)).get("EMAIL_PERMISSION"), "Yes");
  }
});

Deno.test("dates and numbers go with the words: French ones beside English words would be two languages", async () => {
  using app = await createTestApp();
  for (const path of ["/recipient", "/communications", "/events"]) {
    const [french, english] = await Promise.all(
      ["fr-FR", "en-GB"].map(async (locale) =>
        textOf(await (await app.get(path, { "Agent-Locale": locale })).text())
      ),
    );
    assertEquals(french, english, path);
  }
});

Deno.test("a locale with extensions is its language", async () => {
  using app = await createTestApp();
  const words = { "de-x-informal": ">Empfänger</h2>", "en-US-u-hc-h23": ">Recipient</h2>" };
  for (const [locale, heading] of Object.entries(words)) {
    const html = await (await app.get("/recipient", { "Agent-Locale": locale })).text();
    assertStringIncludes(html, heading);
  }
  const history = await app.get("/communications", { "Agent-Locale": "en-US-u-hc-h23" });
  assertMatch(textOf(await history.text()), /Feb 10, 05:12 Opened/);
});

Deno.test("Norwegian is Norwegian by each of its tags, dates included", async () => {
  using app = await createTestApp();
  for (const locale of ["no", "nb", "nn-NO", "nb-no", "nn"]) {
    const html = await (await app.get("/recipient", { "Agent-Locale": locale })).text();
    assertStringIncludes(html, ">Mottaker</h2>");
    const updated = new Map(personDataOf(html)).get("EMAIL_PERMISSION_UPDATE");
    assertEquals(updated, LANGUAGES.no?.updated, locale);
  }
});

Deno.test("a locale that is no tag, or asks for other digits, has the dates of its words", async () => {
  using app = await createTestApp();
  for (const locale of ["da-x", "da-1", "da-DK-DK", "da-u-nu-arab", "da-u-ca-buddhist"]) {
    const html = await (await app.get("/recipient", { "Agent-Locale": locale })).text();
    assertStringIncludes(html, ">Modtager</h2>");
    const updated = new Map(personDataOf(html)).get("EMAIL_PERMISSION_UPDATE");
    assertEquals(updated, LANGUAGES.da?.updated, locale);
  }
});

Deno.test("times are the agent's, and exactly UTC on hover", async () => {
  using app = await createTestApp();
  const zones = {
    "Europe/Copenhagen": /^E-mail, 10 Feb, 05:12 Opened 05:52/,
    "America/New_York": /^E-mail, 9 Feb, 23:12 Opened 23:52/,
    "Asia/Kolkata": /^E-mail, 10 Feb, 09:42 Opened 10:22/,
    "Europe/Atlantis": /^E-mail, 10 Feb, 04:12 Opened 04:52/,
    "": /^E-mail, 10 Feb, 04:12/,
  };
  for (const [zone, shown] of Object.entries(zones)) {
    const place: Place = { "Agent-Locale": "en-GB", "Agent-Time-Zone": zone };
    const [row] = communicationsOf(await (await app.get("/communications", place)).text());
    assertMatch(row?.text.replace("How was your order? ", "") ?? "", shown);
    assertStringIncludes(row?.html ?? "", 'title="2026-02-10 04:12:05 UTC"');
  }
});

Deno.test("the months of the picture are the same wherever the agent is", async () => {
  using app = await createTestApp();
  for (const zone of ["Pacific/Honolulu", "Europe/Copenhagen", "Pacific/Auckland"]) {
    const place = { "Agent-Time-Zone": zone };
    const html = await (await app.get("/communications/picture", place)).text();
    const months = [...html.matchAll(/<text[^>]* dx="-?3"[^>]*>(\w+)</g)].map(([, month]) => month);
    assertEquals(months, ["Dec", "Jan", "Feb"], zone);
  }
});

Deno.test("a date of the calendar is the same day in every zone", async () => {
  using app = await createTestApp();
  for (const zone of ["Pacific/Honolulu", "Pacific/Auckland"]) {
    const html = await (await app.get("/recipient", { "Agent-Time-Zone": zone })).text();
    assertEquals(new Map(personDataOf(html)).get("BIRTHDATE"), "Mar 14, 1987");
  }
});
