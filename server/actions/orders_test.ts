import { assertEquals } from "@std/assert";
import { afterEnd, newestOf, nonceOf, type Order, ORDER_TTL_MS, stateOf } from "./orders.ts";

const NOW = Date.UTC(2026, 1, 10, 9);

function order(id: string, changes: Partial<Order> = {}): Order {
  const given = { id, ticket: "ticket", sealed: "sealed", at: NOW, attempt: 1, due: null };
  return { ...given, state: "open", ...changes };
}

const earlier = order("earlier", { at: NOW - 1 });
const due = order("due", { state: "due", due: { since: NOW - 5, next: NOW } });
const later = order("later", { at: NOW + 1 });

Deno.test("an open order holds for 90 days, and says more than anything that has ended", () => {
  const failed = order("failed", { at: NOW + 1, state: "failed" });
  assertEquals(stateOf([earlier, failed], NOW), "open");
  assertEquals(stateOf([earlier, failed], NOW + ORDER_TTL_MS), "failed");
  assertEquals(stateOf([order("gone", { at: NOW - ORDER_TTL_MS })], NOW), null);
  assertEquals(stateOf([order("unknown", { state: "unknown" }), failed], NOW), "failed");
  assertEquals(stateOf([], NOW), null);
});

Deno.test("the newest is the one that was given last, wherever it stands", () => {
  assertEquals(newestOf([later, earlier])?.id, "later");
  assertEquals(newestOf([]), null);
});

Deno.test("each attempt of an order has a nonce of its own", () => {
  assertEquals(nonceOf(due), "due.resume.1");
  assertEquals(nonceOf({ ...due, attempt: 2 }), "due.resume.2");
});

Deno.test("what is done ends all that was given until then, and nothing that was given after it", () => {
  assertEquals(afterEnd([earlier, due, later], due, { kind: "done" }, NOW + 9), [later]);
});

Deno.test("what has failed or is unknown stays to be shown, as of now", () => {
  for (const kind of ["failed", "unknown"] as const) {
    const ended = { ...due, state: kind, at: NOW + 9, attempt: 2, due: null };
    assertEquals(afterEnd([earlier, due, later], due, { kind }, NOW + 9), [later, ended]);
  }
});

Deno.test("what is tried later is due since as long, under the next nonce", () => {
  const next = NOW + 60_000;
  assertEquals(afterEnd([earlier, due], due, { kind: "later", next }, NOW), [
    earlier,
    { ...due, attempt: 2, due: { since: NOW - 5, next } },
  ]);
});

Deno.test("what was refused is as it was, under the next nonce", () => {
  assertEquals(afterEnd([earlier, due], earlier, { kind: "refused" }, NOW), [
    { ...earlier, attempt: 2 },
    due,
  ]);
});
