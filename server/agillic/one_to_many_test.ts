import { assertEquals, assertRejects } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { connect } from "./connected_client_fixture.ts";
import { AgillicError } from "./errors.ts";
import { answer, hang, ScriptedAgillic } from "./scripted_agillic_fixture.ts";

const email = (value: string) => ({ field: "EMAIL", value });
const ulla = email("unsubscribed@example.dk");

for (const tableEnvelope of ["records", "array"] as const) {
  for (const columnCase of ["upper", "lower"] as const) {
    Deno.test(`listTableRows reads ${columnCase} case columns from ${tableEnvelope}`, async () => {
      const { client, simulator } = connect(createAgillicSimulator);
      simulator.set({ tableEnvelope, columnCase });
      const [news, shop] = await client.listTableRows(ulla, "EMAIL_STATUS") ?? [];
      assertEquals([...news?.keys() ?? []], ["DOMAIN", "UNSUBSCRIBED", "UNSUBSCRIBED_DATE"]);
      assertEquals(shop?.get("DOMAIN"), "shop.acme.com");
      assertEquals(simulator.calls.length, 1);
    });
  }
}

Deno.test("listTableRows reads other spellings of columns, and leaves empty values out", async () => {
  const row = {
    "domain": "a.dk",
    "unsubscribedDate": "03.03.2025",
    "Complaint date": null,
    "COMPLAINT": "",
    "Customer-No": 9007199254740993,
  };
  const text = JSON.stringify([row]).replace("9007199254740992", "9007199254740993");
  const { client } = new ScriptedAgillic(answer(200, text));
  const [read] = await client.listTableRows(ulla, "EMAIL_STATUS") ?? [];
  assertEquals(Object.fromEntries(read ?? []), {
    DOMAIN: "a.dk",
    UNSUBSCRIBED_DATE: "03.03.2025",
    CUSTOMER_NO: "9007199254740993",
  });
});

Deno.test("listTableRows reads nothing at all as no rows", async () => {
  for (const body of ["", "null", "[]", '{"tableId":"T","records":[]}', '{"records":null}']) {
    const { client } = new ScriptedAgillic(answer(200, body));
    assertEquals(await client.listTableRows(ulla, "EMAIL_STATUS"), [], body);
  }
  const { client, simulator } = connect(createAgillicSimulator);
  simulator.set({ tableEnvelope: "no_content" });
  assertEquals(await client.listTableRows(email("mette@example.dk"), "EMAIL_STATUS"), []);
});

Deno.test("listTableRows is null for a table or a recipient that there is not", async () => {
  const { client } = connect(createAgillicSimulator);
  assertEquals(await client.listTableRows(ulla, "ORDERS"), null);
  assertEquals(await client.listTableRows(email("nobody@example.dk"), "EMAIL_STATUS"), null);
});

Deno.test("listTableRows refuses an answer that holds no rows", async () => {
  for (const body of ["{}", '{"tableId":"T"}', '"x"', "[1]", '{"records":[null]}', "<html>"]) {
    const { client } = new ScriptedAgillic(answer(200, body));
    const error = await assertRejects(
      () => client.listTableRows(ulla, "EMAIL_STATUS"),
      AgillicError,
    );
    assertEquals(error.code, "agillic_answer_unknown", body);
  }
});

Deno.test("listTableRows ends within three seconds", async () => {
  const agillic = new ScriptedAgillic(hang);
  const asked = agillic.client.listTableRows(ulla, "EMAIL_STATUS").catch(({ code }) => code);
  assertEquals(await agillic.clock.until(asked), "agillic_timeout");
  assertEquals(agillic.elapsedMs, 3_000);
});
