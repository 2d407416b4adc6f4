import type { JSX } from "hono/jsx/jsx-runtime";
import { BackButton } from "./back_button.tsx";
import { type Language, say } from "./words/copy.ts";
import { CopyButton, copyWords } from "./copy_button.tsx";
import {
  checkTitle,
  resultLine,
  resultWords,
  type SetupCounts,
  type SetupRow,
} from "./findings.ts";
import { ids, selectorOf } from "../contract/ids.ts";
import { Part } from "./part.tsx";
import { paths } from "../contract/paths.ts";
import type { Moment } from "./format.ts";

/** The configuration check. */
export type SetupPartProps = {
  language: Language;
  fetchedAt: Moment;
  rows: readonly SetupRow[];
  counts: SetupCounts;
  /** As it was typed, to be shown again; the requester's address before that. */
  testRecipient: string;
  /** Without personal data and secrets. */
  report: string;
};

/** What an administrator has to correct, and how; then what is not known; then what is good. */
export function SetupPart(props: SetupPartProps): JSX.Element {
  const { language, fetchedAt, rows, counts, testRecipient, report } = props;
  const words = resultWords(language, counts);
  const checks = (wanted: SetupRow["state"]) => (
    <Checks
      language={language}
      rows={rows.filter(({ state }) => state === wanted)}
    />
  );
  return (
    <Part {...{ language, fetchedAt }} part="setup" announce={resultLine(language, counts)}>
      <h3 data-state={counts.red.number > 0 ? "red" : "green"}>{words.red}</h3>
      {checks("red")}
      {words.unknown && <h3>{words.unknown}</h3>}
      {checks("unknown")}
      <TestForm {...{ language, testRecipient }} />
      {words.green && (
        <details>
          <summary id={ids.setupGood}>{words.green}</summary>
          {checks("green")}
        </details>
      )}
      <Report {...{ language, report }} />
      <BackButton language={language} part="setup" />
    </Part>
  );
}

function Checks(
  { language, rows }: { language: Language; rows: readonly SetupRow[] },
): JSX.Element | null {
  return rows.length === 0
    ? null
    : <ul class="checks">{rows.map((row) => <Check {...{ language, row }} />)}</ul>;
}

function Check({ language, row }: { language: Language; row: SetupRow }): JSX.Element {
  const { check, state, words, next } = row;
  return (
    <li data-check={check} data-state={state}>
      <strong>{checkTitle(language, row)}</strong>
      <p>{words}</p>
      {next && <p>{next}</p>}
    </li>
  );
}

/** Asks nothing about the test recipient before it is posted. */
function TestForm(
  { language, testRecipient }: Pick<SetupPartProps, "language" | "testRecipient">,
): JSX.Element {
  return (
    <form
      method="post"
      action={paths.setup}
      hx-post={paths.setup}
      hx-target={selectorOf("setup")}
      hx-swap="outerHTML"
      hx-sync="this:drop"
    >
      <label for={ids.setupRecipient}>{say(language, "setup.recipient")}</label>
      <input
        type="text"
        inputmode="email"
        id={ids.setupRecipient}
        name="testRecipient"
        value={testRecipient}
        autocomplete="off"
        spellcheck={false}
        aria-describedby="setup-recipient-help"
      />
      <small id="setup-recipient-help">{say(language, "setup.recipientHelp")}</small>
      <button type="submit" id={ids.setupRun}>
        <span>{say(language, "setup.run")}</span>
        <span class="busy">{say(language, "setup.running")}</span>
      </button>
    </form>
  );
}

function Report({ language, report }: { language: Language; report: string }): JSX.Element {
  return (
    <div class="report" {...copyWords(language)}>
      <label for={ids.setupReport}>{say(language, "setup.report")}</label>
      <CopyButton
        id={ids.setupCopy}
        from={ids.setupReport}
        label={say(language, "setup.copyReport")}
      />
      <textarea id={ids.setupReport} rows={6} readonly aria-describedby="setup-report-help">
        {report}
      </textarea>
      <small id="setup-report-help">{say(language, "setup.reportHelp")}</small>
    </div>
  );
}
