import { type ActivityChoice, activityColumns } from "../../views/activity_log.tsx";
import {
  type ActivityOutcome,
  type ActivityRow,
  outcomeWords,
  resumedTitle,
} from "../../views/activity_rows.tsx";
import { type Language, say } from "../../views/words/copy.ts";
import type { Activity } from "../actions/activity.ts";
import { csvOf } from "../csv.ts";
import type { Visitor } from "../visit.ts";

/** Who reads the activity, and when. */
export type Reading = { visitor: Visitor; now: Date };

/** What was done, as filters name it. */
export function whatOf({ kind, event }: Activity): string {
  return kind === "event" || kind === "resume" ? `${kind}:${event}` : kind;
}

/** What was done, as agents know it: the label where the event is still configured, else its name in Agillic. */
export function titleOf(
  { kind, event }: Activity,
  { language, session: { settings } }: Visitor,
): string {
  switch (kind) {
    case "event":
      return settings?.events.find(({ name }) => name === event)?.label ?? event;
    case "resume": {
      const paused = settings?.events.find(({ resumeEvent }) => resumeEvent === event);
      return resumedTitle(language, paused?.label ?? event);
    }
    case "create":
      return say(language, "create.stepCreate");
    case "double_opt_in":
      return say(language, "create.stepDoubleOptIn");
  }
}

/** One action as a row. */
export function rowOf(activity: Activity, { visitor, now }: Reading): ActivityRow {
  const { at, agent, ticketId } = activity;
  return {
    title: titleOf(activity, visitor),
    when: visitor.formatter.moment(new Date(at), now),
    agent: agent || "?",
    ...(ticketId && { ticket: ticketId }),
    outcome: outcomeOf(activity),
  };
}

function outcomeOf({ kind, outcome }: Activity): ActivityOutcome {
  if (outcome !== "done") return outcome;
  return kind === "create" ? "created" : "triggered";
}

/** Everybody who did something, by the newest name; two of one name by their ids, too. */
export function agentChoices(all: readonly Activity[], language: Language): ActivityChoice[] {
  const names = new Map<string, string>();
  for (const { userId, agent } of all) {
    if (!names.has(userId)) names.set(userId, agent || "?");
  }
  const given = [...names.values()];
  return sorted(
    [...names].map(([value, name]) => ({
      value,
      name: given.indexOf(name) === given.lastIndexOf(name) ? name : `${name} (${value})`,
    })),
    language,
  );
}

/** Everything that was done. */
export function eventChoices(all: readonly Activity[], visitor: Visitor): ActivityChoice[] {
  const titles = new Map(all.map((each) => [whatOf(each), titleOf(each, visitor)]));
  return sorted([...titles].map(([value, name]) => ({ value, name })), visitor.language);
}

function sorted(choices: readonly ActivityChoice[], language: Language): ActivityChoice[] {
  return choices.toSorted((one, other) => one.name.localeCompare(other.name, language));
}

/** The same for a spreadsheet, with what only ids and names in Agillic tell apart. */
export function activityCsv(all: readonly Activity[], visitor: Visitor): string {
  const { language } = visitor;
  return csvOf([
    activityColumns(language),
    ...all.map((each) => [
      new Date(each.at).toISOString(),
      each.agent,
      each.userId,
      titleOf(each, visitor),
      each.kind === "create" ? "" : each.event,
      each.ticketId,
      outcomeWords(language, outcomeOf(each)),
    ]),
  ]);
}
