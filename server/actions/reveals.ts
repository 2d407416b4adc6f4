import { Problem } from "../problems.ts";
import type { Sealing } from "../sealing.ts";
import type { KeptStore } from "./kept_store.ts";
import { digestRecipient, type RecordOwner } from "./records.ts";
import type { LastRecord } from "./store.ts";

/** Who asks for masked values, in which request. */
export type RevealRequest = {
  requestId: string;
  agent: { subdomain: string; installationId: string; userId: string };
  requester: { ticketId: string };
};

/** A masked value: the name of its field, and whose it is. */
export type MaskedValue = { field: string; recipient: RecordOwner };

/** The limit of masked values that are told to an agent, and the log's line about each. */
export type Reveals = {
  /** Counts one more; throws `reveal_limit`, or StoreError where it cannot be counted. */
  admit(request: RevealRequest): Promise<void>;
  /** Writes the line, before the value is told. */
  tell(request: RevealRequest, value: MaskedValue): Promise<void>;
};

/** What reveals are counted and written down with; `now` in epoch ms. */
export type RevealsOptions = {
  store: Pick<KeptStore, "claim">;
  sealing: Sealing;
  now: () => number;
  randomId: () => string;
  log: (entry: Record<string, string>) => void;
};

/** How many values an agent may be told at once. */
const MOST_REVEALS = 60;
const GIVEN_BACK_AFTER_MS = 60_000;

/**
 * Counts for all processes that share the store, an agent and installation each: 60 at once, and one more each minute.
 * The record's `at` is when everything that was taken will have been given back.
 */
export function createReveals({ store, sealing, now, randomId, log }: RevealsOptions): Reveals {
  const endWith = (records: readonly LastRecord[]) =>
    Math.max(now(), ...records.map(({ at }) => at)) + GIVEN_BACK_AFTER_MS;
  const waitMs = (end: number) => end - now() - MOST_REVEALS * GIVEN_BACK_AFTER_MS;

  return {
    async admit({ agent: { subdomain, installationId, userId } }) {
      const nonce = randomId();
      const answer = await store.claim({
        nonce,
        places: await sealing.digests("reveals", subdomain, installationId, userId),
        decide: (records) => {
          const at = endWith(records);
          return waitMs(at) > 0 ? null : { at, outcome: null, nonce, ticketId: "", agent: "" };
        },
      });
      if (answer.kind !== "refused") return;
      const waitSeconds = Math.max(0, waitMs(endWith(answer.records))) / 1000;
      throw new Problem("reveal_limit", { waitSeconds });
    },

    async tell({ requestId, agent, requester: { ticketId } }, { field, recipient }) {
      const { subdomain, installationId, userId } = agent;
      log({
        at: new Date(now()).toISOString(),
        type: "reveal",
        requestId,
        subdomain,
        installationId,
        userId,
        ticketId,
        field,
        recipient: await digestRecipient(sealing, recipient),
      });
    },
  };
}
