import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { type CopyKey, type Language, say } from "./words/copy.ts";
import { CopyButton, copyWords } from "./copy_button.tsx";
import type { Moment } from "./format.ts";
import { HistoryRefresh } from "./history_refresh.tsx";
import { ids } from "../contract/ids.ts";
import { Part } from "./part.tsx";
import { paths } from "../contract/paths.ts";
import { sidebarAttributes } from "./refresh.ts";
import type { ProblemContent } from "./problem.tsx";

/** One field of Person Data, as it is shown and as Agillic has it. */
export type PersonDataRow = { name: string; label: string; value: string; raw: string };

/** What a recipient is in: the instance that the credentials select. */
export type Environment = "staging" | "production";

/** The Recipient View; `rows` in the order that the settings give. */
export type RecipientPartProps = {
  language: Language;
  fetchedAt: Moment;
  rows: readonly PersonDataRow[];
  environment?: Environment;
  awaitingConfirmation?: boolean;
  /** The requester's other address, when that one found the recipient. */
  matchedOn?: string;
  /** Says that the recipient has just been created from here. */
  created?: boolean;
  /** A problem to be told above the recipient: created meanwhile by somebody else. */
  notice?: ProblemContent;
};

/** What Agillic knows about the requester. */
export function RecipientPart(props: RecipientPartProps): JSX.Element {
  const { language, fetchedAt, rows, created, notice } = props;
  const announce = say(language, created ? "recipient.created" : "recipient.announce");
  return (
    <Part
      {...{ language, fetchedAt, announce }}
      part="recipient"
      path={paths.recipient}
      problem={notice}
    >
      {created && (
        <p class="done">
          {say(language, "recipient.created")}
          <HistoryRefresh />
        </p>
      )}
      <Badges {...props} />
      {rows.length === 0
        ? <p class="empty">{say(language, "recipient.noFields")}</p>
        : (
          <dl {...copyWords(language)}>
            {rows.map((row) => <PersonData {...{ language, row }} />)}
          </dl>
        )}
    </Part>
  );
}

function PersonData(
  { language, row: { name, label, value, raw } }: { language: Language; row: PersonDataRow },
): JSX.Element {
  return (
    <div data-field={name}>
      <dt>{breakable(label)}</dt>
      <dd>
        {raw === value || raw === "" ? <span>{value}</span> : <span title={raw}>{value}</span>}
        {value !== "-" && (
          <CopyButton
            id={ids.copyField(name)}
            value={value}
            label={say(language, "copyField", { label })}
          />
        )}
      </dd>
    </div>
  );
}

/** A Person Data name has no spaces: it may break after an underscore. */
function breakable(label: string): Child[] {
  const [first, ...others] = label.split(/(?<=_)(?=.)/);
  return [first, ...others.flatMap((piece) => [<wbr />, piece])];
}

function Badges(
  { language, environment, awaitingConfirmation, matchedOn }: RecipientPartProps,
): JSX.Element | null {
  if (!environment && !awaitingConfirmation && !matchedOn) return null;
  const environmentKey: CopyKey = `environment.${environment ?? "production"}`;
  return (
    <ul class="badges">
      {environment && <li data-badge={environment}>{say(language, environmentKey)}</li>}
      {awaitingConfirmation && <li data-badge="awaiting">{say(language, "recipient.awaiting")}</li>}
      {matchedOn && (
        <li data-badge="matched">{say(language, "recipient.matchedOn", { address: matchedOn })}</li>
      )}
    </ul>
  );
}

/** A recipient that could be the requester; `sealed` names it to the server and to nobody else. */
export type RecipientMatch = { sealed: string; title: string; lines: readonly string[] };

/** The 400 problem, and below it the recipients found another way. */
export type RecipientMatchesProps = {
  language: Language;
  problem: ProblemContent;
  matches: readonly RecipientMatch[];
};

/** The recipients to choose from; the problem stays on top for the administrator to correct. */
export function RecipientMatches(
  { language, problem, matches }: RecipientMatchesProps,
): JSX.Element {
  return (
    <Part
      {...{ language, problem }}
      part="recipient"
      path={paths.recipient}
    >
      {matches.length > 0 && (
        <>
          <h3>{say(language, "matches.title")}</h3>
          <p>{say(language, "matches.intro")}</p>
          <ul class="matches">
            {matches.map((match, index) => <Match {...{ language, match, index }} />)}
          </ul>
        </>
      )}
    </Part>
  );
}

function Match(
  { language, match, index }: { language: Language; match: RecipientMatch; index: number },
): JSX.Element {
  return (
    <li>
      <div>
        <strong>{match.title}</strong>
        {match.lines.map((line) => <small>{line}</small>)}
      </div>
      <button
        type="button"
        id={ids.match(index + 1)}
        aria-label={`${say(language, "matches.choose")}: ${match.title}`}
        {...sidebarAttributes(paths.sidebar)}
        hx-headers={JSON.stringify({ Recipient: match.sealed })}
      >
        {say(language, "matches.choose")}
      </button>
    </li>
  );
}
