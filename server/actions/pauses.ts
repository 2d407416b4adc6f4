import { z } from "zod";
import type { Problem } from "../problems.ts";
import type { Sealing } from "../sealing.ts";
import type { KeptStore } from "./kept_store.ts";
import {
  afterBegin,
  afterEnd,
  isBeginning,
  isHolding,
  newestOf,
  nonceOf,
  type Order,
  ORDER_TTL_MS,
  type OrderEnd,
} from "./orders.ts";
import { listByEvent, placesOf, type RecordOwner } from "./records.ts";

/** What an agent has paused for a recipient until a ticket is solved, and what resumes it. */
export type Pause = z.infer<typeof pauseSchema>;

/** A pause, and what is kept of it beside. */
export type OpenedOrder = { order: Order; pause: Pause };

/** A ticket of an installation. */
export type PausingTicket = Pick<Pause, "subdomain" | "installationId" | "ticketId">;

/** What is paused until tickets are solved. Everything throws StoreError. */
export type Pauses = {
  /** Before the event is triggered: from here on the ticket holds it. `id` is the action's nonce. */
  begin(pause: Pause, id: string): Promise<void>;
  /** The event was, or may have been, triggered: what the same ticket held before is over, and what was due. */
  confirm(pause: Pause, id: string): Promise<void>;
  /** It was not. */
  withdraw(pause: Pause, id: string): Promise<void>;
  /** The orders of a recipient for each resume event. */
  find(
    owner: RecordOwner,
    resumeEvents: readonly string[],
  ): Promise<readonly (readonly OpenedOrder[])[]>;
  /**
   * The ticket is solved: what it alone held is due. Answers the places of that. The same delivery once more would
   * end what was paused after it, and changes nothing.
   */
  solve(ticket: PausingTicket, delivery: string): Promise<readonly string[]>;
  /** The places of what is to be tried now. */
  listDue(most: number): Promise<readonly string[]>;
  /** Takes what is due there, for `leaseMs`; null when there is nothing, or somebody else has it. */
  take(place: string, leaseMs: number): Promise<OpenedOrder | null>;
  /** Says how the attempt under this nonce has ended. */
  end(
    pause: Pick<Pause, keyof RecordOwner | "resumeEvent">,
    nonce: string,
    end: OrderEnd,
  ): Promise<void>;
};

/** What pauses are kept with; `log` is told of what cannot be read any more. */
export type PausesOptions = {
  store: Pick<KeptStore, "orders">;
  sealing: Sealing;
  /** Epoch ms. */
  now: () => number;
  log: (entry: Record<string, string>) => void;
};

const pauseSchema = z.object({
  subdomain: z.string(),
  installationId: z.string(),
  /** Who has paused it. */
  userId: z.string(),
  agentName: z.string(),
  ticketId: z.string(),
  slot: z.number(),
  event: z.string(),
  resumeEvent: z.string(),
  recipientField: z.string(),
  recipientValue: z.string(),
  /** The Agillic that it is for. */
  baseUrl: z.string(),
  /** The credential; null where the server has it itself. */
  token: z.string().nullable(),
  /** Whether the credential is exchanged for a token first. */
  oauth: z.boolean(),
});

/** Whether the event that resumes has been triggered, by this attempt or since; `problem` is how the attempt ended. */
export function sentOf(problem: Problem | null): "done" | "unknown" | "no" {
  switch (problem?.code) {
    case undefined:
      return "done";
    case "outcome_unknown":
    case "internal":
      return "unknown";
    case "done_meanwhile": {
      const outcome = problem?.lastDone?.outcome ?? "unknown";
      return outcome === "under_way" ? "no" : outcome;
    }
    default:
      return "no";
  }
}

const MOST_AT_A_PLACE = 20;
const WAIT_FOR_OPEN_MS = 60_000;
// Longer than an action takes, claim and outcome included.
const BEGINS_FOR_MS = 30_000;

