import type { JSX } from "hono/jsx/jsx-runtime";
import { Followed, type FollowedContent, newsWords } from "./follow_up.tsx";
import { type Language, say } from "./words/copy.ts";
import { ids } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import { Problem, type ProblemContent } from "./problem.tsx";
import { refreshAttributes } from "./refresh.ts";

/** What came of a post: triggered; perhaps triggered, with the problem that says so; or not triggered. */
export type EventResult =
  | { kind: "triggered" } & FollowedResult
  | { kind: "unknown"; problem: ProblemContent } & FollowedResult
  | { kind: "problem"; problem: ProblemContent };

/** What goes on after a post that did, or may have done, what it was for. */
export type FollowedResult = FollowedContent & {
  /** Whether it was the event that resumes. */
  isResumed?: boolean;
  withRecipient: boolean;
};

/** Below the panel and not in it: it is to be seen when another one was opened meanwhile. */
export function EventOutcome(
  { language, slot, result }: {
    language: Language;
    slot: number;
    result: EventResult | undefined;
  },
): JSX.Element {
  const followed = result === undefined || result.kind === "problem" ? null : result;
  const place = ids.eventResult(slot);
  return (
    <div id={place}>
      {followed?.kind === "triggered" && <Triggered {...{ language, place, ...followed }} />}
      {followed?.kind === "unknown" && (
        <>
          <Problem {...followed.problem} {...{ language, place }} />
          <Followed {...{ language, place, ...followed }} />
        </>
      )}
      {followed?.withRecipient && <RecipientRefresh />}
    </div>
  );
}

/** Claims no more than is known: Agillic sends later, and perhaps nothing. */
function Triggered(
  { language, place, isResumed, ...followed }:
    & FollowedContent
    & Pick<FollowedResult, "isResumed">
    & { language: Language; place: string },
): JSX.Element {
  const title = say(language, isResumed ? "events.resumed" : "events.triggered");
  const news = newsWords(language, followed.followUp.news);
  return (
    <div class="done" data-announce={`${title}. ${news}`.trim()}>
      <strong>{title}</strong>
      <Followed {...{ language, place, ...followed }} />
    </div>
  );
}

/** Looks at the recipient once more, when a flow has had the time to change it. */
function RecipientRefresh(): JSX.Element {
  return <span hx-trigger="load delay:15s" {...refreshAttributes("recipient", paths.recipient)} />;
}
