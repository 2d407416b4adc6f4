import type { JSX } from "hono/jsx/jsx-runtime";
import { compose, type CopyKey, type Language, say } from "./words/copy.ts";
import type { Moment } from "./format.ts";
import { MomentText } from "./moment.tsx";
import { MoreRow } from "./more_row.tsx";
import { type ActivityQuery, paths } from "../contract/paths.ts";
import { shortened } from "./shortened.ts";

/** How an action ended. */
export type ActivityOutcome = "triggered" | "created" | "unknown" | "failed";

/** One action: what was done, when, by whom, in which ticket, and how it ended. */
export type ActivityRow = {
  title: string;
  when: Moment;
  agent: string;
  ticket?: string;
  outcome: ActivityOutcome;
};

/** What resumed an event is called. */
export function resumedTitle(language: Language, event: string): string {
  return `${event}: ${say(language, "activityLog.resume")}`;
}

/** A page of actions, and where the next one begins. */
export type ActivityRowsProps = {
  language: Language;
  rows: readonly ActivityRow[];
  /** What "Show more" asks for; without it this was the last page. */
  next?: ActivityQuery;
  /** Whether these rows follow others: then the focus goes on at the first of them. */
  continues: boolean;
};

const outcomeKeys = {
  triggered: "activityLog.triggered",
  created: "activityLog.created",
  unknown: "activityLog.unknown",
  failed: "activityLog.failed",
} as const satisfies Record<ActivityOutcome, CopyKey>;

/** How it ended, in words. */
export function outcomeWords(language: Language, outcome: ActivityOutcome): string {
  return say(language, outcomeKeys[outcome]);
}

/** List items; also the answer to "Show more". */
export function ActivityRows(
  { language, rows, next, continues }: ActivityRowsProps,
): JSX.Element {
  return (
    <>
      {rows.map((row, index) => (
        <Action
          {...{ language, row }}
          focused={continues && index === 0}
        />
      ))}
      {next && <MoreRow language={language} part="activity" path={paths.activity(next)} />}
    </>
  );
}

function Action(
  { language, row, focused }: { language: Language; row: ActivityRow; focused: boolean },
): JSX.Element {
  const when = <MomentText moment={row.when} />;
  const agent = shortened(row.agent);
  return (
    <li data-outcome={row.outcome} {...(focused && { tabindex: -1 })}>
      <strong>{shortened(row.title)}</strong>
      <small>{outcomeWords(language, row.outcome)}</small>
      <small>
        {row.ticket === undefined
          ? compose(language, "activityLog.byWithoutTicket", { when, agent })
          : compose(language, "activityLog.by", { when, agent, ticket: row.ticket })}
      </small>
    </li>
  );
}
