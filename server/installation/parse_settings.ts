import { parts } from "../../contract/parts.ts";
import { OWN_EVENT_SLOTS, TOKEN_NAME, type VIEW_SETTINGS } from "../../contract/settings.ts";
import type { GivenSettings } from "./accounts.ts";
import { parseMoreEvents, parseOwnEvent } from "./event_fields.ts";
import { isAdmitted, type Limits, type View, VIEWS } from "./limits.ts";
import { parseClaims } from "./setting_claims.ts";
import {
  parseCheckbox,
  parseCoolDown,
  parseDoubleOptInEvent,
  parseEmailField,
  parseEnvironment,
  parseLabels,
  parseMaskedFields,
  parsePersonDataFields,
  parsePhoneField,
  parseTicketTag,
  parseToken,
  refuseCredentials,
  refuseTooLong,
  type Report,
} from "./setting_fields.ts";
import { parseTables, parseTargetGroups } from "./shown_data.ts";
import { listStopping } from "./setting_uses.ts";
import type { Parameter, ParsedSettings, SettingFault, Settings } from "./settings.ts";

/** What settings are read from besides their claims. */
export type SettingSources = {
  /** Agillic's credential as the header had it. */
  token: string;
  /** What the server itself knows: it wins. */
  given: GivenSettings;
  limits: Limits;
};

const MAX_FAULTS = 20;

/** Reads the settings without what is faulty in them; never throws, and names every fault at once. */
export function parseSettings(
  claims: Record<string, unknown>,
  { token, given, limits }: SettingSources,
): ParsedSettings {
  const c = parseClaims({ ...claims, ...given });
  const faults: SettingFault[] = [];
  const faultsOf = (parameter: Parameter) =>
    faults.filter((fault) => fault.parameter === parameter);
  const report: Report = (parameter, code, position = null) => {
    const known = faultsOf(parameter);
    // A setting that was refused whole has nothing else in it, and of a long list so many faults say enough.
    const isRefused = known.some((fault) => fault.position === null);
    if (!isRefused && known.length < MAX_FAULTS) faults.push({ parameter, code, position });
  };
  refuseCredentials(c, report);
  refuseTooLong(c, report);
  const view = (name: View, parameter: typeof VIEW_SETTINGS[number]) => {
    // What is neither yes nor no has its view there, to say so.
    const isWanted = parseCheckbox(parameter, c, report) || c[parameter] === null;
    if (!isWanted || isAdmitted(limits.views, name)) return isWanted;
    report(parameter, "view_not_allowed");
    return false;
  };

  const settings: Settings = {
    token: parseToken(given[TOKEN_NAME] ?? token, report),
    oauth: parseCheckbox("agillic_oauth", c, report),
    views: {
      recipient: view("recipient", parts.recipient.setting),
      events: view("events", parts.events.setting),
      communications: view("communications", parts.communications.setting),
      creation: view("creation", parts.create.setting),
    },
    emailField: parseEmailField(c, limits, report),
    phoneField: parsePhoneField(c, limits, report),
    personDataFields: parsePersonDataFields(c, limits, report),
    labels: parseLabels(c, report),
    maskedFields: parseMaskedFields(c, report),
    domainBasedUnsubscribe: parseCheckbox("domain_based_unsubscribe", c, report),
    doubleOptInEvent: parseDoubleOptInEvent(c, limits, report),
    events: [
      ...OWN_EVENT_SLOTS.filter((slot) =>
        // What was refused whole is not there: without it the event would be another one.
        (["name", "context", "resume_event"] as const)
          .every((part) => faultsOf(`event_${slot}_${part}`).length === 0)
      ).flatMap((slot) => parseOwnEvent(slot, c, limits, report)),
      ...parseMoreEvents(c, limits, report),
    ],
    coolDownSeconds: Math.max(parseCoolDown(c, report), limits.leastCoolDownSeconds),
    environment: parseEnvironment(c, report),
    noteOnTicket: parseCheckbox("note_on_ticket", c, report),
    ticketTag: parseTicketTag(c, report),
    targetGroups: parseTargetGroups(c, limits, report),
    tables: parseTables(c, limits, report),
  };
  // Which fields are meant is not known: outside of the view that stops, nothing is said of any of them either.
  if (faultsOf("masked_person_data").length > 0) settings.maskedFields = settings.personDataFields;
  if (VIEWS.every((name) => !settings.views[name])) report("enable_recipient_view", "no_view");
  const isNoneNamed = OWN_EVENT_SLOTS.every((slot) => c[`event_${slot}_name`] === "") &&
    c.more_events === "" && faultsOf("more_events").length === 0;
  if (settings.views.events && isNoneNamed) {
    report("event_1_name", "no_event");
  }
  const canShow = listStopping("everything", faults, settings).length === 0;
  return { settings: canShow ? settings : null, faults };
}
