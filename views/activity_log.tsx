import type { JSX } from "hono/jsx/jsx-runtime";
import { ActivityPicture, type ActivityPictureProps } from "./activity_picture.tsx";
import { ActivityRows, type ActivityRowsProps } from "./activity_rows.tsx";
import { BackButton } from "./back_button.tsx";
import { CopyButton, copyWords } from "./copy_button.tsx";
import type { Moment } from "./format.ts";
import { ids } from "../contract/ids.ts";
import { Part, ProblemPart } from "./part.tsx";
import { type ActivityQuery, paths } from "../contract/paths.ts";
import type { ProblemContent } from "./problem.tsx";
import { refreshAttributes } from "./refresh.ts";
import { shortened } from "./shortened.ts";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";

/** An agent, or what was done, that the activity can be narrowed to. */
export type ActivityChoice = { value: string; name: string };

/** What was done in the installation in 90 days. */
export type ActivityLogProps = {
  language: Language;
  fetchedAt: Moment;
  /** How many actions the filter lets through. */
  total: Counted;
  agents: readonly ActivityChoice[];
  events: readonly ActivityChoice[];
  /** What is chosen of both. */
  filter: Omit<ActivityQuery, "before">;
  picture: Omit<ActivityPictureProps, "language" | "total">;
  rows: Omit<ActivityRowsProps, "language" | "continues">;
  /** How many were read, where there are older ones. */
  cutAt?: Counted;
  /** How many more no key opens. */
  unreadable: Counted;
  /** All that the filter lets through. */
  csv: string;
};

/** Who triggered what, when, in which ticket, and how it ended. */
export function ActivityLog(props: ActivityLogProps): JSX.Element {
  const { language, fetchedAt, total, agents, filter, picture, rows, cutAt, unreadable } = props;
  const isFiltered = filter.agent !== undefined || filter.event !== undefined;
  const found = total.number > 0
    ? sayCount(language, "activityLog.count", total)
    : say(language, isFiltered ? "activityLog.noneFits" : "activityLog.none");
  return (
    <Part
      {...{ language, fetchedAt }}
      part="activity"
      path={paths.activity(filter)}
      announce={found}
    >
      {agents.length > 0 && <Filter {...props} />}
      <p class="empty">{found}</p>
      {cutAt && <p class="empty">{sayCut(language, cutAt)}</p>}
      {unreadable.number > 0 && (
        <p class="empty">{sayCount(language, "activityLog.unreadable", unreadable)}</p>
      )}
      {total.number > 0 && (
        <>
          <ActivityPicture {...{ language, total }} {...picture} />
          <ul>
            <ActivityRows {...rows} language={language} continues={false} />
          </ul>
          <Table {...props} />
        </>
      )}
      <BackButton language={language} part="activity" />
    </Part>
  );
}

/** What stands in its place where it cannot be shown. */
export function ActivityProblem(
  { language, problem }: { language: Language; problem: ProblemContent },
): JSX.Element {
  // Its own words are about an action, and nothing was to be sent.
  const told = problem.code === "store_unavailable"
    ? { ...problem, what: say(language, "activityLog.unavailable") }
    : problem;
  return (
    <ProblemPart language={language} part="activity" problem={told}>
      <BackButton language={language} part="activity" />
    </ProblemPart>
  );
}

function sayCut(language: Language, { text: count }: Counted): string {
  return say(language, "activityLog.cut", { count });
}

/** A form with a button, because a list alone would load at each press of an arrow key. */
function Filter({ language, agents, events, filter }: ActivityLogProps): JSX.Element {
  return (
    <form
      aria-label={say(language, "activityLog.filter")}
      {...refreshAttributes("activity", paths.activity())}
    >
      <Choices
        id={ids.activityAgent}
        name="agent"
        label={say(language, "activityLog.agent")}
        all={say(language, "activityLog.allAgents")}
        choices={agents}
        chosen={filter.agent}
      />
      <Choices
        id={ids.activityEvent}
        name="event"
        label={say(language, "activityLog.event")}
        all={say(language, "activityLog.allEvents")}
        choices={events}
        chosen={filter.event}
      />
      <button type="submit" id={ids.activityShow}>
        {say(language, "activityLog.show")}
      </button>
    </form>
  );
}

function Choices(
  { id, name, label, all, choices, chosen }: {
    id: string;
    name: keyof ActivityQuery;
    label: string;
    all: string;
    choices: readonly ActivityChoice[];
    chosen: string | undefined;
  },
): JSX.Element {
  return (
    <select id={id} name={name} aria-label={label}>
      <option value="">{all}</option>
      {choices.map(({ value, name }) => (
        <option value={value} selected={value === chosen}>{shortened(name)}</option>
      ))}
    </select>
  );
}

/** The same as CSV: what a spreadsheet takes. */
function Table({ language, csv }: ActivityLogProps): JSX.Element {
  const title = say(language, "activityLog.table");
  return (
    <details {...copyWords(language)}>
      <summary id={ids.activityTable}>{title}</summary>
      <CopyButton
        id={ids.activityTableCopy}
        from={ids.activityTableText}
        label={say(language, "activityLog.copyTable")}
      />
      <textarea id={ids.activityTableText} rows={6} readonly aria-label={title}>{csv}</textarea>
    </details>
  );
}

/** What the columns of the CSV are called. */
export function activityColumns(language: Language): string[] {
  return [
    say(language, "problem.time"),
    say(language, "activityLog.agent"),
    say(language, "activityLog.agentId"),
    say(language, "activityLog.event"),
    say(language, "activityLog.eventName"),
    say(language, "activityLog.ticket"),
    say(language, "activityLog.outcome"),
  ];
}
