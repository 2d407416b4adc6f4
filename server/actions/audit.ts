import type { Sealing } from "../sealing.ts";
import type { ActionEnd, ActionKind, Offer } from "./action.ts";
import { digestRecipient } from "./records.ts";
import type { Outcome } from "./store.ts";

/** What the lines are made with. */
export type AuditOptions = {
  log: (entry: Record<string, string | number | boolean | undefined>) => void;
  /** Epoch ms. */
  now: () => number;
  sealing: Sealing;
  /** Told of each action that ended. */
  countAction?: (kind: ActionKind, end: ActionEnd) => void;
};

/** How an action ended; `code` is a problem's, or the adapter's word for success. */
export type AuditedEnd = {
  status: Outcome["status"] | "refused";
  code: string;
  repeated?: boolean;
};

/** The log's lines about actions: who, what, where, when, and how it ended; of the recipient an HMAC. */
export type Audit = {
  /** Before something is sent, so that a process that dies on the way leaves word of it. */
  started(offer: Offer, requestId: string): Promise<void>;
  /** One line for each action, also for those that were refused. */
  ended(offer: Offer, requestId: string, end: AuditedEnd): Promise<void>;
};

/** Writes the lines about actions. */
export function createAudit({ log, now, sealing, countAction }: AuditOptions): Audit {
  const about = async (offer: Offer, requestId: string, type: "action" | "action_started") => ({
    at: new Date(now()).toISOString(),
    type,
    requestId,
    subdomain: offer.subdomain,
    installationId: offer.installationId,
    userId: offer.userId,
    ticketId: offer.ticketId,
    kind: offer.kind,
    slot: offer.slot || undefined,
    event: offer.event,
    recipient: await digestRecipient(sealing, offer),
  });
  return {
    async started(offer, requestId) {
      log(await about(offer, requestId, "action_started"));
    },
    async ended(offer, requestId, { status, code, repeated = false }) {
      countAction?.(offer.kind, repeated ? "repeated" : status);
      log({ ...await about(offer, requestId, "action"), outcome: status, code, repeated });
    },
  };
}
