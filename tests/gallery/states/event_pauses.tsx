import type { JSX } from "hono/jsx/jsx-runtime";
import type { EventPause } from "../../../views/event_pause.tsx";
import { now, type Setting, type State } from "../state.ts";
import { last, NO_VERDICT, pause, threeEvents } from "./events.tsx";

/** An event that is resumed when a ticket is solved. */
function paused(
  setting: Setting,
  state: EventPause["state"],
  tickets: readonly string[] = ["12"],
): JSX.Element {
  return threeEvents(setting, {
    title: pause.title,
    last: last(setting, "triggered", 2),
    pause: { state, tickets, action: "sealed-resume" },
  });
}

/** Events that pause until a ticket is solved. */
export const eventPauseStates: Record<string, State> = {
  "events-paused": { render: (setting) => paused(setting, "until_this_ticket") },
  "events-paused-open": {
    render: (setting) => paused(setting, "until_this_ticket"),
    alter: (html) => html.replace("<details data-pause", "<details open data-pause"),
  },
  "events-paused-elsewhere": { render: (setting) => paused(setting, "until_tickets") },
  "events-paused-by-several": {
    render: (setting) => paused(setting, "until_tickets", ["12", "104233", "104871", "105000"]),
  },
  "events-resume-due": { render: (setting) => paused(setting, "due") },
  "events-resume-failed": { render: (setting) => paused(setting, "failed") },
  "events-resume-unknown": { render: (setting) => paused(setting, "unknown") },
  "events-resumed": {
    render: (setting) =>
      threeEvents(setting, {
        pause: null,
        result: {
          kind: "triggered",
          isResumed: true,
          followUp: { since: now.getTime(), news: { kind: "no_history" }, verdict: NO_VERDICT },
          withRecipient: false,
        },
      }),
  },
};
