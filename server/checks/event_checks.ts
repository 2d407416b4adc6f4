import { type EventSlot, OWN_EVENT_SLOTS } from "../../contract/settings.ts";
import type { AgillicClient } from "../agillic/client.ts";
import type { RecipientKey } from "../agillic/paths.ts";
import { listStopping } from "../installation/setting_uses.ts";
import type { Parameter, SettingFault, Settings } from "../installation/settings.ts";
import {
  failureOf,
  type Finding,
  finding,
  type FindingCode,
  type FindingDetails,
} from "./finding.ts";
import type { TestRecipient } from "./recipient_to_check.ts";

/** Why something was not asked: what has to be corrected first. */
export type BlockedCode = Extract<FindingCode, `after_${string}`>;

/** Whose events, and on whom they are read. */
export type EventCheckOptions = {
  client: Pick<AgillicClient, "hasEvent" | "findRecipient">;
  settings: Settings;
  faults: readonly SettingFault[];
  testRecipient: TestRecipient;
  /** Null when Agillic may be asked. */
  blocked: BlockedCode | null;
};

type Verdict = Pick<Finding, "code"> & FindingDetails;
type Place = { check: "event" | "double_opt_in_event"; event: string } & FindingDetails;

/** Each configured event and the double opt-in event, read on the test recipient and never triggered. */
export async function checkEvents(options: EventCheckOptions): Promise<Finding[]> {
  const { settings } = options;
  const places = placesOf(settings);
  const verdictOf = await judgeEvents(options, [...new Set(places.map(({ event }) => event))]);
  const findings = places.map(({ check, event, ...details }) => {
    const { code, ...rest } = verdictOf(event);
    return finding(check, code, { ...details, ...rest, params: { event } });
  });
  return settings.doubleOptInEvent === null ? [...findings, checkCreation(options)] : findings;
}

function placesOf({ events, doubleOptInEvent }: Settings): Place[] {
  const places = events.flatMap(({ slot, name, resumeEvent }) => {
    const place = { check: "event", subject: String(slot) } as const;
    const listed: Place[] = [{ ...place, event: name, parameter: parameterOf(slot, "name") }];
    if (resumeEvent !== null) {
      listed.push({ ...place, event: resumeEvent, parameter: parameterOf(slot, "resume_event") });
    }
    return listed;
  });
  if (doubleOptInEvent !== null) {
    places.push({
      check: "double_opt_in_event",
      event: doubleOptInEvent,
      parameter: "double_opt_in_event",
    });
  }
  return places;
}

/** Where a part of the event is filled in. */
function parameterOf(slot: EventSlot, part: "name" | "resume_event"): Parameter {
  const own = OWN_EVENT_SLOTS.find((own) => own === slot);
  return own === undefined ? "more_events" : `event_${own}_${part}`;
}

function checkCreation({ settings, faults }: EventCheckOptions): Finding {
  const details = { parameter: "double_opt_in_event" } as const;
  if (!settings.views.creation) return finding("double_opt_in_event", "creation_off", details);
  const isFaulty = listStopping("creation", faults, settings).length > 0;
  const code = isFaulty ? "after_settings" : "creation_event_missing";
  return finding("double_opt_in_event", code, details);
}

/** What is to be said of each event. */
async function judgeEvents(
  { client, settings, testRecipient, blocked }: EventCheckOptions,
  events: readonly string[],
): Promise<(event: string) => Verdict> {
  if (blocked !== null) return () => ({ code: blocked });
  if (!testRecipient.ok) return () => ({ code: testRecipient.reason });
  const key = { field: settings.emailField, value: testRecipient.value };
  const verdicts = new Map(
    await Promise.all(
      events.map(async (event) => [event, await judgeEvent(client, key, event)] as const),
    ),
  );
  const codes = [...verdicts.values()].map(({ code }) => code);
  if (codes.includes("event_not_valid") && !codes.includes("event_known")) {
    // Where Agillic's 404 has no words, it may as well be the recipient who is missing.
    const recipient = await judgeRecipient(client, key);
    if (recipient !== null) {
      return (event) => verdicts.get(event)?.code === "event_not_valid" ? recipient : get(event);
    }
  }
  return get;

  function get(event: string): Verdict {
    return verdicts.get(event) ?? { code: "after_agillic" };
  }
}

async function judgeEvent(
  client: EventCheckOptions["client"],
  key: RecipientKey,
  event: string,
): Promise<Verdict> {
  try {
    return await client.hasEvent(key, event)
      ? { code: "event_known" }
      : { code: "event_not_valid", status: 404 };
  } catch (error) {
    return failureOf(error);
  }
}

/** Null when the recipient is there. */
async function judgeRecipient(
  client: EventCheckOptions["client"],
  key: RecipientKey,
): Promise<Verdict | null> {
  try {
    return await client.findRecipient(key) === null
      ? { code: "test_recipient_not_found", status: 404 }
      : null;
  } catch (error) {
    return failureOf(error);
  }
}
