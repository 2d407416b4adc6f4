import { assertEquals } from "@std/assert";
import { createApp } from "./app.ts";
import { createMetrics } from "./metrics.ts";
import type { LogEntry } from "./options.ts";
import { SECURITY_HEADERS } from "./security_headers.ts";
import { createTestApp } from "../tests/app_fixture.ts";

Deno.test("a sidebar that cannot be loaded is answered with what protects an answer", async () => {
  using whole = await createTestApp();
  const log: LogEntry[] = [];
  const config = {
    ...whole.config,
    get agillicBaseUrl(): string {
      throw new RangeError("out of range");
    },
  };
  const unused = () => Promise.reject(new Error("unused"));
  const assets = { scriptPath: "", stylePath: "", names: [], sdkUrl: null, find: unused };
  const app = createApp({
    config,
    assets,
    openStore: () => Promise.reject(new Error("There is no store")),
    isStopping: () => false,
    fetch: unused,
    now: () => 0,
    elapsed: () => 0,
    random: () => 0,
    randomId: () => "id",
    delay: unused,
    log: (line) => log.push(line),
    metrics: createMetrics({ now: () => 0, memoryBytes: () => 0 }),
  });

  const response = await app.fetch(new Request("http://localhost:8000/sidebar"));

  assertEquals([response.status, await response.text()], [500, "Something went wrong"]);
  for (const [name, value] of SECURITY_HEADERS) {
    assertEquals([name, response.headers.get(name)], [name, value]);
  }
  assertEquals(log.map(({ type, error }) => [type, error]), [["sidebar_not_loaded", "RangeError"]]);
});
