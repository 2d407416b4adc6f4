import { assertEquals, assertStringIncludes } from "@std/assert";
import { createTestApp, type Place, type TestApp } from "../app_fixture.ts";
import { historyAfterRecipient, verdictOf } from "./history.ts";

const ULLA = { "Requester-Email": "unsubscribed@example.dk" };
const METTE = { "Requester-Email": "mette@example.dk" };
const TABLE = "GET /recipients/:id/oneToManyTables/:table";

async function start(ticked = true): Promise<TestApp & Disposable> {
  return await createTestApp({ settings: { domain_based_unsubscribe: ticked } });
}

async function verdictFor(app: TestApp, place: Place): Promise<string> {
  return verdictOf(await historyAfterRecipient(app, place));
}

/** Answers the rows of EMAIL_STATUS in Agillic's place. */
async function startWithRows(answer: () => Response): Promise<TestApp & Disposable> {
  return await createTestApp({
    settings: { domain_based_unsubscribe: true },
    intercept: ({ pathname }) => pathname.endsWith("/EMAIL_STATUS") ? answer() : undefined,
  });
}

Deno.test("the verdict names the domains that a recipient unsubscribed from", async () => {
  using app = await start();
  const verdict = "Unsubscribed from news.acme.com since Jan 21, 2026";
  assertEquals(await verdictFor(app, ULLA), verdict);
  assertEquals(app.agillic.counts.get(TABLE), 1);
  app.agillic.set({ tableEnvelope: "array", columnCase: "lower", timestampFormat: "iso" });
  assertEquals(await verdictFor(app, ULLA), verdict);
  assertEquals(await verdictFor(app, METTE), "4 of 7 e-mails opened");
  app.agillic.set({ tableEnvelope: "no_content" });
  assertEquals(await verdictFor(app, METTE), "4 of 7 e-mails opened");
});

Deno.test("Person Data says nothing of unsubscribes that are kept by domain", async () => {
  using app = await startWithRows(() => Response.json({ tableId: "EMAIL_STATUS", records: [] }));
  // What Person Data does say otherwise still counts.
  assertEquals(await verdictFor(app, ULLA), "Has not given permission for marketing mail");
});

Deno.test("a verdict that cannot know of unsubscribes says so, and the recipient is shown", async () => {
  const answers: Record<string, () => Response> = {
    "no table": () => new Response("", { status: 404 }),
    "a failure": () => new Response("", { status: 500 }),
    "no right": () => new Response("", { status: 403 }),
    "other columns": () => Response.json([{ SENDER: "news.acme.com" }]),
  };
  for (const [what, answer] of Object.entries(answers)) {
    using app = await startWithRows(answer);
    const recipient = await app.get("/recipient", METTE);
    assertEquals(recipient.status, 200, what);
    assertStringIncludes(await recipient.text(), 'data-field="FIRSTNAME"');
    assertEquals(recipient.headers.get("Recipient-State"), "unsubscribed_unknown", what);
    assertStringIncludes(await verdictFor(app, METTE), "Not known whether", what);
    // A graver reason still leads.
    const bounced = { "Requester-Email": "bounced@example.dk" };
    assertStringIncludes(await verdictFor(app, bounced), "has bounced since", what);
  }
});

Deno.test("what the shell carries of domains holds no address, whatever the table has in it", async () => {
  using app = await startWithRows(() =>
    Response.json([
      { DOMAIN: "ulla@example.dk", UNSUBSCRIBED: "TRUE" },
      { DOMAIN: "News.acme.com", UNSUBSCRIBED: "TRUE", UNSUBSCRIBE_DATE: "03.03.2025" },
    ])
  );
  const state = (await app.get("/sidebar", ULLA)).headers.get("Recipient-State");
  assertEquals(state, "unsubscribed news.acme.com/2025-03-03 /");
  assertEquals(
    await verdictFor(app, ULLA),
    "Unsubscribed from news.acme.com since Mar 3, 2025 and domains not named here",
  );
});

Deno.test("without the setting Agillic is asked no more than before", async () => {
  using app = await start(false);
  await app.get("/sidebar", ULLA);
  assertEquals(app.agillic.calls.length, 1);
  assertEquals(app.agillic.counts.get(TABLE), undefined);
});
