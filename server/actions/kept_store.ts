import { NoAnswer, type Patience, pauses, tryWithin } from "./attempts.ts";
import { type Store, StoreBusy, StoreError, type StoreFault } from "./store.ts";

/** How the store is opened, and what its limits are kept with. */
export type StoreOptions = Patience & {
  open: () => Promise<Store>;
  /** Epoch ms. */
  now: () => number;
  randomId: () => string;
  log: (entry: Record<string, string>) => void;
  /** Told of each use that was tried. */
  countStoreUse?: (use: StoreUse, outcome: "ok" | StoreFault, ms: number) => void;
};

/** A store whose every use ends in time and throws StoreError alone. */
export type KeptStore = Omit<Store, "close"> & {
  /** Whether actions could be claimed: tried by writing, at most once a second, however many ask. */
  isWritable(): Promise<boolean>;
};

/** How long one use of the store may take. */
export const USE_LIMIT_MS = 2_000;
/** How long it is tried to store an outcome. */
const SETTLE_LIMIT_MS = 5_000;
const TRY_AGAIN_MS = 1_000;

// What each use is, in words for its error.
const USES = {
  claim: "claim the action",
  find_claim: "read the outcome",
  list_last: "read what was last done",
  list_activity: "read the activity",
  settle: "store the outcome",
  change_orders: "change what is to be resumed",
  find_orders: "read what is to be resumed",
  check: "check the store",
  try: "try the store",
} as const;

/** What the store is used for. */
export type StoreUse = keyof typeof USES;

type Use<Value> = (store: Store, isOver: () => boolean) => Promise<Value>;

/**
 * Opens the store when it is first used and keeps it, with limits around it. A store that was not opened or does not
 * answer refuses at once what would wait for it, and is tried again in the background, at most once a second, by
 * whoever comes. What was opened is never opened again: a store in memory would have forgotten every claim.
 */
export function keepStore(options: StoreOptions): KeptStore {
  const { now, elapsed, delay, random, randomId, log, countStoreUse } = options;
  let opened: Store | null = null;
  let opening: Promise<Store> | null = null;
  /** Why actions cannot be claimed; null while all is well. */
  let fault: StoreFault | null = null;
  let trial: Promise<boolean> = Promise.resolve(true);
  let isTrying = false;
  let triedAt = -Infinity;

  function open(): Promise<Store> {
    return opening ??= openOnce().finally(() => opening = null);
  }

  async function openOnce(): Promise<Store> {
    const store = await options.open();
    if (opened === null) return opened = store;
    // It took so long that another was opened meanwhile.
    store.close();
    return opened;
  }

  async function attempt<Value>(
    name: StoreUse,
    use: Use<Value>,
    limitMs = USE_LIMIT_MS,
  ): Promise<Value> {
    const startedAt = elapsed();
    try {
      const value = await tryWithin(
        limitMs,
        async (isOver) => await use(opened ?? await open(), isOver),
        options,
      );
      countStoreUse?.(name, "ok", elapsed() - startedAt);
      return value;
    } catch (cause) {
      const present = faultOf(cause);
      countStoreUse?.(name, present, elapsed() - startedAt);
      // An opening that does not end is not waited for again.
      opening = null;
      if (fault === null) report("store_away", present);
      fault = present;
      throw new StoreError(USES[name], present, cause);
    }
  }

  function faultOf(cause: unknown): StoreFault {
    if (opened === null) return "not_opened";
    if (cause instanceof NoAnswer) return "no_answer";
    return cause instanceof StoreBusy ? "busy" : "failed";
  }

  function report(type: string, reason: string): void {
    log({ at: new Date(now()).toISOString(), type, reason });
  }

  /** Whether it is known that waiting for the store would be for nothing. */
  function isAway(): boolean {
    return fault === "not_opened" || fault === "no_answer";
  }

  async function guarded<Value>(
    name: StoreUse,
    use: Use<Value>,
    limitMs?: number,
  ): Promise<Value> {
    if (fault !== null) tryAgain();
    if (fault !== null && isAway()) throw new StoreError(USES[name], fault);
    return await attempt(name, use, limitMs);
  }

  /** The same for what writes: done, it shows that the store is well. */
  async function writing<Value>(
    name: StoreUse,
    use: Use<Value>,
    limitMs?: number,
  ): Promise<Value> {
    const value = await guarded(name, use, limitMs);
    recover();
    return value;
  }

  function recover(): void {
    if (fault !== null) report("store_back", fault);
    fault = null;
  }

  function tryAgain(): Promise<boolean> {
    if (isTrying || elapsed() < triedAt + TRY_AGAIN_MS) return trial;
    isTrying = true;
    triedAt = elapsed();
    return trial = attempt("try", (store) => store.probe(randomId()))
      .then(recover)
      .then(() => true, () => false)
      .finally(() => isTrying = false);
  }

  return {
    claim: (order) =>
      writing("claim", (store, isOver) => {
        // A claim whose caller has been refused must not be made any more. One that the store is already writing
        // may still come to be: nothing is ever sent for it, a repetition of its nonce reads `unknown`, and its
        // record blocks the event for one cool-down.
        const decide: typeof order.decide = (records) => isOver() ? null : order.decide(records);
        return store.claim({ ...order, decide });
      }),
    findClaim: (nonce) => guarded("find_claim", (store) => store.findClaim(nonce)),
    listLast: (places) => guarded("list_last", (store) => store.listLast(places)),
    listActivity: (query) => guarded("list_activity", (store) => store.listActivity(query)),
    orders: {
      change: (places, decide) =>
        writing("change_orders", (store, isOver) =>
          // A change whose caller was told that it failed must not be made any more.
          store.orders.change(places, (orders) => isOver() ? null : decide(orders))),
      keepDelivery: (id) => writing("change_orders", (store) => store.orders.keepDelivery(id)),
      list: (places) => guarded("find_orders", (store) => store.orders.list(places)),
      findPlaces: (tickets) => guarded("find_orders", (store) => store.orders.findPlaces(tickets)),
      listDue: (now, most) => guarded("find_orders", (store) => store.orders.listDue(now, most)),
      hasDelivery: (id) => guarded("find_orders", (store) => store.orders.hasDelivery(id)),
    },
    async probe(id) {
      await writing("check", (store) => store.probe(id));
    },
    async settle(settlement) {
      const end = elapsed() + SETTLE_LIMIT_MS;
      for (const pauseMs of pauses(random)) {
        try {
          const limitMs = Math.min(USE_LIMIT_MS, end - elapsed());
          return await writing("settle", (s) => s.settle(settlement), limitMs);
        } catch (error) {
          if (elapsed() + pauseMs >= end) throw error;
        }
        await delay(pauseMs);
      }
    },
    async isWritable() {
      const tried = tryAgain();
      return fault !== null && isAway() ? false : await tried;
    },
  };
}
