import type { Communication } from "../agillic/communication.ts";
import type { Time } from "../agillic/timestamps.ts";
import type { DeliveryState } from "./delivery_state.ts";

/** Does what is sent arrive. `since` of what bounces is null when unknown. */
export type Verdict =
  | { kind: "bounces"; since: Time | null }
  | Exclude<DeliveryState, { kind: "bounces" }>
  | { kind: "opened"; opened: number; sent: number }
  | { kind: "sent"; sent: number }
  | { kind: "nothing_sent" };

const MAIL: ReadonlySet<string> = new Set(["EMAIL", "TRANSACTIONAL_EMAIL"]);

/** What Agillic has against a recipient without keeping mail from them: a bounce is graver. */
const MILD: ReadonlySet<DeliveryState["kind"]> = new Set([
  "unsubscribed_unknown",
  "msisdn_invalid",
  "inactive",
]);

/** The verdict of what Agillic has against delivery first, else of the history, newest first. */
export function verdictOf(
  state: DeliveryState | null,
  communications: readonly Communication[],
): Verdict {
  const mails = communications.filter(({ channel }) => MAIL.has(channel));
  const bouncedLast = mails[0]?.activity === "hard_bounced";
  if (state?.kind === "bounces" || (bouncedLast && (state === null || MILD.has(state.kind)))) {
    return { kind: "bounces", since: bouncingSince(mails) };
  }
  if (state !== null) return state;
  if (communications.length === 0) return { kind: "nothing_sent" };
  if (mails.length === 0) return { kind: "sent", sent: communications.length };
  const opened =
    mails.filter(({ activity }) => activity === "opened" || activity === "clicked").length;
  return { kind: "opened", opened, sent: mails.length };
}

/** When the unbroken run of bounces up to now began. */
function bouncingSince(mails: readonly Communication[]): Time | null {
  let since: Time | null = null;
  for (const { activity, bouncedAt, sentAt } of mails) {
    if (activity !== "hard_bounced") break;
    since = bouncedAt ?? sentAt ?? since;
  }
  return since;
}
