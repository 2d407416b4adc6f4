import { type Communication, isFromRecipient } from "../agillic/communication.ts";
import { epochMsOf } from "../agillic/timestamps.ts";

/** How long before a ticket a communication may be its cause. */
export const POSSIBLE_CAUSE_MS = 72 * 60 * 60 * 1000;

/** Whether this may have caused the ticket, created then (epoch ms, null when unknown): nothing that the recipient sent. */
export function isPossibleCause(
  communication: Pick<Communication, "channel" | "sentAt">,
  ticketCreatedAt: number | null,
): boolean {
  const { sentAt } = communication;
  if (ticketCreatedAt === null || sentAt === null || isFromRecipient(communication)) return false;
  const sentMs = epochMsOf(sentAt);
  return sentMs <= ticketCreatedAt && sentMs > ticketCreatedAt - POSSIBLE_CAUSE_MS;
}
