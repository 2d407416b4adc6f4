import type { JSX } from "hono/jsx/jsx-runtime";
import type { EventFormProps } from "../../../views/event_form.tsx";
import { EventsPart } from "../../../views/events.tsx";
import { exactUtc } from "../../../views/format.ts";
import type { LastAction } from "../../../views/last_action.tsx";
import type { ProblemCode } from "../../../views/problem.tsx";
import type { Verdict } from "../../../views/verdict.tsx";
import { hoursAgo, now, type Setting, type State } from "../state.ts";

/** One of the events that are shown. */
export type Event = Omit<EventFormProps, "language">;

/** Nothing is known against delivery. */
export const NO_VERDICT: Verdict = { kind: "nothing_sent" };

const welcome: Event = {
  slot: 1,
  title: "Send welcome mail",
  description: "Sends the welcome mail with the ten best-selling products.",
  recipient: "mette@example.dk",
  action: "sealed-action-1",
};
const doubleOptIn: Event = {
  slot: 2,
  title: "double_opt_in",
  description: "Asks the customer to confirm the address once more.",
  action: "sealed-action-2",
};
/** The third of the three. */
export const pause: Event = {
  slot: 3,
  title: "Pause all communication for 14 days",
  action: "sealed-3",
};

/** What was triggered so many hours ago. */
export function last(
  { formatter }: Setting,
  outcome: LastAction["outcome"],
  hours: number,
): LastAction {
  const at = hoursAgo(hours);
  return {
    when: { text: formatter.ago(at, now), exact: exactUtc(at), iso: at.toISOString() },
    secondsAgo: hours * 3600,
    agent: "Mette",
    ticket: "12",
    outcome,
  };
}

/** Three events, the first as given. */
export function threeEvents(
  setting: Setting,
  first: Partial<Event> = {},
  verdict: Verdict = NO_VERDICT,
): JSX.Element {
  return (
    <EventsPart
      language={setting.language}
      isLastKnown
      events={[
        { ...welcome, verdict, ...first },
        { ...doubleOptIn, verdict, last: last(setting, "triggered", 0.07) },
        { ...pause, verdict },
      ]}
    />
  );
}

function failed(code: ProblemCode): State {
  return {
    render: (setting) =>
      threeEvents(setting, {
        result: {
          kind: "problem",
          problem: {
            code,
            waitSeconds: 45,
            params: {
              event: "dwelcome_event",
              wait: setting.formatter.wait(45),
              agent: "Anders",
              when: setting.formatter.ago(hoursAgo(0.03), now),
            },
            details: { timeUtc: exactUtc(now), requestId: "3f2a9c", status: "404" },
          },
        },
      }),
  };
}

/** As the agent has opened the first event. */
export function opened(html: string): string {
  return html.replace('<details class="event"', '<details open class="event"');
}

/** The Event Trigger View. */
export const eventStates: Record<string, State> = {
  "events": { render: threeEvents },
  "events-open": { render: threeEvents, alter: opened },
  "events-none": {
    render: ({ language }) => (
      <EventsPart
        language={language}
        isLastKnown
        events={[]}
      />
    ),
  },
  "events-last-not-readable": {
    render: ({ language }) => (
      <EventsPart
        language={language}
        isLastKnown={false}
        events={[welcome, pause]}
      />
    ),
  },
  "events-triggering": {
    render: threeEvents,
    alter: (html) =>
      opened(html).replace('<form id="event-1"', '<form class="htmx-request" id="event-1"'),
  },
  "events-bounces": {
    render: (setting) => threeEvents(setting, {}, { kind: "bounces" }),
    alter: opened,
  },
  "events-cooling-down": {
    render: (setting) =>
      threeEvents(setting, {
        last: last(setting, "triggered", 0.005),
        blocked: { kind: "cooling_down", wait: setting.formatter.wait(42), seconds: 42 },
      }),
    alter: opened,
  },
  "events-last-unknown": {
    render: (setting) => threeEvents(setting, { last: last(setting, "unknown", 26) }),
    alter: opened,
  },
  "events-last-under-way": {
    render: (setting) => threeEvents(setting, { last: last(setting, "under_way", 0.001) }),
    alter: opened,
  },
  "events-read-only": {
    render: (setting) => threeEvents(setting, { action: "", blocked: { kind: "read_only" } }),
    alter: opened,
  },
  "events-long": {
    render: (setting) =>
      threeEvents(setting, {
        title: `a_very_long_event_name_${"that_nobody_would_ever_read_".repeat(4)}`,
        description: "Explains at length what the event does. ".repeat(12),
      }),
    alter: opened,
  },
  "events-scripts": {
    render: (setting) =>
      threeEvents(setting, {
        title: "ברוכים הבאים!",
        description: "Sends “ברוכים הבאים!” and the ten best-selling products.",
        last: { ...last(setting, "triggered", 2), agent: "يوسف" },
      }),
    alter: opened,
  },
  "events-more": {
    render: ({ language }) => (
      <EventsPart
        language={language}
        isLastKnown
        events={Array.from({ length: 12 }, (_, index) => ({
          ...pause,
          slot: index + 1,
          title: `Event number ${index + 1}`,
        }))}
      />
    ),
  },
  "events-context-not-valid": failed("context_not_valid"),
  "events-not-valid": failed("event_not_valid"),
  "events-requester-changed": failed("requester_changed"),
  "events-expired": failed("action_expired"),
  "events-cooled": failed("cooling_down"),
  "events-done-meanwhile": failed("done_meanwhile"),
  "events-read-only-answer": failed("read_only"),
  "events-store-unavailable": failed("store_unavailable"),
};
