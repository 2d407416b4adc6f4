/** What a store is given to keep of actions. */
import { START } from "../server/actions/once_fixture.ts";
import type {
  ActivityEntry,
  ClaimOrder,
  LastRecord,
  Outcome,
  Settlement,
} from "../server/actions/store.ts";

/** An action that was done. */
export const DONE: Outcome = { status: "done", code: "triggered", at: START + 500 };

/** Whose activity it is. */
export const OWNER = { subdomain: "acme", installationId: "77" };

/** An action that failed. */
export const FAILED: Outcome = { status: "failed", code: "refused", at: START + 500 };

/** The record of an action that has no outcome yet. */
export function recordOf(nonce: string, at = START): LastRecord {
  return { at, outcome: null, nonce, ticketId: "101", agent: "sealed name" };
}

/** A claim that is let through. */
export function order(nonce: string, options: Partial<ClaimOrder> = {}): ClaimOrder {
  return { nonce, places: ["place"], decide: () => recordOf(nonce), ...options };
}

/** The end of an action that was done. */
export function settlement(nonce: string, options: Partial<Settlement> = {}): Settlement {
  const record = { ...recordOf(nonce, DONE.at), outcome: "done" as const };
  const activity = entry(DONE.at, nonce);
  return { nonce, place: "place", outcome: DONE, record, previous: null, activity, ...options };
}

/** What an action leaves of the activity. */
export function entry(
  at: number,
  sealed: string,
  options: Partial<ActivityEntry> = {},
): ActivityEntry {
  return { ...OWNER, at, sealed, ...options };
}
