import { assertEquals } from "@std/assert";
import { createAgillicSimulator } from "./app.ts";
import { coverage } from "./coverage.ts";

Deno.test("the coverage table names every route there is, and no other", () => {
  const { routes } = createAgillicSimulator();
  assertEquals([...routes].sort(), coverage.map(({ call }) => call).sort());
});
