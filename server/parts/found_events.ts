import { createOffer } from "../actions/offer.ts";
import type { LastDone } from "../actions/records.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import type { NamedRecipient } from "../installation/recipient_name.ts";
import type { ConfiguredEvent } from "../installation/settings.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";

/** A configured event, the sealed action that triggers it for whom, and when it was last triggered. */
export type FoundEvent = {
  event: ConfiguredEvent;
  recipient: NamedRecipient;
  action: string;
  last: LastDone | null;
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
  { actions }: Pick<Services, "actions">,
  events: readonly ConfiguredEvent[] = visit.settings.events,
): Promise<FoundEvents> {
  const { key } = recipient;
  const lasts = await actions.findLastDone(recordOwner(visit, key), events.map(({ name }) => name));
  return {
    reason: lasts === null ? "store_unavailable" : undefined,
    events: await Promise.all(events.map(async (event, index) => {
      const { slot, name } = event;
      const last = lasts?.[index];
      const offer = await createOffer(visit, { kind: "event", slot, event: name, key });
      const action = await actions.seal(offer, last && last.moment);
      return { event, recipient, action, last: last ?? null };
    })),
  };
}
