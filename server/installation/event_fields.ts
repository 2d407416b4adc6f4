import {
  EVENT_PARTS,
  type EventSlot,
  LISTED_EVENT_SLOTS,
  type OWN_EVENT_SLOTS,
} from "../../contract/settings.ts";
import { parseEventContext } from "./event_context.ts";
import { isAdmitted, type Limits } from "./limits.ts";
import type { SettingClaims } from "./setting_claims.ts";
import { listLines, type Report } from "./setting_fields.ts";
import type { ConfiguredEvent, SettingFaultCode } from "./settings.ts";

/** An event as it is written; "" for what is not. */
type WrittenEvent = Record<typeof EVENT_PARTS[number], string>;

const WITHOUT_NAME = {
  label: "label_without_name",
  description: "description_without_name",
  context: "context_without_name",
  resume_event: "resume_event_without_name",
} as const satisfies Partial<Record<keyof WrittenEvent, SettingFaultCode>>;

/** The event of a slot that has settings of its own; none where it is empty. */
export function parseOwnEvent(
  slot: typeof OWN_EVENT_SLOTS[number],
  claims: SettingClaims,
  limits: Limits,
  report: Report,
): ConfiguredEvent[] {
  const written: WrittenEvent = {
    name: claims[`event_${slot}_name`],
    label: claims[`event_${slot}_label`],
    description: claims[`event_${slot}_description`],
    context: claims[`event_${slot}_context`],
    resume_event: claims[`event_${slot}_resume_event`],
  };
  if (written.name !== "") {
    return parseEvent(slot, written, limits, (part, code) => report(`event_${slot}_${part}`, code));
  }
  for (const part of EVENT_PARTS) {
    if (part === "name" || written[part] === "") continue;
    report(`event_${slot}_${part}`, WITHOUT_NAME[part]);
  }
  return [];
}

/** The events of `more_events`, one a line; a faulty line keeps its slot, and empty ones have none. */
export function parseMoreEvents(
  claims: SettingClaims,
  limits: Limits,
  report: Report,
): ConfiguredEvent[] {
  return listLines(claims.more_events).flatMap(({ text, position }, index) => {
    const slot = LISTED_EVENT_SLOTS[index];
    const tell = (code: SettingFaultCode) => report("more_events", code, position);
    if (slot === undefined) {
      tell("too_many_lines");
      return [];
    }
    const written = splitLine(text);
    if (written !== null) return parseEvent(slot, written, limits, (_, code) => tell(code));
    tell("line_malformed");
    return [];
  });
}

/** `name | label | description | context | resume event`; null without a name, or with more. */
function splitLine(line: string): WrittenEvent | null {
  const [, name = "", label = "", description = "", rest = ""] =
    /^([^|]*)(?:\|([^|]*))?(?:\|([^|]*))?(?:\|(.*))?$/.exec(line)?.map((part) => part?.trim()) ??
      [];
  // The choices of a parameter are in brackets, with the same sign between them.
  const [context = "", resumeEvent = "", ...more] = rest.split(/\|(?![^(]*\))/)
    .map((part) => part.trim());
  if (name === "" || more.length > 0) return null;
  return { name, label, description, context, resume_event: resumeEvent };
}

/** The event; none where it would not be what was meant: without its values, or without what undoes it. */
function parseEvent(
  slot: EventSlot,
  { name, label, description, ...written }: WrittenEvent,
  limits: Limits,
  report: (part: keyof WrittenEvent, code: SettingFaultCode) => void,
): ConfiguredEvent[] {
  const context = written.context === "" ? null : parseEventContext(written.context);
  const resumeEvent = written.resume_event || null;
  if (!isAdmitted(limits.events, name)) report("name", "not_allowed");
  else if (written.context !== "" && context === null) report("context", "context_malformed");
  else if (resumeEvent !== null && !isAdmitted(limits.events, resumeEvent)) {
    report("resume_event", "not_allowed");
  } else return [{ slot, name, label: label || name, description, context, resumeEvent }];
  return [];
}
