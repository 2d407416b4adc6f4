import { assertEquals } from "@std/assert";
import { call, createTestSimulator } from "../client_fixture.ts";

Deno.test("GET /discovery/persondata names every field and marks the Recipient ID", async () => {
  const simulator = createTestSimulator();
  const read = async () => await (await call(simulator, "GET /discovery/persondata")).json();
  const fields = await read();
  assertEquals(fields[0], { name: "AGILLIC_ID", type: "STRING" });
  assertEquals(fields[1], { name: "EMAIL", type: "STRING", identifier: true });
  simulator.set({ discoveryEnvelope: "fields" });
  assertEquals(await read(), { fields });
  simulator.set({ discoveryEnvelope: "folders" });
  assertEquals(JSON.stringify(await read()).match(/"name"/g)?.length, fields.length);
  simulator.set({ discoveryEnvelope: "array", emailUnique: false });
  assertEquals((await read())[0].identifier, true);
});
