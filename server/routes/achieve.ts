import type { Offer } from "../actions/action.ts";
import { type AppContext, type Services, waitForAgillic } from "../context.ts";
import { performOnce } from "./perform_once.ts";

/** Achieves the event of an offer, once for its nonce; throws the Problem that it ended with. */
export async function achieveOnce(
  c: AppContext,
  services: Services,
  offer: Offer,
  nonce: string,
): Promise<void> {
  const { token, coolDownSeconds } = c.get("settings");
  const key = { field: offer.recipientField, value: offer.recipientValue };
  await performOnce(c, services, {
    offer,
    nonce,
    record: offer.event,
    coolDownMs: coolDownSeconds * 1000,
    send: async () => {
      await waitForAgillic(c, services.agillic.client(token).achieveEvent(key, offer.event));
      return "triggered";
    },
  });
}
