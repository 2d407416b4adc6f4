import { z } from "zod";
import { Problem } from "../problems.ts";
import type { Sealing } from "../sealing.ts";
import type { Agent } from "../zendesk/shell_token.ts";
import type { Requester } from "./requester.ts";

/** Which of how many who share the address the agent has chosen, as they were listed. */
export type Choice = { readonly number: number; readonly count: number };

/** A recipient by field and value, and the address or number that found them when it is not the requester's own address. */
export type NamedRecipient = {
  key: { readonly field: string; readonly value: string };
  matchedOn: string;
  /** Null where there was nothing to choose. */
  choice: Choice | null;
};

/** Whose name it is: it opens for the same account, installation and requester alone. */
export type NameOwner = {
  agent: Pick<Agent, "subdomain" | "installationId">;
  requester: Pick<Requester, "id" | "email">;
};

const TTL_SECONDS = 12 * 60 * 60;

const ownerSchema = z.object({
  installationId: z.string(),
  subdomain: z.string(),
  requesterId: z.string(),
  requesterEmail: z.string(),
});
const nameSchema = ownerSchema.extend({
  field: z.string(),
  value: z.string(),
  matchedOn: z.string(),
  // The release before did not have it.
  choice: z.object({ number: z.number(), count: z.number() }).nullable().default(null),
});

/** Names a recipient, sealed, for the requests that follow. */
export async function sealRecipientName(
  sealing: Sealing,
  owner: NameOwner,
  { key, ...rest }: NamedRecipient,
): Promise<string> {
  const name = { ...key, ...rest, ...claimsOf(owner) } satisfies z.infer<typeof nameSchema>;
  return await sealing.seal("recipient", name, TTL_SECONDS);
}

/** Whom a sealed name means; throws `requester_changed` for a name that is not this owner's. */
export async function openRecipientName(
  sealing: Sealing,
  owner: NameOwner,
  sealed: string,
): Promise<NamedRecipient> {
  const opened = await sealing.open("recipient", sealed);
  if (!opened.ok) throw new Problem("requester_changed", { reason: opened.reason });
  const name = nameSchema.safeParse(opened.value);
  if (!name.success || !isOwn(name.data, claimsOf(owner))) {
    throw new Problem("requester_changed", { reason: "recipient_other" });
  }
  const { field, value, matchedOn, choice } = name.data;
  return { key: { field, value }, matchedOn, choice };
}

type OwnerClaims = z.infer<typeof ownerSchema>;

function claimsOf({ agent, requester }: NameOwner): OwnerClaims {
  return {
    installationId: agent.installationId,
    subdomain: agent.subdomain,
    requesterId: requester.id,
    requesterEmail: requester.email ?? "",
  };
}

function isOwn(claims: OwnerClaims, own: OwnerClaims): boolean {
  return claims.installationId === own.installationId && claims.subdomain === own.subdomain &&
    claims.requesterId === own.requesterId && claims.requesterEmail === own.requesterEmail;
}
