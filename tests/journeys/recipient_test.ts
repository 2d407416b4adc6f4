import { assert, assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { partsOf, personDataOf, problemsOf, textOf } from "./answers.ts";

/** Recipient, events and history of one place, the later ones named as the first answer says. */
async function follow(app: TestApp, place: Place): Promise<string[]> {
  const first = await app.get("/recipient", place);
  const recipient = first.headers.get("Recipient");
  const headers: Record<string, string> = recipient === null ? {} : { Recipient: recipient };
  const rest = await Promise.all(
    ["/events", "/communications"].map((path) => app.get(path, place, headers)),
  );
  return await Promise.all([first, ...rest].map((response) => response.text()));
}

Deno.test("GET /recipient shows the configured fields in the configured order", async () => {
  using app = await createTestApp();

  const response = await app.get("/recipient");

  assertEquals(response.status, 200);
  assertEquals(response.headers.get("Cache-Control"), "private, no-store");
  assertEquals(response.headers.get("Requester"), "echo-1");
  const html = await response.text();
  assertEquals([partsOf(html), problemsOf(html)], [["recipient", "summary"], []]);
  assertEquals(personDataOf(html), [
    ["FIRSTNAME", "Mette"],
    ["LASTNAME", "Holm"],
    ["EMAIL", "mette@example.dk"],
    ["MSISDN", "4520123456"],
    ["CITY", "Aarhus"],
    ["BIRTHDATE", "Mar 14, 1987"],
    ["CUSTOMER_SINCE", "Nov 2, 2019"],
    ["EMAIL_PERMISSION", "Yes"],
    ["EMAIL_PERMISSION_UPDATE", "Jan 6, 2025, 10:12 AM"],
    ["LOYALTY_POINTS", "1250"],
    ["FAVOURITE_PRODUCT", "Rye bread & butter"],
    ["MEMBER", "Yes"],
  ]);
  assertStringIncludes(html, '<dt title="FIRSTNAME">First name</dt>');
  assertStringIncludes(html, '<li data-badge="staging">Staging</li>');
  assertMatch(textOf(html), /as of 10:12\sAM/);
});

Deno.test("another order of the fields is another order of the rows, and no others are shown", async () => {
  using app = await createTestApp({
    settings: { person_data_field_list: "MEMBER,CITY,FIRSTNAME", agillic_environment: "" },
  });
  const html = await (await app.get("/recipient")).text();
  assertEquals(personDataOf(html).map(([field]) => field), ["MEMBER", "CITY", "FIRSTNAME"]);
  assertFalse(html.includes("Holm"));
  assertFalse(html.includes("data-badge"));
});

Deno.test("an empty field is a single hyphen, however Agillic says that it is empty", async () => {
  for (const emptyValue of ["omit", "null", ""] as const) {
    using app = await createTestApp({
      settings: { person_data_field_list: "EMAIL,FIRSTNAME,CITY" },
    });
    app.agillic.set({ emptyValue });
    const html = await (await app.get("/recipient", { "Requester-Email": "empty@example.dk" }))
      .text();
    assertEquals(personDataOf(html), [
      ["EMAIL", "empty@example.dk"],
      ["FIRSTNAME", "-"],
      ["CITY", "-"],
    ], emptyValue);
  }
});

Deno.test("a field that Agillic does not have is a single hyphen", async () => {
  using app = await createTestApp({ settings: { person_data_field_list: "NO_SUCH_FIELD" } });
  assertEquals(personDataOf(await (await app.get("/recipient")).text()), [["NO_SUCH_FIELD", "-"]]);
});

Deno.test("Person Data that holds markup or a script is text", async () => {
  using app = await createTestApp();
  const html = await (await app.get("/sidebar", { "Requester-Email": "script@example.dk" })).text();
  assertEquals(personDataOf(html).slice(0, 2), [
    ["FIRSTNAME", `"><script>alert(1)</script>`],
    ["LASTNAME", "javascript:alert(1)"],
  ]);
  assertStringIncludes(html, "<span>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</span>");
  assertStringIncludes(html, "<span>&lt;b&gt;&amp;amp;&lt;/b&gt;</span>");
  assertFalse(html.includes("<script"));
  assertFalse(/(?:href|src|action|hx-\w+)="javascript:/.test(html));
});

Deno.test("an address with a plus, a quote, a slash or other letters finds its recipient", async () => {
  using app = await createTestApp();
  const addresses = { "søren+nyhed@example.dk": "Søren", "o'brien/kent@example.ie": "Clark" };
  for (const [address, name] of Object.entries(addresses)) {
    app.agillic.reset();
    const [recipient = "", events = "", communications = ""] = await follow(app, {
      "Requester-Email": address,
    });
    assertEquals(personDataOf(recipient)[0], ["FIRSTNAME", name]);
    assertEquals([...events.matchAll(/data-event-slot/g)].length, 3);
    assert(communications.includes("data-communication"));
    assertEquals(app.agillic.calls.length, 2);
  }
});

Deno.test("an address that Agillic has in small letters is found, and asked for so from then on", async () => {
  using app = await createTestApp();
  const place = { "Requester-Email": "Mette@Example.DK" };
  const [recipient = "", , communications = ""] = await follow(app, place);
  assertEquals(personDataOf(recipient)[0], ["FIRSTNAME", "Mette"]);
  assertStringIncludes(communications, "How was your order?");
  assertEquals(app.agillic.calls.map(({ path }) => path.split("?")[0]), [
    "/recipients/EMAIL=Mette%40Example.DK",
    "/recipients/EMAIL=mette%40example.dk",
    "/recipients/EMAIL=mette%40example.dk/:listCommunicationHistory",
  ]);
});

Deno.test("the email field of the settings is the one that is asked for", async () => {
  using app = await createTestApp({ settings: { email_person_data_field: "CUSTOMER_ID" } });
  await app.get("/recipient");
  assertEquals(app.agillic.calls[0]?.path, "/recipients/CUSTOMER_ID=mette%40example.dk");
});

const OTHERS: Place = {
  "Requester-Email": "nobody@example.dk",
  "Requester-Id": "510",
  "Requester-Other-Emails": "none@example.dk mette@example.dk empty@example.dk",
};

Deno.test("the requester's other addresses are asked for once, when the own one finds nobody", async () => {
  using app = await createTestApp();
  const place = { "Requester-Email": "nobody@example.dk", "Requester-Id": "510" };
  const first = await app.get("/sidebar", place);
  assertEquals(first.headers.get("Recipient"), "unknown");
  const second = await app.get("/sidebar", { ...place, "Requester-Other-Emails": "" });
  assertEquals(second.headers.get("Recipient"), null);
  assertEquals((await app.get("/sidebar")).headers.get("Recipient"), null);
});

Deno.test("a recipient found by another address is shown with the address that matched", async () => {
  using app = await createTestApp();
  const response = await app.get("/sidebar", OTHERS);
  assertEquals(response.status, 200);
  const html = await response.text();
  assertEquals(personDataOf(html)[0], ["FIRSTNAME", "Mette"]);
  assertStringIncludes(html, "Matched on mette@example.dk");
  assertEquals(app.agillic.calls.map(({ path }) => decodeURIComponent(path)), [
    "/recipients/EMAIL=nobody@example.dk",
    "/recipients/EMAIL=none@example.dk",
    "/recipients/EMAIL=mette@example.dk",
  ]);
});

Deno.test("a recipient found by another address keeps its history and its badge", async () => {
  using app = await createTestApp();
  const [, , communications = ""] = await follow(app, OTHERS);
  assertStringIncludes(communications, "How was your order?");
  const Recipient = (await app.get("/recipient", OTHERS)).headers.get("Recipient") ?? "";
  const again = await (await app.get("/recipient", OTHERS, { Recipient })).text();
  assertStringIncludes(again, "Matched on mette@example.dk");
});

Deno.test("nobody by any address is told with all of them", async () => {
  using app = await createTestApp();
  const html = await (await app.get("/sidebar", {
    ...OTHERS,
    "Requester-Other-Emails": "none@example.dk",
  })).text();
  assertEquals(problemsOf(html), ["recipient_not_found"]);
  assertStringIncludes(html, "nobody@example.dk, none@example.dk");
});
