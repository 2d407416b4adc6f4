import { assertEquals } from "@std/assert";
import { createLogBatches } from "./log_batches.ts";

function createBatches() {
  const written: string[] = [];
  const waits: { ms: number; end: () => void }[] = [];
  const batches = createLogBatches((lines) => written.push(lines), {
    delay: (ms) => new Promise((end) => waits.push({ ms, end })),
  });
  return { ...batches, written, waits };
}

Deno.test("lines that come soon after one another are written at once, 20 ms after the first", async () => {
  const { write, written, waits } = createBatches();
  write("a", false);
  write("b", false);
  assertEquals([written, waits.map(({ ms }) => ms)], [[], [20]]);
  await waits[0]?.end();
  await Promise.resolve();
  assertEquals(written, ["a\nb"]);
  write("c", false);
  assertEquals(waits.length, 2);
});

Deno.test("an urgent line is written at once, behind those that wait", async () => {
  const { write, written, waits } = createBatches();
  write("a", false);
  write("b", true);
  assertEquals(written, ["a\nb"]);
  await waits[0]?.end();
  await Promise.resolve();
  assertEquals(written, ["a\nb"]);
});

Deno.test("flush() writes what waits, and nothing where nothing does", () => {
  const { write, flush, written } = createBatches();
  flush();
  write("a", false);
  flush();
  flush();
  assertEquals(written, ["a"]);
});
