/** How Person Data is laid out: labels, folds, and what is copied. */
import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { personDataOf, textOf } from "./answers.ts";

/** The fields and what they are called, as they stand. */
function labelsOf(html: string): [field: string, label: string][] {
  return [...html.matchAll(/<dt title="([^"]+)">(.*?)<\/dt>/g)]
    .map(([, field = "", label = ""]) => [field, textOf(label)]);
}

async function recipientOf(app: TestApp, place: Place = {}): Promise<string> {
  return await (await app.get("/recipient", place)).text();
}

/** The words on the fold, what is before it and what is in it. */
function foldOf(html: string) {
  const [before = "", behind = ""] = html.split("<details>");
  const [summary = "", folded = ""] = behind.split("</summary>");
  return { summary: textOf(summary), shown: personDataOf(before), folded: personDataOf(folded) };
}

Deno.test("fields are called by our words, by their names as texts, or as the settings say", async () => {
  using app = await createTestApp({
    settings: {
      person_data_field_list: "FIRSTNAME,EMAIL_PERMISSION,LOYALTY_TIER,CITY,MEMBER",
      person_data_labels: "CITY=Town, CITY@da=Bopæl, MEMBER@nb=Klubb, EMAIL_PERMISSION@sv=Samtycke",
    },
  });
  const readers = {
    "en-US": ["First name", "E-mail permission", "Loyalty tier", "Town", "Member"],
    da: ["Fornavn", "E-mailtilladelse", "Loyalty tier", "Bopæl", "Medlem"],
    sv: ["Förnamn", "Samtycke", "Loyalty tier", "Town", "Medlem"],
    "nn-NO": ["Fornavn", "E-posttillatelse", "Loyalty tier", "Town", "Klubb"],
    de: ["Vorname", "E-Mail-Einwilligung", "Loyalty tier", "Town", "Mitglied"],
  };
  for (const [locale, labels] of Object.entries(readers)) {
    const html = await recipientOf(app, { "Agent-Locale": locale });
    assertEquals(labelsOf(html).map(([, label]) => label), labels, locale);
  }
});

Deno.test("those who share an address are told apart by the same labels", async () => {
  using app = await createTestApp({
    settings: { person_data_field_list: "FIRSTNAME,EMAIL", person_data_labels: "EMAIL@da=Post" },
  });
  app.agillic.set({ emailUnique: false });
  const place = { "Requester-Email": "shared@example.dk", "Requester-Id": "507" };
  const html = await (await app.get("/sidebar", { ...place, "Agent-Locale": "da" })).text();
  assertStringIncludes(html, "<small>Post: shared@example.dk</small>");
  assertStringIncludes(html, "<small>Agillic-id: .F0ag</small>");
});

Deno.test("empty fields are folded into one line, in their order, each with a hyphen", async () => {
  using app = await createTestApp();
  const html = await recipientOf(app, { "Requester-Email": "unsubscribed@example.dk" });
  const { summary, shown, folded } = foldOf(html);
  assertEquals(shown.map(([field]) => field), [
    "FIRSTNAME",
    "LASTNAME",
    "EMAIL",
    "EMAIL_PERMISSION",
    "EMAIL_PERMISSION_UPDATE",
  ]);
  assertEquals(summary, "7 empty fields");
  assertEquals(folded, [
    ["MSISDN", "-"],
    ["CITY", "-"],
    ["BIRTHDATE", "-"],
    ["CUSTOMER_SINCE", "-"],
    ["LOYALTY_POINTS", "-"],
    ["FAVOURITE_PRODUCT", "-"],
    ["MEMBER", "-"],
  ]);
});

Deno.test("one empty field or two are rows: a fold would be a line, too", async () => {
  for (const [list, isFolded] of [["EMAIL,CITY,MEMBER", false], ["CITY,MEMBER,MSISDN", true]]) {
    using app = await createTestApp({ settings: { person_data_field_list: String(list) } });
    const html = await recipientOf(app, { "Requester-Email": "empty@example.dk" });
    assertEquals(html.includes("<details>"), isFolded);
  }
});

Deno.test("after twelve fields the rest is folded, together with what is empty", async () => {
  const filled = Array.from({ length: 16 }, (_, index) => `FIELD_${index + 1}`);
  using app = await createTestApp({
    settings: {
      person_data_field_list: [...filled, "A", "B", "C"].join(","),
      person_data_labels: "",
    },
    intercept: ({ pathname }) =>
      /\/recipients\/[^/]+$/.test(pathname)
        ? Response.json({ personData: Object.fromEntries(filled.map((name) => [name, "x"])) })
        : undefined,
  });
  const { summary, shown, folded } = foldOf(await recipientOf(app));
  assertEquals(summary, "4 more fields, 3 empty fields");
  assertEquals(shown.map(([field]) => field), filled.slice(0, 12));
  assertEquals(folded.map(([field]) => field), [...filled.slice(12), "A", "B", "C"]);
});

Deno.test("a field that Agillic does not have stays in sight", async () => {
  using app = await createTestApp({
    settings: {
      person_data_field_list: "EMAIL,CITY,FRISTNAME,MEMBER,MSISDN",
      person_data_labels: "",
    },
  });
  await app.get("/setup");
  const html = await recipientOf(app, { "Requester-Email": "empty@example.dk" });
  const { summary, shown } = foldOf(html);
  assertEquals(summary, "3 empty fields");
  assertEquals(shown, [["EMAIL", "empty@example.dk"], ["FRISTNAME", "Not a field in Agillic"]]);
});

Deno.test("all that is said of the fields is copied at once, a line each", async () => {
  using app = await createTestApp({
    settings: { person_data_field_list: "FIRSTNAME,EMAIL,MEMBER,CITY,BIRTHDATE,COMPLAINT" },
  });
  const html = await recipientOf(app);
  assertEquals(
    textOf(/id="copy-all" title="Copy all"[^>]* data-copy="([^"]*)"/.exec(html)?.[1] ?? ""),
    "First name: Mette E-mail: mette@example.dk Member: Yes City: Aarhus Date of birth: Mar 14, 1987",
  );
  const buttons = [...html.matchAll(/<button[^>]* id="copy-[A-Z]+"[^>]*>/g)];
  assertEquals(buttons.length, 5);
  for (const [button] of buttons) assertStringIncludes(button, 'tabindex="-1"');
});

Deno.test("where there is nothing to copy there is no button for it", async () => {
  using app = await createTestApp({ settings: { person_data_field_list: "CITY" } });
  const html = await recipientOf(app, { "Requester-Email": "empty@example.dk" });
  assertFalse(html.includes("copy-all"));
});
