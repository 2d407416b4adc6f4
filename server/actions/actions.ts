import { isProblemCode, Problem } from "../problems.ts";
import type { Sealing } from "../sealing.ts";
import {
  type Action,
  type ActionReason,
  findMismatch,
  type Offer,
  openAction,
  sealAction,
  type ShownLast,
} from "./action.ts";
import { listActivity, type ListedActivity, sealActivity } from "./activity.ts";
import { type AuditOptions, createAudit } from "./audit.ts";
import { createAges } from "./ages.ts";
import type { KeptStore } from "./kept_store.ts";
import { type OnceResult, runOnce } from "./once.ts";
import {
  type LastDone,
  listLastDone,
  placesOf,
  readRecord,
  type RecordOwner,
  sealAgentName,
} from "./records.ts";
import { type InstallationOwner, type Outcome, StoreError } from "./store.ts";

/** The store, and what else actions are performed with. */
export type ActionsOptions = AuditOptions & {
  store: KeptStore;
  sealing: Sealing;
  /** In ms, on a clock that never goes back. */
  elapsed: () => number;
  delay: (ms: number) => Promise<void>;
  randomId: () => string;
  /** Every action is then refused. */
  readOnly: boolean;
  /** What an error of `send` means; `failed` only when it is certain that nothing was done. */
  outcomeOf: (error: unknown) => Pick<Outcome, "status" | "code">;
};

/** The request that asks for an action. */
export type ActingRequest = { requestId: string; preferences: { name: string } };

/** How an action is performed. */
export type Performance = {
  /** Where it is remembered: an event's name, or CREATION. */
  record: string;
  coolDownMs: number;
  /** What has to be kept before it is sent, and is skipped where it was sent before. May throw StoreError. */
  prepare?: (() => Promise<void>) | undefined;
  /** What is sent with it, in an order that stays: a repetition with anything else is refused. None by default. */
  values?: readonly string[];
  /** Sends it; answers the code of success. */
  send: () => Promise<string>;
};

/** Offers actions, admits what was offered, and performs it once. Problems are thrown. */
export type Actions = {
  /**
   * The sealed hidden field of an offer's form, beside what it shows; empty when every action is refused anyway. A
   * `nonce` of its own has it happen once, whoever is offered it.
   */
  seal(offer: Offer, shownLast?: ShownLast, nonce?: string): Promise<string>;
  /** The posted action, if it is one of those that are offered now; a Problem otherwise, and nothing was sent. */
  admit(
    posted: string,
    offers: readonly [Offer, ...Offer[]],
    request: ActingRequest,
  ): Promise<Action>;
  /** Refuses what is not offered any more, with its line in the log. */
  refuse(offer: Offer, request: ActingRequest, problem: Problem): Promise<never>;
  /** Sends an action once for its nonce, with its lines in the log; throws the Problem that it ended with. */
  perform(action: Action, request: ActingRequest, performance: Performance): Promise<void>;
  /** When each was last done for a recipient; null where the store cannot say. */
  findLastDone(
    owner: RecordOwner,
    records: readonly string[],
  ): Promise<readonly (LastDone | null)[] | null>;
  /** What was done in an installation; throws StoreError. */
  listActivity(installation: InstallationOwner): Promise<ListedActivity>;
};

const CHANGED: ReadonlySet<ActionReason> = new Set([
  "action_other_agent",
  "action_other_instance",
  "action_other_requester",
  "action_other_ticket",
  "action_other_recipient",
]);

