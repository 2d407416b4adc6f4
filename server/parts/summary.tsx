import type { JSX } from "hono/jsx/jsx-runtime";
import { Summary, SummaryPlace, type SummaryProps } from "../../views/summary.tsx";
import { SummaryAwaited, type SummaryAwaitedProps } from "../../views/summary_history.tsx";
import { say } from "../../views/words/copy.ts";
import type { DeliveryState } from "../history/delivery_state.ts";
import { periodUntil } from "../history/period.ts";
import { coversCauses } from "../history/summary.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { nameOf, titleOf } from "./person_name.ts";
import type { RecipientFound, RecipientPlace } from "./recipient_place.ts";
import { shownVerdict } from "./shown_verdict.ts";

type Drawing = Pick<Services, "now">;

/** The answer card of whoever was found; its place while that is not known, null where there is nobody. */
export function drawSummary(
  place: RecipientPlace,
  visit: Visit,
  services: Drawing,
): JSX.Element | null {
  switch (place.kind) {
    case "recipient":
      return (
        <Summary {...whoProps(place, visit)}>
          <SummaryAwaited {...awaitedProps(place.deliveryState, visit, services)} />
        </Summary>
      );
    case "problem":
      return (
        <SummaryPlace>
          <SummaryAwaited {...awaitedProps(null, visit, services)} />
        </SummaryPlace>
      );
    default:
      return null;
  }
}

/** The card of a recipient who was read again: what the history has said stays, unless it is news how mail arrives. */
export function drawSummaryAgain(
  found: RecipientFound,
  visit: Visit,
  { isStateNews }: { isStateNews: boolean },
  services: Drawing,
): JSX.Element {
  const keeps = { verdict: !isStateNews, lines: true };
  return (
    <Summary {...whoProps(found, visit)} replacing>
      <SummaryAwaited {...awaitedProps(found.deliveryState, visit, services)} keeps={keeps} />
    </Summary>
  );
}

function whoProps(found: RecipientFound, visit: Visit): SummaryProps {
  const { matchedOn, optIn } = found;
  const { environment } = visit.settings;
  const chosen = chosenProps(found, visit);
  return {
    language: visit.language,
    name: nameOfRequester(found, visit),
    awaitingConfirmation: optIn === "awaiting",
    ...(environment !== null && { environment }),
    ...(matchedOn !== "" && { matchedOn }),
    ...(chosen && { chosen }),
  };
}

/** As Agillic says it, else Zendesk; else the address, unless it is Agillic's and masked. */
function nameOfRequester(
  { recipient: { key, personData } }: RecipientFound,
  { language, requester, settings }: Visit,
): string {
  const name = nameOf(personData, settings) || requester.name || requester.email;
  if (name) return name;
  return settings.maskedFields.includes(key.field) ? say(language, "recipient.title") : key.value;
}

function chosenProps(
  { recipient, choice, chooseAgain }: RecipientFound,
  visit: Visit,
): SummaryProps["chosen"] | null {
  const { formatter } = visit;
  return choice && {
    name: titleOf(recipient, choice.number, visit),
    number: formatter.count(choice.number).text,
    count: formatter.count(choice.count).text,
    ...(chooseAgain !== null && { sealed: chooseAgain }),
  };
}

function awaitedProps(
  state: DeliveryState | null,
  { language, formatter, requester, settings }: Visit,
  { now }: Drawing,
): SummaryAwaitedProps {
  const period = periodUntil(new Date(now()));
  return {
    language,
    verdict: state && shownVerdict(state, [], formatter),
    lines: settings.views.communications
      ? { withCauses: coversCauses(period, requester.ticketCreatedAt) }
      : null,
  };
}
