import type { Communication } from "../agillic/communication.ts";
import { epochMsOf } from "../agillic/timestamps.ts";

/** What a history is about. */
export type Period = { from: Date; to: Date };

const MONTHS = 3;
/** How long before a ticket a communication may be its cause. */
export const POSSIBLE_CAUSE_MS = 72 * 60 * 60 * 1000;

/** The past three months by the calendar: from the same day and time, or the month's last day. */
export function periodUntil(to: Date): Period {
  const from = new Date(to);
  from.setUTCMonth(from.getUTCMonth() - MONTHS);
  // 31 May minus three months would be 3 March: the day overflowed, so step back to the last of February.
  if (from.getUTCDate() !== to.getUTCDate()) from.setUTCDate(0);
  return { from, to };
}

/** Whether this may have caused the ticket, created then (epoch ms, null when unknown): nothing that came from the customer. */
export function isPossibleCause(
  { channel, sentAt }: Pick<Communication, "channel" | "sentAt">,
  ticketCreatedAt: number | null,
): boolean {
  if (ticketCreatedAt === null || sentAt === null || channel.startsWith("INBOUND")) return false;
  const sentMs = epochMsOf(sentAt);
  return sentMs <= ticketCreatedAt && sentMs > ticketCreatedAt - POSSIBLE_CAUSE_MS;
}
