import { z } from "zod";
import { accepted, rejected, type Result } from "../result.ts";
import type { Sealing, SealReason } from "../sealing.ts";
import type { Moment } from "./ages.ts";

/** What may be started: a configured event, one of the two steps of creating a recipient, or what resumes an event. */
export type ActionKind = "event" | "create" | "double_opt_in" | "resume";

/** How an action ended, or was refused before anything was sent; `repeated` answers how it had ended before. */
export type ActionEnd = "done" | "failed" | "unknown" | "refused" | "repeated";

/** Everything that an action was offered for; it runs only while all of it still holds. */
export type Offer = {
  kind: ActionKind;
  /** Of the event that is triggered or resumed; 0 otherwise. */
  slot: number;
  /** The event's name in Agillic. */
  event: string;
  subdomain: string;
  installationId: string;
  /** The Agillic instance: a digest of the token that selects it. */
  instance: string;
  userId: string;
  ticketId: string;
  requesterId: string;
  requesterEmail: string;
  /** The recipient it is for, as field and value: `EMAIL=a@b.dk`. */
  recipientField: string;
  recipientValue: string;
};

/**
 * What was last done, as it was shown beside the button; null for nothing. Undefined where it was not known, and in
 * what the release before has sealed.
 */
export type ShownLast = Moment | null | undefined;

/** An offer with the number that makes it happen once. */
export type Action = Offer & { nonce: string; shownLast?: ShownLast };

/** Why an action is refused before anything is sent; for the log. */
export type ActionReason =
  | "action_missing"
  | "action_other_agent"
  | "action_other_kind"
  | "action_other_event"
  | "action_other_instance"
  | "action_other_requester"
  | "action_other_ticket"
  | "action_other_recipient"
  | SealReason;

/** How long a rendered button works. */
export const ACTION_TTL_SECONDS = 30 * 60;

const actionSchema = z.object({
  kind: z.enum(["event", "create", "double_opt_in", "resume"]),
  slot: z.number(),
  event: z.string(),
  subdomain: z.string(),
  installationId: z.string(),
  instance: z.string(),
  userId: z.string(),
  ticketId: z.string(),
  requesterId: z.string(),
  requesterEmail: z.string(),
  recipientField: z.string(),
  recipientValue: z.string(),
  nonce: z.string(),
  shownLast: z.object({ nonce: z.string(), at: z.number() }).nullish(),
});

/** Makes the sealed hidden field of an action's form; `random` gives a fresh unguessable text. */
export async function sealAction(
  sealing: Sealing,
  offer: Offer,
  random: () => string,
  shownLast?: ShownLast,
): Promise<string> {
  const action: Action = { ...offer, nonce: random(), shownLast };
  return await sealing.seal("action", action, ACTION_TTL_SECONDS);
}

/** Opens the hidden field. */
export async function openAction(
  sealing: Sealing,
  token: string,
): Promise<Result<Action, ActionReason>> {
  if (token === "") return rejected("action_missing");
  const opened = await sealing.open("action", token);
  if (!opened.ok) return opened;
  const action = actionSchema.safeParse(opened.value);
  return action.success ? accepted(action.data) : rejected("sealed_malformed");
}

const REASONS = [
  ["kind", "action_other_kind"],
  ["slot", "action_other_kind"],
  ["subdomain", "action_other_agent"],
  ["installationId", "action_other_agent"],
  ["userId", "action_other_agent"],
  ["instance", "action_other_instance"],
  ["requesterId", "action_other_requester"],
  ["requesterEmail", "action_other_requester"],
  ["ticketId", "action_other_ticket"],
  ["recipientField", "action_other_recipient"],
  ["recipientValue", "action_other_recipient"],
  ["event", "action_other_event"],
] as const satisfies readonly (readonly [keyof Offer, ActionReason])[];

/** Why an action is not what would be offered now; null when it is. */
export function findMismatch(action: Action, present: Offer): ActionReason | null {
  return REASONS.find(([name]) => action[name] !== present[name])?.[1] ?? null;
}
