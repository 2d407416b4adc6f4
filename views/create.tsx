import type { JSX } from "hono/jsx/jsx-runtime";
import { type CopyKey, type Language, say, sayCount } from "./words/copy.ts";
import { Followed, type FollowedContent } from "./follow_up.tsx";
import { ids, selectorOf } from "../contract/ids.ts";
import { Part } from "./part.tsx";
import { paths } from "../contract/paths.ts";
import type { ProblemContent } from "./problem.tsx";
import { SearchStopped } from "./search_stopped.tsx";
import { shortened, SHOWN } from "./shortened.ts";

/** How far a step of the creation has come. */
export type StepState = "waiting" | "done" | "failed" | "unknown";

/** The Recipient Creation View, for a requester who is no recipient. */
export type CreatePartProps = {
  language: Language;
  /** The requester's address. */
  address: string;
  /** Every address and number that was looked up; that address alone where none are given. */
  sought?: readonly string[];
  /** How many other addresses were tried, where there are even more. */
  stoppedAt?: string;
  /** The sealed action; empty when nothing can be created. */
  action: string;
  readOnly?: boolean;
  /** Where an attempt stopped. */
  steps?: { create: StepState; doubleOptIn: StepState };
  /** What is known since both steps were done. */
  followed?: FollowedContent;
  problem?: ProblemContent;
};

/** Creates the requester as a recipient, in two steps that can fail one by one. */
export function CreatePart(props: CreatePartProps): JSX.Element {
  const { language, stoppedAt, action, readOnly, steps, followed } = props;
  const { title, what } = wordsOf(props);
  const isUnknown = steps?.create === "unknown";
  const next = say(language, "create.unknownNext");
  const problem = props.problem && isUnknown ? { ...props.problem, what, next } : props.problem;
  return (
    <Part {...{ language, title, problem }} part="create" announce={`${title}. ${what}`}>
      {isUnknown || (
        <p data-problem={steps?.create === "done" ? undefined : "recipient_not_found"}>{what}</p>
      )}
      {stoppedAt && <SearchStopped {...{ language }} count={stoppedAt} />}
      {steps && <Steps {...{ language, steps }} />}
      {followed && <Followed {...{ language, ...followed }} place="create" />}
      {readOnly
        ? <p class="empty">{say(language, "create.readOnly")}</p>
        : action !== "" && (
          <CreateForm {...{ language, action, goesOn: steps?.create === "done" }} />
        )}
    </Part>
  );
}

/** Once the first step is done, or may be, nobody is said to be missing. */
function wordsOf(
  { language, steps, ...props }: CreatePartProps,
): { title: string; what: string } {
  const address = shortened(props.address, SHOWN.text);
  switch (steps?.create) {
    case "done":
      return {
        title: say(language, "create.halfTitle"),
        what: whatIsLeft(language, address, steps.doubleOptIn),
      };
    case "unknown":
      return {
        title: say(language, "create.stepCreate"),
        what: say(language, "create.unknownWhat", { address }),
      };
    default:
      return {
        title: say(language, "create.title"),
        what: notFoundWords(language, props.sought ?? [props.address]),
      };
  }
}

/** That nobody has any of these addresses and numbers. */
export function notFoundWords(language: Language, sought: readonly string[]): string {
  const address = shortened(sought.join(", "), SHOWN.text);
  return sayCount(language, "create.what", { number: sought.length, text: "" }, { address });
}

function whatIsLeft(language: Language, address: string, doubleOptIn: StepState): string {
  if (doubleOptIn === "done") return say(language, "recipient.created");
  return doubleOptIn === "unknown" ? address : say(language, "create.halfWhat", { address });
}

function CreateForm(
  { language, action, goesOn }: { language: Language; action: string; goesOn: boolean },
): JSX.Element {
  return (
    <form
      id={ids.createForm}
      method="post"
      action={paths.recipient}
      hx-post={paths.recipient}
      hx-target={selectorOf(ids.sidebar)}
      hx-swap="innerHTML"
      hx-sync="this:drop"
    >
      <input type="hidden" name="action" value={action} />
      <p id="create-consent">{say(language, "create.consent")}</p>
      <button type="submit" id={ids.createTrigger} aria-describedby="create-consent">
        <span>{say(language, goesOn ? "create.continue" : "create.button")}</span>
        <span class="busy">{say(language, goesOn ? "create.continuing" : "create.busy")}</span>
      </button>
    </form>
  );
}

const stateKeys = {
  waiting: "create.stepWaiting",
  done: "create.stepDone",
  failed: "create.stepFailed",
  unknown: "create.stepUnknown",
} as const satisfies Record<StepState, CopyKey>;

function Steps(
  { language, steps }: { language: Language; steps: NonNullable<CreatePartProps["steps"]> },
): JSX.Element {
  return (
    <ol class="steps" aria-label={say(language, "create.steps")}>
      <li data-state={steps.create}>
        {say(language, "create.stepCreate")} <small>{say(language, stateKeys[steps.create])}</small>
      </li>
      <li data-state={steps.doubleOptIn}>
        {say(language, "create.stepDoubleOptIn")}{" "}
        <small>{say(language, stateKeys[steps.doubleOptIn])}</small>
      </li>
    </ol>
  );
}
