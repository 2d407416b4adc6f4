import { SHOWN } from "../../views/shortened.ts";
import { cleanAddress } from "../address.ts";
import type { ShownLast } from "../actions/action.ts";
import { createOffer } from "../actions/offer.ts";
import { CREATION } from "../actions/records.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import type { Recipient } from "../agillic/recipients.ts";
import { type DeliveryState, findDeliveryState } from "../history/delivery_state.ts";
import { readFlag } from "../history/flags.ts";
import { type Choice, sealRecipientName } from "../installation/recipient_name.ts";
import type { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { findEmailStatus } from "./email_status.ts";
import { recordOwner } from "./found_events.ts";
import { type Ambiguous, type Found, type Lookup, nameFirst } from "./lookup.ts";
import { withFlagsAlone, withhold } from "./masked.ts";

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
  /** Without the masked values. */
  recipient: Recipient;
  matchedOn: string;
  choice: Choice | null;
  /** The sealed name by which another one can be chosen; null where nobody was chosen. */
  chooseAgain: string | null;
  optIn: OptIn;
  action: string;
  deliveryState: DeliveryState | null;
  /** The configured fields that Agillic does not have, as far as that is known without asking. */
  unknownFields: ReadonlySet<string>;
  /** Why the Recipient View cannot be shown; null where it can, or is not wanted. */
  problem: Problem | null;
  /** For the log, where the store could not say what became of a creation. */
  reason: "store_unavailable" | undefined;
};

/** One of several who share the address, without the masked values, and the sealed name by which they are chosen. */
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
      const key = keyToCreate(lookup.key);
      // Only an address can be created: a number alone would have no way to confirm.
      return visit.settings.views.creation && key.field === visit.settings.emailField
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

/** Who is created where nobody was found: nothing that nobody sees gets into Agillic. */
export function keyToCreate({ field, value }: RecipientKey): RecipientKey {
  return { field, value: cleanAddress(value) };
}

type CreationStep = "create" | "double_opt_in";

/** Seals a step of the creation; empty where no event is configured for it. */
export async function offerCreation(
  visit: Visit,
  key: RecipientKey,
  kind: CreationStep,
  { actions }: Pick<Services, "actions">,
): Promise<string> {
  const event = visit.settings.doubleOptInEvent;
  // Agillic itself says when somebody else has created the recipient; nobody but the store knows of events.
  if (event === null || kind === "create") return await sealStep(visit, key, kind, { actions });
  const last = (await actions.findLastDone(recordOwner(visit, key), [event]))?.[0];
  return await sealStep(visit, key, kind, { actions, shownLast: last && last.moment });
}

async function sealStep(
  visit: Visit,
  key: RecipientKey,
  kind: CreationStep,
  { actions, shownLast }: Pick<Services, "actions"> & { shownLast?: ShownLast },
): Promise<string> {
  const event = visit.settings.doubleOptInEvent;
  if (event === null) return "";
  return await actions.seal(await createOffer(visit, { kind, event, key }), shownLast);
}

async function findRecipientPlace(
  visit: Visit,
  { recipient, matchedOn, choice }: Found,
  services: Finding,
): Promise<RecipientFound> {
  const [{ optIn, reason }, emailStatus] = await Promise.all([
    findOptIn(visit, recipient, services),
    findEmailStatus(visit, recipient.key),
  ]);
  return {
    kind: "recipient",
    recipient: { ...recipient, personData: withhold(recipient.personData, visit.settings) },
    matchedOn,
    choice,
    chooseAgain: choice && await nameFirst(visit, services),
    optIn,
    action: optIn === "not_triggered"
      // Else it would not be still to come.
      ? await sealStep(visit, recipient.key, "double_opt_in", { ...services, shownLast: null })
      : "",
    deliveryState: findDeliveryState(withFlagsAlone(recipient.personData, visit.settings), {
      awaitingConfirmation: optIn === "awaiting",
      emailStatus,
      now: services.now(),
    }),
    unknownFields: await findUnknownFields(visit, recipient),
    problem: visit.stopped.get("recipient") ?? null,
    reason,
  };
}

/** Agillic may leave out what is empty, so a field that the recipient lacks is unknown only where the list lacks it, too. */
async function findUnknownFields(
  { ask, settings }: Visit,
  { personData }: Recipient,
): Promise<ReadonlySet<string>> {
  const fields = await ask((client) => client.findListedFields());
  if (fields === null) return new Set();
  const known = new Set([...fields.map(({ name }) => name), ...personData.keys()]);
  return new Set(settings.personDataFields).difference(known);
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
  const named = matches.flatMap(({ agillicId, key, personData }) =>
    // The name of a match is in the HTML, sealed: no identifier of Agillic's is as long as this.
    agillicId === null || agillicId.length > SHOWN.line ? [] : [{ key, personData }]
  );
  const shown = named.slice(0, SHOWN.matches);
  const count = named.length;
  return {
    kind: "matches",
    problem,
    more: count - shown.length,
    matches: await Promise.all(shown.map(async ({ key, personData }, index) => {
      const choice = { number: index + 1, count };
      const name = await sealRecipientName(sealing, visit, { key, matchedOn: "", choice });
      return { key, personData: withhold(personData, visit.settings), name };
    })),
  };
}
