import type { JSX } from "hono/jsx/jsx-runtime";
import { CreatePart, type CreatePartProps } from "../../views/create.tsx";
import { ProblemPart } from "../../views/part.tsx";
import {
  RecipientMatches,
  RecipientPart,
  type RecipientPartProps,
} from "../../views/recipient.tsx";
import type { PersonDataRow } from "../../views/person_data_row.tsx";
import { SHOWN } from "../../views/shortened.ts";
import type { Recipient } from "../agillic/recipients.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { drawProblem } from "./drawn_problem.tsx";
import { problemProps } from "./problem_props.ts";
import type { RecipientFound, RecipientPlace } from "./recipient_place.ts";

/** What is told besides: that the recipient was created just now, or meanwhile by somebody else. */
export type CreationTold = Pick<RecipientPartProps, "created" | "notice">;

type Drawing = Pick<Services, "config" | "now">;

/** The Recipient View, or what stands in its place; null where the settings want nothing there. */
export function drawPlace(
  place: RecipientPlace,
  visit: Visit,
  services: Drawing,
  told: CreationTold = {},
): JSX.Element | null {
  switch (place.kind) {
    case "recipient":
      return drawRecipient(place, visit, services, told);
    case "creation":
      return drawCreation(place, visit, services);
    case "not_found":
      return drawNotFound(place.address, visit, services);
    case "matches":
      return drawMatches(place, visit, services);
    case "problem":
      return drawProblem("recipient", place.problem, visit, services.now());
  }
}

function drawRecipient(
  place: RecipientFound,
  visit: Visit,
  services: Drawing,
  told: CreationTold,
): JSX.Element | null {
  const { optIn, action, recipient: { key } } = place;
  const shown = visit.settings.views.recipient
    ? <RecipientPart {...recipientProps(place, visit, services)} {...told} />
    : drawEndOfCreation(place, visit, services, told);
  if (optIn !== "not_triggered") return shown;
  const steps = { create: "done", doubleOptIn: "waiting" } as const;
  return (
    <>
      {shown}
      {drawCreation({ address: key.value, action, steps }, visit, services)}
    </>
  );
}

function recipientProps(
  { recipient: { personData }, matchedOn, optIn }: RecipientFound,
  { language, formatter, readPersonData, settings }: Visit,
  { now }: Drawing,
): RecipientPartProps {
  const { environment, personDataFields } = settings;
  const more = personDataFields.length - SHOWN.fields;
  return {
    language,
    fetchedAt: formatter.clock(new Date(now())),
    rows: personDataRows(personData, { readPersonData, settings }),
    ...(more > 0 && { moreFields: formatter.count(more) }),
    awaitingConfirmation: optIn === "awaiting",
    ...(environment !== null && { environment }),
    ...(matchedOn !== "" && { matchedOn }),
  };
}

/** As many fields as are shown; once a recipient's values are too much together, little of each that follows. */
function personDataRows(
  personData: Recipient["personData"],
  { readPersonData, settings: { personDataFields, labels } }: Pick<
    Visit,
    "readPersonData" | "settings"
  >,
): PersonDataRow[] {
  let left: number = SHOWN.allValues;
  return personDataFields.slice(0, SHOWN.fields).map((name) => {
    const most = Math.max(SHOWN.leastValue, Math.min(SHOWN.value, left));
    const shown = readPersonData(personData.get(name), most);
    left -= shown.value.length;
    return { name, label: labels[name] ?? name, ...shown };
  });
}

/** How a creation ended, where the settings want no Recipient View that could say so. */
function drawEndOfCreation(
  { recipient: { key } }: RecipientFound,
  visit: Visit,
  services: Drawing,
  { created, notice }: CreationTold,
): JSX.Element | null {
  if (notice) {
    return <ProblemPart language={visit.language} part="recipient" problem={notice} />;
  }
  const steps = { create: "done", doubleOptIn: "done" } as const;
  return created ? drawCreation({ address: key.value, action: "", steps }, visit, services) : null;
}

/** What a creation is drawn from; `action` starts its next step. */
export type DrawnCreation =
  & { address: string; action: string }
  & Partial<Pick<CreatePartProps, "steps" | "problem">>;

/** The Recipient Creation View, also for what is left to do after its first step. */
export function drawCreation(
  { address, action, steps, problem }: DrawnCreation,
  visit: Visit,
  { config, now }: Drawing,
): JSX.Element {
  const missing = visit.settings.doubleOptInEvent === null && problem === undefined
    ? problemProps(new Problem("creation_event_missing"), visit, now())
    : undefined;
  const told = problem ?? missing;
  // The other addresses were only looked for.
  const sought = steps === undefined ? visit.requester.otherEmails ?? [] : [];
  return (
    <CreatePart
      language={visit.language}
      address={[address, ...sought].join(", ")}
      action={action}
      readOnly={config.readOnly}
      {...(steps && { steps })}
      {...(told && { problem: told })}
    />
  );
}

function drawNotFound(address: string, visit: Visit, { now }: Drawing): JSX.Element {
  const problem = new Problem("recipient_not_found", { params: { address } });
  const told = problemProps(problem, visit, now());
  return <ProblemPart language={visit.language} part="recipient" problem={told} />;
}

const MAX_MATCH_LINES = 4;

/** Several recipients share the address: the problem on top, and whom the agent can choose. */
function drawMatches(
  { problem, matches, more }: Extract<RecipientPlace, { kind: "matches" }>,
  visit: Visit,
  { now }: Drawing,
): JSX.Element {
  const { language, formatter, readPersonData, settings } = visit;
  const { labels, personDataFields } = settings;
  return (
    <RecipientMatches
      language={language}
      problem={problemProps(problem, visit, now())}
      matches={matches.map(({ key, personData, name: sealed }) => ({
        sealed,
        title: key.value,
        lines: personDataFields.filter((name) => personData.has(name)).slice(0, MAX_MATCH_LINES)
          .map((name) => {
            const { value } = readPersonData(personData.get(name), SHOWN.line);
            return `${labels[name] ?? name}: ${value}`;
          }),
      }))}
      {...(more > 0 && { more: formatter.count(more) })}
    />
  );
}
