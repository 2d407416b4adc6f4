import { assertEquals, assertRejects } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { connect } from "./connected_client_fixture.ts";
import { AgillicError } from "./errors.ts";
import { answer, hang, ScriptedAgillic } from "./scripted_agillic_fixture.ts";

const email = (value: string) => ({ field: "EMAIL", value });
const ulla = email("unsubscribed@example.dk");

for (const tableEnvelope of ["records", "array"] as const) {
  for (const columnCase of ["upper", "lower"] as const) {
    Deno.test(`listEmailStatus reads ${columnCase} case columns from ${tableEnvelope}`, async () => {
      const { client, simulator } = connect(createAgillicSimulator);
      simulator.set({ tableEnvelope, columnCase });
      const [news, shop] = await client.listEmailStatus(ulla) ?? [];
      assertEquals([...news?.keys() ?? []], ["DOMAIN", "UNSUBSCRIBED", "UNSUBSCRIBED_DATE"]);
      assertEquals(shop?.get("DOMAIN"), "shop.acme.com");
      assertEquals(simulator.calls.length, 1);
    });
  }
}

Deno.test("listEmailStatus reads other spellings of columns, and leaves empty values out", async () => {
  const row = {
    "domain": "a.dk",
    "unsubscribedDate": "03.03.2025",
    "Complaint date": null,
    "COMPLAINT": "",
    "Customer-No": 7,
  };
  const { client } = new ScriptedAgillic(answer(200, JSON.stringify([row])));
  const [read] = await client.listEmailStatus(ulla) ?? [];
  assertEquals(Object.fromEntries(read ?? []), {
    DOMAIN: "a.dk",
    UNSUBSCRIBED_DATE: "03.03.2025",
    CUSTOMER_NO: "7",
  });
});

Deno.test("listEmailStatus reads nothing at all as no rows", async () => {
  for (const body of ["", "null", "[]", '{"tableId":"T","records":[]}', '{"records":null}']) {
    const { client } = new ScriptedAgillic(answer(200, body));
    assertEquals(await client.listEmailStatus(ulla), [], body);
  }
  const { client, simulator } = connect(createAgillicSimulator);
  simulator.set({ tableEnvelope: "no_content" });
  assertEquals(await client.listEmailStatus(email("mette@example.dk")), []);
});

Deno.test("listEmailStatus is null for a table that there is not", async () => {
  const { client, simulator } = connect(createAgillicSimulator);
  simulator.set({ unknownTables: ["EMAIL_STATUS"] });
  assertEquals(await client.listEmailStatus(ulla), null);
});

Deno.test("listEmailStatus refuses an answer without rows, or with one that is not understood", async () => {
  const rows = [{ SENDER: "a.dk", STATUS: "out" }, { DOMAIN: "a.dk", UNSUBSCRIBED: "perhaps" }];
  const odd = rows.map((row) => JSON.stringify([row]));
  for (const body of [...odd, "{}", '{"tableId":"T"}', '"x"', "[1]", '{"records":[null]}', "<p>"]) {
    const { client } = new ScriptedAgillic(answer(200, body));
    const error = await assertRejects(
      () => client.listEmailStatus(ulla),
      AgillicError,
    );
    assertEquals(error.code, "agillic_answer_unknown", body);
  }
});

Deno.test("listEmailStatus ends within three seconds", async () => {
  const agillic = new ScriptedAgillic(hang);
  const asked = agillic.client.listEmailStatus(ulla).catch(({ code }) => code);
  assertEquals(await agillic.clock.until(asked), "agillic_timeout");
  assertEquals(agillic.elapsedMs, 3_000);
});
