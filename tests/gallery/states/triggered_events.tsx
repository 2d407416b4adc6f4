import type { JSX } from "hono/jsx/jsx-runtime";
import { CommunicationsPlaceholder } from "../../../views/communications.tsx";
import { FollowUp, type News } from "../../../views/follow_up.tsx";
import { exactUtc } from "../../../views/format.ts";
import type { TicketNoteContent } from "../../../views/ticket_note.tsx";
import type { Verdict } from "../../../views/verdict.tsx";
import { say } from "../../../views/words/copy.ts";
import { now, type Setting, type State } from "../state.ts";
import { last, NO_VERDICT, threeEvents } from "./events.tsx";

/** What was triggered is looked for in the history after some seconds. */
function triggered(
  setting: Setting,
  news: News,
  verdict: Verdict = NO_VERDICT,
  note?: TicketNoteContent,
): JSX.Element {
  return (
    <>
      {threeEvents(setting, {
        result: {
          kind: "triggered",
          followUp: { since: now.getTime(), news, verdict },
          withRecipient: false,
          ...(note && { note }),
        },
        last: last(setting, "triggered", 0),
        blocked: { kind: "cooling_down", wait: setting.formatter.wait(60), seconds: 60 },
      }, verdict)}
      <CommunicationsPlaceholder language={setting.language} />
    </>
  );
}

/** What a look brings beside the history. */
function followed({ language }: Setting, news: News, verdict: Verdict = NO_VERDICT): JSX.Element {
  return (
    <div class="done">
      <FollowUp {...{ language, news, verdict }} since={now.getTime()} />
    </div>
  );
}

const TICKET_NOTE: TicketNoteContent = {
  ticket: "101",
  text: "Welcome mail triggered in Agillic, 10:12",
  tag: "agillic",
};
const AWAITED: News = {
  kind: "awaited",
  next: { look: 1, delaySeconds: 6 },
};
const ARRIVED: News = {
  kind: "arrived",
  communications: [{ name: "Welcome to Acme", time: "10:12" }, { name: "Order 77", time: "10:12" }],
  hasMore: false,
};

/** What nobody knows is looked for in the same way. */
function unknown(setting: Setting): JSX.Element {
  return (
    <>
      {threeEvents(setting, {
        result: {
          kind: "unknown",
          problem: {
            code: "outcome_unknown",
            details: { timeUtc: exactUtc(now), requestId: "3f2a9c", status: "504" },
          },
          followUp: { since: now.getTime(), news: AWAITED, verdict: NO_VERDICT },
          withRecipient: false,
        },
        last: last(setting, "unknown", 0),
      })}
      <CommunicationsPlaceholder language={setting.language} />
    </>
  );
}

/** Events that were just triggered, and what is said of them since. */
export const triggeredEventStates: Record<string, State> = {
  "events-triggered": { render: (setting) => triggered(setting, AWAITED) },
  "events-triggered-noted": {
    render: (setting) => triggered(setting, AWAITED, NO_VERDICT, TICKET_NOTE),
    alter: (html, { language }) =>
      html.replace("<small></small>", `<small>${say(language, "note.failed")}</small>`),
  },
  "events-triggered-unsubscribed": {
    render: (setting) => triggered(setting, AWAITED, { kind: "unsubscribed" }),
  },
  "events-followed-arrived": { render: (setting) => followed(setting, ARRIVED) },
  "events-followed-nothing": {
    render: (setting) => followed(setting, { kind: "nothing" }, { kind: "bounces" }),
  },
  "events-triggered-no-history": {
    render: (setting) => triggered(setting, { kind: "no_history" }),
  },
  "events-outcome-unknown": { render: unknown },
};
