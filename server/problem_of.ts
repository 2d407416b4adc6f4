import { StoreError } from "./actions/store.ts";
import { AgillicError } from "./agillic/errors.ts";
import { nameOf } from "./faults.ts";
import { Problem, type ProblemOptions } from "./problems.ts";

/** The problem that an error is; anything that is not foreseen is `internal`. */
export function problemOf(
  error: unknown,
  params: NonNullable<ProblemOptions["params"]> = {},
): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof AgillicError) {
    return new Problem(error.code, { params, upstreamStatus: error.status, cause: error });
  }
  if (error instanceof StoreError) return new Problem("store_unavailable", { cause: error });
  return new Problem("internal", { cause: error, reason: `internal:${nameOf(error)}` });
}

/** What an error means for an action: only Agillic's own refusal, or never having sent, is certain. */
export function outcomeOf(error: unknown): { status: "failed" | "unknown"; code: string } {
  const isCertain = error instanceof Problem ||
    error instanceof AgillicError && error.code !== "outcome_unknown";
  return isCertain
    ? { status: "failed", code: error.code }
    : { status: "unknown", code: "outcome_unknown" };
}
