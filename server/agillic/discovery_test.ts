import { assertEquals, assertRejects } from "@std/assert";
import { createAgillicSimulator } from "../../simulators/agillic/app.ts";
import { connect } from "./connected_client_fixture.ts";
import { AgillicError } from "./errors.ts";
import { answer, ScriptedAgillic } from "./scripted_agillic_fixture.ts";

for (const discoveryEnvelope of ["array", "fields", "folders"] as const) {
  Deno.test(`listPersonDataFields finds the fields in an envelope of ${discoveryEnvelope}`, async () => {
    const { client, simulator } = connect(createAgillicSimulator);
    simulator.set({ discoveryEnvelope });
    const fields = await client.listPersonDataFields();
    assertEquals(fields.length, 24);
    assertEquals(fields.find(({ name }) => name === "EMAIL"), { name: "EMAIL", type: "STRING" });
  });
}

async function namesIn(body: unknown): Promise<string[]> {
  const agillic = new ScriptedAgillic(() => Response.json(body));
  return (await agillic.client.listPersonDataFields()).map(({ name }) => name);
}

Deno.test("listPersonDataFields does not take a folder for a field, and lists each field once", async () => {
  const folder = { name: "Profile", fields: [{ name: "CITY" }, { name: "EMAIL" }] };
  assertEquals(await namesIn([{ name: "EMAIL" }, folder]), ["EMAIL", "CITY"]);
  assertEquals(await namesIn([{ name: "SIZE", values: ["S", "M"] }]), ["SIZE"]);
});

Deno.test("listPersonDataFields reads no fields as none", async () => {
  assertEquals(await namesIn([]), []);
  assertEquals(await namesIn({ fields: [] }), []);
});

Deno.test("listPersonDataFields does not follow an endless nesting", async () => {
  const agillic = new ScriptedAgillic(answer(200, "[".repeat(5000) + "]".repeat(5000)));
  assertEquals(await agillic.client.listPersonDataFields(), []);
});

for (const body of ["{}", `{"error":"x"}`, "7", "null", `"x"`]) {
  Deno.test(`listPersonDataFields does not understand ${body}`, async () => {
    const agillic = new ScriptedAgillic(answer(200, body));
    const error = await assertRejects(() => agillic.client.listPersonDataFields(), AgillicError);
    assertEquals(error.code, "agillic_answer_unknown");
  });
}

Deno.test("listPersonDataFields does not understand a 404", async () => {
  const agillic = new ScriptedAgillic(answer(404));
  const error = await assertRejects(() => agillic.client.listPersonDataFields(), AgillicError);
  assertEquals([error.code, error.status], ["agillic_answer_unknown", 404]);
});
