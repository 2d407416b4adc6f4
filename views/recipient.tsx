import type { JSX } from "hono/jsx/jsx-runtime";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import type { Moment } from "./format.ts";
import { Followed, type FollowedContent } from "./follow_up.tsx";
import { HistoryRefresh } from "./history_refresh.tsx";
import { ids } from "../contract/ids.ts";
import { Part } from "./part.tsx";
import { paths } from "../contract/paths.ts";
import { PersonDataRow } from "./person_data_row.tsx";
import { choosingAttributes } from "./refresh.ts";
import { CopyAll, PersonDataList } from "./person_data_list.tsx";
import type { ProblemContent } from "./problem.tsx";
import { shortened } from "./shortened.ts";
import { type TableName, Tables } from "./tables.tsx";
import { TargetGroupsPlaceholder } from "./target_groups.tsx";

/** The Recipient View; `rows` in the order that the settings give. */
export type RecipientPartProps = {
  language: Language;
  fetchedAt: Moment;
  rows: readonly PersonDataRow[];
  /** How many more fields the settings name, where they are too many to be shown. */
  moreFields?: Counted;
  /** Whether target groups may be shown: they load themselves. */
  withTargetGroups?: boolean;
  /** The one-to-many tables that can be opened. */
  tables?: readonly TableName[];
  /** Says that the recipient has just been created from here, and what is known of it since. */
  created?: FollowedContent;
  /** What is known of delivery has changed: the history's verdict came from what was known before. */
  refreshesHistory?: boolean;
  /** A problem to be told above the recipient: created meanwhile by somebody else. */
  notice?: ProblemContent;
};

/** What Agillic knows about the requester. */
export function RecipientPart(props: RecipientPartProps): JSX.Element {
  const { language, fetchedAt, rows, moreFields, created, notice, refreshesHistory } = props;
  const { withTargetGroups, tables = [] } = props;
  const announce = say(language, created ? "recipient.created" : "recipient.announce");
  return (
    <Part
      {...{ language, fetchedAt, announce }}
      part="recipient"
      path={paths.recipient}
      tools={<CopyAll {...{ language, rows }} />}
      problem={notice}
    >
      {created && (
        <div class="done">
          {say(language, "recipient.created")}
          <Followed {...{ language, ...created }} place="recipient" />
        </div>
      )}
      {refreshesHistory && <HistoryRefresh />}
      {withTargetGroups && <TargetGroupsPlaceholder language={language} />}
      {rows.length === 0
        ? <p class="empty">{say(language, "recipient.noFields")}</p>
        : <PersonDataList {...{ language, rows }} />}
      {moreFields && <p class="empty">{sayCount(language, "recipient.moreFields", moreFields)}</p>}
      <Tables {...{ language, tables }} />
    </Part>
  );
}

/** A recipient that could be the requester; `sealed` names it to the server and to nobody else. */
export type RecipientMatch = { sealed: string; title: string; lines: readonly string[] };

/** The 400 problem, and below it the recipients found another way. */
export type RecipientMatchesProps = {
  language: Language;
  problem: ProblemContent;
  matches: readonly RecipientMatch[];
  /** How many more there are, where they are too many to be shown. */
  more?: Counted;
};

/** The recipients to choose from; the problem stays on top for the administrator to correct. */
export function RecipientMatches(
  { language, problem, matches, more }: RecipientMatchesProps,
): JSX.Element {
  const isPhone = problem.code === "phone_field_not_unique";
  return (
    <Part
      {...{ language, problem }}
      part="recipient"
      path={paths.recipient}
    >
      {matches.length > 0 && (
        <>
          <h3>{say(language, isPhone ? "matches.titlePhone" : "matches.title")}</h3>
          <p>{say(language, "matches.intro")}</p>
          <ul class="matches">
            {matches.map((match, index) => <Match {...{ language, match, index }} />)}
          </ul>
          {more && (
            <p class="empty">
              {sayCount(language, isPhone ? "matches.morePhone" : "matches.more", more)}
            </p>
          )}
        </>
      )}
    </Part>
  );
}

function Match(
  { language, match, index }: { language: Language; match: RecipientMatch; index: number },
): JSX.Element {
  const title = shortened(match.title);
  return (
    <li>
      <div>
        <strong>{title}</strong>
        {match.lines.map((line) => <small>{shortened(line)}</small>)}
      </div>
      <button
        type="button"
        id={ids.match(index + 1)}
        aria-label={`${say(language, "matches.choose")}: ${title}`}
        {...choosingAttributes(match.sealed)}
      >
        {say(language, "matches.choose")}
      </button>
    </li>
  );
}
