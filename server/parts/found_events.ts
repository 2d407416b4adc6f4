import { prepareOffers } from "../actions/offer.ts";
import type { LastDone } from "../actions/records.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import type { NamedRecipient } from "../installation/recipient_name.ts";
import type { ConfiguredEvent } from "../installation/settings.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { findPauses, type FoundPause } from "./pausing.ts";

/** A configured event, the sealed action that triggers it for whom, and when it was last triggered. */
export type FoundEvent = {
  event: ConfiguredEvent;
  recipient: NamedRecipient;
  action: string;
  last: LastDone | null;
  /** Absent where nothing resumes it. */
  pause?: FoundPause | null;
};

/** Events for one recipient. */
export type FoundEvents = {
  events: readonly FoundEvent[];
  /** For the log, where the store could not say when each was last triggered. */
  reason: "store_unavailable" | undefined;
};

/** Whose records are asked for. */
export function recordOwner({ agent }: Visit, { field, value }: RecipientKey) {
  const { subdomain, installationId } = agent;
  return { subdomain, installationId, recipientField: field, recipientValue: value };
}

/** Finds what the forms of these events need; no call to Agillic. */
export async function findEvents(
  visit: Visit,
  recipient: NamedRecipient,
  services: Pick<Services, "actions" | "pauses" | "config" | "now">,
  events: readonly ConfiguredEvent[] = visit.settings.events,
): Promise<FoundEvents> {
  const { actions } = services;
  const { key } = recipient;
  const owner = recordOwner(visit, key);
  const [lasts, pauses, offerOf] = await Promise.all([
    actions.findLastDone(owner, events.map(({ name }) => name)),
    findPauses(visit, owner, events, services),
    prepareOffers(visit),
  ]);
  return {
    reason: lasts === null ? "store_unavailable" : undefined,
    events: await Promise.all(events.map(async (event, index) => {
      const { slot, name } = event;
      const last = lasts?.[index];
      const offer = offerOf({ kind: "event", slot, event: name, key });
      const action = await actions.seal(offer, last && last.moment);
      const pause = pauses.get(slot);
      return {
        event,
        recipient,
        action,
        last: last ?? null,
        ...(pause !== undefined && { pause }),
      };
    })),
  };
}
