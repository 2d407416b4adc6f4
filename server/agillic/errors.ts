/** What went wrong between us and Agillic; the names are those of the problem table. */
export type AgillicErrorCode =
  | "email_field_not_unique"
  | "token_invalid"
  | "event_not_valid"
  | "recipient_not_found"
  | "rate_limited"
  | "agillic_timeout"
  | "agillic_unavailable"
  | "agillic_answer_unknown"
  | "outcome_unknown";

/** What is known besides the code; `status` is Agillic's, absent when it did not answer. */
export type AgillicErrorDetails = {
  status?: number | null;
  upstreamMessage?: string | null;
  retryAfterSeconds?: number | null;
  cause?: unknown;
};

/**
 * A call to Agillic that failed. `message` and `cause` are safe to log: they never hold an address, a token or a body.
 * `upstreamMessage` is Agillic's own wording and may name a person: show it, do not log it.
 * After an action only `outcome_unknown` means that something may have happened; every other code means that nothing did.
 */
export class AgillicError extends Error {
  override readonly name = "AgillicError";
  readonly code: AgillicErrorCode;
  readonly status: number | null;
  readonly upstreamMessage: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(code: AgillicErrorCode, message: string, details: AgillicErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.status = details.status ?? null;
    this.upstreamMessage = details.upstreamMessage ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}
