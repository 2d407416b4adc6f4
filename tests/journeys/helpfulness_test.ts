import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp, NOW, type Place, type TestApp } from "../app_fixture.ts";
import { communicationsOf, textOf } from "./answers.ts";
import { historyAfterRecipient, verdictOf } from "./history.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

async function possibleCauses(app: TestApp, createdAt: string): Promise<string[]> {
  const html = await (await app.get("/communications", { "Ticket-Created-At": createdAt })).text();
  return communicationsOf(html).filter(({ html }) => html.includes(" data-cause="))
    .map(({ name }) => name);
}

Deno.test("communications of the 72 hours before the ticket are marked as a possible cause", async () => {
  using app = await createTestApp();
  const at = (ms: number) => new Date(NOW - ms).toISOString();
  assertEquals(await possibleCauses(app, at(HOUR_MS)), [
    "How was your order?",
    "Your parcel is ready",
    "Your order 20117 is on its way",
  ]);
  // Not the customer's own "STOP" of 30 hours ago.
  assertEquals(await possibleCauses(app, at(30 * HOUR_MS)), [
    "Your parcel is ready",
    "Your order 20117 is on its way",
  ]);
  assertEquals(await possibleCauses(app, at(31 * HOUR_MS + 1_000)), [
    "Your order 20117 is on its way",
  ]);
  assertEquals(await possibleCauses(app, at(14 * DAY_MS - 72 * HOUR_MS + 1_000)), [
    "Newsletter no. 11",
  ]);
  assertEquals(await possibleCauses(app, at(14 * DAY_MS - 72 * HOUR_MS)), []);
});

Deno.test("without a ticket's time nothing is a possible cause", async () => {
  using app = await createTestApp();
  for (const createdAt of ["", "yesterday"]) assertEquals(await possibleCauses(app, createdAt), []);
});

Deno.test("one line says what becomes of mail to this recipient", async () => {
  using app = await createTestApp();
  const verdicts = {
    "mette@example.dk": "4 of 7 e-mails opened",
    "bounced@example.dk": "Mail has bounced since Jan 11, 2026",
    "unsubscribed@example.dk": "Unsubscribed since Jan 21, 2026: gets no marketing mail",
    "empty@example.dk": "Nothing sent in the past three months",
  };
  for (const [address, verdict] of Object.entries(verdicts)) {
    const html = await historyAfterRecipient(app, { "Requester-Email": address });
    assertEquals(verdictOf(html), verdict, address);
  }
});

Deno.test("the sidebar says of delivery what the recipient does", async () => {
  using app = await createTestApp();
  const place = { "Requester-Email": "bounced@example.dk" };
  for (const path of ["/sidebar", "/recipient"]) {
    assertEquals((await app.get(path, place)).headers.get("Recipient-State"), "bounces");
  }
});

Deno.test("a word on delivery that there is not is not believed", async () => {
  using app = await createTestApp();
  const states = ["", "fine", "<script>", "bounces,complaint", "unsubscribed mette@example.dk/"];
  for (const word of states) {
    const response = await app.get("/communications", {}, { "Recipient-State": word });
    assertEquals(verdictOf(await response.text()), "4 of 7 e-mails opened", word);
  }
});

Deno.test("a sentence for the reply is in the requester's language, else in the agent's", async () => {
  using app = await createTestApp();
  const sentences: [place: Place, sentence: string][] = [
    [{}, "On Feb 10, 2026 we sent you “How was your order?” by e-mail."],
    [{ "Requester-Locale": "de" }, "Am 10. Feb. 2026 haben wir Ihnen „How was your order?“"],
    [{ "Agent-Locale": "da" }, "Den 10. feb. 2026 sendte vi dig"],
    [{ "Agent-Locale": "da", "Requester-Locale": "sv" }, "Den 10 feb. 2026 skickade vi"],
    [{ "Requester-Locale": "nn-NO" }, "Den 10. feb. 2026 sendte vi deg"],
    [{ "Requester-Locale": "de-x-informal" }, "Am 10. Feb. 2026 haben wir Ihnen"],
    [
      { "Agent-Locale": "da", "Requester-Locale": "fr" },
      "On 10 Feb 2026 we sent you “How was your order?” by e-mail.",
    ],
    [{ "Agent-Locale": "da", "Requester-Locale": "zh-Hant" }, "On 10 Feb 2026 we sent you"],
  ];
  for (const [place, sentence] of sentences) {
    const [row] = communicationsOf(await (await app.get("/communications", place)).text());
    const insert = textOf(/ data-insert="([^"]*)"/.exec(row?.html ?? "")?.[1] ?? "");
    assertStringIncludes(insert, sentence);
    assertStringIncludes(row?.html ?? "", 'data-ticket="101"');
  }
});

Deno.test("a sentence about a message that bounced says so", async () => {
  const bounced = {
    communicationId: "Offer",
    communicationType: "EMAIL",
    executionTimestamp: "09.02.2026 10:00:00",
    additionalFields: { bounced: "true" },
  };
  using app = await createTestApp({ intercept: () => Response.json([bounced]) });
  const sentences = {
    en: "On Feb 9, 2026 we sent you “Offer” by e-mail, but it bounced.",
    da: "Den 9. feb. 2026 sendte vi dig “Offer” pr. e-mail, men beskeden kunne ikke leveres.",
    sv: "Den 9 feb. 2026 skickade vi dig ”Offer” via e-post, men meddelandet kunde inte levereras.",
    no: "Den 9. feb. 2026 sendte vi deg «Offer» på e-post, men meldingen kunne ikke leveres.",
    de: "Am 9. Feb. 2026 haben wir Ihnen „Offer“ per E-Mail gesendet, " +
      "die Nachricht konnte aber nicht zugestellt werden.",
  };
  for (const [locale, sentence] of Object.entries(sentences)) {
    const html = await (await app.get("/communications", { "Requester-Locale": locale })).text();
    assertEquals(/ data-insert="([^"]*)"/.exec(html)?.[1], sentence);
  }
});

Deno.test("without a ticket there is no reply to insert a sentence into", async () => {
  using app = await createTestApp();
  const html = await (await app.get("/communications", { "Ticket-Id": "" })).text();
  assertEquals(communicationsOf(html).length, 10);
  assertFalse(html.includes("data-insert"));
});

Deno.test("a value of Person Data can be copied as it is shown, an empty one cannot", async () => {
  using app = await createTestApp({ settings: { person_data_field_list: "EMAIL,CITY" } });
  const html = await (await app.get("/recipient", { "Requester-Email": "empty@example.dk" }))
    .text();
  assertEquals([...html.matchAll(/ data-copy="([^"]*)"/g)].map(([, value]) => value), [
    "E-mail: empty@example.dk",
    "empty@example.dk",
  ]);
});
