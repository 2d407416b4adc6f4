import { Hono } from "hono";
import type { Action } from "../actions/action.ts";
import { answerHtml, setHeader } from "../answer.ts";
import type { AppContext, AppEnv, Services } from "../context.ts";
import { Problem } from "../problems.ts";
import { createThenOptIn, optInOnly } from "./creation.tsx";
import { fragment } from "./fragment.tsx";
import { lookUpRecipient, readRecipientKey } from "./lookup.ts";
import { audited, offerOf, readAction } from "./offers.ts";
import { recipientPart } from "./recipient_part.tsx";
import { answerLookup } from "./sidebar.tsx";

/** GET /recipient: the Recipient View. POST /recipient: create the recipient and trigger the double opt-in event. */
export function createRecipientRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", fragment("recipient", services), async (c) => {
      const lookup = await lookUpRecipient(c, services);
      if (lookup.kind === "found") return answerHtml(c, await recipientPart(c, services, lookup));
      // Events and history of somebody who is no recipient have to go: the answer is the whole sidebar's.
      setHeader(c, "HX-Retarget", "#sidebar");
      setHeader(c, "HX-Reswap", "innerHTML");
      return await answerLookup(c, services, lookup);
    })
    .post("/", fragment("create", services), async (c) => {
      const action = await readCreation(c, services);
      return action.kind === "create"
        ? await createThenOptIn(c, services, action)
        : await optInOnly(c, services, action);
    });
}

async function readCreation(c: AppContext, services: Services): Promise<Action> {
  const { doubleOptInEvent: event, views } = c.get("settings");
  const { key } = await readRecipientKey(c, services);
  const [create, optIn] = await Promise.all([
    offerOf(c, { kind: "create", event: event ?? "", key }),
    offerOf(c, { kind: "double_opt_in", event: event ?? "", key }),
  ]);
  return await audited(c, services, create, async () => {
    if (event === null) throw new Problem("creation_event_missing");
    if (!views.creation) throw new Problem("action_expired", { reason: "creation_disabled" });
    return await readAction(c, services, [create, optIn]);
  });
}