/** The one door to all that must not happen twice. */
export function createActions(options: ActionsOptions): Actions {
  const { store, sealing, now, elapsed, delay, log, randomId, readOnly, outcomeOf } = options;
  const ages = createAges({ now, elapsed });
  const audit = createAudit(options);

  /** Writes the line of an action that ends before anything is sent. */
  async function audited<Value>(
    offer: Offer,
    { requestId }: ActingRequest,
    run: () => Promise<Value>,
  ): Promise<Value> {
    try {
      return await run();
    } catch (error) {
      const problem = error instanceof StoreError
        ? new Problem("store_unavailable", { cause: error })
        : error;
      const code = problem instanceof Problem ? problem.code : "internal";
      await audit.ended(offer, requestId, { status: "refused", code });
      throw problem;
    }
  }

  async function open(posted: string, offers: readonly Offer[]): Promise<Action> {
    if (readOnly) throw new Problem("read_only");
    const opened = await openAction(sealing, posted);
    if (!opened.ok) throw new Problem("action_expired", { reason: opened.reason });
    const action = opened.value;
    const offer = offers.find(({ kind }) => kind === action.kind);
    const mismatch = offer === undefined ? "action_other_kind" : findMismatch(action, offer);
    if (mismatch === null) return action;
    throw new Problem(CHANGED.has(mismatch) ? "requester_changed" : "action_expired", {
      reason: mismatch,
    });
  }

  async function problemOfRefusal(
    refused: Exclude<OnceResult, { outcome: Outcome }>,
    { preferences }: ActingRequest,
  ): Promise<Problem> {
    if ("coolingDown" in refused) {
      return new Problem("cooling_down", { waitSeconds: refused.coolingDown.waitMs / 1000 });
    }
    if ("otherValues" in refused) {
      // The form is this agent's own.
      const lastDone = { agent: preferences.name, at: Math.min(refused.otherValues.at, now()) };
      return new Problem("done_meanwhile", { lastDone, reason: "values_other" });
    }
    const lastDone = await readRecord(refused.doneMeanwhile, { sealing, ages, now });
    return new Problem("done_meanwhile", { lastDone });
  }

  return {
    async seal(offer, shownLast, nonce) {
      const random = nonce === undefined ? randomId : () => nonce;
      return readOnly ? "" : await sealAction(sealing, offer, random, shownLast);
    },

    async admit(posted, offers, request) {
      return await audited(offers[0], request, () => open(posted, offers));
    },

    async refuse(offer, request, problem) {
      return await audited(offer, request, () => Promise.reject(problem));
    },

    async perform({ nonce, shownLast, ...offer }, request, performance) {
      const { record, coolDownMs, prepare, values = [], send } = performance;
      const { requestId, preferences } = request;
      const agent = await sealAgentName(sealing, preferences.name);
      const places = await placesOf(sealing, offer, record);
      const result = await audited(offer, request, async () => {
        if (prepare !== undefined && await store.findClaim(nonce) === null) await prepare();
        return await runOnce({
          store,
          ages,
          nonce,
          places,
          coolDownMs,
          shownLast,
          record: { ticketId: offer.ticketId, agent },
          activityOf: (outcome) => sealActivity(sealing, offer, preferences.name, outcome),
          // With the nonce: of equal values in two actions nobody who reads the store can tell that they are.
          values: values.length === 0 ? [] : await sealing.digests("values", nonce, ...values),
          perform: async () => {
            await audit.started(offer, requestId);
            return await send();
          },
          explain: outcomeOf,
          now,
          elapsed,
          delay,
          onStoreError: () =>
            log({ at: new Date(now()).toISOString(), type: "outcome_not_stored", requestId }),
        });
      });
      if (!("outcome" in result)) {
        const problem = await problemOfRefusal(result, request);
        await audit.ended(offer, requestId, { status: "refused", code: problem.code });
        throw problem;
      }
      const { outcome, repeated } = result;
      await audit.ended(offer, requestId, { ...outcome, repeated });
      if (outcome.status !== "done") throw problemOfCode(outcome.code, offer);
    },

    async findLastDone(owner, records) {
      try {
        return await listLastDone({ store, sealing, ages, now }, owner, records);
      } catch (error) {
        if (error instanceof StoreError) return null;
        throw error;
      }
    },

    async listActivity(installation) {
      return await listActivity({ store, sealing, now }, installation);
    },
  };
}

/** The problem of a stored outcome. */
function problemOfCode(
  code: string,
  { event, recipientField: field, recipientValue: address }: Offer,
): Problem {
  return isProblemCode(code)
    ? new Problem(code, { params: { event, field, address } })
    : new Problem("internal", { reason: code });
}
