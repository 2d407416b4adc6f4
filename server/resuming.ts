import { TOKEN_NAME } from "../contract/settings.ts";
import type { Offer } from "./actions/action.ts";
import type { Actions } from "./actions/actions.ts";
import { nonceOf, type OrderEnd } from "./actions/orders.ts";
import {
  type OpenedOrder,
  type Pause,
  type Pauses,
  type PausingTicket,
  sentOf,
} from "./actions/pauses.ts";
import { StoreError } from "./actions/store.ts";
import type { Agillic } from "./agillic/client.ts";
import type { Config } from "./config.ts";
import { logFault } from "./faults.ts";
import { hearsOfTickets, knownOf } from "./installation/accounts.ts";
import { bareToken } from "./installation/agillic_values.ts";
import { isAdmitted } from "./installation/limits.ts";
import { parseClaims } from "./installation/setting_claims.ts";
import type { AppOptions } from "./options.ts";
import { problemOf } from "./problem_of.ts";
import { Problem } from "./problems.ts";

/** Resumes what was paused until a ticket is solved, once, and tries again for a day what could not be sent. */
export type Resuming = {
  /** Notes that a ticket is solved; answers the places of what is due by that. Throws StoreError. */
  solve(ticket: PausingTicket, delivery: string): Promise<readonly string[]>;
  /** Carries out what is due at these places. Never rejects. */
  resume(places: readonly string[]): Promise<void>;
  /** Carries out all that is due; looks for it at most once a minute, however often it is called. Never rejects. */
  resumeDue(): Promise<void>;
};

/** What it is done with. */
export type ResumingOptions =
  & { config: Config; pauses: Pauses; actions: Actions; agillic: Agillic }
  & Pick<AppOptions, "now" | "elapsed" | "randomId" | "log">;

const LOOK_AGAIN_MS = 60_000;
const MOST_AT_ONCE = 10;
// Longer than any attempt takes, claim and outcome included.
const LEASE_MS = 30_000;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 30 * 60_000;
const TRIED_FOR_MS = 24 * 60 * 60_000;

/** Carries orders out; nothing is read before the first use. */
export function createResuming(options: ResumingOptions): Resuming {
  const { config, pauses, actions, agillic, now, elapsed, randomId } = options;
  const isOn = hearsOfTickets(config.accounts) && !config.readOnly;
  let lookedAt = -Infinity;

  async function resumeAt(place: string): Promise<void> {
    const taken = await pauses.take(place, LEASE_MS);
    if (taken === null) return;
    const requestId = randomId();
    const problem = await send(taken, requestId).then(() => null, problemOf);
    if (problem?.code === "internal") logFault(requestId, problem.cause, options);
    await pauses.end(taken.pause, nonceOf(taken.order), endOf(problem, taken, now()));
  }

  async function send({ order, pause }: OpenedOrder, requestId: string): Promise<void> {
    const offer = offerOf(pause);
    const request = { requestId, preferences: { name: pause.agentName } };
    const credential = findCredential(pause, config);
    if (credential === null) {
      return await actions.refuse(offer, request, new Problem("settings_invalid"));
    }
    const { token, oauth } = credential;
    const { recipientField: field, recipientValue: value, resumeEvent } = pause;
    // What was resumed since in any other way is not resumed once more.
    const action = {
      ...offer,
      nonce: nonceOf(order),
      shownLast: { nonce: order.id, at: order.at },
    };
    await actions.perform(action, request, {
      record: resumeEvent,
      coolDownMs: 0,
      send: async () => {
        await agillic.client(token, { oauth }).achieveEvent({ field, value }, resumeEvent);
        return "triggered";
      },
    });
  }

  async function resume(places: readonly string[]): Promise<void> {
    if (!isOn) return;
    await Promise.all(places.map((place) => resumeAt(place).catch(tell)));
  }

  /** What could not be stored is taken up again when the lease is over, by its nonce. */
  function tell(error: unknown): void {
    if (!(error instanceof StoreError)) logFault(randomId(), error, options);
  }

  return {
    solve: (ticket, delivery) => pauses.solve(ticket, delivery),
    resume,
    async resumeDue() {
      if (!isOn || elapsed() < lookedAt + LOOK_AGAIN_MS) return;
      lookedAt = elapsed();
      await pauses.listDue(MOST_AT_ONCE).then(resume).catch(tell);
    },
  };
}

function offerOf(pause: Pause): Offer {
  return {
    kind: "resume",
    slot: pause.slot,
    event: pause.resumeEvent,
    subdomain: pause.subdomain,
    installationId: pause.installationId,
    instance: "",
    userId: pause.userId,
    ticketId: pause.ticketId,
    requesterId: "",
    requesterEmail: "",
    recipientField: pause.recipientField,
    recipientValue: pause.recipientValue,
  };
}

/** The credential, as far as the configuration still lets the event be triggered; null where it does not. */
function findCredential(
  { subdomain, installationId, resumeEvent, baseUrl, token: sealed, oauth }: Pause,
  { accounts, agillicBaseUrl }: Config,
): { token: string; oauth: boolean } | null {
  const account = accounts.get(subdomain);
  // Another Agillic would have somebody else, or nobody, under the same address.
  if (account === undefined || baseUrl !== agillicBaseUrl) return null;
  const { settings, limits } = knownOf(account, installationId);
  const given = settings[TOKEN_NAME];
  const token = given === undefined ? sealed : bareToken(given);
  if (token === null || !isAdmitted(limits.events, resumeEvent)) return null;
  const isExchanged = settings.agillic_oauth === undefined
    ? oauth
    : parseClaims(settings).agillic_oauth === true;
  return { token, oauth: isExchanged };
}

/** What becomes of an order after an attempt that ended with this problem; null for none. */
function endOf(problem: Problem | null, { order }: OpenedOrder, now: number): OrderEnd {
  const sent = sentOf(problem);
  if (sent !== "no") return { kind: sent };
  const since = order.due?.since ?? now;
  const mayWork = problem?.isRetryable || problem?.code === "done_meanwhile";
  if (!mayWork || now - since >= TRIED_FOR_MS) return { kind: "failed" };
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (order.attempt - 1), LONGEST_PAUSE_MS);
  return { kind: "later", next: now + pauseMs };
}
