import { SHOWN } from "../../views/shortened.ts";
import { createOffer } from "../actions/offer.ts";
import { CREATION } from "../actions/records.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import type { Recipient } from "../agillic/recipients.ts";
import { type DeliveryState, findDeliveryState } from "../history/delivery_state.ts";
import { readFlag } from "../history/flags.ts";
import { sealRecipientName } from "../installation/recipient_name.ts";
import type { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { findEmailStatus } from "./email_status.ts";
import { recordOwner } from "./found_events.ts";
import type { Ambiguous, Found, Lookup } from "./lookup.ts";

/** What became of the double opt-in of somebody who was created from here. */
export type OptIn = "awaiting" | "not_triggered" | "none";

/** What stands in the recipient's place of the sidebar. `action` is sealed, empty where there is none. */
export type RecipientPlace =
  | RecipientFound
  | { kind: "creation"; address: string; action: string }
  | { kind: "not_found"; address: string }
  | { kind: "matches"; problem: Problem; matches: readonly FoundMatch[]; more: number }
  | { kind: "problem"; problem: Problem };

/** A recipient; `action` triggers the double opt-in that is still to come. */
export type RecipientFound = {
  kind: "recipient";
  recipient: Recipient;
  matchedOn: string;
  optIn: OptIn;
  action: string;
  deliveryState: DeliveryState | null;
  /** For the log, where the store could not say what became of a creation. */
  reason: "store_unavailable" | undefined;
};

/** One of several who share the address, and the sealed name by which they are chosen. */
export type FoundMatch = { key: RecipientKey; personData: Recipient["personData"]; name: string };

type Finding = Pick<Services, "actions" | "sealing" | "now">;

/** Finds what the lookup alone does not say. */
export async function findPlace(
  visit: Visit,
  lookup: Lookup,
  services: Finding,
): Promise<RecipientPlace> {
  switch (lookup.kind) {
    case "found":
      return await findRecipientPlace(visit, lookup, services);
    case "unknown": {
      const { key } = lookup;
      return visit.settings.views.creation
        ? {
          kind: "creation",
          address: key.value,
          action: await offerCreation(visit, key, "create", services),
        }
        : { kind: "not_found", address: key.value };
    }
    case "ambiguous":
      return await findMatches(visit, lookup, services);
  }
}

/** Seals a step of the creation; empty where no event is configured for it. */
export async function offerCreation(
  visit: Visit,
  key: RecipientKey,
  kind: "create" | "double_opt_in",
  { actions }: Pick<Services, "actions">,
): Promise<string> {
  const event = visit.settings.doubleOptInEvent;
  return event === null ? "" : await actions.seal(await createOffer(visit, { kind, event, key }));
}

async function findRecipientPlace(
  visit: Visit,
  { recipient, matchedOn }: Found,
  services: Finding,
): Promise<RecipientFound> {
  const [{ optIn, reason }, emailStatus] = await Promise.all([
    findOptIn(visit, recipient, services),
    findEmailStatus(visit, recipient.key),
  ]);
  return {
    kind: "recipient",
    recipient,
    matchedOn,
    optIn,
    action: optIn === "not_triggered"
      ? await offerCreation(visit, recipient.key, "double_opt_in", services)
      : "",
    deliveryState: findDeliveryState(recipient.personData, {
      awaitingConfirmation: optIn === "awaiting",
      emailStatus,
      now: services.now(),
    }),
    reason,
  };
}

const CONSENT = "EMAIL_PERMISSION";

async function findOptIn(
  visit: Visit,
  { key, personData }: Recipient,
  { actions }: Finding,
): Promise<Pick<RecipientFound, "optIn" | "reason">> {
  const { doubleOptInEvent, views } = visit.settings;
  if (doubleOptInEvent === null || readFlag(personData, CONSENT) === true) {
    return { optIn: "none", reason: undefined };
  }
  const lasts = await actions.findLastDone(recordOwner(visit, key), [doubleOptInEvent, CREATION]);
  if (lasts === null) return { optIn: "none", reason: "store_unavailable" };
  const [triggered, created] = lasts;
  if (triggered) {
    return { optIn: triggered.outcome === "done" ? "awaiting" : "none", reason: undefined };
  }
  const isCreated = created ? created.outcome !== "under_way" : false;
  return { optIn: isCreated && views.creation ? "not_triggered" : "none", reason: undefined };
}

async function findMatches(
  visit: Visit,
  { problem, matches }: Ambiguous,
  { sealing }: Finding,
): Promise<RecipientPlace> {
  const named = matches.flatMap(({ agillicId, personData }) =>
    // The name of a match is in the HTML, sealed: no identifier of Agillic's is as long as this.
    agillicId === null || agillicId.length > SHOWN.line
      ? []
      : [{ key: { field: "AGILLIC_ID", value: agillicId }, personData }]
  );
  const shown = named.slice(0, SHOWN.matches);
  return {
    kind: "matches",
    problem,
    more: named.length - shown.length,
    matches: await Promise.all(shown.map(async ({ key, personData }) => ({
      key,
      personData,
      name: await sealRecipientName(sealing, visit, { key, matchedOn: "" }),
    }))),
  };
}
