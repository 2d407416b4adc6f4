import type { JSX } from "hono/jsx/jsx-runtime";
import { FollowUp, type FollowUpContent, newsWords } from "./follow_up.tsx";
import { type Language, say } from "./words/copy.ts";
import { ids } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import { Problem, type ProblemContent } from "./problem.tsx";
import { refreshAttributes } from "./refresh.ts";

/** What came of a post: triggered; perhaps triggered, with the problem that says so; or not triggered. */
export type EventResult =
  | {
    kind: "triggered";
    /** Of the event that resumes. */
    isResumed?: boolean;
    followUp: FollowUpContent;
    withRecipient: boolean;
  }
  | {
    kind: "unknown";
    problem: ProblemContent;
    followUp: FollowUpContent;
    withRecipient: boolean;
  }
  | { kind: "problem"; problem: ProblemContent };

/** Below the panel and not in it: it is to be seen when another one was opened meanwhile. */
export function EventOutcome(
  { language, slot, result }: {
    language: Language;
    slot: number;
    result: EventResult | undefined;
  },
): JSX.Element {
  const followed = result === undefined || result.kind === "problem" ? null : result;
  return (
    <div id={ids.eventResult(slot)}>
      {followed?.kind === "triggered" && <Triggered {...{ language, ...followed }} />}
      {followed?.kind === "unknown" && (
        <>
          <Problem {...followed.problem} language={language} place={ids.eventResult(slot)} />
          <FollowUp language={language} {...followed.followUp} />
        </>
      )}
      {followed?.withRecipient && <RecipientRefresh />}
    </div>
  );
}

/** Claims no more than is known: Agillic sends later, and perhaps nothing. */
function Triggered(
  { language, isResumed, followUp }: {
    language: Language;
    isResumed?: boolean;
    followUp: FollowUpContent;
  },
): JSX.Element {
  const title = say(language, isResumed ? "events.resumed" : "events.triggered");
  return (
    <div class="done" data-announce={`${title}. ${newsWords(language, followUp.news)}`.trim()}>
      <strong>{title}</strong>
      <FollowUp language={language} {...followUp} />
    </div>
  );
}

/** Looks at the recipient once more, when a flow has had the time to change it. */
function RecipientRefresh(): JSX.Element {
  return <span hx-trigger="load delay:15s" {...refreshAttributes("recipient", paths.recipient)} />;
}
