import { TOKEN_NAME } from "../../contract/settings.ts";
import type { Action } from "../actions/action.ts";
import { createOffer } from "../actions/offer.ts";
import { newestOf, nonceOf, type OrderState, stateOf } from "../actions/orders.ts";
import { type OpenedOrder, type Pause, sentOf } from "../actions/pauses.ts";
import type { RecordOwner } from "../actions/records.ts";
import { StoreError } from "../actions/store.ts";
import type { FilledContext } from "../agillic/events.ts";
import { hearsOfTickets, knownOf } from "../installation/accounts.ts";
import type { ConfiguredEvent } from "../installation/settings.ts";
import { problemOf } from "../problem_of.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { achieve } from "./achieve.ts";

/** What an event has paused for a recipient, and the sealed action that resumes it. */
export type FoundPause = { state: OrderState; tickets: readonly string[]; action: string };

/** An event that another one resumes when the ticket is solved. */
export type PausingEvent = ConfiguredEvent & { resumeEvent: string };

/** Whether that is so, and Zendesk tells of solved tickets. */
export function isPausing(
  event: ConfiguredEvent,
  { agent }: Visit,
  { config }: Pick<Services, "config">,
): event is PausingEvent {
  return event.resumeEvent !== null && hearsOfTickets(config.accounts, agent.subdomain);
}

/** What each event has paused, by slot: null for nothing. Nothing is read where no event is resumed. */
export async function findPauses(
  visit: Visit,
  owner: RecordOwner,
  events: readonly ConfiguredEvent[],
  services: Pick<Services, "actions" | "pauses" | "config" | "now">,
): Promise<ReadonlyMap<number, FoundPause | null>> {
  const pausing = events.filter((event) => isPausing(event, visit, services));
  if (pausing.length === 0) return new Map();
  try {
    const orders = await services.pauses.find(owner, pausing.map(({ resumeEvent }) => resumeEvent));
    const found = pausing.map(async (event, index) =>
      [
        event.slot,
        await foundPause(visit, event, orders[index] ?? [], { owner, ...services }),
      ] as const
    );
    return new Map(await Promise.all(found));
  } catch (error) {
    // The events say themselves that the store cannot be read.
    if (error instanceof StoreError) return new Map(pausing.map(({ slot }) => [slot, null]));
    throw error;
  }
}

async function foundPause(
  visit: Visit,
  { slot, name: event, resumeEvent }: PausingEvent,
  opened: readonly OpenedOrder[],
  { owner, actions, now }: Pick<Services, "actions" | "now"> & { owner: RecordOwner },
): Promise<FoundPause | null> {
  const orders = opened.map(({ order }) => order);
  // Another event may be resumed by the same one, and says so itself.
  const own = opened.filter(({ pause }) => pause.event === event);
  const state = stateOf(own.map(({ order }) => order), now());
  const newest = newestOf(orders);
  if (state === null || newest === null) return null;
  const tickets = own.filter(({ order }) => order.state === state)
    .map(({ pause }) => pause.ticketId);
  const key = { field: owner.recipientField, value: owner.recipientValue };
  const offer = await createOffer(visit, { kind: "resume", slot, event: resumeEvent, key });
  const shown = { nonce: newest.id, at: newest.at };
  return {
    state,
    tickets: [...new Set(tickets)],
    // Whoever is offered it, it is sent once for what is paused now.
    action: await actions.seal(offer, shown, nonceOf(newest)),
  };
}

/** Achieves an event that pauses: since before it is sent, it is known what resumes it when the ticket is solved. */
export async function achievePausing(
  visit: Visit,
  action: Action,
  { event, context }: { event: PausingEvent; context: FilledContext | null },
  services: Services,
): Promise<void> {
  const { pauses, store } = services;
  const pause = pauseOf(visit, action, event, services);
  const { nonce } = action;
  let hasBegun = false;

  async function withdraw(code: string): Promise<void> {
    // The same post may be under way besides: what it pauses needs its order.
    const isClaimed = code === "store_unavailable" && await store.findClaim(nonce) !== null;
    if (!isClaimed) await pauses.withdraw(pause, nonce);
  }

  try {
    await achieve(visit, action, services, context, async () => {
      await pauses.begin(pause, nonce);
      hasBegun = true;
    });
  } catch (error) {
    const { code, reason } = problemOf(error);
    // What may be paused is resumed, too: better once for nothing than never.
    if (code === "outcome_unknown") await leaveIfAway(pauses.confirm(pause, nonce));
    // Not where the same post, with other values, has paused before.
    else if (hasBegun && reason !== "values_other") await leaveIfAway(withdraw(code));
    throw error;
  }
  await leaveIfAway(pauses.confirm(pause, nonce));
}

/** Achieves the event that resumes, for all tickets that hold it. */
export async function achieveResuming(
  visit: Visit,
  action: Action,
  { actions, pauses }: Services,
): Promise<void> {
  const key = { field: action.recipientField, value: action.recipientValue };
  const pause = { ...action, resumeEvent: action.event };
  try {
    await actions.perform(action, visit, {
      record: action.event,
      // What the agent saw says enough: nothing else may have resumed it since.
      coolDownMs: 0,
      send: async () => {
        await visit.ask((client) => client.achieveEvent(key, action.event));
        return "triggered";
      },
    });
  } catch (error) {
    const problem = problemOf(error);
    const sent = sentOf(problem);
    // Where the action is offered again, it is the same attempt still.
    if (problem.code !== "store_unavailable") {
      const end = { kind: sent === "no" ? "refused" : sent } as const;
      await leaveIfAway(pauses.end(pause, action.nonce, end));
    }
    throw error;
  }
  await leaveIfAway(pauses.end(pause, action.nonce, { kind: "done" }));
}

/** What was sent was sent: without it, an order more is kept than need be. */
async function leaveIfAway(settled: Promise<void>): Promise<void> {
  try {
    await settled;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

function pauseOf(
  { agent, preferences, requester, settings }: Visit,
  { slot, recipientField, recipientValue }: Action,
  { name, resumeEvent }: PausingEvent,
  { config }: Pick<Services, "config">,
): Pause {
  const { subdomain, installationId, userId } = agent;
  const account = config.accounts.get(subdomain);
  const isGiven = account && knownOf(account, installationId).settings[TOKEN_NAME] !== undefined;
  return {
    subdomain,
    installationId,
    userId,
    agentName: preferences.name,
    ticketId: requester.ticketId,
    slot,
    event: name,
    resumeEvent,
    recipientField,
    recipientValue,
    baseUrl: config.agillicBaseUrl,
    token: isGiven ? null : settings.token,
    oauth: settings.oauth,
  };
}
