import type { AttemptEnd } from "./attempt.ts";
import { AgillicError, type AgillicErrorCode } from "./errors.ts";
import type { Operation } from "./operation.ts";
import { parseRetryAfter } from "./retry.ts";

/** An attempt that gave no answer, and whether another one may be made. */
export type Failure = {
  readonly error: AgillicError;
  readonly repeatable: boolean;
  /** How long Agillic asks us to wait; null when it does not say. */
  readonly retryAfterMs: number | null;
};

/** Whether the operation itself has to judge this status: a 2xx, or a 4xx about what was asked. */
export function isAnswer(operation: Operation, status: number): boolean {
  if (status >= 200 && status < 300) return true;
  if (status < 400 || status >= 500) return false;
  // 408 is a gateway's "no complete request yet": it does not prove that an action was not done.
  if (status === 408) return operation.kind === "read";
  return status !== 401 && status !== 403 && status !== 429;
}

/** What an attempt that gave no answer means for this operation. */
export function failureOf(operation: Operation, end: AttemptEnd, nowMs: number): Failure {
  const { status } = end;
  const message = `${operation.action} failed: ${describe(end)}`;
  const fail = (code: AgillicErrorCode, repeatable = false): Failure => ({
    error: new AgillicError(code, message, { status }),
    repeatable,
    retryAfterMs: end.kind === "answered" ? parseRetryAfter(end.retryAfter, nowMs) : null,
  });

  const isRead = operation.kind === "read";
  if (end.kind === "answered" && (status === 401 || status === 403)) return fail("token_invalid");
  // Documented to mean that nothing was changed, so that an action may be repeated too.
  if (end.kind === "answered" && status === 429) return fail("rate_limited", true);
  if (end.kind === "broken" && !end.sent) return fail("agillic_unavailable", isRead);
  if (!isRead) return fail("outcome_unknown");

  switch (end.kind) {
    case "timed_out":
      return fail("agillic_timeout", true);
    case "broken":
      // Half an answer cannot be understood; none at all is a service that is away.
      return fail(status === null ? "agillic_unavailable" : "agillic_answer_unknown", true);
    case "too_large":
    case "not_text":
      return fail("agillic_answer_unknown");
    case "answered":
      return end.status >= 500
        ? fail("agillic_unavailable", REPEATABLE_STATUSES.has(end.status))
        : fail("agillic_answer_unknown");
  }
}

const REPEATABLE_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);

function describe(end: AttemptEnd): string {
  switch (end.kind) {
    case "timed_out":
      return "Agillic did not answer in time";
    case "broken":
      return end.status === null ? end.reason : `${end.reason} within the body`;
    case "too_large":
      return "the body is longer than allowed";
    case "not_text":
      return "the body is not text in the charset that it names";
    case "answered":
      return `Agillic answered ${end.status}`;
  }
}
