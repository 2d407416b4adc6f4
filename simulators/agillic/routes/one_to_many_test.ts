import { assertEquals } from "@std/assert";
import { call, createTestSimulator } from "../client_fixture.ts";

const path = (email: string, table = "EMAIL_STATUS") =>
  `/recipients/EMAIL=${encodeURIComponent(email)}/oneToManyTables/${table}`;
const ulla = path("unsubscribed@example.dk");

Deno.test("a recipient's rows of a table come in each envelope, in each case", async () => {
  const simulator = createTestSimulator();
  const rows = [
    { DOMAIN: "news.acme.com", UNSUBSCRIBED: "TRUE", UNSUBSCRIBED_DATE: "26.05.2026 12:00:00" },
    { DOMAIN: "shop.acme.com", UNSUBSCRIBED: "FALSE" },
  ];
  const answer = { tableId: "EMAIL_STATUS", records: rows };
  assertEquals(await (await call(simulator, `GET ${ulla}`)).json(), answer);
  simulator.set({ tableEnvelope: "array" });
  assertEquals(await (await call(simulator, `GET ${ulla}`)).json(), rows);
  simulator.set({ columnCase: "lower", booleanSpelling: "true", timestampFormat: "iso" });
  assertEquals(await (await call(simulator, `GET ${ulla}`)).json(), [
    {
      domain: "news.acme.com",
      unsubscribed: "true",
      unsubscribed_date: "2026-05-26T10:00:00.000Z",
    },
    { domain: "shop.acme.com", unsubscribed: "false" },
  ]);
});

Deno.test("a recipient without rows has an empty list, or no content", async () => {
  const simulator = createTestSimulator();
  const mette = path("mette@example.dk");
  const answer = { tableId: "EMAIL_STATUS", records: [] };
  assertEquals(await (await call(simulator, `GET ${mette}`)).json(), answer);
  simulator.set({ tableEnvelope: "no_content" });
  assertEquals((await call(simulator, `GET ${mette}`)).status, 204);
  assertEquals((await call(simulator, `GET ${ulla}`)).status, 200);
});

Deno.test("a table or a recipient that there is not is 404", async () => {
  const simulator = createTestSimulator();
  for (const request of [path("unsubscribed@example.dk", "RETURNS"), path("nobody@example.dk")]) {
    assertEquals((await call(simulator, `GET ${request}`)).status, 404);
  }
  simulator.set({ unknownTables: ["EMAIL_STATUS"] });
  assertEquals((await call(simulator, `GET ${ulla}`)).status, 404);
});

Deno.test("discovery lists the tables there are, and the columns of one", async () => {
  const simulator = createTestSimulator();
  const read = async (path: string) => await (await call(simulator, `GET ${path}`)).json();
  assertEquals(await read("/discovery/onetomany"), ["EMAIL_STATUS", "ORDERS"]);
  assertEquals(await read("/discovery/onetomany/ORDERS"), [
    "ORDER_NO",
    "ORDER_DATE",
    "TOTAL",
    "PAID",
    "NOTE",
  ]);
  simulator.set({ unknownTables: ["ORDERS"] });
  assertEquals(await read("/discovery/onetomany"), ["EMAIL_STATUS"]);
  assertEquals((await call(simulator, "GET /discovery/onetomany/ORDERS")).status, 404);
});
