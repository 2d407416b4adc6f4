import { paths } from "../../contract/paths.ts";
import { Sidebar } from "../../views/sidebar.tsx";
import type { Action, Offer } from "../actions/action.ts";
import { CLAIM_TIMEOUT_MS } from "../actions/once.ts";
import { CREATION } from "../actions/records.ts";
import { answerHtml } from "../answer.ts";
import { type AppContext, type Services, waitForAgillic } from "../context.ts";
import { Problem, problemOf } from "../problems.ts";
import { achieveOnce } from "./achieve.ts";
import { problemProps } from "./fragment.tsx";
import { type Lookup, lookUpRecipient } from "./lookup.ts";
import { actionLeftOpen } from "./offers.ts";
import { performOnce } from "./perform_once.ts";
import { createPart } from "./recipient_part.tsx";
import { answerLookup } from "./sidebar.tsx";

/** Creates the recipient, then triggers the double opt-in event; says which of the two failed. */
export async function createThenOptIn(
  c: AppContext,
  services: Services,
  action: Action,
): Promise<Response> {
  try {
    await createOnce(c, services, action);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === "recipient_exists" || problem.code === "cooling_down") {
      return await answerExisting(c, services, action, problem);
    }
    const unknown = problem.code === "outcome_unknown";
    return await answerFailure(c, services, action, problem, {
      // Whether it exists is for Agillic to say, so the next step is to look, not to create.
      kind: unknown ? "none" : "create",
      steps: { create: unknown ? "unknown" : "failed", doubleOptIn: "waiting" },
    });
  }
  const nonce = `${action.nonce}.opt-in`;
  return await optInOnly(c, services, { ...action, kind: "double_opt_in", nonce });
}

async function createOnce(
  c: AppContext,
  services: Services,
  { nonce, ...offer }: Action,
): Promise<void> {
  const client = services.agillic.client(c.get("settings").token);
  await performOnce(c, services, {
    offer,
    nonce,
    record: CREATION,
    // Two agents at the same moment, or an outcome that is unknown: the second looks instead of creating.
    coolDownMs: CLAIM_TIMEOUT_MS,
    send: async () => {
      const personData = { [offer.recipientField]: offer.recipientValue };
      const answer = await waitForAgillic(c, client.createRecipient(personData));
      if (answer === "exists") throw new Problem("recipient_exists");
      return answer;
    },
  });
}

/** The second step alone, where the first is done. */
export async function optInOnly(
  c: AppContext,
  services: Services,
  { nonce, ...offer }: Action,
): Promise<Response> {
  try {
    await achieveOnce(c, services, offer, nonce);
  } catch (error) {
    const problem = problemOf(error, { event: offer.event });
    const unknown = problem.code === "outcome_unknown";
    return await answerFailure(c, services, offer, problem, {
      kind: unknown ? "none" : "double_opt_in",
      steps: { create: "done", doubleOptIn: unknown ? "unknown" : "failed" },
    });
  }
  return await answerDone(c, services, offer);
}

/** Both steps are done, and the agent is told so even where Agillic can not show the recipient yet. */
async function answerDone(c: AppContext, services: Services, offer: Offer): Promise<Response> {
  const left: Left = { kind: "none", steps: { create: "done", doubleOptIn: "done" } };
  let lookup: Lookup;
  try {
    lookup = await lookUpRecipient(c, services);
  } catch (error) {
    return await answerFailure(c, services, offer, problemOf(error), left);
  }
  return lookup.kind === "unknown"
    ? answerHtml(c, await creationSidebar(c, services, offer, left))
    : await answerLookup(c, services, lookup, { created: true });
}

/** Somebody else was first, if Agillic has the recipient now; otherwise the reason why nothing was done. */
async function answerExisting(
  c: AppContext,
  services: Services,
  offer: Offer,
  problem: Problem,
): Promise<Response> {
  const lookup = await lookUpRecipient(c, services);
  if (lookup.kind === "unknown") {
    return await answerFailure(c, services, offer, problem, {
      kind: "create",
      steps: { create: "failed", doubleOptIn: "waiting" },
    });
  }
  const exists = new Problem("recipient_exists");
  c.set("reason", exists.reason);
  const notice = problemProps(c, exists, services.now());
  return await answerLookup(c, services, lookup, { notice, status: exists.status });
}

/** What is left to do, and what was done. */
type Left = Pick<Parameters<typeof createPart>[3], "kind" | "steps">;

async function answerFailure(
  c: AppContext,
  services: Services,
  offer: Offer,
  problem: Problem,
  left: Left,
): Promise<Response> {
  c.set("reason", problem.reason);
  const shown = {
    ...problemProps(c, problem, services.now()),
    // Nothing is tried again by it: the next step is to look.
    ...(left.kind === "none" && { retry: { path: paths.sidebar, target: "sidebar" } as const }),
  };
  const action = await actionLeftOpen(c, problem);
  return answerHtml(
    c,
    await creationSidebar(c, services, offer, {
      ...left,
      problem: shown,
      ...(action !== null && { action }),
    }),
    problem.status,
  );
}

async function creationSidebar(
  c: AppContext,
  services: Services,
  offer: Offer,
  left: Parameters<typeof createPart>[3],
) {
  const key = { field: offer.recipientField, value: offer.recipientValue };
  return (
    <Sidebar
      language={c.get("language")}
      recipient={await createPart(c, services, key, left)}
      withCommunications={false}
      isAdmin={false}
    />
  );
}
