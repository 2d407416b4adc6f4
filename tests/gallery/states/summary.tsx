import type { JSX } from "hono/jsx/jsx-runtime";
import { CommunicationsPlaceholder } from "../../../views/communications.tsx";
import { ProblemPart } from "../../../views/part.tsx";
import { Summary, type SummaryProps } from "../../../views/summary.tsx";
import {
  SummaryAwaited,
  type SummaryContent,
  SummaryHistory,
  SummaryVerdict,
} from "../../../views/summary_history.tsx";
import { keyOf } from "../../../server/history/page.ts";
import type { Verdict } from "../../../views/verdict.tsx";
import { hoursAgo, now, type Setting, type State } from "../state.ts";
import { some } from "../histories.ts";
import { history, placed } from "./communications.tsx";

/** The card before the history is there. */
export function awaitingCard(
  { language }: Setting,
  verdict: Verdict | null = null,
  rest: Partial<SummaryProps> = {},
): JSX.Element {
  return (
    <Summary language={language} name="Mette Sørensen" {...rest}>
      <SummaryAwaited {...{ language, verdict }} lines={{ withCauses: true }} />
    </Summary>
  );
}

/** The card that a history has completed; `content` is what it says otherwise than most. */
export function card(
  setting: Setting,
  { verdict, content, ...rest }:
    & Partial<SummaryProps>
    & { verdict?: Verdict; content?: Partial<SummaryContent> } = {},
): JSX.Element {
  const { language, formatter } = setting;
  const { more, ...usual } = contentOf(setting);
  const said = { ...usual, ...(content === undefined && more && { more }), ...content };
  return (
    <Summary language={language} name="Mette Sørensen" {...rest}>
      <SummaryVerdict
        language={language}
        verdict={verdict ?? { kind: "opened", opened: "3", sent: formatter.count(6) }}
        isVerdictOfHistory={verdict === undefined}
      />
      <SummaryHistory
        language={language}
        content={said}
        withCauses={said.causes !== null}
        isSaid={verdict?.kind === "nothing_sent"}
      />
    </Summary>
  );
}

/** Two that may have caused the ticket have a line, and one more is in the list. */
function contentOf({ formatter }: Setting): SummaryContent {
  const [first, second, third] = placed(some).map((sent) => ({
    name: sent.name,
    sentAt: formatter.moment(new Date(Number(sent.sentAt)), now),
    row: keyOf(sent),
  }));
  if (!first || !second || !third) throw new Error("Cannot show a card: too little was sent");
  return {
    latest: { ...first, activity: "opened", activityAt: formatter.moment(hoursAgo(29), now) },
    pastWeek: formatter.count(3).text,
    pastMonth: formatter.count(6).text,
    causes: [{ ...first, hoursBefore: "10" }, { ...second, hoursBefore: "24" }],
    more: { count: formatter.count(1).text, row: third.row },
  };
}

/** Without lines that lead to rows: they are not there. */
const alone = { causes: null };

/** The answer card; the history is below it where its lines lead there. */
export const summaryStates: Record<string, State> = {
  "summary": {
    render: (setting) => (
      <>
        {card(setting, { environment: "staging" })}
        {history(setting)}
      </>
    ),
  },
  "summary-awaiting-history": {
    render: (setting) => (
      <>
        {awaitingCard(setting)}
        <CommunicationsPlaceholder language={setting.language} />
      </>
    ),
  },
  "summary-awaiting-history-unsubscribed": {
    render: (setting) => awaitingCard(setting, { kind: "unsubscribed" }),
  },
  "summary-badges": {
    render: (setting) =>
      card(setting, {
        content: alone,
        environment: "staging",
        awaitingConfirmation: true,
        matchedOn: "mette.private@example.dk",
        verdict: { kind: "awaiting" },
      }),
  },
  "summary-production": {
    render: (setting) => card(setting, { content: alone, environment: "production" }),
  },
  "summary-chosen": {
    render: (setting) =>
      card(setting, {
        content: alone,
        environment: "staging",
        chosen: { name: "Mette Sørensen", number: "2", count: "3", sealed: "sealed-0" },
      }),
  },
  "summary-long": {
    render: (setting) =>
      card(setting, {
        content: {
          ...alone,
          latest: {
            name: "August newsletter with a name that goes on and on and on for longer",
            sentAt: setting.formatter.moment(hoursAgo(9_000), now),
            activity: "hard_bounced",
          },
        },
        name: "Maximilian-Alexander Friedrich von und zu Hohenstein-Donaudampfschifffahrt",
        environment: "staging",
        matchedOn: "maximilian-alexander.von-und-zu-hohenstein@a-very-long-subdomain.example.com",
      }),
  },
  "summary-scripts": {
    render: (setting) => card(setting, { content: alone, name: "יוסף (Mette) حداد!" }),
  },
  "summary-nothing-before-ticket": {
    render: (setting) => card(setting, { content: { causes: [] } }),
  },
  "summary-nothing-sent": {
    render: (setting) =>
      card(setting, { content: { ...alone, latest: null }, verdict: { kind: "nothing_sent" } }),
  },
  "summary-nothing-sent-unsubscribed": {
    render: (setting) =>
      card(setting, { content: { ...alone, latest: null }, verdict: { kind: "unsubscribed" } }),
  },
  "summary-history-failed": {
    render: (setting) => (
      <>
        {card(setting, { content: alone })}
        <ProblemPart
          language={setting.language}
          part="communications"
          problem={{
            code: "agillic_timeout",
            retry: { path: "/communications", target: "communications" },
          }}
        />
      </>
    ),
  },
  "summary-without-history": {
    render: ({ language }) => (
      <Summary language={language} name="mette@example.dk">
        <SummaryAwaited language={language} verdict={{ kind: "bounces" }} lines={null} />
      </Summary>
    ),
  },
};
