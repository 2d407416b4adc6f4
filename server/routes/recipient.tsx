import { Hono } from "hono";
import type { Action, Offer } from "../actions/action.ts";
import { CLAIM_TIMEOUT_MS, runOnce } from "../actions/once.ts";
import { CREATION, recordKeysOf } from "../actions/records.ts";
import { type AppContext, type AppEnv, type Services, waitForAgillic } from "../context.ts";
import { Problem, problemOf } from "../problems.ts";
import { achieveOnce, problemOfCode } from "./achieve.ts";
import { fragment, problemProps } from "./fragment.tsx";
import { lookUpRecipient, readRecipientKey } from "./lookup.ts";
import { auditAction, audited, offerOf, onceOptions, readAction } from "./offers.ts";
import { createPart, recipientPart } from "./recipient_part.tsx";
import { answerLookup } from "./sidebar.tsx";
import { Sidebar } from "../../views/sidebar.tsx";

/** GET /recipient: the Recipient View. POST /recipient: create the recipient and trigger the double opt-in event. */
export function createRecipientRoutes(services: Services) {
  return new Hono<AppEnv>()
    .get("/", fragment("recipient", services), async (c) => {
      const lookup = await lookUpRecipient(c, services);
      if (lookup.kind === "found") return c.html(await recipientPart(c, services, lookup));
      // Events and history of somebody who is no recipient have to go: the answer is the whole sidebar's.
      c.header("HX-Retarget", "#sidebar");
      c.header("HX-Reswap", "innerHTML");
      return await answerLookup(c, services, lookup);
    })
    .post("/", fragment("create", services), async (c) => {
      const event = c.get("settings").doubleOptInEvent;
      if (event === null) throw new Problem("creation_event_missing");
      const { key } = await readRecipientKey(c, services);
      const create = await offerOf(c, { kind: "create", event, key });
      const optIn = await offerOf(c, { kind: "double_opt_in", event, key });
      const action = await audited(
        c,
        services,
        create,
        () => readAction(c, services, [create, optIn]),
      );
      if (!c.get("settings").views.creation) {
        throw new Problem("action_expired", { reason: "creation_disabled" });
      }
      return action.kind === "create"
        ? await createThenOptIn(c, services, action)
        : await optInOnly(c, services, optIn, action.nonce);
    });
}

async function createThenOptIn(
  c: AppContext,
  services: Services,
  action: Action,
): Promise<Response> {
  try {
    await createOnce(c, services, action);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === "recipient_exists") return await answerExisting(c, services, problem);
    const unknown = problem.code === "outcome_unknown";
    return await answerFailure(c, services, action, problem, {
      // Whether it exists is for Agillic to say, so the next step is to look, not to create.
      kind: unknown ? "none" : "create",
      steps: { create: unknown ? "unknown" : "failed", doubleOptIn: "waiting" },
    });
  }
  return await optInOnly(
    c,
    services,
    { ...action, kind: "double_opt_in" },
    `${action.nonce}.opt-in`,
  );
}

async function createOnce(
  c: AppContext,
  services: Services,
  { nonce, ...offer }: Action,
): Promise<void> {
  const client = services.agillic.client(c.get("settings").token);
  const options = await onceOptions(c, services);
  const recordKeys = await recordKeysOf(services.sealing, offer, CREATION);
  const result = await audited(c, services, offer, () =>
    runOnce({
      ...options,
      nonce,
      recordKeys,
      // Two agents at the same moment: the second looks instead of creating.
      coolDownMs: CLAIM_TIMEOUT_MS,
      perform: async () => {
        const personData = { [offer.recipientField]: offer.recipientValue };
        const answer = await waitForAgillic(c, client.createRecipient(personData));
        if (answer === "exists") throw new Problem("recipient_exists");
        return answer;
      },
    }));
  if ("coolingDown" in result) {
    await auditAction(c, services, offer, { status: "refused", code: "recipient_exists" });
    throw new Problem("recipient_exists");
  }
  const { outcome, repeated } = result;
  await auditAction(c, services, offer, { ...outcome, repeated });
  if (outcome.status !== "done") throw problemOfCode(outcome.code, offer);
}

async function optInOnly(
  c: AppContext,
  services: Services,
  offer: Offer,
  nonce: string,
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
  return await answerLookup(c, services, await lookUpRecipient(c, services), { created: true });
}

async function answerExisting(
  c: AppContext,
  services: Services,
  problem: Problem,
): Promise<Response> {
  c.set("reason", problem.code);
  c.status(problem.status);
  return await answerLookup(c, services, await lookUpRecipient(c, services), {
    notice: problemProps(c, problem, services.now()),
  });
}

async function answerFailure(
  c: AppContext,
  services: Services,
  offer: Offer,
  problem: Problem,
  left: Pick<Parameters<typeof createPart>[3], "kind" | "steps">,
): Promise<Response> {
  c.set("reason", problem.reason);
  const retry = left.kind === "none" ? { path: "/sidebar", target: "sidebar" } as const : undefined;
  const shown = problemProps(c, problem, services.now(), retry);
  const key = { field: offer.recipientField, value: offer.recipientValue };
  return await c.html(
    <Sidebar
      language={c.get("language")}
      recipient={await createPart(c, services, key, { ...left, problem: shown })}
      withCommunications={false}
      isAdmin={false}
    />,
    problem.status,
  );
}
