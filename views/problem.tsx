import type { JSX } from "hono/jsx/jsx-runtime";
import { compose, type CopyKey, fill, type Language, say, textOf } from "./words/copy.ts";
import { WaitText } from "./moment.tsx";
import { ids } from "../contract/ids.ts";
import type { PartId } from "../contract/parts.ts";
import { ForAdministrator } from "./for_administrator.tsx";
import { placeAttributes, refreshAttributes, sidebarAttributes } from "./refresh.ts";
import { shortenedEach } from "./shortened.ts";

/** Everything that can go wrong, by the code that the log has too. */
export type ProblemCode =
  | "recipient_not_found"
  | "requester_without_email"
  | "user_without_email"
  | "requester_not_chosen"
  | "event_not_valid"
  | "context_not_valid"
  | "values_invalid"
  | "table_not_found"
  | "email_field_not_unique"
  | "phone_field_not_unique"
  | "token_invalid"
  | "creation_event_missing"
  | "recipient_exists"
  | "settings_invalid"
  | "input_refused"
  | "rate_limited"
  | "agillic_timeout"
  | "agillic_unavailable"
  | "agillic_answer_unknown"
  | "requester_changed"
  | "action_expired"
  | "cooling_down"
  | "done_meanwhile"
  | "outcome_unknown"
  | "reveal_limit"
  | "read_only"
  | "activity_not_allowed"
  | "store_unavailable"
  | "session_required"
  | "page_expired"
  | "other_release"
  | "not_from_zendesk"
  | "internal";

/** What the browser alone knows: its server does not answer, or Zendesk does not say who it is about. */
export type ShellProblemCode = "connection" | "page_expired" | "requester_unreadable";

/** What the words of some problems name: the event, the field, the address, how long to wait, who and when. */
export type ProblemParams = Partial<
  Record<"event" | "field" | "address" | "wait" | "agent" | "when", string>
>;

/** A setting that is faulty, by its label, and in words how to correct it. */
export type SettingFault = { label: string; words: string };

/** What support asks for; `timeUtc` as it is to be read. */
export type ProblemDetails = { status?: string; timeUtc: string; requestId: string };

/** Where "Try again" asks, and what its answer replaces. */
export type ProblemRetry =
  | { path: string; target: PartId | "sidebar" }
  /** The id of a place within a part. */
  | { path: string; place: string };

/** What went wrong, in words that say what to do next. */
export type ProblemProps = {
  language: Language;
  code: ProblemCode | ShellProblemCode;
  /** What the problem belongs to: makes the ids of its controls ("recipient", "event-1"). */
  place: string;
  params?: ProblemParams;
  /** What happened, where the code's own words are about something else. */
  what?: string;
  /** And what to do then. */
  next?: string;
  faults?: readonly SettingFault[];
  /** How long `params.wait` is, so that it can go by. */
  waitSeconds?: number;
  retry?: ProblemRetry;
  /** The id of a button that the shell's script listens to. */
  retryId?: string;
  details?: ProblemDetails;
  /** Whether the agent may check the configuration. */
  isAdmin?: boolean;
};

/** A problem, wherever it is shown. */
export type ProblemContent = Omit<ProblemProps, "language" | "place">;

// Nothing has failed: there is only something to know.
const notices: readonly string[] = [
  "recipient_exists",
  "values_invalid",
  "cooling_down",
  "done_meanwhile",
  "reveal_limit",
  "recipient_not_found",
  "requester_without_email",
  "user_without_email",
];

function toneOf(code: string): "hint" | "notice" | "problem" {
  // Nothing is wrong: the agent has only just begun.
  if (code === "requester_not_chosen") return "hint";
  return notices.includes(code) ? "notice" : "problem";
}

/** What went wrong, what happened, and the next step. */
export function Problem(props: ProblemProps): JSX.Element {
  const { language, code, place, params = {}, faults = [], waitSeconds } = props;
  const { retry, retryId } = props;
  const coded = problemWords(language, code, params);
  const words = { ...coded, what: props.what ?? coded.what, next: props.next ?? coded.next };
  return (
    <div
      class="problem"
      data-problem={code}
      data-tone={toneOf(code)}
      data-announce={`${words.title}. ${words.what} ${words.next}`}
    >
      <strong>{words.title}</strong>
      <p>{words.what}</p>
      {faults.length > 0 && (
        <dl>
          {faults.map(({ label, words }) => (
            <>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </>
          ))}
        </dl>
      )}
      <p>
        {code === "cooling_down" && waitSeconds !== undefined
          ? compose(language, "problem.cooling_down.next", {
            wait: <WaitText text={params.wait} seconds={waitSeconds} />,
          })
          : words.next}
      </p>
      {retry && <RetryButton language={language} place={place} retry={retry} />}
      {code === "other_release" && (
        <button type="submit" id={ids.reload(place)} form={ids.reloadForm}>
          {say(language, "reload")}
        </button>
      )}
      {retryId && (
        <button type="button" id={retryId}>
          {say(language, code === "page_expired" ? "reload" : "tryAgain")}
        </button>
      )}
      <ForAdministrator {...props} words={words} />
    </div>
  );
}

/** The words of a problem, for where they are shown without the rest. */
export function problemWords(
  language: Language,
  code: ProblemCode | ShellProblemCode,
  params: ProblemParams = {},
): { title: string; what: string; next: string } {
  const named = shortenedEach(params);
  const word = (part: "title" | "what" | "next") => {
    const key: CopyKey = `problem.${code}.${part}`;
    return fill(textOf(language, key), named);
  };
  return { title: word("title"), what: word("what"), next: word("next") };
}

function RetryButton(
  { language, place, retry }: { language: Language; place: string; retry: ProblemRetry },
): JSX.Element {
  return (
    <button type="button" id={ids.retry(place)} {...retryAttributes(retry)}>
      {say(language, "tryAgain")}
    </button>
  );
}

function retryAttributes(retry: ProblemRetry): Record<string, string> {
  if ("place" in retry) return placeAttributes(retry.place, retry.path);
  return retry.target === "sidebar"
    ? sidebarAttributes(retry.path)
    : refreshAttributes(retry.target, retry.path);
}
