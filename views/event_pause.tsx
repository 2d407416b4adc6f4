import type { JSX } from "hono/jsx/jsx-runtime";
import { ids, selectorOf } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import { formNoticeAttributes } from "./refresh.ts";
import { shortened } from "./shortened.ts";
import { type Language, say } from "./words/copy.ts";

/** What an event has paused: until when, or what has become of resuming it. */
export type EventPause = {
  state: "until_this_ticket" | "until_tickets" | "due" | "failed" | "unknown";
  /** The numbers of those that are to be solved. */
  tickets: readonly string[];
  /** The sealed action that resumes it; empty when nothing can be triggered. */
  action: string;
};

/** Of the event in a slot. */
export type EventPausePartProps = {
  language: Language;
  slot: number;
  title: string;
  pause: EventPause;
};

/** Below the event's row. It opens for the button: one press alone triggers nothing. */
export function EventPausePart(props: EventPausePartProps): JSX.Element {
  const { language, slot, pause } = props;
  return (
    <details data-pause={pause.state}>
      <summary id={ids.eventPaused(slot)}>{pauseWords(language, pause)}</summary>
      <ResumeForm {...props} />
    </details>
  );
}

function ResumeForm(
  { language, slot, title, pause: { action } }: EventPausePartProps,
): JSX.Element {
  const isOff = action === "";
  return (
    <form
      method="post"
      action={paths.resume(slot)}
      hx-post={paths.resume(slot)}
      hx-target={selectorOf(ids.event(slot))}
      hx-swap="innerHTML strip:true"
      hx-sync="this:drop"
      {...formNoticeAttributes(ids.event(slot))}
    >
      <input type="hidden" name="action" value={action} />
      <button
        type={isOff ? "button" : "submit"}
        id={ids.eventResume(slot)}
        aria-disabled={isOff ? "true" : undefined}
      >
        <span>
          {say(language, "events.resume")}
          <span class="visually-hidden">{`: ${shortened(title)}`}</span>
        </span>
        <span class="busy">{say(language, "events.resuming")}</span>
      </button>
    </form>
  );
}

function pauseWords(language: Language, { state, tickets }: EventPause): string {
  switch (state) {
    case "until_this_ticket":
      return say(language, "events.pausedUntilThis");
    case "until_tickets": {
      const [ticket = "", ...more] = tickets;
      return more.length === 0
        ? say(language, "events.pausedUntil", { ticket })
        : say(language, "events.pausedUntilAll", {
          tickets: tickets.map((ticket) => `#${ticket}`).join(", "),
        });
    }
    case "due":
      return say(language, "events.resumeDue");
    case "failed":
      return say(language, "events.resumeFailed");
    case "unknown":
      return say(language, "events.resumeUnknown");
  }
}
