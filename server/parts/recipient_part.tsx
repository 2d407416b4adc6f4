import type { JSX } from "hono/jsx/jsx-runtime";
import { CreatePart, type CreatePartProps, notFoundWords } from "../../views/create.tsx";
import { ProblemPart } from "../../views/part.tsx";
import {
  RecipientMatches,
  RecipientPart,
  type RecipientPartProps,
} from "../../views/recipient.tsx";
import { fieldLabel } from "../../views/field_label.ts";
import { isolated } from "../../views/isolated.ts";
import { SearchStopped } from "../../views/search_stopped.tsx";
import { SHOWN } from "../../views/shortened.ts";
import { cleanAddress } from "../address.ts";
import { AGILLIC_ID } from "../agillic/about_recipient.ts";
import type { Recipient } from "../agillic/recipients.ts";
import { MAX_OTHER_EMAILS } from "../installation/requester.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Visit } from "../visit.ts";
import { personDataRows } from "./person_data_rows.ts";
import { listNameFields, titleOf } from "./person_name.ts";
import { drawProblem } from "./drawn_problem.tsx";
import { problemProps } from "./problem_props.ts";
import type { RecipientFound, RecipientPlace } from "./recipient_place.ts";

/**
 * What is told besides: that the recipient was created just now, or meanwhile by somebody else; that the history knew
 * otherwise of delivery.
 */
export type RecipientTold = Pick<RecipientPartProps, "created" | "notice" | "refreshesHistory">;

type Drawing = Pick<Services, "config" | "now">;

/** The Recipient View, or what stands in its place; null where the settings want nothing there. */
export function drawPlace(
  place: RecipientPlace,
  visit: Visit,
  services: Drawing,
  told: RecipientTold = {},
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
  told: RecipientTold,
): JSX.Element | null {
  const { optIn, action, problem, recipient: { key } } = place;
  const shown = visit.settings.views.recipient && problem === null
    ? <RecipientPart {...recipientProps(place, visit, services)} {...told} />
    : drawEndOfCreation(place, visit, services, told) ??
      (problem && drawProblem("recipient", problem, visit, services.now()));
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
  found: RecipientFound,
  visit: Visit,
  { now }: Drawing,
): RecipientPartProps {
  const { language, formatter, settings } = visit;
  const { recipient: { personData }, unknownFields } = found;
  const more = settings.personDataFields.length - SHOWN.fields;
  return {
    language,
    fetchedAt: formatter.clock(new Date(now())),
    rows: personDataRows(personData, unknownFields, visit),
    ...(more > 0 && { moreFields: formatter.count(more) }),
    withTargetGroups: settings.targetGroups.length > 0,
    tables: settings.tables,
  };
}

/** How a creation ended, where the settings want no Recipient View that could say so. */
function drawEndOfCreation(
  { recipient: { key } }: RecipientFound,
  visit: Visit,
  services: Drawing,
  { created, notice }: RecipientTold,
): JSX.Element | null {
  if (notice) {
    return <ProblemPart language={visit.language} part="recipient" problem={notice} />;
  }
  const steps = { create: "done", doubleOptIn: "done" } as const;
  return created
    ? drawCreation({ address: key.value, action: "", steps, followed: created }, visit, services)
    : null;
}

/** What a creation is drawn from; `action` starts its next step. */
export type DrawnCreation =
  & { address: string; action: string }
  & Partial<Pick<CreatePartProps, "steps" | "followed" | "problem">>;

/** The Recipient Creation View, also for what is left to do after its first step. */
export function drawCreation(
  { address, action, steps, followed, problem }: DrawnCreation,
  visit: Visit,
  { config, now }: Drawing,
): JSX.Element {
  const missing = visit.stopped.get("creation") ??
    (visit.settings.doubleOptInEvent === null ? new Problem("creation_event_missing") : null);
  const told = problem ?? (missing && problemProps(missing, visit, now()));
  // The other addresses were only looked for.
  const isSearch = steps === undefined;
  const stoppedAt = isSearch ? searchStoppedAt(visit) : null;
  return (
    <CreatePart
      language={visit.language}
      address={address}
      {...(isSearch && { sought: listSought(address, visit) })}
      {...(stoppedAt !== null && { stoppedAt })}
      action={action}
      readOnly={config.readOnly}
      {...(steps && { steps })}
      {...(followed && { followed })}
      {...(told && { problem: told })}
    />
  );
}

/** Every address and number that was looked up. */
function listSought(address: string, { requester, settings }: Visit): string[] {
  const others = (requester.otherEmails ?? []).map(cleanAddress);
  const phones = settings.phoneField === null ? [] : requester.phones;
  return [...new Set([address, ...others, ...phones])];
}

/** How many other addresses were looked up, where there are even more; else null. */
function searchStoppedAt({ requester, formatter }: Visit): string | null {
  return requester.hasMoreEmails ? formatter.count(MAX_OTHER_EMAILS).text : null;
}

function drawNotFound(address: string, visit: Visit, { now }: Drawing): JSX.Element {
  const { language } = visit;
  const what = notFoundWords(language, listSought(address, visit));
  const told = { ...problemProps(new Problem("recipient_not_found"), visit, now()), what };
  const stoppedAt = searchStoppedAt(visit);
  return (
    <ProblemPart language={language} part="recipient" problem={told}>
      {stoppedAt && <SearchStopped language={language} count={stoppedAt} />}
    </ProblemPart>
  );
}

const MAX_MATCH_LINES = 4;

/** What tells those of one name apart; the identifier comes last, and is there for everybody. */
function matchLines(
  personData: Recipient["personData"],
  { language, readPersonData, settings }: Visit,
): string[] {
  const { labels, personDataFields } = settings;
  const said = [...listNameFields(personData, settings), AGILLIC_ID];
  const fields = personDataFields.filter((name) => personData.has(name) && !said.includes(name));
  const lines = [...fields.slice(0, MAX_MATCH_LINES - 1), AGILLIC_ID]
    .filter((name) => personData.has(name));
  return lines.map((name) => {
    const { value } = readPersonData(personData.get(name), SHOWN.line);
    return `${isolated(fieldLabel(language, name, labels))}: ${isolated(value)}`;
  });
}

/** Several recipients share the address: the problem on top, and whom the agent can choose. */
function drawMatches(
  { problem, matches, more }: Extract<RecipientPlace, { kind: "matches" }>,
  visit: Visit,
  { now }: Drawing,
): JSX.Element {
  const { language, formatter } = visit;
  return (
    <RecipientMatches
      language={language}
      problem={problemProps(problem, visit, now())}
      matches={matches.map(({ name: sealed, ...match }, index) => ({
        sealed,
        title: titleOf(match, index + 1, visit),
        lines: matchLines(match.personData, visit),
      }))}
      {...(more > 0 && { more: formatter.count(more) })}
    />
  );
}
