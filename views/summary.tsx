import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { ids } from "../contract/ids.ts";
import { choosingAttributes } from "./refresh.ts";
import { shortened } from "./shortened.ts";
import { type CopyKey, type Language, say } from "./words/copy.ts";

/** What a recipient is in: the instance that the credentials select. */
export type Environment = "staging" | "production";

/** The answer card. */
export type SummaryProps = {
  language: Language;
  name: string;
  environment?: Environment;
  awaitingConfirmation?: boolean;
  /** The requester's other address, when that one found the recipient. */
  matchedOn?: string;
  /** Who of how many with the requester's address the agent has chosen; `sealed` names nobody of them again. */
  chosen?: { name: string; number: string; count: string; sealed?: string };
  /** Whether it takes the place of the card in the page. */
  replacing?: boolean;
  /** SummaryAwaited: whether mail arrives, and what was sent. */
  children?: Child;
};

/** Who it is, whether mail arrives, and what was sent last: what an agent wants to know first. */
export function Summary(props: SummaryProps): JSX.Element {
  const { language, name, chosen, replacing = false, children } = props;
  return (
    <section
      id={ids.summary}
      data-view="summary"
      aria-labelledby={ids.summaryHeading}
      hx-swap-oob={replacing ? "true" : undefined}
    >
      <header>
        <h2 id={ids.summaryHeading} tabindex={-1}>
          <bdi>{shortened(name)}</bdi>
        </h2>
        <Badges {...props} />
      </header>
      {chosen && <Chosen {...{ language, chosen }} />}
      {children}
    </section>
  );
}

/** Keeps what a history says out of sight until it is known whose it is. */
export function SummaryPlace({ children }: { children?: Child }): JSX.Element {
  return <div id={ids.summary} hidden>{children}</div>;
}

function Badges(
  { language, environment, awaitingConfirmation, matchedOn }: SummaryProps,
): JSX.Element | null {
  if (!environment && !awaitingConfirmation && !matchedOn) return null;
  const environmentKey: CopyKey = `environment.${environment ?? "production"}`;
  return (
    <ul class="badges">
      {environment && <li data-badge={environment}>{say(language, environmentKey)}</li>}
      {awaitingConfirmation && <li data-badge="awaiting">{say(language, "recipient.awaiting")}</li>}
      {matchedOn && (
        <li data-badge="matched">
          {say(language, "recipient.matchedOn", { address: shortened(matchedOn) })}
        </li>
      )}
    </ul>
  );
}

function Chosen(
  { language, chosen }: Required<Pick<SummaryProps, "language" | "chosen">>,
): JSX.Element {
  const { name, number, count, sealed } = chosen;
  return (
    <p data-chosen="">
      {say(language, "matches.chosen", { name: shortened(name), number, count })} {sealed && (
        <button
          type="button"
          class="bare"
          id={ids.chooseAnother}
          {...choosingAttributes(sealed)}
        >
          {say(language, "matches.chooseAnother")}
        </button>
      )}
    </p>
  );
}
