import type { JSX } from "hono/jsx/jsx-runtime";
import { compose, type Language, say } from "./words/copy.ts";
import { EventOutcome, type EventResult } from "./event_outcome.tsx";
import { type EventPause, EventPausePart } from "./event_pause.tsx";
import { type LastAction, LastActionBrief, LastActionText } from "./last_action.tsx";
import { ParameterField, type ParameterProps } from "./event_parameter.tsx";
import { ids, selectorOf } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import { Problem } from "./problem.tsx";
import { formNoticeAttributes } from "./refresh.ts";
import { WaitText } from "./moment.tsx";
import { beginningOf, shortened, SHOWN } from "./shortened.ts";
import { type Verdict, VerdictWarning } from "./verdict.tsx";

/** Why an event cannot be triggered now; `wait` as it is read, `seconds` until it can be. */
export type EventBlock =
  | { kind: "cooling_down"; wait: string; seconds: number }
  | { kind: "read_only" };

/** One configured event. */
export type EventFormProps = {
  language: Language;
  /** 1 to 12. */
  slot: number;
  /** Its label, or its name where it has none. */
  title: string;
  description?: string;
  /** Whom it is triggered for. */
  recipient?: string;
  /** What is known of delivery to them. */
  verdict?: Verdict;
  /** What is asked for before it is triggered. */
  parameters?: readonly ParameterProps[];
  /** The sealed action; empty when nothing can be triggered. */
  action: string;
  last?: LastAction;
  blocked?: EventBlock;
  /** What it has paused, null for nothing; absent where nothing resumes it. */
  pause?: EventPause | null;
  /** What came of the post that this form answers. */
  result?: EventResult;
};

/** On what others may change, which is loaded again when the agent comes back: not what is open or typed. */
export const RENEWED = "renewed";
/** On the places for what speaks against delivery. */
export const DELIVERY = "delivery";

/** One event with what came of its last post; also the answer to that post. */
export function EventForm(props: EventFormProps): JSX.Element {
  const { slot, pause, result } = props;
  return (
    <>
      <Form {...props} />
      {pause !== undefined && (
        // An answer takes the place of what is there.
        <div id={ids.eventPause(slot)} class={RENEWED} hx-swap-oob={result && "true"}>
          {pause && <EventPausePart {...props} pause={pause} />}
        </div>
      )}
    </>
  );
}

function Form(props: EventFormProps): JSX.Element {
  const { language, slot, result } = props;
  return (
    <form
      id={ids.event(slot)}
      data-event-slot={slot}
      method="post"
      action={paths.event(slot)}
      hx-post={paths.event(slot)}
      hx-target="this"
      // Not outerHTML: for a moment both panels were there, and of those only one can be open.
      hx-swap="innerHTML strip:true"
      hx-sync="this:drop"
      {...formNoticeAttributes(ids.event(slot))}
    >
      <details class="event" name="event" open={result !== undefined}>
        <Row {...props} />
        <Panel {...props} />
      </details>
      <div id={ids.notice(ids.event(slot))} class="notice">
        {result?.kind === "problem" && (
          <Problem {...result.problem} language={language} place={ids.event(slot)} />
        )}
      </div>
      <EventOutcome {...{ language, slot, result }} />
    </form>
  );
}

function Row({ language, slot, title, last }: EventFormProps): JSX.Element {
  return (
    <summary id={ids.eventOpen(slot)}>
      <strong>{shortened(title)}</strong>
      <small id={ids.eventLast(slot)} class={RENEWED}>
        {last && <LastActionBrief {...{ language, last }} />}
      </small>
    </summary>
  );
}

/** What is said before the event is triggered, and the buttons. */
function Panel(props: EventFormProps): JSX.Element {
  const { language, slot, description, recipient, verdict, parameters = [] } = props;
  return (
    <div>
      <div id={ids.eventAbout(slot)}>
        {description && (
          <Description {...{ language, slot }} text={shortened(description, SHOWN.text)} />
        )}
        {recipient && <p>{say(language, "events.for", { recipient: shortened(recipient) })}</p>}
        <div id={ids.eventDelivery(slot)} class={`${DELIVERY} ${RENEWED}`}>
          {verdict && <VerdictWarning {...{ language, verdict }} />}
        </div>
      </div>
      {parameters.map((parameter) => <ParameterField {...{ language, slot, parameter }} />)}
      <Offer {...props} />
    </div>
  );
}

// About two lines where the sidebar is narrow, and so much more that it is worth a press.
const FOLDED = { from: 240, beginning: 80 };

/** Whole, unless it is very long: then its beginning, and the rest when that is wanted. */
function Description(
  { language, slot, text }: { language: Language; slot: number; text: string },
): JSX.Element {
  if (text.length <= FOLDED.from) return <p>{text}</p>;
  const beginning = beginningOf(text, FOLDED.beginning);
  return (
    <>
      <p>{`${beginning}…`}</p>
      <details>
        <summary id={ids.eventDescription(slot)}>{say(language, "recipient.showAll")}</summary>
        {`…${text.slice(beginning.length)}`}
      </details>
    </>
  );
}

/** What others may change while the panel is open: when it was last triggered, and whether it can be now. */
function Offer(props: EventFormProps): JSX.Element {
  const { language, slot, action, last, blocked } = props;
  const isOff = blocked !== undefined || action === "";
  return (
    <div id={ids.eventOffer(slot)} class={RENEWED}>
      <div id={ids.eventNotes(slot)}>
        {last && (
          <p>
            <small>
              <LastActionText {...{ language, last }} ticketId={ids.eventTicket(slot)} />
            </small>
          </p>
        )}
        {blocked && (
          <p>
            <Blocked {...{ language, slot, blocked }} />
          </p>
        )}
      </div>
      <TriggerButton {...props} isOff={isOff} />{" "}
      <button type="reset" class="bare" id={ids.eventCancel(slot)}>
        {say(language, isOff ? "events.close" : "events.cancel")}
      </button>
      <input type="hidden" name="action" value={action} />
    </div>
  );
}

function TriggerButton(
  { language, slot, title, isOff }: EventFormProps & { isOff: boolean },
): JSX.Element {
  return (
    <button
      type={isOff ? "button" : "submit"}
      id={ids.eventTrigger(slot)}
      aria-describedby={`${ids.eventAbout(slot)} ${ids.eventNotes(slot)}`}
      aria-disabled={isOff ? "true" : undefined}
    >
      <span>
        {say(language, "events.trigger")}
        <span class="visually-hidden">{`: ${shortened(title)}`}</span>
      </span>
      <span class="busy">{say(language, "events.triggering")}</span>
    </button>
  );
}

/** Says why not; after a cool-down it is looked at again by itself. */
function Blocked(
  { language, slot, blocked }: { language: Language; slot: number; blocked: EventBlock },
): JSX.Element {
  switch (blocked.kind) {
    case "cooling_down":
      return (
        <small
          hx-get={paths.events}
          hx-trigger={`load delay:${Math.ceil(blocked.seconds)}s`}
          hx-target={selectorOf(ids.eventOffer(slot))}
          hx-swap="outerHTML"
          hx-select={selectorOf(ids.eventOffer(slot))}
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
