import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { compose, type CopyKey, type Language, say } from "./words/copy.ts";
import type { Moment } from "./format.ts";
import { icons } from "./icon.tsx";
import { ids, type PartId } from "../contract/ids.ts";
import { MomentText } from "./moment.tsx";
import { Problem, type ProblemProps } from "./problem.tsx";
import { refreshAttributes } from "./refresh.ts";

const titles = {
  recipient: "recipient.title",
  events: "events.title",
  communications: "communications.title",
  create: "create.title",
  setup: "setup.title",
} as const satisfies Record<PartId, CopyKey>;

const refreshWords = {
  recipient: "recipient.refresh",
  events: "events.refresh",
  communications: "communications.refresh",
} as const satisfies Partial<Record<PartId, CopyKey>>;

type RefreshablePart = keyof typeof refreshWords;

/** The frame of a part: heading, age, refresh, a place for problems, and what it shows. */
export type PartProps = {
  language: Language;
  part: PartId;
  /** Instead of the part's own heading. */
  title?: string;
  /** Where it is loaded again; without it there is no refresh. */
  path?: string;
  fetchedAt?: Moment;
  /** A problem in place of, or above, what it shows. */
  problem?: ProblemProps;
  /** What is said when the part has come. */
  announce?: string;
  children?: Child;
};

/** The frame of a part. */
export function Part(props: PartProps): JSX.Element {
  const { language, part, title, path, fetchedAt, problem, announce, children } = props;
  return (
    <section
      id={part}
      data-view={part}
      aria-labelledby={ids.heading(part)}
      data-announce={announce}
    >
      <header>
        <h2 id={ids.heading(part)} tabindex={-1}>{title ?? say(language, titles[part])}</h2>
        {fetchedAt && (
          <small>{compose(language, "asOf", { time: <MomentText moment={fetchedAt} /> })}</small>
        )}
        {path && isRefreshable(part) && <RefreshButton {...{ language, part, path }} />}
      </header>
      <div id={ids.notice(part)} class="notice">{problem && <Problem {...problem} />}</div>
      {children && !problem && <p class="stale">{say(language, "stale")}</p>}
      {children}
    </section>
  );
}

/** A part that has nothing to show but its problem. */
export function ProblemPart(
  props: Omit<PartProps, "children" | "problem"> & {
    problem: Omit<ProblemProps, "language" | "place">;
  },
): JSX.Element {
  const { problem, ...rest } = props;
  return <Part {...rest} problem={{ ...problem, language: props.language, place: props.part }} />;
}

function RefreshButton(
  { language, part, path }: { language: Language; part: RefreshablePart; path: string },
): JSX.Element {
  const label = say(language, refreshWords[part]);
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

function isRefreshable(part: PartId): part is RefreshablePart {
  return Object.hasOwn(refreshWords, part);
}
