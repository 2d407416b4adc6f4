import { PASS_EXPIRED_STATUS } from "../contract/session.ts";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ProblemCode, ProblemParams, SettingFault } from "../views/problem.tsx";

/** Every problem that an answer can hold, and its HTTP status. The words are in views/words. */
export const PROBLEM_STATUS: Record<ProblemCode, ContentfulStatusCode> = {
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
  page_expired: PASS_EXPIRED_STATUS,
  other_release: 404,
  not_from_zendesk: 403,
  internal: 500,
};

/** Problems that may be gone at the next try. */
const RETRYABLE: ReadonlySet<ProblemCode> = new Set([
  "rate_limited",
  "agillic_timeout",
  "agillic_unavailable",
  "agillic_answer_unknown",
  "store_unavailable",
  "token_invalid",
  "requester_changed",
  "internal",
]);

/** What a problem says besides its code; `reason` is for the log alone. */
export type ProblemOptions = {
  params?: ProblemParams;
  faults?: readonly SettingFault[];
  /** How long to wait until the same may be tried again. */
  waitSeconds?: number;
  /** Who did the same meanwhile (empty when unknown), and when, in epoch ms. */
  lastDone?: { agent: string; at: number; outcome?: "done" | "unknown" | "under_way" };
  /** The status that Agillic answered with; null when it was not asked or did not answer. */
  upstreamStatus?: number | null;
  reason?: string;
  /** What the answer's header `Recipient` says. */
  recipient?: string | null;
  cause?: unknown;
};

/** A request that ends with a problem from the table. */
export class Problem extends Error {
  override name = "Problem";
  readonly params: ProblemParams;
  readonly faults: readonly SettingFault[];
  readonly waitSeconds: number | null;
  readonly lastDone: ProblemOptions["lastDone"] | null;
  readonly upstreamStatus: number | null;
  readonly reason: string;
  readonly recipient: string | null;
  constructor(readonly code: ProblemCode, options: ProblemOptions = {}) {
    super(`The request ends with the problem ${code}`, { cause: options.cause });
    this.params = options.params ?? {};
    this.faults = options.faults ?? [];
    this.waitSeconds = options.waitSeconds ?? null;
    this.lastDone = options.lastDone ?? null;
    this.upstreamStatus = options.upstreamStatus ?? null;
    this.reason = options.reason ?? code;
    this.recipient = options.recipient ?? null;
  }
  get status(): ContentfulStatusCode {
    return PROBLEM_STATUS[this.code];
  }
  get isRetryable(): boolean {
    return RETRYABLE.has(this.code);
  }
}

/** Whether a stored word is the code of a problem. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_STATUS, code);
}