/** Keeps pauses as sealed orders. */
export function createPauses(
  { store: { orders: store }, sealing, now, log }: PausesOptions,
): Pauses {
  const placesOfPause = (pause: RecordOwner & Pick<Pause, "resumeEvent">) =>
    placesOf(sealing, pause, pause.resumeEvent);
  const digestTicket = ({ subdomain, installationId, ticketId }: PausingTicket) =>
    sealing.digests("ticket", subdomain, installationId, ticketId);

  async function open(order: Order): Promise<OpenedOrder | null> {
    const opened = await sealing.open("order", order.sealed);
    const pause = opened.ok ? pauseSchema.safeParse(opened.value) : null;
    return pause?.success ? { order, pause: pause.data } : null;
  }

  async function openAll(orders: readonly Order[]): Promise<OpenedOrder[]> {
    return (await Promise.all(orders.map(open))).filter((opened) => opened !== null);
  }

  /** All places of the recipient and event of this one, one a server key; null where none of it can be read. */
  async function findAllPlaces(place: string): Promise<readonly string[] | null> {
    const [orders = []] = await store.list([place]);
    const [opened] = await openAll(orders);
    if (opened !== undefined) return await placesOfPause(opened.pause);
    if (orders.length > 0) {
      // Its key was taken out, or 90 days are over: nobody can carry it out.
      log({ at: new Date(now()).toISOString(), type: "order_unreadable" });
      await store.change([place], () => []);
    }
    return null;
  }

  return {
    async begin(pause, id) {
      const [ticket = ""] = await digestTicket(pause);
      const sealed = await sealing.seal("order", pause, ORDER_TTL_MS / 1000);
      const begun = { at: now(), begunUntil: now() + BEGINS_FOR_MS };
      const order: Order = { id, ticket, sealed, state: "open", attempt: 1, due: null, ...begun };
      await store.change(
        await placesOfPause(pause),
        (orders) =>
          orders.some((known) => known.id === id)
            ? null
            : [...orders, order].toSorted((a, b) => a.at - b.at).slice(-MOST_AT_A_PLACE),
      );
    },

    async confirm(pause, id) {
      const tickets = await digestTicket(pause);
      await store.change(
        await placesOfPause(pause),
        (orders) =>
          orders.some((order) => order.id === id)
            ? orders.filter((order) =>
              order.id === id || order.state === "open" && !tickets.includes(order.ticket)
            ).map((order) => order.id === id ? afterBegin(order, now()) : order)
            : null,
      );
    },

    async withdraw(pause, id) {
      await store.change(
        await placesOfPause(pause),
        (orders) => orders.filter((order) => order.id !== id || order.replacesOthers),
      );
    },

    async find(owner, resumeEvents) {
      const kept = await listByEvent(
        { sealing, owner, list: (places) => store.list(places) },
        resumeEvents,
      );
      return await Promise.all(kept.map((orders) => openAll(orders.flat())));
    },

    async solve(ticket, delivery) {
      const tickets = await digestTicket(ticket);
      const [found, isKnown] = await Promise.all([
        store.findPlaces(tickets),
        store.hasDelivery(delivery),
      ]);
      if (isKnown) return [];
      const due: string[] = [];
      for (const one of found) {
        const places = await findAllPlaces(one);
        const [place] = places ?? [];
        if (places === null || place === undefined) continue;
        let isDue = false;
        await store.change(places, (orders) => {
          const own = orders.filter(({ state, ticket }) =>
            state === "open" && tickets.includes(ticket)
          );
          const last = newestOf(own);
          isDue = false;
          if (last === null) return null;
          const others = orders.filter((order) => !own.includes(order));
          const holding = others.filter((order) => isHolding(order, now()));
          if (holding.some((order) => !isBeginning(order, now()))) return others;
          isDue = true;
          // What is on its way must not come after what ends it; what comes to nothing must not have ended it.
          const next = Math.max(last.begunUntil ?? 0, now());
          const due = { since: now(), next };
          const replacesOthers = orders.length > holding.length + 1;
          return [...holding, { ...last, state: "due", due, replacesOthers }];
        });
        if (isDue) due.push(place);
      }
      // Last: what could not be noted is to be taken when it comes again.
      await store.keepDelivery(delivery);
      return due;
    },

    listDue: (most) => store.listDue(now(), most),

    async take(place, leaseMs) {
      const places = await findAllPlaces(place);
      if (places === null) return null;
      let taken: Order | null = null;
      await store.change(places, (orders) => {
        taken = null;
        const order = orders.find(({ due }) => due !== null && due.next <= now());
        if (order === undefined || order.due === null) return null;
        // Paused again meanwhile: whether that holds is not known yet.
        const isHeld = orders.some((order) => isHolding(order, now()));
        if (!isHeld) taken = order;
        const next = now() + (isHeld ? WAIT_FOR_OPEN_MS : leaseMs);
        const postponed = { ...order, due: { ...order.due, next } };
        return orders.map((each) => each === order ? postponed : each);
      });
      return taken === null ? null : await open(taken);
    },

    async end(pause, nonce, end) {
      await store.change(await placesOfPause(pause), (orders) => {
        const order = orders.find((order) => nonceOf(order) === nonce);
        return order === undefined ? null : afterEnd(orders, order, end, now());
      });
    },
  };
}
