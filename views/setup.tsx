import type { JSX } from "hono/jsx/jsx-runtime";
import { BackButton } from "./back_button.tsx";
import { type Counted, type Language, say, sayCount } from "./words/copy.ts";
import { CopyButton, copyWords } from "./copy_button.tsx";
import { checkTitle, type SetupRow } from "./findings.ts";
import { ids, selectorOf } from "../contract/ids.ts";
import { Part } from "./part.tsx";
import { paths } from "../contract/paths.ts";
import type { Moment } from "./format.ts";

/** The configuration check. */
export type SetupPartProps = {
  language: Language;
  fetchedAt: Moment;
  rows: readonly SetupRow[];
  /** How many rows are red. */
  faults: Counted;
  /** As it was typed, to be shown again. */
  testRecipient: string;
  /** Without personal data and secrets. */
  report: string;
};

/** What an administrator has to correct, and how. */
export function SetupPart(props: SetupPartProps): JSX.Element {
  const { language, fetchedAt, rows, faults, testRecipient, report } = props;
  const announce = faults.number === 0
    ? say(language, "setup.announceGood")
    : sayCount(language, "setup.announce", faults);
  return (
    <Part {...{ language, fetchedAt, announce }} part="setup">
      <p>{say(language, "setup.intro")}</p>
      <ul class="checks">{rows.map((row) => <Check {...{ language, row }} />)}</ul>
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
      <Report {...{ language, report }} />
      <BackButton language={language} part="setup" />
    </Part>
  );
}

function Check({ language, row }: { language: Language; row: SetupRow }): JSX.Element {
  const { check, state, words, mend } = row;
  return (
    <li data-check={check} data-state={state}>
      <strong>{checkTitle(language, row)}</strong>
      <small>{say(language, `setup.state.${state}`)}</small>
      <p>{words}</p>
      {mend && <p>{mend}</p>}
    </li>
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
