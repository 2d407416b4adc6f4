import { type Communication, isFromRecipient } from "../agillic/communication.ts";
import { epochMsOf } from "../agillic/timestamps.ts";

/** How long before a ticket a communication may be its cause. */
export const POSSIBLE_CAUSE_MS = 72 * 60 * 60 * 1000;

/** Where the first and the last possible cause of a ticket stand in a history. */
export type CauseSpan = { first: number; last: number };

type CauseCandidate = Pick<Communication, "channel" | "sentAt">;

/**
 * What may have caused the ticket, created then (epoch ms, null when unknown), in a history that is sorted newest
 * first: nothing that the recipient sent, though that may stand between. Null where there is nothing.
 */
export function findCauseSpan(
  communications: readonly CauseCandidate[],
  ticketCreatedAt: number | null,
): CauseSpan | null {
  if (ticketCreatedAt === null) return null;
  const isCause = (one: CauseCandidate) => isPossibleCause(one, ticketCreatedAt);
  const first = communications.findIndex(isCause);
  return first === -1 ? null : { first, last: communications.findLastIndex(isCause) };
}

/** Whether this was sent to the recipient shortly before the ticket was created (epoch ms). */
export function isPossibleCause(communication: CauseCandidate, ticketCreatedAt: number): boolean {
  const { sentAt } = communication;
  if (sentAt === null || isFromRecipient(communication)) return false;
  const sentMs = epochMsOf(sentAt);
  return sentMs <= ticketCreatedAt && sentMs > ticketCreatedAt - POSSIBLE_CAUSE_MS;
}
