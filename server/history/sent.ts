import { type Communication, isFromRecipient, isInFuture } from "../agillic/communication.ts";

/** Those that were sent to the recipient by now (epoch ms), and count. */
export function listSent<Each extends Communication>(
  communications: readonly Each[],
  now: number,
): readonly Each[] {
  return communications.filter((each) => wasSent(each, now));
}

/** Whether this was sent to the recipient by now (epoch ms): nothing that they sent, or that is dated in the future. */
export function wasSent(
  communication: Pick<Communication, "channel" | "sentAt">,
  now: number,
): boolean {
  const { sentAt } = communication;
  return !isFromRecipient(communication) && (sentAt === null || !isInFuture(sentAt, now));
}
