import type { JSX } from "hono/jsx/jsx-runtime";
import { compose, type Language, say } from "./words/copy.ts";
import { HistoryRefresh } from "./history_refresh.tsx";
import { type LastAction, LastActionText } from "./last_action.tsx";
import { ids, selectorOf } from "../contract/ids.ts";
import { Part } from "./part.tsx";
import { paths } from "../contract/paths.ts";
import { Problem, type ProblemContent } from "./problem.tsx";
import type { Moment } from "./format.ts";
import { shortened, SHOWN } from "./shortened.ts";

/** Why an event cannot be triggered now; `wait` as it is read, `seconds` until it can be. */
export type EventBlock =
  | { kind: "cooling_down"; wait: string; seconds: number }
  | { kind: "read_only" };

/** One configured event. */
export type EventFormProps = {
  language: Language;
  /** 1, 2 or 3. */
  slot: number;
  /** Its label, or its name where it has none. */
  title: string;
  description?: string;
  /** The sealed action; empty when nothing can be triggered. */
  action: string;
  last?: LastAction;
  blocked?: EventBlock;
  /** What came of the post that this form answers. */
  result?: { kind: "triggered" } | { kind: "problem"; problem: ProblemContent };
};

/** The Event Trigger View. */
export type EventsPartProps = {
  language: Language;
  fetchedAt: Moment;
  /** False while it cannot be said when each was last triggered. */
  isLastKnown: boolean;
  events: readonly Omit<EventFormProps, "language">[];
};

/** Up to three events, each with its button. */
export function EventsPart(
  { language, fetchedAt, isLastKnown, events }: EventsPartProps,
): JSX.Element {
  return (
    <Part {...{ language, fetchedAt }} part="events" path={paths.events}>
      {events.length === 0 && <p class="empty">{say(language, "events.none")}</p>}
      {!isLastKnown && <p class="empty">{say(language, "events.lastNotReadable")}</p>}
      {events.map((event) => <EventForm {...event} language={language} />)}
    </Part>
  );
}

/** One event; also the answer to its post. */
export function EventForm(props: EventFormProps): JSX.Element {
  const { language, slot, description, action, last, blocked, result } = props;
  const title = shortened(props.title);
  const failed = `target:${selectorOf(ids.notice(ids.event(slot)))} select:.problem swap:innerHTML`;
  return (
    <form
      id={ids.event(slot)}
      data-event-slot={slot}
      method="post"
      action={paths.event(slot)}
      hx-post={paths.event(slot)}
      hx-target="this"
      hx-swap="outerHTML"
      hx-sync="this:drop"
      {...{ "hx-status:401": failed, "hx-status:500": failed }}
    >
      <input type="hidden" name="action" value={action} />
      <strong>{title}</strong>
      <TriggerButton {...props} title={title} />
      <div id={ids.eventNotes(slot)}>
        {description && <p>{shortened(description, SHOWN.text)}</p>}
        {last && (
          <small>
            <LastActionText {...{ language, last }} />
          </small>
        )}
        {blocked && <Blocked {...{ language, slot, blocked }} />}
      </div>
      <div id={ids.notice(ids.event(slot))} class="notice">
        {result?.kind === "triggered" && <Triggered language={language} />}
        {result?.kind === "problem" && (
          <Problem {...result.problem} language={language} place={ids.event(slot)} />
        )}
      </div>
    </form>
  );
}

function TriggerButton({ language, slot, title, action, blocked }: EventFormProps): JSX.Element {
  const off = blocked !== undefined || action === "";
  return (
    <button
      type={off ? "button" : "submit"}
      id={ids.eventTrigger(slot)}
      aria-describedby={ids.eventNotes(slot)}
      aria-disabled={off ? "true" : undefined}
    >
      <span>
        {say(language, "events.trigger")}
        <span class="visually-hidden">{`: ${title}`}</span>
      </span>
      <span class="busy">{say(language, "events.triggering")}</span>
    </button>
  );
}

/** Says why not; after a cool-down the form is loaded again by itself. */
function Blocked(
  { language, slot, blocked }: { language: Language; slot: number; blocked: EventBlock },
): JSX.Element {
  switch (blocked.kind) {
    case "cooling_down":
      return (
        <small
          hx-get={paths.events}
          hx-trigger={`load delay:${Math.ceil(blocked.seconds)}s`}
          hx-target={selectorOf(ids.event(slot))}
          hx-swap="outerHTML"
          hx-select={selectorOf(ids.event(slot))}
          {...{ "hx-status:4xx": "swap:none", "hx-status:5xx": "swap:none" }}
        >
          {compose(language, "events.coolingDown", {
            wait: <span data-seconds={Math.ceil(blocked.seconds)}>{blocked.wait}</span>,
          })}
        </small>
      );
    case "read_only":
      return <small>{say(language, "events.readOnly")}</small>;
  }
}

/** Claims no more than is known: Agillic sends later, and perhaps nothing. */
function Triggered({ language }: { language: Language }): JSX.Element {
  const [title, next] = [say(language, "events.triggered"), say(language, "events.triggeredNext")];
  return (
    <p class="done" data-announce={`${title}. ${next}`}>
      <strong>{title}</strong> {next}
      <HistoryRefresh />
    </p>
  );
}
