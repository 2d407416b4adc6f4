import { assertEquals, assertRejects } from "@std/assert";
import { AgillicError } from "./errors.ts";
import { answer, ScriptedAgillic } from "./scripted_agillic_fixture.ts";

const mette = { field: "EMAIL", value: "mette@example.dk" };

function clientFor(status: number, body: string) {
  return new ScriptedAgillic(answer(status, body)).client;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const { code, status } = await assertRejects(() => promise, AgillicError);
  return `${code} ${status}`;
}

Deno.test("names are read as texts or objects, bare or in an envelope, each once", async () => {
  const bodies = [
    `["A","B "," A"]`,
    `[{"name":"A","description":"x"},{"name":"B"}]`,
    `{"targetGroups":[{"name":"A"},"B"]}`,
    `{"tableId":"T","fields":[{"tableId":"A"},{"name":"B","type":"STRING"}]}`,
  ];
  for (const body of bodies) {
    assertEquals(await clientFor(200, body).listTargetGroups(mette), ["A", "B"], body);
    assertEquals(await clientFor(200, body).listTableColumns("T"), ["A", "B"], body);
  }
  for (const body of ["", "null", "[]", `{"targetGroups":[]}`]) {
    assertEquals(await clientFor(200, body).listTargetGroups(mette), [], body);
  }
});

Deno.test("a list that is not understood whole is no list", async () => {
  for (const body of ["{}", `{"error":"x"}`, "7", `"x"`, `["A",{}]`, `[["A"]]`, "<html>"]) {
    const code = await codeOf(clientFor(200, body).listTargetGroups(mette));
    assertEquals(code, "agillic_answer_unknown 200", body);
  }
});

Deno.test("a 404 of target groups is the recipient's only where its words say so", async () => {
  const recipient = `{"message":"There is no recipient with EMAIL mette@example.dk"}`;
  const code = (body: string) => codeOf(clientFor(404, body).listTargetGroups(mette));
  assertEquals(await code(recipient), "recipient_not_found 404");
  assertEquals(await code(""), "agillic_answer_unknown 404");
  const both = `{"message":"A recipient has no target groups here"}`;
  assertEquals(await code(both), "agillic_answer_unknown 404");
});

Deno.test("a 404 of rows is the table's, unless its words are about the recipient alone", async () => {
  const rows = (body: string) => clientFor(404, body).listTableRows(mette, "ORDERS");
  assertEquals(await rows(""), null);
  assertEquals(await rows("The recipient has no table ORDERS"), null);
  assertEquals(await codeOf(rows("No such recipient")), "recipient_not_found 404");
});

Deno.test("what cannot be discovered is null, and what was is known for a while", async () => {
  const none = clientFor(404, "");
  assertEquals(await none.listTables(), null);
  assertEquals(await none.listInstanceTargetGroups(), null);
  assertEquals(await none.listTableColumns("ORDERS"), null);
  assertEquals(await none.findListedColumns("ORDERS"), null);
  const client = clientFor(200, `["NO"]`);
  await client.listTableColumns("ORDERS");
  assertEquals(await client.findListedColumns("ORDERS"), ["NO"]);
  assertEquals(await client.findListedColumns("RETURNS"), null);
});
