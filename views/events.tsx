import type { JSX } from "hono/jsx/jsx-runtime";
import { type Language, say } from "./words/copy.ts";
import { ids } from "../contract/ids.ts";
import { DELIVERY, EventForm, type EventFormProps, RENEWED } from "./event_form.tsx";
import { ACTIVATED_EVENT, EVENTS_RENEWAL } from "../contract/page.ts";
import { Part } from "./part.tsx";
import { paths } from "../contract/paths.ts";
import { type Verdict, VerdictWarning } from "./verdict.tsx";

/** The Event Trigger View. */
export type EventsPartProps = {
  language: Language;
  /** False while it cannot be said when each was last triggered. */
  isLastKnown: boolean;
  events: readonly Omit<EventFormProps, "language">[];
};

/** Up to twelve events, each a row that opens a panel. */
export function EventsPart({ language, isLastKnown, events }: EventsPartProps): JSX.Element {
  return (
    <Part language={language} part="events">
      {events.length === 0 && <p class="empty">{say(language, "events.none")}</p>}
      <div id={ids.eventsLastKnown} class={RENEWED}>
        {!isLastKnown && <p class="empty">{say(language, "events.lastNotReadable")}</p>}
      </div>
      {events.map((event) => <EventForm {...event} language={language} />)}
      {events.length > 0 && <Renewal />}
    </Part>
  );
}

/** Loads what others may have changed again when the agent comes back to the tab. */
function Renewal(): JSX.Element {
  return (
    <span
      id={EVENTS_RENEWAL}
      hx-get={paths.events}
      hx-trigger={`${ACTIVATED_EVENT} throttle:5s`}
      hx-target="this"
      hx-swap="none"
      hx-select-oob={`.${RENEWED}`}
    />
  );
}

/** What speaks against delivery, for the panel of each event: what the recipient's answer brings. */
export function EventsVerdict(
  { language, verdict }: { language: Language; verdict: Verdict },
): JSX.Element {
  return (
    <div hx-swap-oob={`innerHTML:.${DELIVERY}`}>
      <VerdictWarning {...{ language, verdict }} />
    </div>
  );
}
