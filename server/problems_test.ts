import { assert, assertEquals, assertFalse, assertStrictEquals } from "@std/assert";
import { StoreError } from "./actions/store.ts";
import { AgillicError, type AgillicErrorCode } from "./agillic/errors.ts";
import { problemOf } from "./problem_of.ts";
import { Problem, PROBLEM_STATUS } from "./problems.ts";

Deno.test("every problem has the status of the design's table", () => {
  assertEquals(PROBLEM_STATUS, {
    recipient_not_found: 200,
    requester_without_email: 200,
    user_without_email: 200,
    requester_not_chosen: 200,
    event_not_valid: 404,
    context_not_valid: 422,
    values_invalid: 400,
    table_not_found: 404,
    email_field_not_unique: 400,
    phone_field_not_unique: 400,
    token_invalid: 403,
    creation_event_missing: 422,
    recipient_exists: 409,
    settings_invalid: 422,
    input_refused: 400,
    rate_limited: 503,
    agillic_timeout: 504,
    agillic_unavailable: 502,
    agillic_answer_unknown: 502,
    requester_changed: 409,
    action_expired: 410,
    cooling_down: 429,
    done_meanwhile: 409,
    outcome_unknown: 504,
    reveal_limit: 429,
    read_only: 403,
    activity_not_allowed: 403,
    store_unavailable: 503,
    session_required: 401,
    page_expired: 410,
    other_release: 404,
    not_from_zendesk: 403,
    internal: 500,
  });
});

Deno.test("a failure of Agillic is the problem of its name, with its status", () => {
  const codes: AgillicErrorCode[] = ["token_invalid", "rate_limited", "agillic_unavailable"];
  for (const code of codes) {
    const error = new AgillicError(code, "Finding failed", { status: 401 });
    const problem = problemOf(error, { field: "EMAIL" });
    assertEquals([problem.code, problem.reason, problem.upstreamStatus], [code, code, 401]);
    assertEquals(problem.params, { field: "EMAIL" });
    assertStrictEquals(problem.cause, error);
  }
});

Deno.test("a problem that came without an answer of Agillic has no status of it", () => {
  const timeout = new AgillicError("agillic_timeout", "Finding failed");
  assertEquals(problemOf(timeout).upstreamStatus, null);
  assertEquals(new Problem("read_only").upstreamStatus, null);
});

Deno.test("a store that cannot be used is store_unavailable", () => {
  assertEquals(problemOf(new StoreError("claim the action")).code, "store_unavailable");
});

Deno.test("a problem stays what it is, with the reason that only the log is told", () => {
  const problem = new Problem("session_required", { reason: "sealed_expired" });
  assertStrictEquals(problemOf(problem), problem);
  assertEquals([problem.status, problem.reason], [401, "sealed_expired"]);
});

Deno.test("anything that is not foreseen is internal, and its message stays out of the reason", () => {
  for (const error of [new TypeError("mette@example.dk"), "mette@example.dk", null]) {
    const problem = problemOf(error);
    assertEquals(problem.code, "internal");
    assertFalse(`${problem.reason} ${problem.message}`.includes("mette"));
  }
  assertEquals(problemOf(new TypeError("x")).reason, "internal:TypeError");
});

Deno.test("only what may be gone at the next try is offered to be tried again", () => {
  for (
    const code of ["rate_limited", "agillic_timeout", "agillic_unavailable", "internal"] as const
  ) {
    assert(new Problem(code).isRetryable, code);
  }
  for (
    const code of ["outcome_unknown", "settings_invalid", "cooling_down", "read_only"] as const
  ) {
    assertFalse(new Problem(code).isRetryable, code);
  }
});
