import { base64url } from "jose";
import type { ActionKind, Offer } from "../actions/action.ts";
import {
  type Action,
  type ActionReason,
  findMismatch,
  openAction,
  sealAction,
} from "../actions/action.ts";
import { digestRecipient, sealAgentName } from "../actions/records.ts";
import type { LastRecord, OnceOptions, Outcome } from "../actions/once.ts";
import { AgillicError } from "../agillic/errors.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import type { AppContext, LogEntry, Services } from "../context.ts";
import { Problem, problemOf } from "../problems.ts";

/** What the agent could start now, for the requester that the request names. */
export async function offerOf(
  c: AppContext,
  { kind, slot = 0, event, key }: {
    kind: ActionKind;
    slot?: number;
    event: string;
    key: RecipientKey;
  },
): Promise<Offer> {
  const { subdomain, installationId, userId } = c.get("agent");
  const { id, email, ticketId } = c.get("requester");
  return {
    kind,
    slot,
    event,
    subdomain,
    installationId,
    instance: await instanceOf(c.get("settings").token),
    userId,
    ticketId,
    requesterId: id,
    requesterEmail: email ?? "",
    recipientField: key.field,
    recipientValue: key.value,
  };
}

/** Staging and production share an address: the token alone tells which of them an agent has seen. */
async function instanceOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return base64url.encode(new Uint8Array(digest, 0, 16));
}

/** The sealed hidden field for an offer; empty when every action is refused anyway. */
export async function sealOffer(
  { config, sealing, randomId }: Services,
  offer: Offer,
): Promise<string> {
  return config.readOnly ? "" : await sealAction(sealing, offer, randomId);
}

const CHANGED: ReadonlySet<ActionReason> = new Set([
  "action_other_agent",
  "action_other_instance",
  "action_other_requester",
  "action_other_ticket",
  "action_other_recipient",
]);

/** The posted hidden field; empty when there is none, or no form that can be read. */
async function readToken(c: AppContext): Promise<string> {
  const { action } = await c.req.parseBody().catch(() => ({ action: "" }));
  return typeof action === "string" ? action : "";
}

/**
 * The posted action, to be offered again after a problem that leaves open whether it was claimed before: posted once
 * more it is still the same one. Null after every other problem.
 */
export async function actionLeftOpen(c: AppContext, problem: Problem): Promise<string | null> {
  return problem.code === "store_unavailable" ? await readToken(c) : null;
}

/** The posted action, if it is one of those that would be offered now; a Problem otherwise, with nothing sent. */
export async function readAction(
  c: AppContext,
  services: Services,
  offers: readonly Offer[],
): Promise<Action> {
  if (services.config.readOnly) throw new Problem("read_only");
  const opened = await openAction(services.sealing, await readToken(c));
  if (!opened.ok) throw new Problem("action_expired", { reason: opened.reason });
  const action = opened.value;
  const offer = offers.find(({ kind }) => kind === action.kind);
  const mismatch = offer === undefined ? "action_other_kind" : findMismatch(action, offer);
  if (mismatch === null) return action;
  throw new Problem(CHANGED.has(mismatch) ? "requester_changed" : "action_expired", {
    reason: mismatch,
  });
}

/** What every action gives to the once-only run besides what is its own. */
export async function onceOptions(
  c: AppContext,
  services: Services,
): Promise<Pick<OnceOptions, "kv" | "now" | "delay" | "record" | "explain" | "onStoreError">> {
  const { kv, now, delay, sealing, log } = services;
  const record: Pick<LastRecord, "ticketId" | "agent"> = {
    ticketId: c.get("requester").ticketId,
    agent: await sealAgentName(sealing, c.get("preferences").name),
  };
  return {
    kv,
    now,
    delay,
    record,
    explain,
    onStoreError: () =>
      log({
        at: new Date(now()).toISOString(),
        type: "outcome_not_stored",
        requestId: c.get("requestId"),
      }),
  };
}

/** Only Agillic's own refusal, or never having sent, is certain; anything else may have happened. */
function explain(error: unknown): Pick<Outcome, "status" | "code"> {
  if (error instanceof Problem) return { status: "failed", code: error.code };
  if (!(error instanceof AgillicError) || error.code === "outcome_unknown") {
    return { status: "unknown", code: "outcome_unknown" };
  }
  return { status: "failed", code: error.code };
}

/** One line for each action, also for those that were refused: who, what, where, when, and how it ended. */
export async function auditAction(
  c: AppContext,
  services: Services,
  offer: Offer,
  outcome: { status: Outcome["status"] | "refused"; code: string; repeated?: boolean },
): Promise<void> {
  services.log({
    ...await auditEntry(c, services, "action", offer),
    outcome: outcome.status,
    code: outcome.code,
    repeated: outcome.repeated ?? false,
  });
}

/** The line before something is sent, so that a process that dies on the way leaves word of it. */
export async function auditStart(c: AppContext, services: Services, offer: Offer): Promise<void> {
  services.log(await auditEntry(c, services, "action_started", offer));
}

async function auditEntry(
  c: AppContext,
  { now, sealing }: Services,
  type: "action" | "action_started",
  offer: Offer,
): Promise<LogEntry> {
  return {
    at: new Date(now()).toISOString(),
    type,
    requestId: c.get("requestId"),
    subdomain: offer.subdomain,
    installationId: offer.installationId,
    userId: offer.userId,
    ticketId: offer.ticketId,
    kind: offer.kind,
    slot: offer.slot || undefined,
    event: offer.event,
    recipient: await digestRecipient(sealing, offer),
  };
}

/** Runs an action's request and writes its audit line when it is refused or fails before anything is sent. */
export async function audited<Value>(
  c: AppContext,
  services: Services,
  offer: Offer,
  run: () => Promise<Value>,
): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    const { code } = problemOf(error);
    await auditAction(c, services, offer, { status: "refused", code });
    throw error;
  }
}
