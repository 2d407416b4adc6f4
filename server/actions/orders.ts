/** What has become of an order. A `due` one is being carried out; the last two wait for an agent. */
export type OrderState = "open" | "due" | "failed" | "unknown";

/** That an event is to be triggered for a recipient once a ticket is solved, as it is kept. */
export type Order = {
  /** Of the action that gave it. */
  id: string;
  /** A keyed digest of account, installation and ticket. */
  ticket: string;
  /** Whom it is for, and everything else about it. */
  sealed: string;
  state: OrderState;
  /** Epoch ms: when it was given, or when it ended as `failed` or `unknown`. */
  at: number;
  /** From 1; each attempt is sent once. */
  attempt: number;
  /** In epoch ms, since when it is due and when it is to be tried next; null where it is not. */
  due: { since: number; next: number } | null;
  /** Until when, in epoch ms, the event that it ends may be on its way; absent once it is known to have been triggered. */
  begunUntil?: number;
  /** Once it is due: whether it is so for others, too, in whose place it is. */
  replacesOthers?: boolean;
};

/** What the orders of one recipient are to be, after what they are; null to leave them. */
export type DecideOrders = (orders: readonly Order[]) => readonly Order[] | null;

/**
 * What orders need from a store. All orders of one recipient and one event are at one place, a keyed digest, of which
 * there is one a server key. Each use is one attempt, as of `Store`.
 */
export type OrderStore = {
  /**
   * In one atomic step: replaces what the places hold, whichever of them, by what `decide` says, at the first. Throws
   * StoreBusy, with nothing written, when they changed meanwhile.
   */
  change(places: readonly string[], decide: DecideOrders): Promise<void>;
  /** What each place holds. */
  list(places: readonly string[]): Promise<readonly (readonly Order[])[]>;
  /** The places of orders of these tickets. */
  findPlaces(tickets: readonly string[]): Promise<readonly string[]>;
  /** The places of orders to be tried by `now`, epoch ms; those that wait longest first. */
  listDue(now: number, most: number): Promise<readonly string[]>;
  /** Whether this delivery of a webhook was kept. */
  hasDelivery(id: string): Promise<boolean>;
  /** Remembers that it was done, for DELIVERY_TTL_MS. */
  keepDelivery(id: string): Promise<void>;
};

/** How long a ticket may stay open. */
export const ORDER_TTL_MS = 90 * 24 * 60 * 60 * 1000;
/** How long a delivery is remembered: longer than a webhook is believed. */
export const DELIVERY_TTL_MS = 10 * 60 * 1000;

/** Whether its ticket still keeps the event from being triggered. */
export function isHolding({ state, at }: Order, now: number): boolean {
  return state === "open" && now - at < ORDER_TTL_MS;
}

/** Whether the event that it ends may still be on its way, or may come to nothing. */
export function isBeginning({ begunUntil }: Order, now: number): boolean {
  return begunUntil !== undefined && now < begunUntil;
}

/** The order once its event is known to have been, or may have been, triggered: what is due need not wait any more. */
export function afterBegin({ begunUntil: _, ...order }: Order, now: number): Order {
  return order.due === null ? order : { ...order, due: { ...order.due, next: now } };
}

/** The one that was given last; null when there is none. */
export function newestOf<Given extends Pick<Order, "at">>(orders: readonly Given[]): Given | null {
  return orders.reduce<Given | null>(
    (newest, order) => newest === null || order.at >= newest.at ? order : newest,
    null,
  );
}

/** The nonce of an order's present attempt: whoever carries it out, it is sent once. */
export function nonceOf({ id, attempt }: Pick<Order, "id" | "attempt">): string {
  return `${id}.resume.${attempt}`;
}

/** What is said of several orders: that they hold, else what became of the newest. */
export function stateOf(orders: readonly Order[], now: number): OrderState | null {
  if (orders.some((order) => isHolding(order, now))) return "open";
  return newestOf(orders.filter(({ state }) => state !== "open"))?.state ?? null;
}

/** How carrying an order out has ended; what has failed may be tried again at `next`, epoch ms. */
export type OrderEnd =
  | { kind: "done" | "failed" | "unknown" | "refused" }
  | { kind: "later"; next: number };

/** The orders of a place after an attempt of one of them; what was given later stays in any case. */
export function afterEnd(
  orders: readonly Order[],
  order: Order,
  end: OrderEnd,
  now: number,
): readonly Order[] {
  const replaceWith = (changes: Partial<Order>) =>
    orders.map((each) =>
      each === order ? { ...order, attempt: order.attempt + 1, ...changes } : each
    );
  const later = orders.filter(({ at }) => at > order.at);
  switch (end.kind) {
    case "done":
      return later;
    case "failed":
    case "unknown":
      return [
        ...later,
        { ...order, attempt: order.attempt + 1, state: end.kind, at: now, due: null },
      ];
    case "refused":
      return replaceWith({});
    case "later":
      return replaceWith({ due: { since: order.due?.since ?? now, next: end.next } });
  }
}
