import type { Communication } from "../agillic/communication.ts";
import { wasSent } from "./sent.ts";

/** A communication that was sent at a known instant, in epoch ms. */
export type Arrival = Communication & { readonly sentAt: number };

const SECOND_MS = 1_000;

/** What was sent to the recipient from the second of `since` on and until `now` (epoch ms), newest first. */
export function listSince(
  communications: readonly Communication[],
  since: number,
  now: number,
): readonly Arrival[] {
  // Agillic's times have no parts of a second.
  const from = since - since % SECOND_MS;
  return communications.filter((each): each is Arrival =>
    typeof each.sentAt === "number" && each.sentAt >= from && wasSent(each, now)
  );
}
