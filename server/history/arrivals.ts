import type { Communication } from "../agillic/communication.ts";

const SECOND_MS = 1_000;

/** What was sent to the customer from the second of `since` on and until `now` (epoch ms), newest first. */
export function listSince(
  communications: readonly Communication[],
  since: number,
  now: number,
): readonly Communication[] {
  // Agillic's times have no parts of a second.
  const from = since - since % SECOND_MS;
  return communications.filter(({ channel, sentAt }) =>
    sentAt !== null && sentAt >= from && sentAt <= now && !channel.startsWith("INBOUND")
  );
}
