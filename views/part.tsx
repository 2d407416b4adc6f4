import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { compose, type CopyKey, type Language, say } from "./words/copy.ts";
import type { Moment } from "./format.ts";
import { icons } from "./icon.tsx";
import { ids } from "../contract/ids.ts";
import { type PartId, parts } from "../contract/parts.ts";
import { MomentText } from "./moment.tsx";
import { Problem, type ProblemContent } from "./problem.tsx";
import { refreshAttributes } from "./refresh.ts";

// The contract knows no words: its keys are checked here.
const words = parts satisfies Record<PartId, { title: CopyKey; refresh: CopyKey | null }>;

/** The frame of a part: heading, age, refresh, a place for problems, and what it shows. */
export type PartProps = {
  language: Language;
  part: PartId;
  /** Instead of the part's own heading. */
  title?: string;
  /** Where it is loaded again; without it there is no refresh. */
  path?: string;
  fetchedAt?: Moment;
  /** Buttons beside the refresh. */
  tools?: Child;
  /** A problem in place of, or above, what it shows. */
  problem?: ProblemContent | undefined;
  /** What is said when the part has come; a problem says its own. */
  announce?: string;
  children?: Child;
};

/** The frame of a part. */
export function Part(props: PartProps): JSX.Element {
  const { language, part, title, path, fetchedAt, tools, problem, announce, children } = props;
  return (
    <section
      id={part}
      data-view={part}
      aria-labelledby={ids.heading(part)}
      data-announce={problem ? undefined : announce}
    >
      <header>
        <h2 id={ids.heading(part)} tabindex={-1}>{title ?? say(language, words[part].title)}</h2>
        {fetchedAt && (
          <small>{compose(language, "asOf", { time: <MomentText moment={fetchedAt} /> })}</small>
        )}
        {tools}
        {path && <RefreshButton {...{ language, part, path }} />}
      </header>
      <div id={ids.notice(part)} class="notice">
        {problem && <Problem {...problem} language={language} place={part} />}
      </div>
      {children && !problem && <p class="stale">{say(language, "stale")}</p>}
      {children}
    </section>
  );
}

/** A part that has nothing to show but its problem, and perhaps a word below it. */
export function ProblemPart(
  props: Pick<PartProps, "language" | "part" | "children"> & { problem: ProblemContent },
): JSX.Element {
  return <Part {...props} />;
}

function RefreshButton(
  { language, part, path }: { language: Language; part: PartId; path: string },
): JSX.Element | null {
  const { refresh } = words[part];
  if (refresh === null) return null;
  const label = say(language, refresh);
  return (
    <button
      type="button"
      class="bare"
      id={ids.refresh(part)}
      aria-label={label}
      title={label}
      {...refreshAttributes(part, path)}
    >
      {icons.refresh}
    </button>
  );
}
