import type { JSX } from "hono/jsx/jsx-runtime";
import { FollowUp, type FollowUpContent, newsWords } from "./follow_up.tsx";
import { compose, type Language, say } from "./words/copy.ts";
import { type LastAction, LastActionText } from "./last_action.tsx";
import { ids, selectorOf } from "../contract/ids.ts";
import { ACTIVATED_EVENT, EVENTS_RENEWAL } from "../contract/page.ts";
import { EventPause } from "./event_pause.tsx";
import { Part } from "./part.tsx";
import { paths } from "../contract/paths.ts";
import { Problem, type ProblemContent } from "./problem.tsx";
import type { Moment } from "./format.ts";
import { WaitText } from "./moment.tsx";
import { refreshAttributes } from "./refresh.ts";
import { shortened, SHOWN } from "./shortened.ts";
import { type Verdict, VerdictWarning } from "./verdict.tsx";

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
  /** What it has paused, null for nothing; absent where nothing resumes it. */
  pause?: EventPause | null;
  /** What came of the post that this form answers. */
  result?: EventResult;
};

/** What came of a post: triggered; perhaps triggered, with the problem that says so; or not triggered. */
export type EventResult =
  | {
    kind: "triggered";
    /** Of the event that resumes. */
    isResumed?: boolean;
    followUp: FollowUpContent;
    withRecipient: boolean;
  }
  | {
    kind: "unknown";
    problem: ProblemContent;
    followUp: FollowUpContent;
    withRecipient: boolean;
  }
  | { kind: "problem"; problem: ProblemContent };

/** The Event Trigger View. */
export type EventsPartProps = {
  language: Language;
  fetchedAt: Moment;
  /** False while it cannot be said when each was last triggered. */
  isLastKnown: boolean;
  /** What is known of delivery to the recipient. */
  verdict: Verdict;
  events: readonly Omit<EventFormProps, "language">[];
};

/** Up to three events, each with its button. */
export function EventsPart(
  { language, fetchedAt, isLastKnown, verdict, events }: EventsPartProps,
): JSX.Element {
  return (
    <Part {...{ language, fetchedAt }} part="events" path={paths.events}>
      {events.length === 0 && <p class="empty">{say(language, "events.none")}</p>}
      {events.length > 0 && <EventsVerdict {...{ language, verdict }} />}
      {!isLastKnown && <p class="empty">{say(language, "events.lastNotReadable")}</p>}
      {events.map((event) => <EventForm {...event} language={language} />)}
      {events.length > 0 && <Renewal events={events} />}
    </Part>
  );
}

/** Loads the forms again when the agent comes back to the tab; what is followed beside them stays. */
function Renewal({ events }: Pick<EventsPartProps, "events">): JSX.Element {
  const forms = events.flatMap((event) => [ids.event(event.slot), ...pauseIds(event)]);
  const renewed = [ids.eventsVerdict, ...forms];
  return (
    <span
      id={EVENTS_RENEWAL}
      hx-get={paths.events}
      hx-trigger={`${ACTIVATED_EVENT} throttle:5s`}
      hx-target="this"
      hx-swap="none"
      hx-select-oob={renewed.map(selectorOf).join(",")}
    />
  );
}

/** What speaks against delivery, above the buttons; also what the recipient's answer brings for it. */
export function EventsVerdict(
  { language, verdict }: Pick<EventsPartProps, "language" | "verdict">,
): JSX.Element {
  return (
    <div id={ids.eventsVerdict}>
      <VerdictWarning {...{ language, verdict }} />
    </div>
  );
}

/** One event with what came of its last post; also the answer to that post. */
export function EventForm(props: EventFormProps): JSX.Element {
  return (
    <>
      <Form {...props} />
      {props.pause !== undefined && <EventPause {...props} pause={props.pause} />}
      <Result {...props} />
    </>
  );
}

/** The id of the pause beside a form, where there is one. */
function pauseIds({ slot, pause }: Pick<EventFormProps, "slot" | "pause">): string[] {
  return pause === undefined ? [] : [ids.eventPause(slot)];
}

function Form(props: EventFormProps): JSX.Element {
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
      hx-select-oob={[ids.eventResult(slot), ...pauseIds(props)].map(selectorOf).join(",")}
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
      aria-describedby={`${ids.eventNotes(slot)} ${ids.eventsVerdict}`}
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
            wait: <WaitText text={blocked.wait} seconds={blocked.seconds} />,
          })}
        </small>
      );
    case "read_only":
      return <small>{say(language, "events.readOnly")}</small>;
  }
}

/** Beside the form and not in it: what is followed stays when the form is loaded again after a cool-down. */
function Result({ language, slot, result }: EventFormProps): JSX.Element {
  const followed = result === undefined || result.kind === "problem" ? null : result;
  return (
    <div id={ids.eventResult(slot)}>
      {followed?.kind === "triggered" && <Triggered {...{ language, ...followed }} />}
      {followed?.kind === "unknown" && (
        <>
          <Problem {...followed.problem} language={language} place={ids.eventResult(slot)} />
          <FollowUp language={language} {...followed.followUp} />
        </>
      )}
      {followed?.withRecipient && <RecipientRefresh />}
    </div>
  );
}

/** Claims no more than is known: Agillic sends later, and perhaps nothing. */
function Triggered(
  { language, isResumed, followUp }: {
    language: Language;
    isResumed?: boolean;
    followUp: FollowUpContent;
  },
): JSX.Element {
  const title = say(language, isResumed ? "events.resumed" : "events.triggered");
  return (
    <div class="done" data-announce={`${title}. ${newsWords(language, followUp.news)}`.trim()}>
      <strong>{title}</strong>
      <FollowUp language={language} {...followUp} />
    </div>
  );
}

/** Looks at the recipient once more, when a flow has had the time to change it. */
function RecipientRefresh(): JSX.Element {
  return <span hx-trigger="load delay:15s" {...refreshAttributes("recipient", paths.recipient)} />;
}
