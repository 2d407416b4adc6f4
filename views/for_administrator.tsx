import type { JSX } from "hono/jsx/jsx-runtime";
import { say } from "./words/copy.ts";
import { copyWords } from "./copy_button.tsx";
import { ids } from "../contract/ids.ts";
import { paths } from "../contract/paths.ts";
import type { ProblemCode, ProblemDetails, ProblemProps, ShellProblemCode } from "./problem.tsx";
import { sidebarAttributes } from "./refresh.ts";

type Code = ProblemCode | ShellProblemCode;

/**
 * What an administrator can correct, and the lines that Agillic's own app has for it: support knows it by them, in
 * every language. None of their words names a customer: agents forward them.
 */
const correctable: Partial<Record<Code, readonly string[]>> = {
  event_not_valid: ["Error Response Code: 404"],
  email_field_not_unique: ["Error Response Code: 400"],
  phone_field_not_unique: ["Error Response Code: 400"],
  token_invalid: ["Error Response Code: 403"],
  creation_event_missing: [
    "Error Response Code: Configuration Error",
    "Error Response Body: Event required to create recipient",
  ],
  settings_invalid: [],
  read_only: [],
  store_unavailable: [],
};

/** What Agillic's own app says of a problem; none where it has no words of its own. */
export function responseLines(code: Code): readonly string[] {
  return correctable[code] ?? [];
}

/** A problem, and its words. */
type ForAdministratorProps =
  & Pick<ProblemProps, "language" | "code" | "place" | "faults" | "details" | "isAdmin">
  & { words: { what: string; next: string } };

/** The way to the configuration check for an administrator; for an agent, what to forward to one. */
export function ForAdministrator(props: ForAdministratorProps): JSX.Element {
  const { language, code, place, details, isAdmin = false } = props;
  const isCorrectable = code in correctable;
  const copy = (
    <button type="button" id={ids.copyDetails(place)} data-copy-from={ids.detailsText(place)}>
      {say(language, "problem.copyDetails")}
    </button>
  );
  return (
    <>
      {isCorrectable && isAdmin && (
        <button type="button" id={ids.check(place)} {...sidebarAttributes(paths.setup)}>
          {say(language, "setup.open")}
        </button>
      )}
      {details && (
        <div {...copyWords(language)}>
          {isCorrectable && !isAdmin && copy}
          <details>
            <summary id={ids.details(place)}>{say(language, "problem.details")}</summary>
            <pre id={ids.detailsText(place)}>{linesOf(props, details).join("\n")}</pre>
            {(!isCorrectable || isAdmin) && copy}
          </details>
        </div>
      )}
    </>
  );
}

/** What is wrong and how to correct it, where an administrator can; then what support asks for. */
function linesOf(
  { language, code, faults = [], words: { what, next } }: ForAdministratorProps,
  { status, timeUtc, requestId }: ProblemDetails,
): string[] {
  const isCorrectable = code in correctable;
  return [
    ...responseLines(code),
    ...(isCorrectable ? [what] : []),
    ...faults.map(({ label, words }) => `${label}: ${words}`),
    ...(isCorrectable ? [next] : []),
    `${say(language, "problem.code")}: ${code}`,
    ...(status === undefined ? [] : [`${say(language, "problem.status")}: ${status}`]),
    `${say(language, "problem.time")}: ${timeUtc}`,
    `${say(language, "problem.request")}: ${requestId}`,
  ];
}
