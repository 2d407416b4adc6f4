import { base64url } from "jose";
import type { ActionKind, Offer } from "./action.ts";

/** Who would act for whom, with which credential. */
export type Offered = {
  agent: { subdomain: string; installationId: string; userId: string };
  requester: { id: string; email: string | null; ticketId: string };
  settings: { token: string };
};

/** What could be started, and for which recipient. */
export type OfferedAction = {
  kind: ActionKind;
  /** Of the event that is triggered or resumed; 0, and so absent, otherwise. */
  slot?: number;
  event: string;
  key: { readonly field: string; readonly value: string };
};

/** Everything that the agent could start now with one press. */
export async function createOffer(offered: Offered, action: OfferedAction): Promise<Offer> {
  return (await prepareOffers(offered))(action);
}

/** The same for several actions: what they have in common is found once. */
export async function prepareOffers(
  { agent, requester, settings }: Offered,
): Promise<(action: OfferedAction) => Offer> {
  const instance = await digestOf(settings.token);
  return ({ kind, slot = 0, event, key }) => ({
    kind,
    slot,
    event,
    subdomain: agent.subdomain,
    installationId: agent.installationId,
    instance,
    userId: agent.userId,
    ticketId: requester.ticketId,
    requesterId: requester.id,
    requesterEmail: requester.email ?? "",
    recipientField: key.field,
    recipientValue: key.value,
  });
}

/** Staging and production share an address: the token alone tells which of them an agent has seen. */
async function digestOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return base64url.encode(new Uint8Array(digest, 0, 16));
}
