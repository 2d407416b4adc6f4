import type { JSX } from "hono/jsx/jsx-runtime";
import { type EventBlock, EventForm, type EventFormProps } from "../../views/event_form.tsx";
import type { EventResult } from "../../views/event_outcome.tsx";
import type { EventPause } from "../../views/event_pause.tsx";
import type { ParameterProps } from "../../views/event_parameter.tsx";
import { EventsPart } from "../../views/events.tsx";
import { exactUtc } from "../../views/format.ts";
import type { LastAction } from "../../views/last_action.tsx";
import { say } from "../../views/words/copy.ts";
import { ProblemPart } from "../../views/part.tsx";
import type { LastDone } from "../actions/records.ts";
import { parseDeliveryState } from "../history/delivery_header.ts";
import type { DeliveryState } from "../history/delivery_state.ts";
import type { NamedRecipient } from "../installation/recipient_name.ts";
import type { ConfiguredEvent } from "../installation/settings.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import type { TypedValue } from "./event_values.ts";
import { findEvents, type FoundEvent, type FoundEvents } from "./found_events.ts";
import { readRecipient } from "./lookup.ts";
import type { FoundPause } from "./pausing.ts";
import { problemProps } from "./problem_props.ts";
import { NOTHING, type Shown } from "./shown.ts";
import { shownVerdict } from "./shown_verdict.ts";

type Drawing = Pick<Services, "config" | "now">;

/** The Event Trigger View; nothing where it was switched off after the sidebar was shown. */
export async function showEvents(visit: Visit, services: Services): Promise<Shown> {
  if (!visit.settings.views.events) return NOTHING;
  const found = await findEvents(visit, await readRecipient(visit, services), services);
  const state = parseDeliveryState(visit.recipientState);
  return { html: drawEvents(found, state, visit, services), reason: found.reason };
}

/** The events that were found, with what speaks against delivery; or why the settings allow none. */
export function drawEvents(
  { events, reason }: FoundEvents,
  state: DeliveryState | null,
  visit: Visit,
  services: Drawing,
): JSX.Element {
  const { language } = visit;
  const stopped = visit.stopped.get("events");
  if (stopped !== undefined) {
    const problem = problemProps(stopped, visit, services.now());
    return <ProblemPart {...{ language, problem }} part="events" />;
  }
  return (
    <EventsPart
      language={language}
      isLastKnown={reason === undefined}
      events={events.map((event) => formProps(event, state, visit, services))}
    />
  );
}

/** One event, with what came of its post and what was typed; the actions that are given instead of those found. */
export function drawEvent(
  found: FoundEvent,
  visit: Visit,
  services: Drawing,
  { result, event, resume, values }: {
    result: EventResult;
    event?: string;
    resume?: string;
    values: readonly TypedValue[];
  },
): JSX.Element {
  const { action, pause } = found;
  const offered = {
    ...found,
    action: event ?? action,
    ...(pause && { pause: { ...pause, action: resume ?? pause.action } }),
  };
  const props = formProps(offered, parseDeliveryState(visit.recipientState), visit, services);
  return (
    <EventForm
      {...props}
      {...(values.length > 0 && { parameters: values.map(parameterProps) })}
      language={visit.language}
      result={result}
    />
  );
}

function formProps(
  { event, recipient, action, last, pause }: FoundEvent,
  state: DeliveryState | null,
  visit: Visit,
  services: Drawing,
): Omit<EventFormProps, "language"> {
  const blocked = blockOf(last, visit, services);
  return {
    ...titleProps(event),
    recipient: recipientWords(recipient, visit),
    verdict: shownVerdict(state, [], visit.formatter),
    parameters: (event.context?.parameters ?? []).map((parameter) => ({ ...parameter, value: "" })),
    action,
    ...(last && { last: lastAction(last, visit, services.now()) }),
    ...(blocked && { blocked }),
    ...(pause !== undefined && { pause: pause && pauseProps(pause, visit) }),
  };
}

function titleProps({ slot, label, description }: ConfiguredEvent) {
  return { slot, title: label, ...(description && { description }) };
}

function parameterProps({ parameter, typed, fault }: TypedValue): ParameterProps {
  return { ...parameter, value: typed, ...(fault !== null && { fault }) };
}

/** The address, and which of those who share it. */
function recipientWords(
  { key, matchedOn, choice }: NamedRecipient,
  { formatter, language, requester }: Visit,
): string {
  const name = matchedOn || requester.email || key.value;
  if (choice === null) return name;
  const numberOf = (one: number) => formatter.count(one).text;
  return say(language, "matches.chosen", {
    name,
    number: numberOf(choice.number),
    count: numberOf(choice.count),
  });
}

/** An event for somebody else than its form was about: it has no button that works. */
export function drawBareEvent(
  event: ConfiguredEvent,
  { language }: Visit,
  result: EventResult,
): JSX.Element {
  return <EventForm {...titleProps(event)} {...{ language, result }} action="" />;
}

function blockOf(
  last: LastDone | null,
  { formatter, settings }: Visit,
  { config }: Drawing,
): EventBlock | null {
  if (config.readOnly) return { kind: "read_only" };
  if (last === null) return null;
  const seconds = settings.coolDownSeconds - last.ageMs / 1000;
  return seconds > 0 ? { kind: "cooling_down", seconds, wait: formatter.wait(seconds) } : null;
}

function pauseProps({ state, tickets, action }: FoundPause, { requester }: Visit): EventPause {
  if (state !== "open") return { state, tickets, action };
  const isThis = tickets.every((ticket) => ticket === requester.ticketId);
  return { state: isThis ? "until_this_ticket" : "until_tickets", tickets, action };
}

const OUTCOMES = {
  done: "triggered",
  under_way: "under_way",
  unknown: "unknown",
} as const satisfies Record<LastDone["outcome"], LastAction["outcome"]>;

function lastAction(
  { at, agent, ticketId, outcome }: LastDone,
  { formatter }: Visit,
  now: number,
): LastAction {
  const time = new Date(at);
  return {
    when: {
      text: formatter.ago(time, new Date(now)),
      exact: exactUtc(time),
      iso: time.toISOString(),
    },
    secondsAgo: Math.max(0, now - at) / 1000,
    agent: agent || "?",
    ...(ticketId && { ticket: ticketId }),
    outcome: OUTCOMES[outcome],
  };
}
