import { parts } from "../../contract/parts.ts";
import { EVENT_SLOTS, TOKEN_NAME, type VIEW_SETTINGS } from "../../contract/settings.ts";
import type { GivenSettings } from "./accounts.ts";
import { isAdmitted, type Limits, type View } from "./limits.ts";
import { parseClaims } from "./setting_claims.ts";
import {
  parseCheckbox,
  parseCoolDown,
  parseDoubleOptInEvent,
  parseEmailField,
  parseEnvironment,
  parseEvent,
  parseLabels,
  parsePersonDataFields,
  parseToken,
  refuseCredentials,
  type Report,
} from "./setting_fields.ts";
import type { ParsedSettings, SettingFault, Settings } from "./settings.ts";

/** What settings are read from besides their claims. */
export type SettingSources = {
  /** Agillic's credential as the header had it. */
  token: string;
  /** What the server itself knows: it wins. */
  given: GivenSettings;
  limits: Limits;
};

const MAX_FAULTS = 50;

/** Reads the settings; never throws, and names every fault at once. */
export function parseSettings(
  claims: Record<string, unknown>,
  { token, given, limits }: SettingSources,
): ParsedSettings {
  const c = parseClaims({ ...claims, ...given });
  const faults: SettingFault[] = [];
  const report: Report = (parameter, code, position = null) => {
    // A list may have thousands of faulty entries: so many faults say enough.
    if (faults.length < MAX_FAULTS) faults.push({ parameter, code, position });
  };
  refuseCredentials(c, report);
  const view = (name: View, parameter: typeof VIEW_SETTINGS[number]) =>
    parseCheckbox(parameter, c, report) && isAdmitted(limits.views, name);

  const settings: Settings = {
    token: parseToken(given[TOKEN_NAME] ?? token, report),
    views: {
      recipient: view("recipient", parts.recipient.setting),
      events: view("events", parts.events.setting),
      communications: view("communications", parts.communications.setting),
      creation: view("creation", parts.create.setting),
    },
    emailField: parseEmailField(c, limits, report),
    personDataFields: parsePersonDataFields(c, limits, report),
    labels: parseLabels(c, report),
    domainBasedUnsubscribe: parseCheckbox("domain_based_unsubscribe", c, report),
    doubleOptInEvent: parseDoubleOptInEvent(c, limits, report),
    events: EVENT_SLOTS.flatMap((slot) => parseEvent(slot, c, limits, report)),
    coolDownSeconds: Math.max(parseCoolDown(c, report), limits.leastCoolDownSeconds),
    environment: parseEnvironment(c, report),
  };
  return faults.length > 0 ? { settings: null, faults } : { settings, faults: [] };
}
