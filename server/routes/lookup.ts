import { z } from "zod";
import { AgillicError } from "../agillic/errors.ts";
import type { AgillicClient } from "../agillic/client.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import type { Recipient } from "../agillic/recipients.ts";
import { setHeader } from "../answer.ts";
import { type AppContext, type Services, waitForAgillic } from "../context.ts";
import { Problem, problemOf } from "../problems.ts";

/** Who the requester is in Agillic. */
export type Lookup =
  | { kind: "found"; recipient: Recipient; matchedOn: string | null }
  | { kind: "unknown"; address: string }
  | { kind: "ambiguous"; problem: Problem; matches: readonly Recipient[] };

/** Answers that find another than the requester's own address as the key say so here, sealed. */
const RECIPIENT_HEADER = "Recipient";
const REFERENCE_TTL_SECONDS = 12 * 60 * 60;

const reference = z.object({
  field: z.string(),
  value: z.string(),
  matchedOn: z.string(),
  installationId: z.string(),
  subdomain: z.string(),
  requesterId: z.string(),
  requesterEmail: z.string(),
});

/** A recipient named by the server, and the address by which it was found when it is not the requester's own. */
export type NamedRecipient = { key: RecipientKey; matchedOn: string };

/** Whom a request is about: the recipient that an earlier answer named, else the requester's own address. */
export async function readRecipientKey(
  c: AppContext,
  { sealing }: Services,
): Promise<NamedRecipient> {
  const { id, email } = c.get("requester");
  const sealed = c.req.header(RECIPIENT_HEADER);
  if (sealed === undefined) {
    if (email === null) throw new Problem("requester_without_email");
    return { key: { field: c.get("settings").emailField, value: email }, matchedOn: "" };
  }
  const opened = await sealing.open("recipient", sealed);
  const named = opened.ok ? reference.safeParse(opened.value) : null;
  const { installationId, subdomain } = c.get("agent");
  if (
    !named?.success || named.data.installationId !== installationId ||
    named.data.subdomain !== subdomain ||
    named.data.requesterId !== id || named.data.requesterEmail !== (email ?? "")
  ) {
    throw new Problem("requester_changed", {
      reason: opened.ok ? "recipient_other" : opened.reason,
    });
  }
  return {
    key: { field: named.data.field, value: named.data.value },
    matchedOn: named.data.matchedOn,
  };
}

/** Names a recipient for the requests that follow; opens for the same installation and requester alone. */
export async function sealRecipient(
  c: AppContext,
  { sealing }: Services,
  { key, matchedOn }: NamedRecipient,
): Promise<string> {
  const { installationId, subdomain } = c.get("agent");
  const { id, email } = c.get("requester");
  return await sealing.seal(
    "recipient",
    {
      field: key.field,
      value: key.value,
      matchedOn,
      installationId,
      subdomain,
      requesterId: id,
      requesterEmail: email ?? "",
    } satisfies z.infer<typeof reference>,
    REFERENCE_TTL_SECONDS,
  );
}

/** Looks the requester up: by what was chosen, by the address, then by the requester's other addresses. */
export async function lookUpRecipient(c: AppContext, services: Services): Promise<Lookup> {
  const agillic = services.agillic.client(c.get("settings").token);
  const named = await readRecipientKey(c, services);
  try {
    const recipient = await waitForAgillic(c, agillic.findRecipient(named.key));
    if (recipient !== null) return await found(c, services, recipient, named.matchedOn);
    const own = ownKey(c);
    if (own === null || isSame(own, named.key)) {
      return await lookUpOthers(c, services, agillic, named.key);
    }
    // Whom an earlier answer named is gone: the search begins anew, and the shell is told whom it is about.
    setHeader(c, RECIPIENT_HEADER, await sealRecipient(c, services, { key: own, matchedOn: "" }));
    const again = await waitForAgillic(c, agillic.findRecipient(own));
    return again === null
      ? await lookUpOthers(c, services, agillic, own)
      : await found(c, services, again, "");
  } catch (error) {
    if (!(error instanceof AgillicError) || error.code !== "email_field_not_unique") throw error;
    const problem = problemOf(error, { field: named.key.field });
    // The matches are a help: when they can not be had, the problem itself is what there is to say.
    const matches = await waitForAgillic(c, agillic.listMatchingRecipients(named.key)).catch(
      () => [],
    );
    return { kind: "ambiguous", problem, matches };
  }
}

function ownKey(c: AppContext): RecipientKey | null {
  const { email } = c.get("requester");
  return email === null ? null : { field: c.get("settings").emailField, value: email };
}

function isSame(one: RecipientKey, other: RecipientKey): boolean {
  return one.field === other.field && one.value === other.value;
}

async function lookUpOthers(
  c: AppContext,
  services: Services,
  agillic: AgillicClient,
  { field, value }: RecipientKey,
): Promise<Lookup> {
  const { otherEmails } = c.get("requester");
  for (const other of otherEmails) {
    const recipient = await waitForAgillic(c, agillic.findRecipient({ field, value: other }));
    if (recipient !== null) return await found(c, services, recipient, other);
  }
  // Asks the shell for the requester's other addresses, once.
  if (c.req.header("requester-other-emails") === undefined) {
    setHeader(c, RECIPIENT_HEADER, "unknown");
  }
  return { kind: "unknown", address: value };
}

async function found(
  c: AppContext,
  services: Services,
  recipient: Recipient,
  matchedOn: string,
): Promise<Lookup> {
  const { key } = recipient;
  // Found by another spelling or address: later requests have to name the same recipient.
  if (key.value !== c.get("requester").email || key.field !== c.get("settings").emailField) {
    setHeader(c, RECIPIENT_HEADER, await sealRecipient(c, services, { key, matchedOn }));
  }
  return { kind: "found", recipient, matchedOn: matchedOn || null };
}
