/** What is masked is in no answer, whatever is asked for. */
import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { DEFAULT_SETTINGS } from "../../simulators/zendesk/settings.ts";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import {
  actionIn,
  assertWithout,
  eventsWarningOf,
  personDataOf,
  problemsOf,
  textOf,
} from "./answers.ts";

const MASKED = { masked_person_data: "MSISDN, BIRTHDATE" };
const HIDDEN = ["4520123456", "1987", "Mar 14"];
const SHARED: Place = { "Requester-Email": "shared@example.dk", "Requester-Id": "507" };

/** Every answer about a place, its headers included. */
async function answersOf(app: TestApp, place: Place = {}): Promise<[path: string, text: string][]> {
  const first = await app.get("/sidebar", place, { History: "behind" });
  const name = first.headers.get("Recipient");
  const headers: Record<string, string> = name === null ? {} : { Recipient: name };
  const answers: [string, Response][] = [["/sidebar", first]];
  for (const path of ["/recipient", "/events", "/communications", "/setup"]) {
    answers.push([path, await app.get(path, place, headers)]);
  }
  const events = await (await app.get("/events", place, headers)).text();
  answers.push(["POST /events/1", await app.post("/events/1", actionIn(events), place, headers)]);
  return await Promise.all(answers.map(async ([path, response]): Promise<[string, string]> => [
    path,
    JSON.stringify([...response.headers]) + await response.text(),
  ]));
}

Deno.test("a masked value is in no answer, and a button stands in its place", async () => {
  using app = await createTestApp({ settings: MASKED });
  for (const [path, text] of await answersOf(app)) assertWithout(text, HIDDEN, path);

  const html = await (await app.get("/recipient")).text();
  assertMatch(
    html,
    /<div data-field="MSISDN" data-masked=""><dt title="MSISDN">Mobile<\/dt><dd><button[^>]* aria-label="Show: Mobile"/,
  );
  assertStringIncludes(html, 'hx-post="/recipient/values/BIRTHDATE"');
  assertStringIncludes(textOf(/ data-copy="([^"]*)"/.exec(html)?.[1] ?? ""), "City: Aarhus");
  assertFalse(html.includes('id="copy-MSISDN"'));
});

Deno.test("whether a masked field is empty is withheld, too", async () => {
  using app = await createTestApp({ settings: MASKED });
  const html = await (await app.get("/recipient", { "Requester-Email": "empty@example.dk" }))
    .text();
  assertEquals(html.match(/ data-masked=""/g)?.length, 2);
  assertStringIncludes(html, "9 empty fields");
});

Deno.test("of those to choose from nothing masked is said: name, address and identifier neither", async () => {
  using app = await createTestApp({
    settings: { masked_person_data: "FIRSTNAME,EMAIL,AGILLIC_ID" },
  });
  app.agillic.set({ emailUnique: false });
  const html = await (await app.get("/sidebar", SHARED)).text();
  assertWithout(html, ["Ida", "Otto", "shared@example.dk", ".F0a"], "matches");
  assertEquals([...html.matchAll(/<strong>(Recipient \d)</g)].map(([, title]) => title), [
    "Recipient 1",
    "Recipient 2",
  ]);
  const sealed = [...html.matchAll(/hx-headers="([^"]+)"/g)]
    .map(([, headers = ""]) => JSON.parse(textOf(headers)).Recipient);
  const chosen = await (await app.get("/sidebar", SHARED, { Recipient: sealed[1] })).text();
  // The address is Zendesk's here, by which the recipient was looked up.
  assertWithout(chosen, ["Otto", ".F0a"], "chosen");
  assertStringIncludes(textOf(chosen), "Recipient 2, 2 of 2");
});

Deno.test("a creation shows nothing masked of whom it finds", async () => {
  using app = await createTestApp({ settings: MASKED });
  const place = { "Requester-Email": "nobody@example.dk", "Requester-Id": "510" };
  const form = await (await app.get("/sidebar", place)).text();
  // Somebody else creates them meanwhile.
  app.agillic.addRecipient({
    EMAIL: "nobody@example.dk",
    MSISDN: "4520123499",
    BIRTHDATE: "1987-03-14",
  });
  const answer = await app.post("/recipient", actionIn(form, "create-recipient"), place);
  const html = await answer.text();
  assertStringIncludes(html, 'data-field="MSISDN"');
  assertWithout(html, [...HIDDEN, "4520123499"], "POST /recipient");
});

Deno.test("that mail does not arrive is said in any case, but no masked date of it", async () => {
  using app = await createTestApp({
    settings: { masked_person_data: "UNSUBSCRIBED,UNSUBSCRIBED_DATE" },
  });
  const place = { "Requester-Email": "unsubscribed@example.dk", "Requester-Id": "503" };
  const response = await app.get("/sidebar", place);
  assertEquals(response.headers.get("Recipient-State"), "unsubscribed");
  assertEquals(
    eventsWarningOf(await response.text()),
    "Unsubscribed: gets no marketing mail",
  );
});

Deno.test("settings that may mean to mask something show nobody until they are corrected", async () => {
  using app = await createTestApp({ settings: { masked_person_data: "MSISDN, birthdate" } });
  const response = await app.get("/sidebar");
  const html = await response.text();
  assertEquals(problemsOf(html), ["settings_invalid"]);
  assertStringIncludes(html, "Masked Person Data");
  assertWithout(html, [...HIDDEN, "Holm"], "/sidebar");
  app.agillic.set({ emailUnique: false });
  const matches = await (await app.get("/sidebar", SHARED)).text();
  assertWithout(matches, ["Ida", "Otto"], "matches");
  assertEquals((await app.post("/recipient/values/MSISDN", "")).status, 422);
});

Deno.test("the server can mask what the browser would not", async () => {
  using app = await createTestApp({
    accounts: {
      acme: {
        settingsSecrets: [String(DEFAULT_SETTINGS.settings_secret)],
        settings: MASKED,
      },
    },
  });
  const session = await app.request("/session", {
    method: "POST",
    headers: await app.sessionHeaders({ masked_person_data: "" }),
    body: JSON.stringify({ agentPass: await app.agentPass() }),
  });
  const Authorization = `Bearer ${(await session.json()).session}`;
  const html = await (await app.get("/recipient", {}, { Authorization })).text();
  assertEquals(html.match(/ data-masked=""/g)?.length, 2);
  assertWithout(html, HIDDEN, "/recipient");
});

Deno.test("the other fields are shown as ever", async () => {
  using app = await createTestApp({ settings: MASKED });
  const html = await (await app.get("/recipient")).text();
  assertEquals(personDataOf(html).length, 10);
});
