import type { Action } from "../actions/action.ts";
import { createOffer } from "../actions/offer.ts";
import { CLAIM_TIMEOUT_MS } from "../actions/once.ts";
import { CREATION } from "../actions/records.ts";
import { problemOf } from "../problem_of.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { achieve } from "./achieve.ts";
import { readRecipient } from "./lookup.ts";
import { keyToCreate } from "./recipient_place.ts";

/** How far a creation came, what is left to do, and the problem that stopped it. */
export type CreationEnd = {
  steps: {
    create: "done" | "failed" | "unknown";
    doubleOptIn: "waiting" | "done" | "failed" | "unknown";
  };
  left: "create" | "double_opt_in" | "none";
  problem: Problem | null;
};

/** Creates the recipient, then triggers the double opt-in event; or the second step alone where the first is done. */
export async function createRecipient(
  visit: Visit,
  action: Action,
  services: Services,
): Promise<CreationEnd> {
  if (action.kind !== "create") return await triggerOptIn(visit, action, services);
  try {
    await createOnce(visit, action, services);
  } catch (error) {
    const problem = problemOf(error);
    return problem.code === "outcome_unknown"
      // Whether it exists is for Agillic to say, so the next step is to look, not to create.
      ? { steps: { create: "unknown", doubleOptIn: "waiting" }, left: "none", problem }
      : { steps: { create: "failed", doubleOptIn: "waiting" }, left: "create", problem };
  }
  const nonce = `${action.nonce}.opt-in`;
  return await triggerOptIn(visit, { ...action, kind: "double_opt_in", nonce }, services);
}

async function createOnce(
  visit: Visit,
  action: Action,
  { actions }: Services,
): Promise<void> {
  await actions.perform(action, visit, {
    record: CREATION,
    // Two agents at the same moment, or an outcome that is unknown: the second looks instead of creating.
    coolDownMs: CLAIM_TIMEOUT_MS,
    send: async () => {
      const key = { field: action.recipientField, value: action.recipientValue };
      const answer = await visit.ask((client) => client.createRecipient(key));
      if (answer === "exists") throw new Problem("recipient_exists");
      return answer;
    },
  });
}

async function triggerOptIn(
  visit: Visit,
  action: Action,
  services: Services,
): Promise<CreationEnd> {
  try {
    await achieve(visit, action, services);
    return { steps: { create: "done", doubleOptIn: "done" }, left: "none", problem: null };
  } catch (error) {
    const problem = problemOf(error, { event: action.event });
    return problem.code === "outcome_unknown"
      ? { steps: { create: "done", doubleOptIn: "unknown" }, left: "none", problem }
      : { steps: { create: "done", doubleOptIn: "failed" }, left: "double_opt_in", problem };
  }
}

/** The posted step of the creation; throws a Problem where nothing can be created. */
export async function admitCreation(
  visit: Visit,
  posted: string,
  services: Services,
): Promise<Action> {
  const { doubleOptInEvent, views } = visit.settings;
  const { key } = await readRecipient(visit, services);
  const event = doubleOptInEvent ?? "";
  const create = await createOffer(visit, { kind: "create", event, key: keyToCreate(key) });
  const refuse = (problem: Problem) => services.actions.refuse(create, visit, problem);
  if (doubleOptInEvent === null) return await refuse(new Problem("creation_event_missing"));
  if (!views.creation) {
    return await refuse(new Problem("action_expired", { reason: "creation_disabled" }));
  }
  const optIn = await createOffer(visit, { kind: "double_opt_in", event, key });
  return await services.actions.admit(posted, [create, optIn], visit);
}
