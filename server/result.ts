/** What a verification answers: the value, or a reason that goes to the log and nowhere else. */
export type Result<Value, Reason extends string = string> =
  | { ok: true; value: Value }
  | { ok: false; reason: Reason };

/** A verification that succeeded. */
export function accepted<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** A verification that failed, with the reason for the log. */
export function rejected<Reason extends string>(reason: Reason): { ok: false; reason: Reason } {
  return { ok: false, reason };
}
