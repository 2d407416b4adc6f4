import { type Kv, type KvKey, StoreError, useStore } from "./kv.ts";

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
};

/** What running an action answers. */
export type OnceResult =
  | { outcome: Outcome; repeated: boolean }
  | { coolingDown: { last: LastRecord; endsAt: number } };

/** One action to run at the most once. Times in ms. */
export type OnceOptions = {
  kv: Kv | null;
  nonce: string;
  /** Where its last record is, one place a server key; the first is written, all are read. */
  recordKeys: readonly KvKey[];
  coolDownMs: number;
  /** What the record says of it. */
  record: Pick<LastRecord, "ticketId" | "agent">;
  /** Sends it; answers the code of success. */
  perform: () => Promise<string>;
  /** What a thrown error means; `failed` only when it is certain that nothing was done. */
  explain: (error: unknown) => Pick<Outcome, "status" | "code">;
  now: () => number;
  delay: (ms: number) => Promise<void>;
  /** Told when the outcome could not be stored. */
  onStoreError?: (error: StoreError) => void;
};

type Claim = { at: number; outcome: Outcome | null };

/** How long an outcome answers repetitions of its action. */
export const OUTCOME_TTL_MS = 24 * 60 * 60 * 1000;
/** How long it is remembered when something was last done for a recipient. */
export const RECORD_TTL_MS = 90 * 24 * 60 * 60 * 1000;
/** Calls to Agillic end within 10 s: a claim that is older and has no outcome was left by a process that died. */
export const CLAIM_TIMEOUT_MS = 11_000;
const POLL_MS = 200;
const MAX_CLAIM_ATTEMPTS = 20;

/**
 * Runs an action that must not happen twice: claims its nonce and its record in one atomic check, then performs it,
 * then stores the outcome. A repetition answers the stored outcome, waiting for it while the first is under way.
 * Throws StoreError, with nothing sent, when the claim cannot be made.
 */
export async function runOnce(options: OnceOptions): Promise<OnceResult> {
  const claimed = await claim(options);
  if ("repeated" in claimed) {
    return { outcome: await awaitOutcome(options, claimed.repeated), repeated: true };
  }
  if ("coolingDown" in claimed) return claimed;
  const outcome = await perform(options);
  await storeOutcome(options, outcome, claimed.previous);
  return { outcome, repeated: false };
}

function actionKey(nonce: string): KvKey {
  return ["action", nonce];
}

type Claimed =
  | { previous: LastRecord | null }
  | { repeated: Claim }
  | { coolingDown: { last: LastRecord; endsAt: number } };

async function claim(options: OnceOptions): Promise<Claimed> {
  const { kv, nonce, recordKeys, coolDownMs, record, now } = options;
  const [recordKey] = recordKeys;
  if (recordKey === undefined) throw new StoreError("claim the action");
  return await useStore(kv, "claim the action", async (store) => {
    for (let attempt = 0; attempt < MAX_CLAIM_ATTEMPTS; attempt++) {
      const [action, ...records] = await store.getMany<[Claim, ...LastRecord[]]>(
        [actionKey(nonce), ...recordKeys],
        { consistency: "strong" },
      );
      if (action?.value) return { repeated: action.value };
      const previous = latest(records.map((entry) => entry.value));
      const endsAt = (previous?.at ?? -Infinity) + coolDownMs;
      if (previous !== null && coolDownMs > 0 && endsAt > now()) {
        return { coolingDown: { last: previous, endsAt } };
      }
      const at = now();
      const committed = await store.atomic()
        .check({ key: actionKey(nonce), versionstamp: null })
        .check(...records)
        .set(actionKey(nonce), { at, outcome: null } satisfies Claim, { expireIn: OUTCOME_TTL_MS })
        .set(recordKey, { ...record, nonce, at, outcome: null } satisfies LastRecord, {
          expireIn: RECORD_TTL_MS,
        })
        .commit();
      if (committed.ok) return { previous };
    }
    throw new Error("Cannot claim the action: other claims kept changing the record");
  });
}

/** The newest of the records; null when there is none. */
export function latest(records: readonly (LastRecord | null)[]): LastRecord | null {
  return records.reduce(
    (newest, r) => r !== null && r.at > (newest?.at ?? -Infinity) ? r : newest,
    null,
  );
}

async function perform({ perform, explain, now }: OnceOptions): Promise<Outcome> {
  try {
    return { status: "done", code: await perform(), at: now() };
  } catch (error) {
    return { ...explain(error), at: now() };
  }
}

async function storeOutcome(
  { kv, nonce, recordKeys, record, onStoreError }: OnceOptions,
  outcome: Outcome,
  previous: LastRecord | null,
): Promise<void> {
  const claim: Claim = { at: outcome.at, outcome };
  const done = { ...record, nonce, at: outcome.at, outcome: outcome.status };
  const [recordKey] = recordKeys;
  try {
    await useStore(kv, "store the outcome", async (store) => {
      for (let attempt = 0; recordKey !== undefined && attempt < MAX_CLAIM_ATTEMPTS; attempt++) {
        const [present, before] = await store.getMany<[LastRecord, Claim]>(
          [recordKey, actionKey(previous?.nonce ?? nonce)],
          { consistency: "strong" },
        );
        const change = store.atomic().check(present, before)
          .set(actionKey(nonce), claim, { expireIn: OUTCOME_TTL_MS });
        // A later action claims the record meanwhile when the cool-down is short: then it is not ours to write.
        if (present.value?.nonce === nonce) {
          // Where nothing was done, what was done last is what it was before.
          const last = outcome.status === "failed" ? settled(previous, before.value) : done;
          if (last === null) change.delete(recordKey);
          else change.set(recordKey, last, { expireIn: RECORD_TTL_MS });
        }
        if ((await change.commit()).ok) return;
      }
      await store.set(actionKey(nonce), claim, { expireIn: OUTCOME_TTL_MS });
    });
  } catch (error) {
    // The agent is told what really happened; a repetition finds a claim without outcome, which is `unknown`.
    if (error instanceof StoreError) onStoreError?.(error);
    else throw error;
  }
}

/** What became of an earlier action that was under way when it was overtaken. */
function settled(previous: LastRecord | null, claim: Claim | null): LastRecord | null {
  if (previous === null || previous.outcome !== null || !claim?.outcome) return previous;
  const { at, status } = claim.outcome;
  return status === "failed" ? null : { ...previous, at, outcome: status };
}

async function awaitOutcome(options: OnceOptions, found: Claim): Promise<Outcome> {
  const { kv, nonce, now, delay } = options;
  // The claim's time is another instance's: a clock that is ahead must not keep this one waiting.
  const until = Math.min(found.at, now()) + CLAIM_TIMEOUT_MS;
  let claimed = found;
  while (claimed.outcome === null && now() < until) {
    await delay(POLL_MS);
    try {
      const entry = await useStore(
        kv,
        "read the outcome",
        (store) => store.get<Claim>(actionKey(nonce)),
      );
      claimed = entry.value ?? claimed;
    } catch (error) {
      // Not passed on: a StoreError says that nothing was sent, which only the first of them knows.
      if (!(error instanceof StoreError)) throw error;
    }
  }
  return claimed.outcome ?? { status: "unknown", code: "outcome_unknown", at: claimed.at };
}
