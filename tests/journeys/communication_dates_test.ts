import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createTestApp, NOW } from "../app_fixture.ts";
import { communicationsOf, linksOf, partsOf, problemsOf, textOf } from "./answers.ts";
import { historyOf, verdictOf } from "./history.ts";

const NOTHING_SENT = "Nothing sent in the past three months";
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** A mail so long before now; after it when that is negative. */
function sent(agoMs: number, additionalFields: Record<string, unknown> = {}) {
  return {
    communicationId: `${agoMs}`,
    communicationType: "EMAIL",
    executionTimestamp: new Date(NOW - agoMs).toISOString(),
    additionalFields,
  };
}

function withAnswer(answer: () => Response) {
  return createTestApp({ intercept: answer });
}

const openedAt = (agoMs: number) => ({ openedTimestamp: new Date(NOW - agoMs).toISOString() });

Deno.test("what is dated in the future is shown as that, and is not sent", async () => {
  using app = await withAnswer(() =>
    Response.json([
      sent(-DAY_MS, { bounced: true }),
      sent(-6 * MINUTE_MS),
      sent(-4 * MINUTE_MS),
      sent(DAY_MS, openedAt(DAY_MS / 2)),
    ])
  );
  const html = await historyOf(app);
  const rows = communicationsOf(html);
  assertEquals(rows.map(({ text }) => text.includes("Dated in the future")), [
    true,
    true,
    false,
    false,
  ]);
  assertEquals(rows.map(({ activity }) => activity), ["", "", "not_opened", "opened"]);
  assertEquals(rows.map(({ html }) => html.includes("data-insert")), [false, false, true, true]);
  // Neither counted, nor taken for the newest bounce.
  assertEquals(verdictOf(html), "1 of 2 e-mails opened");
});

Deno.test("the picture leaves out what has no place in the three months, and says how many", async () => {
  const dated = Array.from({ length: 8 }, (_, index) => sent((index + 1) * DAY_MS));
  using app = await withAnswer(() =>
    Response.json([sent(-DAY_MS), sent(-6 * MINUTE_MS), ...dated])
  );
  const html = await historyOf(app, "/communications/picture");
  assertStringIncludes(html, "Picture of the past three months: 8 communications. E-mail: 8 (");
  assertStringIncludes(textOf(html), "2 communications have no date in these three months");
});

Deno.test("a history of the future alone says that nothing was sent, and draws nothing", async () => {
  using app = await withAnswer(() => Response.json([sent(-DAY_MS)]));
  const html = await historyOf(app);
  assertEquals([verdictOf(html), communicationsOf(html).length], [NOTHING_SENT, 1]);
  assertFalse((await historyOf(app, "/communications/picture")).includes("<svg"));
});

Deno.test("what the customer sent is not counted as sent", async () => {
  const ofTheCustomer = { ...sent(DAY_MS), communicationType: "INBOUND_SMS" };
  const toTheCustomer = { ...sent(2 * DAY_MS), communicationType: "SMS" };
  for (
    const [rows, verdict] of [
      [[ofTheCustomer, toTheCustomer], "1 communication sent"],
      [[ofTheCustomer], NOTHING_SENT],
    ] as const
  ) {
    using app = await withAnswer(() => Response.json(rows));
    const html = await historyOf(app);
    assertEquals([verdictOf(html), communicationsOf(html).length], [verdict, rows.length]);
  }
});

Deno.test("an activity that cannot have been then is not claimed", async () => {
  const shown: [fields: Record<string, unknown>, activity: string][] = [
    [openedAt(DAY_MS / 2), "opened"],
    [openedAt(-DAY_MS), ""],
    [openedAt(3 * DAY_MS), ""],
    [{ openedTimestamp: "9999-12-31 00:00:00" }, ""],
    [{ openedTimestamp: "0000-00-00 00:00:00", clickedTimeStamp: "N/A" }, "not_opened"],
    [{ openedTimestamp: "never", clickedTimeStamp: "-" }, "not_opened"],
    [{ bounced: "soft" }, "not_opened"],
    [{ bounced: "N" }, "not_opened"],
    [{ bounced: "none" }, "not_opened"],
    [{ bounced: "hard" }, "hard_bounced"],
    [{ openedTimestamp: "hard" }, ""],
  ];
  for (const [fields, activity] of shown) {
    using app = await withAnswer(() => Response.json([sent(DAY_MS, fields)]));
    const [row] = communicationsOf(await historyOf(app));
    assertEquals(row?.activity, activity, JSON.stringify(fields));
  }
});

Deno.test("rows that are the same throughout are one on every page, with a time or without", async () => {
  const rows = Array.from({ length: 30 }, (_, index) => sent(index * DAY_MS));
  const undated = Array.from({ length: 30 }, (_, index) => ({
    ...sent(0),
    communicationId: `Undated ${index}`,
    executionTimestamp: "soon",
  }));
  using app = await withAnswer(() => Response.json([...rows, ...undated, ...undated, ...rows]));
  const names: string[] = [];
  for (let next: string | undefined = "/communications"; next !== undefined;) {
    const html = await historyOf(app, next);
    names.push(...communicationsOf(html).map(({ name }) => name));
    next = linksOf(html).find((link) => link.includes("before="));
  }
  assertEquals([names.length, new Set(names).size], [60, 60]);
});

Deno.test("rows of date, type and status are a history, too", async () => {
  using app = await withAnswer(() =>
    Response.json([
      { date: "09.02.2026 10:00:00", type: "email", status: "Opened" },
      { date: "2026-02-08T10:00:00Z", type: "email", status: "hard-bounced" },
      { date: "2026-02-07", type: "SMS", status: "delivered" },
    ])
  );
  const html = await historyOf(app);
  const rows = communicationsOf(html);
  assertEquals(rows.map(({ channel, activity }) => `${channel} ${activity}`), [
    "EMAIL opened",
    "EMAIL hard_bounced",
    "SMS ",
  ]);
  assertEquals(verdictOf(html), "1 of 2 e-mails opened");
});

for (const [status, body] of [[204, null], [200, ""], [200, "null"], [200, "[]"]] as const) {
  Deno.test(`an answer of ${status} ${JSON.stringify(body)} is an empty history`, async () => {
    using app = await withAnswer(() => new Response(body, { status }));
    const html = await historyOf(app);
    assertEquals([partsOf(html), problemsOf(html)], [["communications"], []]);
    assertEquals(verdictOf(html), NOTHING_SENT);
  });
}

Deno.test("what cannot be a time of sending is shown as Agillic has it", async () => {
  const given = ["31.02.2026 12:00:00", "Tuesday <b>next</b>", "0000-00-00 00:00:00", ""];
  using app = await withAnswer(() =>
    Response.json(
      given.map((time, index) => ({
        communicationId: `Row ${index}`,
        communicationType: "EMAIL",
        executionTimestamp: time,
      })),
    )
  );
  const html = await historyOf(app);
  const text = textOf(html);
  assertStringIncludes(text, "31.02.2026 12:00:00");
  assertStringIncludes(text, "Tuesday <b>next</b>");
  assertFalse(text.includes("0000-00-00"));
  assertFalse(html.includes("data-insert"));
});
