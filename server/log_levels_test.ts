import { assertEquals } from "@std/assert";
import { createLog, LEVEL_OF_TYPE, LOG_LEVELS, type LogLevel } from "./log_levels.ts";
import type { LogEntry } from "./options.ts";

function written(level: LogLevel, entries: LogEntry[]): unknown[] {
  const lines: string[] = [];
  entries.forEach(createLog(level, (line) => lines.push(line)));
  return lines.map((line) => JSON.parse(line));
}

const request = (route: string, status: number) => ({ type: "request", route, status });

Deno.test("each level has what those before it have, too", () => {
  const entries = Object.keys(LEVEL_OF_TYPE).map((type) => ({ type }));
  const typesAt = (level: LogLevel) => entries.filter(({ type }) => LEVEL_OF_TYPE[type] === level);
  assertEquals(written("error", entries), typesAt("error"));
  assertEquals(written("info", entries), entries);
  assertEquals(written("debug", entries), entries);
});

Deno.test("what every level has is urgent, and nothing else", () => {
  const urgent: boolean[] = [];
  const log = createLog("debug", (_, isUrgent) => urgent.push(isUrgent));
  log({ type: "action" });
  log(request("/sidebar", 200));
  log(request("/healthz", 200));
  log({ type: "new" });
  assertEquals(urgent, [true, false, false, true]);
});

Deno.test("who acted is written at every level", () => {
  const entries = [{ type: "action_started" }, { type: "action" }];
  for (const level of LOG_LEVELS) assertEquals(written(level, entries), entries);
});

Deno.test("probes and assets are written for debugging, and when they fail", () => {
  for (const route of ["/healthz", "/readyz", "/readyz/actions", "/metrics", "/assets/:name"]) {
    const [good, bad] = [request(route, 200), request(route, 503)];
    assertEquals(written("error", [good, bad]), []);
    assertEquals(written("info", [good, bad]), [bad]);
    assertEquals(written("debug", [good, bad]), [good, bad]);
  }
  const sidebar = request("/sidebar", 200);
  assertEquals(written("info", [sidebar]), [sidebar]);
});

Deno.test("an entry that the table does not have is always written", () => {
  assertEquals(written("error", [{ type: "new" }]), [{ type: "new" }]);
});

Deno.test("docs/operations.md has every type of entry, and no other", async () => {
  const text = await Deno.readTextFile(new URL("../docs/operations.md", import.meta.url));
  const logs = text.slice(text.indexOf("## Logs"));
  const table = logs.slice(logs.indexOf("| `type`"), logs.indexOf("`reason` is a code"));
  const rows = [...table.matchAll(/^\| (`.*?`) +\|/gm)].map(([, types = ""]) => types);
  const types = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, type]) => type));
  assertEquals(types.slice(1).toSorted(), Object.keys(LEVEL_OF_TYPE).toSorted());
});
