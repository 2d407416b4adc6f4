import type { Offer } from "../actions/action.ts";
import { runOnce } from "../actions/once.ts";
import { recordKeysOf } from "../actions/records.ts";
import type { AppContext, Services } from "../context.ts";
import { Problem, PROBLEM_STATUS } from "../problems.ts";
import { auditAction, audited, auditStart, onceOptions } from "./offers.ts";

/** What is done once: `record` names where it is remembered; `send` answers the code of success. */
export type OnceAction = {
  offer: Offer;
  nonce: string;
  record: string;
  coolDownMs: number;
  send: () => Promise<string>;
};

/** Sends an action once for its nonce, with its lines in the log; throws the Problem that it ended with. */
export async function performOnce(
  c: AppContext,
  services: Services,
  { offer, nonce, record, coolDownMs, send }: OnceAction,
): Promise<void> {
  const options = await onceOptions(c, services);
  const recordKeys = await recordKeysOf(services.sealing, offer, record);
  const result = await audited(c, services, offer, () =>
    runOnce({
      ...options,
      nonce,
      recordKeys,
      coolDownMs,
      perform: async () => {
        await auditStart(c, services, offer);
        return await send();
      },
    }));
  if ("coolingDown" in result) {
    await auditAction(c, services, offer, { status: "refused", code: "cooling_down" });
    const seconds = (result.coolingDown.endsAt - services.now()) / 1000;
    throw new Problem("cooling_down", { params: { wait: c.get("formatter").wait(seconds) } });
  }
  const { outcome, repeated } = result;
  await auditAction(c, services, offer, { ...outcome, repeated });
  if (outcome.status !== "done") throw problemOfCode(outcome.code, offer);
}

/** The problem of a stored outcome. */
function problemOfCode(code: string, offer: Offer): Problem {
  const { event, recipientField: field, recipientValue: address } = offer;
  const params = { event, field, address };
  return isProblemCode(code)
    ? new Problem(code, { params })
    : new Problem("internal", { reason: code });
}

function isProblemCode(code: string): code is keyof typeof PROBLEM_STATUS {
  return Object.hasOwn(PROBLEM_STATUS, code);
}
