import { assert, assertEquals, assertLess, assertStringIncludes } from "@std/assert";
import { createTestApp, type TestApp } from "../app_fixture.ts";
import { problemsOf } from "./answers.ts";

const MB = 1_000_000;
const MOST_BYTES = MB;

/** The app, with an Agillic that answers a recipient's request with this. */
function withAnswer(answer: unknown, settings: Record<string, string> = {}) {
  const body = JSON.stringify(answer);
  return createTestApp({
    settings,
    intercept: ({ pathname }) =>
      /\/recipients\/[^/]+$/.test(pathname) ? new Response(body) : undefined,
  });
}

async function assertSmall(app: TestApp, path = "/sidebar"): Promise<string> {
  const response = await app.get(path);
  const html = await response.text();
  assertEquals([response.status, problemsOf(html)], [200, []]);
  assertLess(new TextEncoder().encode(html).length, MOST_BYTES);
  return html;
}

Deno.test("19 MB in one value of Person Data are shown as their first 20,000 characters", async () => {
  using app = await withAnswer({
    personData: { EMAIL: "mette@example.dk", FIRSTNAME: "x".repeat(19 * MB) },
  }, { person_data_field_list: "EMAIL,FIRSTNAME" });
  const html = await assertSmall(app);
  assertStringIncludes(html, "… 18,980,000 more characters are in Agillic");
  assertEquals(/<details>.*?<\/summary><span[^>]*>(x+)<\/span>/.exec(html)?.[1]?.length, 20_000);
});

Deno.test("19 MB in two hundred values and more are shown within a limit for all", async () => {
  const names = Array.from({ length: 250 }, (_, index) => `FIELD_${index + 1}`);
  using app = await withAnswer({
    personData: Object.fromEntries(names.map((name) => [name, "<".repeat(76_000)])),
  }, { person_data_field_list: names.join(",") });
  const html = await assertSmall(app);
  assertStringIncludes(html, "50 more fields are not shown");
  assertEquals(html.match(/ data-field="/g)?.length, 200);
  assertEquals(html.match(/ more characters are in Agillic/g)?.length, 200);
});

Deno.test("of hundreds who share an address, twenty can be chosen, and it says so", async () => {
  const recipients = Array.from({ length: 300 }, (_, index) => ({
    personData: {
      EMAIL: "mette@example.dk",
      AGILLIC_ID: `ID-${index + 1}`,
      FIRSTNAME: "x".repeat(60_000),
    },
  }));
  using app = await createTestApp({
    intercept: ({ pathname }) =>
      pathname.endsWith("/recipients") ? Response.json(recipients) : undefined,
  });
  app.agillic.set({ emailUnique: false });
  const response = await app.get("/sidebar");
  const html = await response.text();
  assertEquals(problemsOf(html), ["email_field_not_unique"]);
  assertEquals(html.match(/id="match-\d+"/g)?.length, 20);
  assertStringIncludes(html, "280 more recipients have this address");
  assertLess(html.length, 50_000);
});

Deno.test("a history of long names, channels and addresses is shortened", async () => {
  const long = "LONG ".repeat(40_000);
  const row = (index: number) => ({
    communicationId: `${index} ${long}`,
    communicationType: index % 2 === 0 ? "EMAIL" : `PIGEON ${long}`,
    executionTimestamp: `0${1 + index % 9}.02.2026 10:00:00`,
    additionalFields: { storedEmailURL: `https://mail.example.net/${long.replaceAll(" ", "")}` },
  });
  const rows = Array.from({ length: 25 }, (_, index) => row(index));
  using app = await createTestApp({
    intercept: ({ pathname }) =>
      pathname.endsWith("istCommunicationHistory") ? Response.json(rows) : undefined,
  });
  const html = await assertSmall(app, "/communications");
  assertEquals(html.match(/data-communication=/g)?.length, 10);
  assertLess(html.length, 100_000);
  assert(!html.includes("mail.example.net"));
  assertLess((await assertSmall(app, "/communications/picture")).length, 20_000);
});
