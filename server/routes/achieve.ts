import type { Offer } from "../actions/action.ts";
import { runOnce } from "../actions/once.ts";
import { recordKeysOf } from "../actions/records.ts";
import { type AppContext, type Services, waitForAgillic } from "../context.ts";
import { Problem, PROBLEM_STATUS } from "../problems.ts";
import { auditAction, audited, auditStart, onceOptions } from "./offers.ts";

/** Achieves the event of an offer, once for its nonce; throws the Problem that it ended with. */
export async function achieveOnce(
  c: AppContext,
  services: Services,
  offer: Offer,
  nonce: string,
): Promise<void> {
  const { agillic, sealing, now } = services;
  const { token, coolDownSeconds } = c.get("settings");
  const key = { field: offer.recipientField, value: offer.recipientValue };
  const options = await onceOptions(c, services);
  const recordKeys = await recordKeysOf(sealing, offer, offer.event);
  const result = await audited(c, services, offer, () =>
    runOnce({
      ...options,
      nonce,
      recordKeys,
      coolDownMs: coolDownSeconds * 1000,
      perform: async () => {
        await auditStart(c, services, offer);
        await waitForAgillic(c, agillic.client(token).achieveEvent(key, offer.event));
        return "triggered";
      },
    }));
  if ("coolingDown" in result) {
    await auditAction(c, services, offer, { status: "refused", code: "cooling_down" });
    const seconds = (result.coolingDown.endsAt - now()) / 1000;
    throw new Problem("cooling_down", { params: { wait: c.get("formatter").wait(seconds) } });
  }
  const { outcome, repeated } = result;
  await auditAction(c, services, offer, { ...outcome, repeated });
  if (outcome.status !== "done") throw problemOfCode(outcome.code, offer);
}

/** The problem of a stored outcome. */
export function problemOfCode(code: string, offer: Offer): Problem {
  const { event, recipientField: field, recipientValue: address } = offer;
  const params = { event, field, address };
  return isProblemCode(code)
    ? new Problem(code, { params })
    : new Problem("internal", { reason: code });
}

function isProblemCode(code: string): code is keyof typeof PROBLEM_STATUS {
  return Object.hasOwn(PROBLEM_STATUS, code);
}
