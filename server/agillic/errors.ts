/** What went wrong between us and Agillic; the names are those of the problem table. */
export type AgillicErrorCode =
  | "email_field_not_unique"
  | "token_invalid"
  | "event_not_valid"
  | "context_not_valid"
  | "recipient_not_found"
  | "rate_limited"
  | "agillic_timeout"
  | "agillic_unavailable"
  | "agillic_answer_unknown"
  | "outcome_unknown";

/**
 * A call to Agillic that failed. `message` is safe to log: it never holds an address, a token or a
 * body. After an action only `outcome_unknown` means that something may have happened; every other
 * code means that nothing did.
 */
export class AgillicError extends Error {
  override readonly name = "AgillicError";
  readonly code: AgillicErrorCode;
  /** Agillic's; null when it did not answer. */
  readonly status: number | null;

  constructor(
    code: AgillicErrorCode,
    message: string,
    { status = null }: { readonly status?: number | null } = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
