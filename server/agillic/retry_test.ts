import { assertEquals } from "@std/assert";
import { backoffMs, parseRetryAfter } from "./retry.ts";

const nowMs = Date.UTC(2026, 10, 22, 12);

Deno.test("parseRetryAfter reads seconds and HTTP dates", () => {
  assertEquals(parseRetryAfter("3", nowMs), 3000);
  assertEquals(parseRetryAfter(" 0 ", nowMs), 0);
  assertEquals(parseRetryAfter("1.5", nowMs), 1500);
  assertEquals(parseRetryAfter("Sun, 22 Nov 2026 12:00:05 GMT", nowMs), 5000);
  assertEquals(parseRetryAfter("Sun, 22 Nov 2026 11:00:00 GMT", nowMs), 0);
});

Deno.test("parseRetryAfter takes anything else for absent", () => {
  for (const header of [null, "", "soon", "-1", "1e9", "12345678901", "Sun, soon GMT"]) {
    assertEquals(parseRetryAfter(header, nowMs), null);
  }
});

Deno.test("backoffMs doubles, and half of it is chance", () => {
  assertEquals([1, 2, 3].map((attempt) => backoffMs(attempt, () => 0)), [100, 200, 400]);
  assertEquals([1, 2, 3].map((attempt) => backoffMs(attempt, () => 1)), [200, 400, 800]);
});
