import { assertEquals } from "@std/assert";
import { call, createTestSimulator } from "../client_fixture.ts";

const path = (email: string) => `/recipients/EMAIL=${encodeURIComponent(email)}/targetGroups`;
const near = { name: "Near a shop", description: "Lives within ten kilometres of one" };

Deno.test("a recipient's target groups come in each shape", async () => {
  const simulator = createTestSimulator();
  const read = async (path: string) => await (await call(simulator, `GET ${path}`)).json();
  const mette = path("mette@example.dk");
  const names = ["Loyal customers", "Newsletter readers", "Internal: churn model B"];
  const groups: { name: string }[] = await read(mette);
  assertEquals(groups.map(({ name }) => name), names);
  simulator.set({ targetGroupShape: "names" });
  assertEquals(await read(mette), names);
  assertEquals((await read("/discovery/targetgroups")).at(-1), near.name);
  simulator.set({ targetGroupShape: "envelope" });
  assertEquals(await read(path("empty@example.dk")), { targetGroups: [] });
  simulator.set({ targetGroupShape: "objects" });
  const [last] = (await read("/discovery/targetgroups")).slice(-1);
  assertEquals(last, { ...near, static: false, global: false });
  assertEquals((await call(simulator, `GET ${path("nobody@example.dk")}`)).status, 404);
});
