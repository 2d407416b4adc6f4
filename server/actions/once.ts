import type { ShownLast } from "./action.ts";
import type { Ages } from "./ages.ts";
import type { KeptStore } from "./kept_store.ts";
import {
  type ActivityEntry,
  type Claim,
  claimOf,
  type LastRecord,
  type Outcome,
  StoreError,
} from "./store.ts";

/** What running an action answers. */
export type OnceResult =
  | { outcome: Outcome; repeated: boolean }
  | { otherValues: Claim }
  | Refused;

/** Why nothing was sent: the cool-down is not over, or something was done that the agent had not seen. */
type Refused =
  | { coolingDown: { last: LastRecord; waitMs: number } }
  | { doneMeanwhile: LastRecord };

/** One action to run at the most once. Times in ms. */
export type OnceOptions = {
  store: KeptStore;
  /** How old records are; shared by all actions of the process. */
  ages: Ages;
  nonce: string;
  /** Where its last record is, one place a server key; the first is written, all are read. */
  places: readonly string[];
  coolDownMs: number;
  /** What the agent saw of it. */
  shownLast?: ShownLast;
  /** What the record says of it. */
  record: Pick<LastRecord, "ticketId" | "agent">;
  /** What its installation's activity keeps of it. */
  activityOf: (outcome: Outcome) => Promise<ActivityEntry>;
  /** Digests of the values that are sent, one a server key; the first is kept, any is known again. None for none. */
  values?: readonly string[];
  /** Sends it; answers the code of success. */
  perform: () => Promise<string>;
  /** What a thrown error means; `failed` only when it is certain that nothing was done. */
  explain: (error: unknown) => Pick<Outcome, "status" | "code">;
  now: () => number;
  /** On a clock that never goes back. */
  elapsed: () => number;
  delay: (ms: number) => Promise<void>;
  /** Told when the outcome could not be stored. */
  onStoreError?: (error: StoreError) => void;
};

/** Calls to Agillic end within 10 s: a claim that is older and has no outcome was left by a process that died. */
export const CLAIM_TIMEOUT_MS = 11_000;
const POLL_MS = 200;

/**
 * Runs an action that must not happen twice: claims its nonce and its record in one atomic step, then performs it,
 * then stores the outcome. A repetition answers the stored outcome, waiting for it while the first is under way; with
 * other values it is refused.
 * Throws StoreError, with nothing sent, when the claim cannot be made.
 */
export async function runOnce(options: OnceOptions): Promise<OnceResult> {
  const claimed = await claim(options);
  if ("repeated" in claimed) {
    if (!isSame(claimed.repeated, options)) return { otherValues: claimed.repeated };
    return { outcome: await awaitOutcome(options, claimed.repeated), repeated: true };
  }
  if (!("previous" in claimed)) return claimed;
  const outcome = await perform(options);
  await storeOutcome(options, outcome, claimed.previous);
  return { outcome, repeated: false };
}

function isSame({ values }: Claim, { values: digests = [] }: OnceOptions): boolean {
  return values === undefined ? digests.length === 0 : digests.includes(values);
}

type Claimed =
  | { previous: LastRecord | null }
  | { repeated: Claim }
  | Refused;

async function claim(options: OnceOptions): Promise<Claimed> {
  const { store, ages, nonce, places, now } = options;
  const answer = await store.claim({
    nonce,
    places,
    decide: (records) =>
      findOwn(records, nonce) === null && findRefusal(options, ages.youngest(records)) === null
        ? recordOf(options, now(), null)
        : null,
  });
  if (answer.kind === "repeated") return { repeated: answer.claim };
  const own = findOwn(answer.records, nonce);
  if (own !== null) return { repeated: claimOfRecord(own) };
  const last = ages.youngest(answer.records);
  if (answer.kind === "claimed") {
    // From here on its age is counted by the clock that never goes back.
    ages.ageOf(answer.record);
    return { previous: last };
  }
  if (last === null) throw new StoreError("claim the action");
  // The cool-down may have ended since the store decided.
  return findRefusal(options, last) ?? { coolingDown: { last, waitMs: 0 } };
}

/** Why the action must not be done after what was done last; null when it may be. */
function findRefusal(
  { ages, coolDownMs, shownLast }: OnceOptions,
  last: LastRecord | null,
): Refused | null {
  if (last === null) return null;
  const waitMs = coolDownMs - ages.ageOf(last);
  if (waitMs > 0) return { coolingDown: { last, waitMs } };
  const isNews = shownLast === null || shownLast !== undefined && ages.isNewer(last, shownLast);
  return isNews ? { doneMeanwhile: last } : null;
}

/** The record of this very action: it knows the nonce when the store, by a clock that was wrong, has forgotten it. */
function findOwn(records: readonly LastRecord[], nonce: string): LastRecord | null {
  return records.find((record) => record.nonce === nonce) ?? null;
}

function claimOfRecord(record: LastRecord): Claim {
  const { at, outcome: status } = record;
  if (status === null) return claimOf(record, null);
  const code = status === "done" ? "triggered" : "outcome_unknown";
  return claimOf(record, { status, code, at });
}

function recordOf(
  { record, nonce, values: [values] = [] }: OnceOptions,
  at: number,
  outcome: LastRecord["outcome"],
): LastRecord {
  return { ...record, nonce, at, outcome, ...(values !== undefined && { values }) };
}

async function perform({ perform, explain, now }: OnceOptions): Promise<Outcome> {
  try {
    return { status: "done", code: await perform(), at: now() };
  } catch (error) {
    return { ...explain(error), at: now() };
  }
}

async function storeOutcome(
  options: OnceOptions,
  outcome: Outcome,
  previous: LastRecord | null,
): Promise<void> {
  const { store, ages, nonce, places, activityOf, onStoreError } = options;
  const [place = ""] = places;
  const ended = recordOf(options, outcome.at, outcome.status);
  ages.ageOf(ended);
  try {
    const activity = await activityOf(outcome);
    await store.settle({ nonce, place, outcome, record: ended, previous, activity });
  } catch (error) {
    // The agent is told what really happened; a repetition finds a claim without outcome, which is `unknown`.
    if (error instanceof StoreError) onStoreError?.(error);
    else throw error;
  }
}

async function awaitOutcome(options: OnceOptions, found: Claim): Promise<Outcome> {
  const { store, ages, nonce, elapsed, delay } = options;
  // By the clock that never goes back: the claim's own may be another instance's, or have been set since.
  const until = elapsed() + CLAIM_TIMEOUT_MS - ages.ageOf({ nonce, at: found.at });
  let claimed = found;
  while (claimed.outcome === null && elapsed() < until) {
    await delay(POLL_MS);
    try {
      claimed = await store.findClaim(nonce) ?? claimed;
    } catch (error) {
      // Not passed on: a StoreError says that nothing was sent, which only the first of them knows.
      if (!(error instanceof StoreError)) throw error;
    }
  }
  return claimed.outcome ?? { status: "unknown", code: "outcome_unknown", at: claimed.at };
}
