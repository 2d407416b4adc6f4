import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { type Activity, activityWords } from "./activity.ts";
import type { Moment } from "./format.ts";
import { ids, selectorOf } from "../contract/ids.ts";
import { shortened } from "./shortened.ts";
import { SkeletonRows } from "./skeleton.tsx";
import { type Verdict, VerdictText } from "./verdict.tsx";
import { type Language, say } from "./words/copy.ts";

/** What the history says on the answer card; numbers as they are read. */
export type SummaryContent = {
  /** The newest that was sent; null where nothing was. */
  latest: { name: string; sentAt: Moment; activity: Activity; activityAt?: Moment } | null;
  /** How many were sent in the past 7 and 30 days. */
  pastWeek: string;
  pastMonth: string;
  /** The first two that may have caused the ticket; null where that cannot be said. */
  causes: readonly SummaryCause[] | null;
  /** How many there are besides, and where the first of them stands. */
  more?: Pick<SummaryCause, "row"> & { count: string };
};

/** What may have caused the ticket. */
export type SummaryCause = {
  name: string;
  sentAt: Moment;
  /** Whole hours before the ticket; nothing where only the day is known. */
  hoursBefore?: string;
  /** The key of its row. */
  row: string;
};

/** What the card says before the history is there. */
export type SummaryAwaitedProps = {
  language: Language;
  /** What Person Data says of delivery; null where it says nothing. */
  verdict: Verdict | null;
  /** What lines stand by; null where no history follows. */
  lines: { withCauses: boolean } | null;
  /** What the page has already, and stays. */
  keeps?: { verdict: boolean; lines: boolean };
};

/** The verdict that Person Data gives, and a place for each line of the history. */
export function SummaryAwaited(
  { language, verdict, lines, keeps }: SummaryAwaitedProps,
): JSX.Element {
  return (
    <>
      {(verdict || lines) && <SummaryVerdict {...{ language, verdict }} isKept={keeps?.verdict} />}
      {lines && <SummaryHistory {...{ language, ...lines }} content={null} isKept={keeps?.lines} />}
    </>
  );
}

/** What the history brings for the card. */
export type SummaryAnswerProps = {
  language: Language;
  verdict: Verdict;
  /** Whether the verdict is another one than Person Data alone gives. */
  isVerdictOfHistory: boolean;
  content: SummaryContent;
};

/** The verdict and the lines of the card, which take the place of those there. */
export function SummaryAnswer(
  { language, verdict, isVerdictOfHistory, content }: SummaryAnswerProps,
): JSX.Element {
  return (
    <>
      <SummaryVerdict {...{ language, verdict, isVerdictOfHistory }} replacing />
      <SummaryHistory
        {...{ language, content }}
        withCauses={content.causes !== null}
        isSaid={verdict.kind === "nothing_sent"}
        replacing
      />
    </>
  );
}

/** How a piece of the card meets the one in the page: takes its place, or is only there where there is none. */
type Swapping = { replacing?: boolean | undefined; isKept?: boolean | undefined };

function swapAttributes({ replacing, isKept }: Swapping): Record<string, string> {
  return {
    ...(replacing && { "hx-swap-oob": "true" }),
    ...(isKept && { "hx-preserve": "" }),
  };
}

/** Does what is sent arrive. Null: Person Data does not say, and the history is not there yet. */
export function SummaryVerdict(
  { language, verdict, isVerdictOfHistory, ...swapping }:
    & { language: Language; verdict: Verdict | null; isVerdictOfHistory?: boolean }
    & Swapping,
): JSX.Element {
  return (
    <div
      id={ids.summaryVerdict}
      data-from={isVerdictOfHistory ? "history" : undefined}
      {...swapAttributes(swapping)}
    >
      {verdict && <VerdictText {...{ language, verdict }} />}
    </div>
  );
}

/** Lines whose place is there before them; `content` is null while the history is not there. */
export type SummaryHistoryProps = {
  language: Language;
  content: SummaryContent | null;
  /** Whether it can say what may have caused the ticket. */
  withCauses: boolean;
  /** Whether the verdict says already that nothing was sent. */
  isSaid?: boolean;
};

/** What was sent last, how much, and what before the ticket. */
export function SummaryHistory(
  { language, content, withCauses, isSaid = false, ...swapping }: SummaryHistoryProps & Swapping,
): JSX.Element {
  return (
    <div
      id={ids.summaryHistory}
      data-causes={withCauses ? "" : undefined}
      {...swapAttributes(swapping)}
    >
      <p class="stale">{say(language, "summary.unknown")}</p>
      {content === null
        ? <SkeletonRows of="summary" rows={withCauses ? 3 : 1} />
        : <Lines {...{ language, content, isSaid }} />}
    </div>
  );
}

function Lines(
  { language, content, isSaid }: { language: Language; content: SummaryContent; isSaid: boolean },
): JSX.Element | null {
  const { latest, pastWeek, pastMonth, causes, more } = content;
  if (latest === null) {
    return isSaid ? null : <p class="empty">{say(language, "communications.empty")}</p>;
  }
  return (
    <>
      <Latest {...{ language, latest }} />
      <p class="empty">{say(language, "summary.counts", { week: pastWeek, month: pastMonth })}</p>
      {causes?.length === 0 && <p class="empty">{say(language, "summary.noCause")}</p>}
      {causes?.map((cause, index) => (
        <CauseLine {...{ language, cause }} number={index + 1}>
          {more && index === causes.length - 1 && (
            <a class="bare" id={ids.summaryMore} {...leadingTo(more)}>
              {say(language, "summary.more", { count: more.count })}
            </a>
          )}
        </CauseLine>
      ))}
    </>
  );
}

function Latest(
  { language, latest: { name, sentAt, activity, activityAt } }: {
    language: Language;
    latest: NonNullable<SummaryContent["latest"]>;
  },
): JSX.Element {
  const words = say(language, "summary.latest", { name: shortened(name) });
  // When it became so; when it was sent, where that is all there is to know.
  const became = [
    activity !== "" && activityWords(language, activity, activityAt),
    !activityAt && sentAt.text,
  ].filter(Boolean).join(", ");
  return (
    <p class="line" title={`${words}, ${became}`}>
      <bdi>{words}</bdi>
      <small>{became}</small>
    </p>
  );
}

/** Leads to its row in the history. */
function CauseLine(
  { language, cause, number, children }: {
    language: Language;
    cause: SummaryCause;
    number: number;
    children?: Child;
  },
): JSX.Element {
  const { name, sentAt, hoursBefore } = cause;
  const when = hoursBefore === undefined
    ? sentAt.text
    : say(language, "summary.before", { hours: hoursBefore });
  return (
    <p class="line" data-cause="">
      <a
        id={ids.summaryCause(number)}
        {...leadingTo(cause)}
        title={`${shortened(name)}, ${when} (${sentAt.text})`}
      >
        <bdi>{shortened(name)}</bdi>
        <small>{when}</small>
      </a>
      {children}
    </p>
  );
}

/** To the row; where the list does not show it, the list then begins there. */
function leadingTo({ row }: Pick<SummaryCause, "row">): Record<string, string> {
  const id = ids.communication(row);
  return { href: selectorOf(id), "data-leads-to": id };
}
