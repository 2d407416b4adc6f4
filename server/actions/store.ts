import type { OrderStore } from "./orders.ts";

/** How an action ended; `code` is the adapter's word for it, such as `triggered` or `event_not_valid`. */
export type Outcome = { status: "done" | "failed" | "unknown"; code: string; at: number };

/** When something was last done for a recipient, by whom and where. `outcome` is null while it is under way. */
export type LastRecord = {
  at: number;
  outcome: Outcome["status"] | null;
  /** Of the action that did it. */
  nonce: string;
  ticketId: string;
  /** The agent's name, sealed. */
  agent: string;
  /** Keyed digest of the values that were sent with it; absent where there were none. */
  values?: string;
};

/** What is kept of one action; `outcome` is null until it is stored. `values`: as in its record. */
export type Claim = { at: number; outcome: Outcome | null; values?: string };

/** What is kept of the action that a record is about. */
export function claimOf({ at, values }: LastRecord, outcome: Outcome | null): Claim {
  return { at, outcome, ...(values !== undefined && { values }) };
}

/** What is to be claimed. */
export type ClaimOrder = {
  nonce: string;
  /** Where its record is, one place a server key; the first is written, all are read. */
  places: readonly string[];
  /** The record to begin with, after what the places hold; null to claim nothing. */
  decide: (records: readonly LastRecord[]) => LastRecord | null;
};

/** What came of a claim; `records` are those that `decide` saw. */
export type ClaimAnswer =
  | { kind: "claimed"; record: LastRecord; records: readonly LastRecord[] }
  | { kind: "refused"; records: readonly LastRecord[] }
  | { kind: "repeated"; claim: Claim };

/** One installation of one account. */
export type InstallationOwner = { subdomain: string; installationId: string };

/** An ended action as its installation's activity keeps it: all but whose it was and when it ended is sealed. */
export type ActivityEntry = InstallationOwner & { at: number; sealed: string };

/** The newest of an installation's activity since a time, in epoch ms. */
export type ActivityQuery = InstallationOwner & { since: number; most: number };

/** How a claimed action ended, and what its place is to say of it. */
export type Settlement = {
  nonce: string;
  place: string;
  outcome: Outcome;
  record: LastRecord;
  /** What the place said before. */
  previous: LastRecord | null;
  activity: ActivityEntry;
};

/** What actions need from a store. Each use is one attempt: it may reject, or never end. */
export type Store = {
  /**
   * In one atomic step: the nonce is new, the places still hold what `decide` saw, and both are written. Throws
   * StoreBusy, with nothing written, when the places changed meanwhile.
   */
  claim(order: ClaimOrder): Promise<ClaimAnswer>;
  /** What is kept of an action; null when it was never claimed. */
  findClaim(nonce: string): Promise<Claim | null>;
  /**
   * In one atomic step: keeps the outcome and the activity, and what `recordAfter` says at the place if its record is
   * still this action's. Done twice, it changes nothing more. Throws StoreBusy as `claim` does.
   */
  settle(settlement: Settlement): Promise<void>;
  /** What is sealed in an installation's activity, newest first. */
  listActivity(query: ActivityQuery): Promise<readonly string[]>;
  /** What each place holds. */
  listLast(places: readonly string[]): Promise<readonly (LastRecord | null)[]>;
  /** What is to be done once a ticket is solved. */
  orders: OrderStore;
  /** Writes, reads and deletes an entry named by an unguessable id; rejects when it was not kept. */
  probe(id: string): Promise<void>;
  close(): void;
};

/** How long an outcome answers repetitions of its action. */
export const OUTCOME_TTL_MS = 24 * 60 * 60 * 1000;
/** How long a trial entry is kept, should the process end before it is deleted. */
export const PROBE_TTL_MS = 60_000;
/** How long it is remembered when something was last done for a recipient. */
export const RECORD_TTL_MS = 90 * 24 * 60 * 60 * 1000;
/** How long an action is in its installation's activity. */
export const ACTIVITY_TTL_MS = 90 * 24 * 60 * 60 * 1000;

/** Somebody else has the store, or changed what was read: nothing was written, and the same may be tried at once. */
export class StoreBusy extends Error {
  override name = "StoreBusy";
  constructor(cause?: unknown) {
    super("Cannot use the store now: another use of it is under way", { cause });
  }
}

/** Why the store cannot be used, for the log. */
export type StoreFault = "not_opened" | "no_answer" | "busy" | "failed";

/** The store cannot be used; nothing was sent to Agillic because of it. */
export class StoreError extends Error {
  override name = "StoreError";
  constructor(action: string, readonly fault: StoreFault = "failed", cause?: unknown) {
    super(`Cannot ${action}: the store is unavailable`, { cause });
  }
}

/** What a place says after an action; `claim` is what is kept of the action before it. */
export function recordAfter(
  { outcome, record, previous }: Settlement,
  claim: Claim | null,
): LastRecord | null {
  if (outcome.status !== "failed") return record;
  // Where nothing was done, what was done last is what it was before.
  if (previous === null || previous.outcome !== null || !claim?.outcome) return previous;
  // It was under way when this one overtook it.
  const { at, status } = claim.outcome;
  return status === "failed" ? null : { ...previous, at, outcome: status };
}
