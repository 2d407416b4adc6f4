import type { Formatter } from "../../views/format.ts";
import type { Verdict } from "../../views/verdict.tsx";
import type { Communication } from "../agillic/communication.ts";

/** What Person Data says against delivery; the shell carries it from the recipient to the history. */
const DELIVERY_STATES = [
  "malformed",
  "bounces",
  "complaint",
  "unsubscribed",
  "inactive",
  "awaiting",
  "no_permission",
  "msisdn_invalid",
] as const;

/** The header that carries it: one word, about nobody by itself. */
export const DELIVERY_STATE_HEADER = "Recipient-State";

/** One of the words, the gravest first. */
export type DeliveryState = typeof DELIVERY_STATES[number];

/** The word of the header; null where there is none or another. */
export function parseDeliveryState(text: string | undefined): DeliveryState | null {
  return DELIVERY_STATES.find((state) => state === text) ?? null;
}

/** Whether Person Data holds a yes; null where it holds neither yes nor no. */
export function readFlag(personData: ReadonlyMap<string, string>, name: string): boolean | null {
  const value = personData.get(name)?.trim().toLowerCase();
  if (value === "true" || value === "1" || value === "yes") return true;
  return value === "false" || value === "0" || value === "no" ? false : null;
}

/** The gravest reason in Person Data why a mail may not arrive. */
export function findDeliveryState(
  personData: ReadonlyMap<string, string>,
  awaitingConfirmation: boolean,
): DeliveryState | null {
  const flag = (name: string) => readFlag(personData, name);
  const states: Record<DeliveryState, boolean> = {
    malformed: flag("MALFORMED_EMAIL") === true,
    bounces: flag("VALID_EMAIL") === false,
    complaint: flag("COMPLAINT") === true,
    unsubscribed: flag("UNSUBSCRIBED") === true,
    inactive: flag("INACTIVE_EMAIL") === true,
    awaiting: awaitingConfirmation,
    no_permission: flag("EMAIL_PERMISSION") === false,
    msisdn_invalid: personData.get("MSISDN_TYPE")?.toLowerCase() === "invalid",
  };
  return DELIVERY_STATES.find((state) => states[state]) ?? null;
}

const MAIL: ReadonlySet<string> = new Set(["EMAIL", "TRANSACTIONAL_EMAIL"]);

/** Does what is sent arrive: from Person Data first, else from the history, newest first. */
export function verdictOf(
  state: DeliveryState | null,
  communications: readonly Communication[],
  formatter: Formatter,
): Verdict {
  const mails = communications.filter(({ channel }) => MAIL.has(channel));
  const bounces = state === "bounces" || (state === null && mails[0]?.activity === "hard_bounced");
  if (bounces) {
    const since = bouncingSince(mails);
    return { kind: "bounces", ...(since !== null && { since: formatter.date(new Date(since)) }) };
  }
  if (state !== null) return { kind: state };
  if (communications.length === 0) return { kind: "nothing_sent" };
  if (mails.length === 0) return { kind: "sent", sent: formatter.count(communications.length) };
  const opened =
    mails.filter(({ activity }) => activity === "opened" || activity === "clicked").length;
  return {
    kind: "opened",
    opened: formatter.count(opened).text,
    sent: formatter.count(mails.length),
  };
}

/** When the unbroken run of bounces up to now began. */
function bouncingSince(mails: readonly Communication[]): number | null {
  let since: number | null = null;
  for (const { activity, bouncedAt, sentAt } of mails) {
    if (activity !== "hard_bounced") break;
    since = bouncedAt ?? sentAt ?? since;
  }
  return since;
}
