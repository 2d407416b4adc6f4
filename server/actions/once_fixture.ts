/** What tests of the once-only run are made of. */
import { createAges } from "./ages.ts";
import type { Patience } from "./attempts.ts";
import { keepStore, type KeptStore } from "./kept_store.ts";
import { createKvStore, type Kv } from "./kv_store.ts";
import { type OnceOptions, type OnceResult, runOnce } from "./once.ts";
import type { LastRecord, Store } from "./store.ts";

/** When everything begins, in epoch ms. */
export const START = Date.UTC(2026, 1, 10, 9);
/** Where the record is, unless a test says otherwise. */
export const PLACE = "digest";
/** What is answered when it was done at once. */
export const DONE = { status: "done", code: "triggered", at: START } as const;
/** What is answered when nobody knows. */
export const UNKNOWN = { status: "unknown", code: "outcome_unknown", at: START } as const;

/** What Agillic refused: it is certain that nothing was done. */
export class Refused extends Error {}

/** The store, a clock that waiting moves, and what was sent. */
export type Once = Disposable & {
  kv: Deno.Kv;
  /** `wrongMs` is how far the clock on the wall is from the truth. */
  clock: { now: number; wrongMs: number };
  /** The nonces, in the order in which they were sent. */
  sent: string[];
  run(nonce: string, options?: Partial<OnceOptions>): Promise<OnceResult>;
  /** The record as it is kept. */
  last(place?: string): Promise<LastRecord | null>;
};

/** Makes ready to run actions; closes the store when it is disposed of. */
export function openOnce(kv: Deno.Kv): Once {
  const clock = { now: START, wrongMs: 0 };
  const now = () => clock.now + clock.wrongMs;
  const elapsed = () => clock.now;
  const store = keep(kv);
  const ages = createAges({ now, elapsed });
  const sent: string[] = [];
  return {
    kv,
    clock,
    sent,
    run: (nonce: string, options: Partial<OnceOptions> = {}) =>
      runOnce({
        store,
        ages,
        nonce,
        places: [PLACE],
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
        now,
        elapsed,
        delay: (ms) => {
          clock.now += ms;
          return Promise.resolve();
        },
        ...options,
      }),
    last: async (place = PLACE) => (await kv.get<LastRecord>(["last", place])).value,
    [Symbol.dispose]: () => kv.close(),
  };
}

/** Deno KV with the limits around it, by real clocks: none of them is reached in a test. */
export function keep(kv: Kv): KeptStore {
  return keepOpened(createKvStore(kv));
}

/** Real clocks and real chance. */
export const PATIENCE: Patience = {
  elapsed: () => performance.now(),
  delay: wait,
  random: Math.random,
};

/** The same for any store. */
export function keepOpened(store: Store): KeptStore {
  return keepStore({
    open: () => Promise.resolve(store),
    now: () => START,
    ...PATIENCE,
    randomId: () => crypto.randomUUID(),
    log: () => {},
  });
}

/** Not of node:timers/promises: in Deno 2.5 an aborted one keeps its timer. */
function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}

/** The store, except that what `change` does to each transaction happens to it before it is used. */
export function withTransactions(kv: Kv, change: (transaction: Deno.AtomicOperation) => void): Kv {
  return {
    get: kv.get.bind(kv),
    getMany: kv.getMany.bind(kv),
    list: kv.list.bind(kv),
    set: kv.set.bind(kv),
    close: kv.close.bind(kv),
    atomic: () => {
      const transaction = kv.atomic();
      change(transaction);
      return transaction;
    },
  };
}
