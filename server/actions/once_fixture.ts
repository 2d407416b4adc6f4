/** What tests of the once-only run are made of. */
import type { Kv, KvKey } from "./kv.ts";
import { type LastRecord, type OnceOptions, type OnceResult, runOnce } from "./once.ts";

/** When everything begins, in epoch ms. */
export const START = Date.UTC(2026, 1, 10, 9);
/** Where the record is, unless a test says otherwise. */
export const RECORD: KvKey = ["last", "digest"];
/** What is answered when it was done at once. */
export const DONE = { status: "done", code: "triggered", at: START } as const;
/** What is answered when nobody knows. */
export const UNKNOWN = { status: "unknown", code: "outcome_unknown", at: START } as const;

/** What Agillic refused: it is certain that nothing was done. */
export class Refused extends Error {}

/** The store, a clock that waiting moves, and what was sent. */
export type Once = Disposable & {
  kv: Deno.Kv;
  clock: { now: number };
  /** The nonces, in the order in which they were sent. */
  sent: string[];
  run(nonce: string, options?: Partial<OnceOptions>): Promise<OnceResult>;
  /** The record as it is kept. */
  last(key?: KvKey): Promise<LastRecord | null>;
};

/** Makes ready to run actions; closes the store when it is disposed of. */
export function openOnce(kv: Deno.Kv): Once {
  const clock = { now: START };
  const sent: string[] = [];
  return {
    kv,
    clock,
    sent,
    run: (nonce: string, options: Partial<OnceOptions> = {}) =>
      runOnce({
        kv,
        nonce,
        recordKeys: [RECORD],
        coolDownMs: 60_000,
        record: { ticketId: "101", agent: "sealed name" },
        perform: () => {
          sent.push(nonce);
          return Promise.resolve("triggered");
        },
        explain: (error) =>
          error instanceof Refused
            ? { status: "failed", code: "refused" }
            : { status: "unknown", code: "outcome_unknown" },
        now: () => clock.now,
        delay: (ms) => {
          clock.now += ms;
          return Promise.resolve();
        },
        ...options,
      }),
    last: async (key = RECORD) => (await kv.get<LastRecord>(key)).value,
    [Symbol.dispose]: () => kv.close(),
  };
}

/** The store, except that what `change` does to each transaction happens to it before it is used. */
export function withTransactions(kv: Kv, change: (transaction: Deno.AtomicOperation) => void): Kv {
  return {
    get: kv.get.bind(kv),
    getMany: kv.getMany.bind(kv),
    set: kv.set.bind(kv),
    atomic: () => {
      const transaction = kv.atomic();
      change(transaction);
      return transaction;
    },
  };
}

/** What a store does that cannot be used. */
export function broken(): Promise<never> {
  return Promise.reject(new Error("The database is locked"));
}
