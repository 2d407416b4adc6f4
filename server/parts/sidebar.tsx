import type { JSX } from "hono/jsx/jsx-runtime";
import { EventsVerdict } from "../../views/events.tsx";
import { Sidebar } from "../../views/sidebar.tsx";
import { parseDeliveryState, writeDeliveryState } from "../history/delivery_header.ts";
import type { DeliveryState } from "../history/delivery_state.ts";
import { maySeeActivity } from "../installation/accounts.ts";
import type { NamedRecipient } from "../installation/recipient_name.ts";
import { problemOf } from "../problem_of.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { shownVerdict } from "./shown_verdict.ts";
import { drawEvents } from "./event_forms.tsx";
import { findEvents, type FoundEvents } from "./found_events.ts";
import { beginHistory } from "./history_behind.tsx";
import { type Found, type Lookup, lookUpRecipient, readRecipient } from "./lookup.ts";
import { drawPlace, type RecipientTold } from "./recipient_part.tsx";
import { findPlace, type RecipientPlace } from "./recipient_place.ts";
import type { Shown } from "./shown.ts";
import { drawSummary, drawSummaryAgain } from "./summary.tsx";

/**
 * All parts but the history, with the calls to Agillic that the recipient takes. The history follows in the same answer where that is asked for,
 * and is asked for at once; else it loads itself.
 */
export async function showSidebar(
  visit: Visit,
  services: Services,
  { withHistory }: { withHistory: boolean },
): Promise<Shown> {
  if (Object.values(visit.settings.views).every((isOn) => !isOn)) {
    return showNothing(visit);
  }
  const named = await readRecipient(visit, services);
  const { settings, stopped } = visit;
  const history = withHistory && settings.views.communications && !stopped.has("communications")
    ? beginHistory(visit, isLikely(visit) ? named.key : null, services)
    : null;
  const found = await lookUpRecipient(visit, named, services)
    .then((lookup) => findSidebar(visit, lookup, services))
    // Agillic could not say who it is: events and history may still be shown.
    .catch((error) => findWithoutRecipient(visit, named, error, services));
  const { place } = found;
  const shown = { ...besideSidebar(found), html: drawSidebar(found, visit, services) };
  if (history === null) return shown;
  switch (place.kind) {
    case "recipient":
      return { ...shown, behind: history.finish(place.recipient.key, place.deliveryState) };
    case "problem":
      return { ...shown, behind: history.finish(named.key, null) };
    default:
      return shown;
  }
}

/** Whether the address, or the name that an earlier answer gave, may well find somebody. */
function isLikely({ recipientName, requester }: Visit): boolean {
  return recipientName !== null || requester.otherEmails === null;
}

/** No view is switched on: nobody is looked up. */
function showNothing({ language, pageLanguage, preferences, faultyLabels }: Visit): Shown {
  return {
    html: (
      <Sidebar
        {...{ language, pageLanguage, faultyLabels }}
        recipient={null}
        withCommunications={false}
        isAdmin={preferences.isAdmin}
      />
    ),
  };
}

/** The sidebar of whomever the lookup found. */
export async function showLookup(
  visit: Visit,
  lookup: Lookup,
  services: Services,
  told: RecipientTold = {},
): Promise<Shown> {
  const found = await findSidebar(visit, lookup, services);
  return { ...besideSidebar(found), html: drawSidebar(found, visit, services, told) };
}

/** The Recipient View alone. */
export async function showRecipient(
  visit: Visit,
  lookup: Found,
  services: Services,
): Promise<Shown> {
  const place = await findPlace(visit, lookup, services);
  const beside = besideSidebar({ place, name: lookup.name, events: null });
  const { language, formatter, settings: { views } } = visit;
  const isStateNews = beside.recipientState !== (visit.recipientState || writeDeliveryState(null));
  const told = isStateNews && views.communications ? { refreshesHistory: true } : {};
  const verdict = shownVerdict(deliveryStateOf(place, visit), [], formatter);
  return {
    ...beside,
    html: (
      <>
        {drawPlace(place, visit, services, told)}
        {views.events && <EventsVerdict {...{ language, verdict }} />}
        {views.recipient && place.kind === "recipient" &&
          drawSummaryAgain(place, visit, { isStateNews }, services)}
      </>
    ),
  };
}

/** Everything that the sidebar shows, but for the history. */
type FoundSidebar = {
  place: RecipientPlace;
  /** What the answer's header `Recipient` says; null for nothing. */
  name: string | null;
  /** Null where they are switched off, or there is nobody to trigger them for. */
  events: FoundEvents | null;
};

/** Finds what is shown of whomever the lookup found. */
async function findSidebar(
  visit: Visit,
  lookup: Lookup,
  services: Services,
): Promise<FoundSidebar> {
  const place = await findPlace(visit, lookup, services);
  const events = lookup.kind === "found"
    ? await findWantedEvents(visit, { ...lookup, key: lookup.recipient.key }, services)
    : null;
  return { place, name: lookup.name, events };
}

async function findWithoutRecipient(
  visit: Visit,
  named: NamedRecipient,
  error: unknown,
  services: Services,
): Promise<FoundSidebar> {
  const place = { kind: "problem", problem: problemOf(error) } as const;
  // By which key of theirs somebody is acted on is known once a number has found them.
  const events = named.key.field === visit.settings.phoneField
    ? null
    : await findWantedEvents(visit, named, services);
  // Whom the agent chose stays the one that is meant.
  return { place, name: visit.recipientName, events };
}

async function findWantedEvents(
  visit: Visit,
  named: NamedRecipient,
  services: Services,
): Promise<FoundEvents | null> {
  return visit.settings.views.events ? await findEvents(visit, named, services) : null;
}

/** The sidebar; a history is for somebody who is, or may be, a recipient. */
function drawSidebar(
  { place, events }: FoundSidebar,
  visit: Visit,
  services: Services,
  told: RecipientTold = {},
): JSX.Element {
  const { language, pageLanguage, preferences, settings } = visit;
  const mayHaveHistory = place.kind === "recipient" || place.kind === "problem";
  return (
    <Sidebar
      {...{ language, pageLanguage }}
      summary={drawSummary(place, visit, services)}
      recipient={drawPlace(place, visit, services, told)}
      events={events && drawEvents(events, deliveryStateOf(place, visit), visit, services)}
      withCommunications={mayHaveHistory && settings.views.communications}
      isAdmin={preferences.isAdmin}
      withActivity={maySeeActivity(services.config.accounts, visit.agent)}
      faultyLabels={visit.faultyLabels}
    />
  );
}

/** What is known of delivery: by the recipient, else by an earlier answer. */
function deliveryStateOf(place: RecipientPlace, visit: Visit): DeliveryState | null {
  return place.kind === "recipient"
    ? place.deliveryState
    : parseDeliveryState(visit.recipientState);
}

/** What is said beside the sidebar, or beside the recipient's part of it. */
function besideSidebar({ place, name, events }: FoundSidebar): Omit<Shown, "html"> {
  switch (place.kind) {
    case "recipient":
      return {
        ...(place.problem && { status: place.problem.status }),
        recipient: name,
        recipientState: writeDeliveryState(place.deliveryState),
        reason: place.problem?.reason ?? place.reason ?? events?.reason,
      };
    case "creation":
    case "not_found":
      return { recipient: name, reason: "recipient_not_found" };
    case "matches":
    case "problem":
      return { recipient: name, status: place.problem.status, reason: place.problem.reason };
  }
}
