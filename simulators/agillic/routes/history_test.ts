import { assertEquals, assertFalse } from "@std/assert";
import { call, createTestSimulator, historyPath, noon } from "../client_fixture.ts";
import type { TestSimulator } from "../client_fixture.ts";
import type { HistoryRow } from "../answers.ts";

async function listRows(simulator: TestSimulator, email: string): Promise<HistoryRow[]> {
  const answer = await call(simulator, `POST ${historyPath(email)}`);
  assertEquals(answer.status, 200);
  return await answer.json();
}

Deno.test(":listCommunicationHistory keeps to the period and tells all activities", async () => {
  const rows = await listRows(createTestSimulator(), "mette@example.dk");
  assertEquals(rows.length, 14);
  assertFalse(rows.some(({ communicationId }) => communicationId === "Anniversary catalogue"));
  assertEquals(rows[0], {
    communicationId: "Welcome back offer",
    communicationType: "EMAIL",
    executionTimestamp: "24.03.2026 11:00:00",
    additionalFields: {
      openedTimestamp: "24.03.2026 14:00:00",
      clickedTimeStamp: "24.03.2026 14:02:00",
      storedEmailURL: rows[0]?.additionalFields?.storedEmailURL ?? "",
      bounced: false,
    },
  });
  const print = rows.find(({ communicationType }) => communicationType === "PRINT");
  assertEquals(print && "additionalFields" in print, false);
  assertEquals(rows.filter(({ additionalFields }) => additionalFields?.bounced).length, 1);
});

Deno.test(":listCommunicationHistory can be narrowed to one channel", async () => {
  const path = `${historyPath("mette@example.dk")}&communicationType=WHATSAPP`;
  const rows = await (await call(createTestSimulator(), `POST ${path}`)).json();
  assertEquals(rows.map((row: HistoryRow) => row.communicationId), ["Chat follow-up"]);
});

Deno.test(":listCommunicationHistory refuses a period that is missing, malformed or backwards", async () => {
  const simulator = createTestSimulator();
  const path = "/recipients/EMAIL=mette%40example.dk/:listCommunicationHistory";
  const queries = [
    "",
    "?dateEnd=2026-06-15",
    "?dateStart=2026-03-15",
    "?dateStart=15.03.2026&dateEnd=2026-06-15",
    "?dateStart=2026-03-15T00:00:00+01:00&dateEnd=2026-06-15",
    "?dateStart=2026-06-15&dateEnd=2026-03-15",
  ];
  for (const query of queries) {
    assertEquals((await call(simulator, `POST ${path}${query}`)).status, 400);
  }
  const zoned = "?dateStart=2026-03-15T00:00:00%2B01:00&dateEnd=2026-06-15T00:00:00.000Z";
  assertEquals((await call(simulator, `POST ${path}${zoned}`)).status, 200);
});

Deno.test(":listCommunicationHistory of nobody is 404", async () => {
  const answer = await call(createTestSimulator(), `POST ${historyPath("nobody@example.dk")}`);
  assertEquals(answer.status, 404);
});

Deno.test("the switches spell clicks, bounces and times, order rows, and drop additionalFields", async () => {
  const simulator = createTestSimulator();
  const listSent = async () =>
    (await listRows(simulator, "bounced@example.dk")).map((row) => row.executionTimestamp);
  simulator.set({ timestampFormat: "iso", bouncedAs: "timestamp", historyOrder: "newest" });
  assertEquals((await listSent())[0], new Date(noon - 2 * 86_400_000).toISOString());
  const [bounced] = await listRows(simulator, "bounced@example.dk");
  assertEquals(bounced?.additionalFields, {
    bounced: new Date(noon - 2 * 86_400_000 + 60_000).toISOString(),
  });
  const sorted = await listSent();
  simulator.set({ historyOrder: "none" });
  assertEquals((await listSent()).sort(), [...sorted].sort());

  simulator.set({ bouncedAs: "string", clickedSpelling: "clickedTimestamp" });
  const rows = await listRows(simulator, "mette@example.dk");
  const clicked = rows.find(({ communicationId }) => communicationId === "Welcome back offer");
  assertEquals(clicked?.additionalFields?.bounced, "false");
  assertEquals("clickedTimestamp" in (clicked?.additionalFields ?? {}), true);

  simulator.set({ historyWithoutAdditionalFields: true });
  const bare = await listRows(simulator, "mette@example.dk");
  assertEquals(bare.some((row) => "additionalFields" in row), false);
});
